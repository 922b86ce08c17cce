"""`theodolite disagreements`: where trackers disagree about models, and by how much."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated

import typer

from theodolite.cli.options import FormatOption, chosen_format
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json
from theodolite.model.errors import Misuse


def disagreements(
    data: Annotated[
        Path | None,
        typer.Option("--data", help="A folder with tables of several trackers; else what was pulled."),
    ] = None,
    field: Annotated[
        str | None,
        typer.Option(
            "--field", help="date, country, organisation, openness, context, parameters or price; else all."
        ),
    ] = None,
    least: Annotated[
        float, typer.Option("--min", help="List only what is this far apart: days, a factor, a count.")
    ] = 0.0,
    top: Annotated[
        int, typer.Option("--top", help="How many of each to print in the table; 0 for all.")
    ] = 15,
    output: FormatOption = "table",
) -> None:
    """Say where trackers disagree: a summary by pair of trackers, then models, the furthest apart first."""
    form = chosen_format(output, "table", "json", "csv")
    if not math.isfinite(least) or least < 0:
        raise Misuse(f"--min {least}: give a size of 0 or more")
    if top < 0:
        raise Misuse(f"--top {top}: give a number of rows, or 0 for all")
    from theodolite.model.disagreement import TOPICS
    from theodolite.survey.registry.disagreements import disagreements as compare

    topics = tuple(t for t in TOPICS if field in (None, t))
    if not topics:
        raise Misuse(f"--field {field}: choose {', '.join(TOPICS)}")
    report = compare(data, topics, least)
    if form == "json":
        as_json(report.to_json())
    elif form == "csv":
        as_csv(list(report.flat()))
    else:
        from theodolite.cli.disagreements_table import show

        show(report, top or None)
    finish(report.refusals)
