"""`theodolite models`: every model that any source names, or one with all its names, dates and facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from theodolite.cli.options import FormatOption, chosen_format
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json
from theodolite.model.errors import Misuse


def models(
    query: Annotated[
        str | None, typer.Argument(help="A name as anybody writes it: shows that model; else part of names.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option("--data", help="A folder with tables of models; else what was pulled.")
    ] = None,
    side: Annotated[
        str | None, typer.Option("--side", help='Only models of a side: "China", "open and not China".')
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Beside each name, the rules that put it there.")
    ] = False,
    least: Annotated[int, typer.Option("--trackers", help="Only models that so many trackers name.")] = 1,
    top: Annotated[int, typer.Option("--top", help="How many rows to print in the table; 0 for all.")] = 40,
    output: FormatOption = "table",
) -> None:
    """List the models that sources name, each once; with a model's name, everything said of it."""
    form = chosen_format(output, "table", "json", "csv")
    if top < 0 or least < 0:
        raise Misuse("--top and --trackers: give a number of 0 or more")
    from theodolite.survey.registry import registry
    from theodolite.survey.registry.sheets import listing, sheet

    known = registry(data)
    one = sheet(known.registry, query) if query else None
    if one is not None:
        if form == "json":
            as_json(one.to_json())
        elif form == "csv":
            as_csv(list(one.flat()))
        else:
            from theodolite.cli.models_table import show_one

            show_one(one, explain, top or None)
    else:
        found = listing(known, query, side, least)
        if form == "json":
            as_json(found.to_json())
        elif form == "csv":
            as_csv(list(found.flat()))
        else:
            from theodolite.cli.models_table import show_list

            show_list(found, top or None)
    finish(known.refusals)
