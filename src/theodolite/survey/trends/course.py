"""The course of a series in steps of days, each with what would be usual there."""

from __future__ import annotations

import datetime as dt

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom, nbinom

from theodolite.model.trends import Step
from theodolite.statistics.bootstrap import COVERAGE
from theodolite.statistics.bursts import Counts

_DAILY_UNTIL = 98
"""A window of up to this many days is shown by day, a longer one by week."""


def step_days(days: int) -> int:
    """How many days a step has."""
    return 1 if days <= _DAILY_UNTIL else 7


def course(
    relevant: Counts, total: Counts, quiet: NDArray[np.bool_], first: dt.date, size: int
) -> tuple[Step, ...]:
    """The counts (days,) of one series in steps of `size` days, the last of them whole.

    What is usual is worked out of the `quiet` days (those outside bursts): their share, and how much their
    counts clump. The limits hold nine in ten counts of a step.
    """
    share, clumped = _usual(relevant[quiet], total[quiet])
    made = []
    for start in range(len(total) % size, len(total), size):
        days = slice(start, start + size)
        low, high = _limits(total[days], share, clumped)
        made.append(
            Step(
                start=(first + dt.timedelta(start)).isoformat(), count=int(relevant[days].sum()),
                documents=int(total[days].sum()), low=low, high=high,
            )
        )  # fmt: skip
    return tuple(made)


def _usual(relevant: Counts, total: Counts) -> tuple[float, float]:
    """The share, and the correlation of documents within a day."""
    documents = float(total.sum())
    if not documents:
        return 0.0, 0.0
    share = float(relevant.sum()) / documents
    spread = share * (1 - share)
    pairs = float((total * (total - 1)).sum())
    if not spread or not pairs:
        return share, 0.0
    beyond = float(((relevant - share * total) ** 2).sum()) / spread - documents
    return share, min(max(beyond / pairs, 0.0), 1.0)


def _limits(total: Counts, share: float, clumped: float) -> tuple[float, float]:
    """The count's limits: binomial, or negative binomial where documents clump."""
    tail = (1 - COVERAGE) / 2
    mean = share * float(total.sum())
    if not mean:
        return 0.0, 0.0
    spread = share * (1 - share) * float((total * (1 + (total - 1) * clumped)).sum())
    if spread > mean:
        size, chance = mean**2 / (spread - mean), mean / spread
        return float(nbinom.ppf(tail, size, chance)), float(nbinom.ppf(1 - tail, size, chance))
    n = int(total.sum())
    return float(binom.ppf(tail, n, share)), float(binom.ppf(1 - tail, n, share))
