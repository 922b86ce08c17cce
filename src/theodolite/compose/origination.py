"""Origination: who moves the joint frontier of two sides, in points added by each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.compose.survey_view import FrontierView


@dataclass(frozen=True, slots=True)
class Moved:
    """What one side added to the joint frontier after its first record: points, and in how many records."""

    side: str
    points: float
    records: int


def moved_by(sides: Sequence[FrontierView]) -> tuple[Moved, ...]:
    """Points that each side added to the strict running maximum over both, in the order given.

    The first record sets the start and adds nothing. Of two records on one day the higher counts.
    """
    records = sorted(
        ((p.date, -p.level, k, p.level) for k, s in enumerate(sides) for p in s.points),
    )
    added = [0.0] * len(sides)
    count = [0] * len(sides)
    best: float | None = None
    for _, _, k, level in records:
        if best is not None and level > best:
            added[k] += level - best
            count[k] += 1
        best = level if best is None else max(best, level)
    return tuple(Moved(s.side, added[k], count[k]) for k, s in enumerate(sides))
