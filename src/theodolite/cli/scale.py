"""`theodolite scale`: the models of a table on a scale fitted here, beside the published levels."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from theodolite.cli.options import FormatOption, chosen_format, day
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json, source_line, table_of
from theodolite.model.errors import Misuse

SCHEMA_VERSION = "1"
_SHOWN = ("name", "score", "published", "difference", "scores", "date")


def scale(
    data: Annotated[
        Path | None,
        typer.Option("--data", help="A folder with a table and its matrix; else what was pulled."),
    ] = None,
    method: Annotated[
        str, typer.Option("--method", help="hierarchical (a second opinion), or published (the same method).")
    ] = "hierarchical",
    vintage: Annotated[
        str | None, typer.Option("--vintage", help="Vintage of the table, YYYY-MM-DD.")
    ] = None,
    output: FormatOption = "table",
) -> None:
    """Fit the scale anew and print each model's level; the CSV is a table that gap and forecast take."""
    chosen = chosen_format(output, "table", "json", "csv")
    from theodolite.measure.rescaled import METHODS, rescaled
    from theodolite.survey.instruments import load, sight

    how = next((m for m in METHODS if m == method), None)
    if how is None:
        raise Misuse(f"--method {method}: give {' or '.join(METHODS)}")
    of = day(vintage, "--vintage")
    place = load(data, of)
    sighted = sight(place, "index", vintage=of)
    table = sighted.table
    rows = [
        {
            "name": one.model.name, "score": one.level, "published": one.model.level,
            "difference": one.difference, "scores": one.scores, "date": one.model.date.isoformat(),
            "country": ",".join(one.model.countries), "organisation": ",".join(one.model.organisations),
            "openness": one.model.openness,
        }
        for one in rescaled(table, sighted.matrix, how)
    ]  # fmt: skip
    warnings = [*table.warnings, "levels are a refit without intervals; the published ones stay the default"]
    if chosen == "csv":
        as_csv(rows)
    elif chosen == "json":
        made = {
            "schema_version": SCHEMA_VERSION, "method": how, "measure": table.measure, "unit": table.unit,
            "source": table.source, "vintage": table.vintage.to_json(), "models": rows, "warnings": warnings,
        }  # fmt: skip
        as_json(made)
    else:
        table_of(f"{table.measure}, {table.vintage.file}: {how} scale", rows, _SHOWN)
        print(source_line(table.source, table.licence, table.vintage.to_json()))
        for warning in warnings:
            print(f"Note: {warning}")
    finish(place.refusals)
