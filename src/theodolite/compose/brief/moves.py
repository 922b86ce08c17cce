"""A measured figure of two vintages as a sentence: what moved, what did not, and what cannot be told."""

from __future__ import annotations

import math
from typing import Literal

from theodolite.compose.amounts import unit_words
from theodolite.compose.words import number, the
from theodolite.model.observation import Observation

Move = Literal["moved", "no measurable change", "cannot be told", "first held"]

QUANTITIES = {
    "vertical_gap": "in level",
    "level_shift_months": "in time, averaged over levels",
    "time_to_match_median_months": "in time to match a record",
}
"""Quantities that a brief tells of. The backward lag of one day is a saw-tooth and no headline rests on one
day; the forward lag is known only afterwards."""
_SIDES = {"open weights": "open models", "closed": "closed models", "open": "open models"}


def quantity_of(one: Observation) -> tuple[str, str]:
    """(quantity, measure) of a headline: its definition is "quantity, tolerance t, measure"."""
    quantity, _, rest = one.definition.partition(", ")
    return quantity, rest.partition(", ")[2]


def move_of(before: Observation | None, after: Observation) -> Move:
    """What can be said of a change: "moved" only where the two 90% intervals do not meet."""
    if before is None:
        return "first held"
    ends = (before.low, before.high, after.low, after.high)
    if any(v is None for v in ends) or before.censored or after.censored:
        return "cannot be told"
    apart = before.high < after.low or after.high < before.low  # type: ignore[operator]
    return "moved" if apart else "no measurable change"


def move_sentence(before: Observation | None, after: Observation) -> str:
    """The figure with its interval, the one before it, and what came of it."""
    quantity, measure = quantity_of(after)
    follower, leader = (_side(name) for name in (after.subject, after.counterpart or "others"))
    where = f"{QUANTITIES.get(quantity, quantity)} is {span(after)} on {measure}"
    lead = f"The distance of {follower} behind {leader} {where}"
    if before is None:
        return f"{lead}; no earlier vintage was held here."
    told = {"moved": "it moved", "no measurable change": "no measurable change"}
    came = told.get(move_of(before, after), "whether it changed cannot be told")
    return f"{lead}; the vintage before gave {span(before)}: {came}."


def span(one: Observation) -> str:
    """The interval of a figure, months whole; the figure alone where no interval could be drawn.

    Below zero the follower is ahead.
    """
    unit = unit_words(one.unit, 2)
    if one.value is None:
        return "undefined"
    if one.censored:
        return f"at least {number(one.value)} {unit}"
    if one.low is None or one.high is None:
        return f"{number(one.value)} {unit}, without an interval"
    if one.unit == "month":
        low, high = math.floor(one.low + 1e-9), math.ceil(one.high - 1e-9)
        return f"{number(low if low < high else high - 1, 0)} to {number(high, 0)} {unit} (90%)"
    return f"{number(one.low)} to {number(one.high)} {unit} (90%)"


def _side(name: str) -> str:
    return the(_SIDES.get(name, name))
