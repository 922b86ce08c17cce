"""Whether a movement towards somebody is one of a race, and who leads in it."""

from __future__ import annotations

import re

from theodolite.extract.field_order import LEADERS
from theodolite.extract.lags import parties
from theodolite.extract.lags.sides import SideFinder, Sides
from theodolite.extract.scene import Scene


def is_leader(scene: Scene, sides: Sides) -> bool:
    """Whether who loses ground leads in the order of the field."""
    first, second = (side.side if side else None for side in (sides.follower, sides.leader))
    if not first or not second or first == second or not {first, second} <= _RANKED:
        return False
    return scene.referents.order(first, second, sides.follower.start)[0] == second  # type: ignore[union-attr]


INTERVAL = re.compile(r"(?:interval|delay)\b", re.I)
PRICES = re.compile(r"\b(?:shares?|stocks?|prices?|bonds?|sales|revenues?|futures|index|yields?)\b", re.I)
_RANKED = frozenset(LEADERS)
_LIKE = re.compile(
    r"\b(?:performance|benchmarks?|scores?|quality|capabilit\w+|frontier|level|race|lead|gap|behind|models?)\b",
    re.I,
)


def is_race(scene: Scene, finder: SideFinder, sides: Sides) -> bool:
    """Whether two who come closer do so in what they can do, not as friends."""
    both = (sides.follower, sides.leader)
    if not all(parties.is_somebody(finder, side) for side in both):
        return False
    kinds = {side.kind for side in both if side}
    sentence = finder.sentence
    return (
        "model" in kinds
        or "group" in kinds
        or bool(_LIKE.search(scene.content, sentence.start, sentence.end))
    )
