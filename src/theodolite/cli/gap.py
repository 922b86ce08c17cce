"""`theodolite gap`: how far one side is behind another, by every definition, with what it rests on."""

from __future__ import annotations

import datetime as dt
import json
import math
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from theodolite.cli.options import day
from theodolite.model.errors import Misuse, Refusal

if TYPE_CHECKING:
    from theodolite.model.gap import GapReport
    from theodolite.model.scores import ScoreMatrix, ScoreTable

_LARGEST = 200_000_000
"""Bytes. The largest published table is 3.4 MB; a file of gigabytes would only exhaust the memory."""
_MOST_DRAWS = 20_000


class Format(StrEnum):
    """How a report is printed."""

    TABLE = "table"
    JSON = "json"


def gap(
    leader: Annotated[str, typer.Argument(help="The side ahead: a country, open, closed, an organisation.")],
    follower: Annotated[str, typer.Argument(help="The side held against it.")],
    data: Annotated[
        Path | None,
        typer.Option("--data", help="A score table, or a folder of vintages; else the embedded starter."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Day to answer for, YYYY-MM-DD; today by default.")
    ] = None,
    tolerance: Annotated[float, typer.Option("--tolerance", help="Points that count as level.")] = 0.0,
    vintage: Annotated[
        str | None, typer.Option("--vintage", help="Vintage of a folder, or date of a file, YYYY-MM-DD.")
    ] = None,
    draws: Annotated[int, typer.Option("--draws", help="Draws for the intervals; 0 for none.")] = 500,
    side_rule: Annotated[
        str, typer.Option("--side-rule", help="any, majority or headquarters: who counts for a side.")
    ] = "any",
    output: Annotated[Format, typer.Option("--format", help="table or json.")] = Format.TABLE,
) -> None:
    """Measure the gap between two sides: time, level and time to match, each with its interval."""
    _check_options(tolerance, draws, side_rule)
    asked = day(as_of, "--as-of")
    table, matrix, others, refusals = load(data, day(vintage, "--vintage"))
    report = _measured(leader, follower, table, matrix, others, asked, tolerance, draws, side_rule)
    if output is Format.JSON:
        print(json.dumps(report.to_json(), ensure_ascii=False, indent=2, allow_nan=False))
    else:
        from theodolite.cli.gap_table import show

        show(report)
    for refusal in refusals:
        print(refusal, file=sys.stderr)
    if refusals:
        raise typer.Exit(1)


def _check_options(tolerance: float, draws: int, side_rule: str) -> None:
    if not math.isfinite(tolerance) or tolerance < 0:
        raise Misuse(f"--tolerance {tolerance}: give points of 0 or more")
    if not 0 <= draws <= _MOST_DRAWS:
        raise Misuse(f"--draws {draws}: give a number from 0 to {_MOST_DRAWS}")
    if side_rule not in ("any", "majority", "headquarters"):
        raise Misuse(f"--side-rule {side_rule}: give any, majority or headquarters")


def load(
    data: Path | None, vintage: dt.date | None
) -> tuple[ScoreTable, ScoreMatrix | None, list[ScoreTable], list[Refusal]]:
    """The table meant, its matrix if the folder has one, the other vintages, and what was refused."""
    from theodolite.read.scores import table as read_table
    from theodolite.read.vintages import choose, matrix_of, vintages

    if data is None:
        from theodolite.survey import starter

        found = starter.tables()
        table = choose(found, starter.PLACE, vintage)
        return table, matrix_of(found, table), _other_vintages(found.tables, table), []
    if not data.is_dir():
        return read_table(_content(data), data.name, vintage), None, [], []
    refused: list[Refusal] = []
    files = []
    for path in sorted(data.glob("*.csv")):
        try:
            files.append((path.name, _content(path)))
        except Refusal as refusal:
            refused.append(refusal)
    found = vintages(files)
    refused += found.refusals
    if not found.tables and refused:
        raise refused[0]
    table = choose(found, str(data), vintage)
    return table, matrix_of(found, table), _other_vintages(found.tables, table), refused


def _other_vintages(tables: tuple[ScoreTable, ...], chosen: ScoreTable) -> list[ScoreTable]:
    """Other vintages of the same measure: a rating is no vintage of a scale."""
    return [t for t in tables if t is not chosen and t.measure == chosen.measure]


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise Refusal(str(path), f"larger than {_LARGEST // 10**6} MB", "give the table alone")
        return path.read_bytes()
    except FileNotFoundError:
        raise Refusal(str(path), "no such file or folder", "check the path") from None
    except OSError as error:
        raise Refusal(
            str(path), f"cannot be read ({error.strerror})", "check that it is a readable file"
        ) from None


def _measured(
    leader: str,
    follower: str,
    table: ScoreTable,
    matrix: ScoreMatrix | None,
    others: list[ScoreTable],
    asked: dt.date | None,
    tolerance: float,
    draws: int,
    side_rule: str,
) -> GapReport:
    from theodolite.measure.draws import draws_for
    from theodolite.measure.gap import gap as measure
    from theodolite.measure.sides import SIDE_RULES, resolve_pair

    rule = next(r for r in SIDE_RULES if r == side_rule)
    resolve_pair(leader, follower, table, rule)  # refuse a wrong side before the draws take their time
    drawn, about_draws = draws_for(table, matrix, draws)
    return measure(
        leader,
        follower,
        table,
        as_of=asked or dt.datetime.now(dt.UTC).date(),
        tolerance=tolerance,
        side_rule=rule,
        draws=drawn,
        others=others,
        warn_past_data=asked is not None,
        warnings=[*(matrix.warnings if matrix else ()), *about_draws],
    )
