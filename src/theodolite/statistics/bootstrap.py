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
    mid-distribution: Lancaster, 1961; Parzen, 2004), else such intervals hold more than they promise.
    """
    defined = values[~np.isnan(values)]
    if len(defined) < max(len(values) / 2, 1):
        return None
    tail = (1 - COVERAGE) / 2
    distinct, counts = np.unique(defined, return_counts=True)
    if len(distinct) == len(defined):
        low, high = np.percentile(defined, [100 * tail, 100 * (1 - tail)])
        return float(low), float(high)
    middle = (np.cumsum(counts) - counts / 2) / len(defined)
    inside = distinct[(middle >= tail) & (middle <= 1 - tail)]
    return float(inside[0]), float(inside[-1])


def share_not_certain(count: int, draws: int) -> float:
    """A probability from a count of draws that is never 0 or 1: (count + 1/2) / (draws + 1)."""
    return (count + 0.5) / (draws + 1)
