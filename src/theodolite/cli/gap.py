"""`theodolite gap`: how far one side is behind another, by every definition, with what it rests on."""

from __future__ import annotations

import json
import math
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from theodolite.cli.options import day
from theodolite.model.errors import Misuse

if TYPE_CHECKING:
    from theodolite.model.gap import GapReport
    from theodolite.model.registry import Registry
    from theodolite.survey.instruments import Measure

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
        typer.Option("--data", help="A table, boards, or a folder of vintages; else what was pulled."),
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
    measure: Annotated[
        str | None,
        typer.Option(
            "--measure",
            help="index, arena or horizon, the first that the data has; or compute, context, price:LEVEL.",
        ),
    ] = None,
    with_registry: Annotated[
        bool,
        typer.Option(
            "--registry", help="Also date, size and license models as every tracker in the data does; slower."
        ),
    ] = False,
    board: Annotated[
        str | None,
        typer.Option("--board", help='Of the arena: a keeper, a category, or both: "B", "B/chinese".'),
    ] = None,
    output: Annotated[Format, typer.Option("--format", help="table or json.")] = Format.TABLE,
) -> None:
    """Measure the gap between two sides: time, level and time to match, each with its interval."""
    _check_options(tolerance, draws, side_rule)
    from theodolite.measure.sides import SIDE_RULES
    from theodolite.survey.instruments import load, sight
    from theodolite.survey.other_measures import is_other, sight_other
    from theodolite.survey.side_by_side import also_measured, extended, report

    asked, of = day(as_of, "--as-of"), day(vintage, "--vintage")
    rule = next(r for r in SIDE_RULES if r == side_rule)
    if is_other(measure):
        sighted = sight_other(str(measure), data, of)
        found = report(leader, follower, sighted, as_of=asked, tolerance=tolerance, rule=rule, draws=draws)
        _print({**extended(found, sighted, asked), "also_measured": []}, found, output)
        return
    place = load(data, of)
    known = registry_of(data) if with_registry else None
    sighted = sight(
        place,
        chosen_measure(measure),
        as_of=asked,
        vintage=of,
        sides=(leader, follower),
        registry=known,
        board=board,
    )
    found = report(
        leader, follower, sighted, as_of=asked, tolerance=tolerance, rule=rule, draws=draws
    )  # fmt: skip
    also = also_measured(
        place, sighted.measure, leader, follower, as_of=asked, rule=rule, draws=draws, registry=known
    )
    flat = {**extended(found, sighted, asked), "also_measured": also}
    _print(flat, found, output)
    refusals = place.refusals
    for refusal in refusals:
        print(refusal, file=sys.stderr)
    if refusals:
        raise typer.Exit(1)


def _print(flat: dict[str, Any], found: GapReport, output: Format) -> None:
    if output is Format.JSON:
        print(json.dumps(flat, ensure_ascii=False, indent=2, allow_nan=False))
    else:
        from theodolite.cli.gap_table import show, show_also

        show(found)
        show_also(flat)


def registry_of(data: Path | None) -> Registry:
    """The registry of the models in the data, else in what was pulled. Raises Refusal where there is none."""
    from theodolite.survey.registry import registry

    return registry(data).registry


def chosen_measure(given: str | None) -> Measure | None:
    """The measure named, None for the default. Misuse for any other word."""
    from theodolite.survey.instruments import MEASURES
    from theodolite.survey.other_measures import OTHER

    named = next((m for m in MEASURES if m == given), None)
    if given is not None and named is None:
        raise Misuse(f"--measure {given}: choose {', '.join((*MEASURES, *OTHER))}")
    return named


def _check_options(tolerance: float, draws: int, side_rule: str) -> None:
    if not math.isfinite(tolerance) or tolerance < 0:
        raise Misuse(f"--tolerance {tolerance}: give points of 0 or more")
    if not 0 <= draws <= _MOST_DRAWS:
        raise Misuse(f"--draws {draws}: give a number from 0 to {_MOST_DRAWS}")
    if side_rule not in ("any", "majority", "headquarters"):
        raise Misuse(f"--side-rule {side_rule}: give any, majority or headquarters")
