"""`theodolite origination`: who moves the joint frontier of two sides, and who was first on a benchmark."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from theodolite.cli.options import (
    DrawsOption,
    FormatOption,
    SideRuleOption,
    check_draws,
    chosen_format,
    chosen_side_rule,
    day,
)
from theodolite.cli.rows import as_csv, as_json
from theodolite.model.errors import Misuse, Refusal

if TYPE_CHECKING:
    import datetime as dt

    from theodolite.measure.origination import First, JointFrontier
    from theodolite.measure.side import SideRule
    from theodolite.model.scores import Vintage

SCHEMA_VERSION = "1"
RUNS = "epoch/benchmark_runs"


def origination(
    first: Annotated[str, typer.Argument(help="One side: a country, open, closed, an organisation.")],
    second: Annotated[str, typer.Argument(help="The other side.")],
    data: Annotated[
        Path | None,
        typer.Option("--data", help="A score table, benchmark runs, or a folder; else what was pulled."),
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="Count up to this day, YYYY-MM-DD.")] = None,
    level: Annotated[
        float, typer.Option("--level", help="Share of the way from chance to a full score, 0 to 1.")
    ] = 0.5,
    draws: DrawsOption = 500,
    side_rule: SideRuleOption = "any",
    output: FormatOption = "table",
) -> None:
    """Measure origination: points each side added to the joint frontier, and who was first on benchmarks."""
    form = chosen_format(output, "table", "json", "csv")
    rule = chosen_side_rule(side_rule)
    if not (math.isfinite(level) and 0 < level <= 1):
        raise Misuse(f"--level {level}: give a share above 0 and at most 1")
    check_draws(draws)
    until = day(as_of, "--as-of")
    refusals: list[Refusal] = []
    warnings: list[str] = []
    joint = _joint(data, (first, second), until, draws, rule, refusals, warnings)
    found = _firsts(data, (first, second), until, level, rule, refusals, warnings)
    # A place that has one of the two is no faulty one: what it lacks stands in the warnings.
    if joint is None and found is None:
        raise refusals[0]
    report = _json(joint, found, level, rule, warnings)
    if form == "json":
        as_json(report)
    elif form == "csv":
        as_csv(_rows(report), _COLUMNS)
    else:
        _show(report)


Joint = tuple["JointFrontier", str, str, "Vintage"]
Firsts = tuple[tuple["First", ...], tuple[str, str], "Vintage"]


def _joint(
    data: Path | None, sides: tuple[str, str], until: dt.date | None, draws: int, rule: SideRule,
    refusals: list[Refusal], warnings: list[str],
) -> Joint | None:  # fmt: skip
    from theodolite.measure.draws import draws_for
    from theodolite.measure.origination import joint_frontier
    from theodolite.measure.sides import resolve_pair
    from theodolite.survey.instruments import load, sight

    try:
        sighted = sight(load(data), as_of=until, sides=sides)
        one, two = resolve_pair(*sides, sighted.table, rule)
    except Refusal as refusal:
        refusals.append(refusal)
        warnings.append(f"no joint frontier: {refusal.reason}")
        return None
    drawn, about = draws_for(sighted.table, sighted.matrix, draws)
    found = joint_frontier(sighted.table, one, two, until=until, rule=rule, draws=drawn)
    if found is None:
        warnings.append("no joint frontier: a side has no model by that day")
        file = sighted.table.vintage.file
        refusals.append(Refusal(file, "a side has no model by that day", "give a later day"))
        return None
    warnings += [*sighted.warnings, *about, "limits say what noise in scores leaves open, not who was scored"]
    return found, sighted.table.measure, sighted.table.unit, sighted.table.vintage


def _firsts(
    data: Path | None, sides: tuple[str, str], until: dt.date | None, level: float, rule: SideRule,
    refusals: list[Refusal], warnings: list[str],
) -> Firsts | None:  # fmt: skip
    from theodolite.measure.origination import as_table, firsts, runs_of
    from theodolite.measure.sides import resolve_pair
    from theodolite.model.table import joined
    from theodolite.survey.archive.contents import shelf

    try:
        held = shelf(data)
        tables = held.tables(RUNS)
        if not tables:
            raise Refusal(
                held.place, f"no {RUNS}", f"give a folder that holds it, or `theodolite pull {RUNS}`"
            )
        table = joined(tables)
        runs = [r for r in runs_of(table.frame.to_dicts()) if until is None or r.model.date <= until]
        one, two = resolve_pair(*sides, as_table(runs, table.vintage), rule)
    except Refusal as refusal:
        refusals.append(refusal)
        warnings.append(f"no classes of capability: {refusal.reason}")
        return None
    warnings.append("a class counts by the models that were scored, on the day each was released")
    return firsts(runs, one, two, level, rule), (one.name, two.name), table.vintage


def _json(
    joint: Joint | None, found: Firsts | None, level: float, rule: SideRule, warnings: list[str]
) -> dict[str, Any]:
    from theodolite.measure.origination import first_share

    classes = None
    if found is not None:
        rows, names, of = found
        tally = []
        for name in (*names, "both"):
            k, n, limits = first_share(rows, name)
            low, high = limits or (None, None)
            share = k / n if n else None
            tally.append({"side": name, "first": k, "of": n, "share": share, "low": low, "high": high})
        classes = {
            "source": RUNS, "vintage": of.to_json(), "level": level, "tally": tally,
            "rows": [row.to_json() for row in rows],
        }  # fmt: skip
    frontier = None
    if joint is not None:
        moved, measure, unit, of = joint
        frontier = {
            "measure": measure, "unit": unit, "vintage": of.to_json(), "until": moved.until.isoformat(),
            "sides": [m.to_json() for m in moved.sides], "interval_method": moved.interval_method,
            "years": [{"year": y, "points": [a, b]} for y, a, b in moved.years],
        }  # fmt: skip
    return {
        "schema_version": SCHEMA_VERSION, "side_rule": rule, "joint_frontier": frontier, "classes": classes,
        "warnings": list(dict.fromkeys(warnings)),
    }  # fmt: skip


_COLUMNS = (
    "kind", "name", "first", "model", "date", "other_model", "other_date", "months", "open_for", "left",
    "thin", "points", "low", "high", "records",
)  # fmt: skip


def _rows(report: dict[str, Any]) -> list[dict[str, Any]]:
    """One row a side and one a benchmark: `kind` says which."""
    sides = (report["joint_frontier"] or {"sides": []})["sides"]
    rows = [
        {
            "kind": "joint frontier", "name": row["side"], "points": row["points"]["estimate"],
            "low": row["points"]["low"], "high": row["points"]["high"], "records": row["records"],
        }
        for row in sides
    ]  # fmt: skip
    marks = (report["classes"] or {"rows": []})["rows"]
    return rows + [{**row, "kind": "benchmark", "name": row["benchmark"]} for row in marks]


def _show(report: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    frontier, classes = report["joint_frontier"], report["classes"]
    if frontier is not None:
        table = Table(title=Text(f"Joint frontier on the {frontier['measure']}, to {frontier['until']}"))
        for name in ("side", "points added", "90%", "records"):
            table.add_column(name, justify="left" if name == "side" else "right")
        for row in frontier["sides"]:
            of = row["points"]
            limits = "-" if of["low"] is None else f"{of['low']:.1f} to {of['high']:.1f}"
            table.add_row(Text(row["side"]), f"{of['estimate']:.1f}", limits, f"{row['records']:g}")
        console.print(table)
    if classes is not None:
        table = Table(title=Text(f"First to {classes['level']:.0%} of the way from chance to a full score"))
        for name in ("benchmark", "first", "with", "on", "the other, months later"):
            table.add_column(name, overflow="fold")
        for row in classes["rows"]:
            later = "" if row["first"] is None else _later(row)
            thin = " (thin)" if row["thin"] else ""
            who = (row["first"] or "nobody", row["model"] or "", row["date"] or "")
            table.add_row(*map(Text, (row["benchmark"] + thin, *who, later)))
        console.print(table)
        for row in classes["tally"]:
            if row["of"]:
                said = f"{row['side']}: first in {row['first']} of {row['of']} classes"
                console.print(Text(f"{said} that somebody reached and in which both have 5 scored models."))
    for warning in report["warnings"]:
        console.print(Text(f"Note: {warning}"))


def _later(row: dict[str, Any]) -> str:
    least = "at least " if row["left"] else ""
    if row["months"] is not None:
        return f"{least}{row['months']:.1f} ({row['other_model']})"
    return f"open for {row['open_for']:.1f}"
