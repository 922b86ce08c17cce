"""`theodolite revisions`: what changed between two vintages, and what that did to a gap."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from theodolite.cli.options import (
    SideRuleOption,
    ToleranceOption,
    check_tolerance,
    chosen_format,
    chosen_side_rule,
    day,
)
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json
from theodolite.model.errors import Misuse, Refusal

if TYPE_CHECKING:
    from theodolite.model.scores import ScoreTable
    from theodolite.survey.instruments import Instruments


def revisions(
    old: Annotated[str, typer.Argument(metavar="A", help="The earlier vintage: a day, or a file.")],
    new: Annotated[str, typer.Argument(metavar="B", help="The later vintage: a day, or a file.")],
    data: Annotated[
        Path | None, typer.Option("--data", help="A folder of vintages for days; else what was pulled.")
    ] = None,
    sides: Annotated[
        tuple[str, str], typer.Option("--gap", metavar="LEADER FOLLOWER", help="The sides to split for.")
    ] = ("US", "China"),
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Day of the gap; the older vintage's by default.")
    ] = None,
    tolerance: ToleranceOption = 0.0,
    side_rule: SideRuleOption = "any",
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="MODEL", help="Also without this model, and as if not re-dated."),
    ] = None,
    output: Annotated[str, typer.Option("--format", help="table, json or csv (the revisions).")] = "table",
) -> None:
    """Split what changed between two vintages: new, dropped, re-dated, re-scored, re-attributed models."""
    from theodolite.measure.revisions.report import revision_report

    chosen = chosen_format(output, "table", "json", "csv")
    rule = chosen_side_rule(side_rule)
    check_tolerance(tolerance)
    first, second, refusals = _two(old, new, data)
    report = revision_report(
        first, second, *sides, as_of=day(as_of, "--as-of"), tolerance=tolerance, side_rule=rule,
        without=without or (),
    )  # fmt: skip
    from theodolite.cli.revisions_table import as_rows, show

    if chosen == "json":
        as_json(report.to_json())
    elif chosen == "csv":
        as_csv(as_rows(report))
    else:
        show(report)
    finish(refusals)


def _two(old: str, new: str, data: Path | None) -> tuple[ScoreTable, ScoreTable, list[Refusal]]:
    """Both tables, and what in the place of the data could not be read."""
    days = [_day(given) for given in (old, new)]
    place: Instruments | None = None
    if any(d is not None for d in days):
        from theodolite.survey.instruments import load

        place = load(data)
    first, second = (
        _of_file(given) if date is None else _of_day(place, date)
        for given, date in zip((old, new), days, strict=True)
    )
    return first, second, list(place.refusals) if place else []


def _day(given: str) -> dt.date | None:
    """The day meant, None for a file. Misuse for what is neither."""
    if Path(given).is_file():
        return None
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise Misuse(f"{given}: neither a day (YYYY-MM-DD) nor a file") from None


def _of_file(given: str) -> ScoreTable:
    from theodolite.survey.instruments import load

    found = load(Path(given))
    tables = found.index.tables or found.horizons
    if not tables:
        raise Refusal(given, "no table of scores by model", "give two vintages of an index")
    return tables[-1]


def _of_day(place: Instruments | None, date: dt.date) -> ScoreTable:
    """The vintage in force on a day, of the measure that has most vintages."""
    from theodolite.read.vintages import Vintages, choose

    assert place is not None
    measures = [t.measure for t in place.index.tables]
    if not measures:
        raise Refusal(place.place, "no table of scores by model in it", "name a folder of vintages")
    most = max(dict.fromkeys(measures), key=measures.count)
    tables = tuple(t for t in place.index.tables if t.measure == most)
    return choose(Vintages(tables, (), ()), place.place, date)
