"""Random weights and levels for intervals: seeded, so that the same input gives the same interval."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

Values = NDArray[np.float64]

SEED = 20240611
"""One constant for every draw in the package: a figure must not change from run to run."""
COVERAGE = 0.90
Z90 = float(ndtri(0.5 + COVERAGE / 2))
"""Standard deviations from the centre to either limit of a 90% interval of a normal."""


def resampled_within(
    groups: NDArray[np.int64], draws: int, rng: np.random.Generator
) -> Iterator[NDArray[np.float64]]:
    """Yield `draws` arrays of counts (n,): each group's members resampled with replacement within it."""
    members = [np.flatnonzero(groups == g) for g in np.unique(groups)]
    shares = [np.full(len(m), 1 / len(m)) for m in members]
    for _ in range(draws):
        counts = np.zeros(len(groups))
        for m, share in zip(members, shares, strict=True):
            counts[m] = rng.multinomial(len(m), share)
        yield counts


def split_normal(centre: Values, low: Values, high: Values, draws: int, rng: np.random.Generator) -> Values:
    """Draws (draws, m) of m values from the 90% limits published for each; nan limits give no spread.

    Each side of the centre is half a normal with the standard deviation of its own limit, so that the
    median is the centre and the 5th and 95th percentiles are the limits.
    """
    z = rng.standard_normal((draws, len(centre)))
    below = np.nan_to_num((centre - low) / Z90)
    above = np.nan_to_num((high - centre) / Z90)
    drawn: Values = centre + z * np.where(z < 0, below, above)
    return drawn


def rescaled_limits(centre: Values, low: Values, high: Values, share: float) -> tuple[Values, Values]:
    """Limits published at another coverage (0.95, say) as 90% limits, each side of the centre on its own."""
    per = Z90 / float(ndtri(0.5 + share / 2))
    return centre - (centre - low) * per, centre + (high - centre) * per


def interval(values: Values) -> tuple[float, float] | None:
    """5th and 95th percentile of the defined values; None where fewer than half are defined.

    A value that many draws share (a lag falls on few days) counts half below itself and half above (the
    mid-distribution: Lancaster, 1961; Parzen, 2004); then the value at either end is left out or one more
    taken in for as long as what the interval holds comes nearer to 90%. Else such intervals hold more.
    """
    found = _shared(values)
    if found is None:
        return None
    distinct, counts = found
    tail, total = (1 - COVERAGE) / 2, int(counts.sum())
    if len(distinct) == total:
        low, high = np.percentile(distinct, [100 * tail, 100 * (1 - tail)])
        return float(low), float(high)
    middle = (np.cumsum(counts) - counts / 2) / total
    inside = np.flatnonzero((middle >= tail) & (middle <= 1 - tail))
    first, last = _nearest(np.cumsum(counts) / total, int(inside[0]), int(inside[-1]))
    return float(distinct[first]), float(distinct[last])


def lower_limit(values: Values) -> float | None:
    """The lower limit where there is no upper one: what lies at or above it is as near to 90% as can be."""
    found = _shared(values)
    if found is None:
        return None
    distinct, counts = found
    beyond = 1 - (np.cumsum(counts) - counts) / counts.sum()
    return float(distinct[np.argmin(np.abs(beyond - COVERAGE).round(9))])


def _shared(values: Values) -> tuple[Values, NDArray[np.int64]] | None:
    """The distinct defined values and how many share each; None where fewer than half are defined."""
    defined = values[~np.isnan(values)]
    if len(defined) < max(len(values) / 2, 1):
        return None
    distinct, counts = np.unique(defined, return_counts=True)
    return distinct, counts


def _nearest(summed: Values, first: int, last: int) -> tuple[int, int]:
    """The ends moved one value at a time to where what lies between is nearest to 90%."""

    def off(ends: tuple[int, int]) -> float:
        held = summed[ends[1]] - (summed[ends[0] - 1] if ends[0] else 0.0)
        return round(abs(float(held) - COVERAGE), 9)

    while True:
        near = [(first + 1, last), (first, last - 1), (first - 1, last), (first, last + 1)]
        best = min((e for e in near if 0 <= e[0] <= e[1] < len(summed)), key=off, default=(first, last))
        if off(best) >= off((first, last)):
            return first, last
        first, last = best


def share_not_certain(count: int, draws: int) -> float:
    """A probability from a count of draws that is never 0 or 1: (count + 1/2) / (draws + 1)."""
    return (count + 0.5) / (draws + 1)
