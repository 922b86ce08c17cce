"""`theodolite gap`: how far one side is behind another, by every definition, with what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from theodolite.cli.options import (
    BoardOption,
    DrawsOption,
    FormatOption,
    MeasuresOption,
    SideRuleOption,
    ToleranceOption,
    VintageOption,
    check_draws,
    check_tolerance,
    chosen_format,
    chosen_measure,
    chosen_side_rule,
    day,
    registry_of,
)
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json

if TYPE_CHECKING:
    from theodolite.model.gap import GapReport


def gap(
    leader: Annotated[str, typer.Argument(help="The side ahead: a country, open, closed, an organisation.")],
    follower: Annotated[str, typer.Argument(help="The side held against it.")],
    data: MeasuresOption = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Day to answer for, YYYY-MM-DD; today by default.")
    ] = None,
    tolerance: ToleranceOption = 0.0,
    vintage: VintageOption = None,
    draws: DrawsOption = 500,
    side_rule: SideRuleOption = "any",
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
    board: BoardOption = None,
    output: FormatOption = "table",
) -> None:
    """Measure the gap between two sides: time, level and time to match, each with its interval."""
    from theodolite.survey.instruments import load, sight
    from theodolite.survey.other_measures import is_other, sight_other
    from theodolite.survey.side_by_side import also_measured, extended, report

    form = chosen_format(output, "table", "json", "csv")
    rule = chosen_side_rule(side_rule)
    check_tolerance(tolerance)
    check_draws(draws)
    asked, of = day(as_of, "--as-of"), day(vintage, "--vintage")
    if is_other(measure):
        sighted = sight_other(str(measure), data, of)
        found = report(leader, follower, sighted, as_of=asked, tolerance=tolerance, rule=rule, draws=draws)
        _print({**extended(found, sighted, asked), "also_measured": []}, found, form)
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
    _print(flat, found, form)
    finish(place.refusals)


def _print(flat: dict[str, Any], found: GapReport, form: str) -> None:
    if form == "json":
        as_json(flat)
    elif form == "csv":
        from theodolite.cli.gap_table import rows

        as_csv(rows(found))
    else:
        from theodolite.cli.gap_table import show, show_also

        show(found)
        show_also(flat)
