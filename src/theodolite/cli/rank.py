"""`theodolite rank`: who stands where on each measure, and how sure the places are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from theodolite.cli.options import (
    BoardOption,
    DrawsOption,
    FormatOption,
    MeasuresOption,
    RegistryOption,
    SideRuleOption,
    check_draws,
    chosen_format,
    chosen_measure,
    chosen_side_rule,
    day,
    registry_of,
)
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json
from theodolite.model.errors import Misuse, Refusal

if TYPE_CHECKING:
    from theodolite.model.registry import Registry


def rank(
    data: MeasuresOption = None,
    measure: Annotated[
        str, typer.Option("--measure", help="index, arena, horizon, or all of them side by side.")
    ] = "",
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", help="Models released by this day, YYYY-MM-DD; the arena's board of it."),
    ] = None,
    vintage: Annotated[str | None, typer.Option("--vintage", help="Vintage to rank on, YYYY-MM-DD.")] = None,
    side: Annotated[
        str | None, typer.Option("--side", help='Only models of a side: "China", "open and not China".')
    ] = None,
    side_rule: SideRuleOption = "any",
    top: Annotated[int, typer.Option("--top", help="How many models to print; 0 for all.")] = 20,
    draws: DrawsOption = 500,
    with_registry: RegistryOption = False,
    board: BoardOption = None,
    output: FormatOption = "table",
) -> None:
    """Rank models, with the interval of each rank and the probability of being first."""
    from theodolite.survey.instruments import MEASURES, load
    from theodolite.survey.standings import standings

    form = chosen_format(output, "table", "json", "csv")
    rule = chosen_side_rule(side_rule)
    if top < 0:
        raise Misuse(f"--top {top}: give a number of models, or 0 for all")
    check_draws(draws)
    asked, of = day(as_of, "--as-of"), day(vintage, "--vintage")
    one = None if measure in ("", "all") else chosen_measure(measure)
    place = load(data, of)
    at_hand = place.at_hand or MEASURES[:1]
    measures = (one,) if one else at_hand if measure == "all" else at_hand[:1]
    known = registry_of(data) if with_registry else None
    found = standings(
        place, measures, as_of=asked, vintage=of, side=side, rule=rule, draws=draws, registry=known,
        board=board, same=known or (_registry(data) if len(measures) > 1 else None),
    )  # fmt: skip
    if not found.rankings:
        raise found.refusals[0]
    if form == "json":
        as_json(found.to_json(top or None))
    elif form == "csv":
        as_csv(found.flat(top or None))
    else:
        from theodolite.cli.rank_table import show

        show(found, top or None)
    finish((*place.refusals, *found.refusals))


def _registry(data: Path | None) -> Registry | None:
    """The registry of the data, for telling which names are one model; None where it can have none."""
    if data is not None and not data.is_dir():
        return None
    try:
        return registry_of(data)
    except Refusal:
        return None
