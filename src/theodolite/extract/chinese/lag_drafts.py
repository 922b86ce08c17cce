"""What every lag in Chinese states: its slots, what it is about, where its evidence begins and ends."""

from __future__ import annotations

from typing import Any

from theodolite.extract.chinese import dimensions
from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.lag_sides import Cue
from theodolite.extract.chinese.lag_trends import Trend
from theodolite.extract.chinese.referents import slot
from theodolite.extract.chinese.scene import Scene


def slots(
    scene: Scene,
    follower: Any,
    leader: Any,
    low: float | None,
    high: float | None,
    trend: Trend | None,
    reading: str,
) -> dict[str, Any]:
    """The slots of a lag."""
    return {
        **slot(scene, "follower", follower),
        **slot(scene, "leader", leader),
        "subject": "AI",
        "low_months": tidy(low),
        "high_months": tidy(high),
        "trend": trend,
        "reading": reading,
    }


def tidy(value: float | None) -> float | int | None:
    """A number of months, whole where it is."""
    if value is None:
        return None
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def dimension(scene: Scene, start: int, end: int, first: int) -> str:
    """What is behind."""
    clause = scene.clause_at(start)
    return dimensions.of_gap(scene.content[min(start, clause.start) : end], scene.content[first:start][-60:])


def extent(scene: Scene, first: int, cue: Cue, figure: Figure, follower: Any, leader: Any) -> tuple[int, int]:
    """From the first to the last word that the claim uses, within its sentence."""
    places = [(cue.start, cue.end), (figure.start, figure.end)]
    places += [
        (m.start, m.end) for m in (follower, leader) if m is not None and first <= m.start < cue.end + 30
    ]
    start, end = min(a for a, _ in places), max(b for _, b in places)
    return max(start, cue.start - 60), end
