"""The bursts of many series that are more than chance, all series looked at together."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from theodolite.statistics import bursts
from theodolite.statistics.bursts import Burst, Counts, Values
from theodolite.statistics.false_discovery import cut
from theodolite.statistics.shuffled_time import chances

AIMED = 0.8
"""Share of the stated rate that is aimed at: what is stated holds with room for what shuffling is only nearly
(days of different volume that change places; probabilities of so many shuffles)."""
LEVELS = 3
"""States above the usual one: the highest has 27 times the usual odds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A burst that is called, of row `burst.series`. `level` and `peak` are by many states."""

    burst: Burst
    threshold: float
    probability: float
    level: int
    peak: tuple[int, int]


def called(relevant: Counts, total: Counts, strata: Counts, rate: float) -> list[Called]:
    """The bursts of `relevant` (series, days) in `total` (days,) that are more than chance at `rate`.

    A series counts by its heaviest burst; the probability up to which series are called is that of Benjamini
    and Hochberg over all of them. Every burst of a series that weighs as much is called.
    """
    if not len(relevant):
        return []
    step = bursts.GAMMA * math.log(max(len(total), 2))
    share = bursts.usual(relevant, total, strata)
    clumped = bursts.clumping(relevant, total, share)
    gain = bursts.gains(relevant, total, share, clumped, LEVELS)
    by_chance = chances(relevant, total, strata, AIMED * rate)
    best = bursts.heaviest(np.ascontiguousarray(gain[1].T), step)
    least = cut(np.array([c.of(w) for c, w in zip(by_chance, best, strict=True)]), AIMED * rate)
    if not least:
        return []
    thresholds = [c.threshold(least) for c in by_chance]
    found = list(_heavy(gain[:2], step, thresholds))
    paths = dict(zip((k := sorted({b.series for b in found})), bursts.states(gain[:, k], step), strict=True))
    return [
        Called(
            burst=b, threshold=thresholds[b.series], probability=by_chance[b.series].of(b.weight),
            level=level, peak=peak,
        )
        for b in found
        for level, peak in (_peak(paths[b.series], b),)
    ]  # fmt: skip


def _heavy(gain: Values, step: float, thresholds: list[float]) -> Iterator[Burst]:
    for burst in bursts.found(bursts.states(gain, step), gain):
        if burst.weight >= thresholds[burst.series]:
            yield burst


def _peak(path: Counts, burst: Burst) -> tuple[int, tuple[int, int]]:
    """The highest state within a burst and its first stretch there; the burst itself where there is none."""
    inside = path[burst.start : burst.end + 1]
    level = int(inside.max())
    if level < 2:
        return 1, (burst.start, burst.end)
    at = np.flatnonzero(inside == level)
    run = np.flatnonzero(np.diff(at) > 1)
    last = at[run[0]] if len(run) else at[-1]
    return level, (burst.start + int(at[0]), burst.start + int(last))


def outside(found: list[Called], series: int, days: int) -> NDArray[np.bool_]:
    """The days outside every called burst of a series."""
    quiet = np.ones(days, dtype=np.bool_)
    for one in found:
        if one.burst.series == series:
            quiet[one.burst.start : one.burst.end + 1] = False
    return quiet
