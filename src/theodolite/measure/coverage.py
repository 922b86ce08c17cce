"""Coverage and measurable range: how much of a gap the data could show at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from theodolite.measure.sides import Side, SideRule
from theodolite.model.gap import SideCoverage
from theodolite.model.period import months_between
from theodolite.model.scores import ScoreTable

WINDOW = dt.timedelta(days=365)
FEWEST_MODELS = 5
FEWEST_LABS = 3


def coverage(
    table: ScoreTable, side: Side, day: dt.date, rule: SideRule = "any", released: ScoreTable | None = None
) -> SideCoverage:
    """Scored models and labs of a side released in the twelve months to `day` (the day itself included).

    `released` are all releases that a registry knows, whose levels say nothing: how many of the side there
    were is counted beside. None where no registry is known.

    An organisation is one lab by nature, and a table without organisations has no labs to count: there only
    the models can be too few.
    """
    recent = [m for m in table.models if day - WINDOW < m.date <= day and side.holds(m, rule)]
    labs = {organisation.casefold() for m in recent for organisation in m.organisations}
    known = any(m.organisations for m in table.models)
    few_labs = known and len(labs) < FEWEST_LABS and "organisation" not in side.kinds
    return SideCoverage(
        models=len(recent),
        labs=len(labs),
        registry_models=None if released is None else _recent(released, side, day, rule),
        thin=len(recent) < FEWEST_MODELS or few_labs,
        labs_known=known,
    )


def _recent(released: ScoreTable, side: Side, day: dt.date, rule: SideRule) -> int:
    return sum(day - WINDOW < m.date <= day and side.holds(m, rule) for m in released.models)


def measurable_range(table: ScoreTable, leader: Side, day: dt.date, rule: SideRule = "any") -> float | None:
    """The longest lag in months that the data could show on a day: back to the leader's first record.

    None where the leader has no model by then.
    """
    return measurable_ranges(table, leader, [day], rule)[0]


def measurable_ranges(
    table: ScoreTable, leader: Side, days: Sequence[dt.date], rule: SideRule = "any"
) -> list[float | None]:
    """The same for each of many days."""
    first = min((m.date for m in table.models if leader.holds(m, rule)), default=None)
    return [None if first is None or day < first else months_between(first, day) for day in days]


def unsaid(table: ScoreTable, *sides: Side) -> list[str]:
    """How many models do not say what the sides ask, and so count in none of them: one line for each kind."""
    kinds = frozenset[str]().union(*(side.kinds for side in sides))
    missing = {
        "country": (sum(not m.countries for m in table.models), "name no country"),
        "licence": (sum(not m.licence for m in table.models), "name no licence"),
        "size": (sum(not m.parameters for m in table.models), "give no number of parameters"),
    }
    found = []
    for kind, (count, words) in missing.items():
        if count and kind in kinds:
            found.append(f"{count} of {len(table.models)} models {words} and count in no side")
    return found
