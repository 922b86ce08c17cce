"""Exponential growth: least squares on logarithms over time."""

from __future__ import annotations

import datetime as dt
import heapq
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

DAYS_PER_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Growth:
    """A fitted trend of n dated values: growth in natural logs a day, and what that means."""

    log_per_day: float
    n: int

    @property
    def factor_per_year(self) -> float:
        """How many times larger after a year of 365.25 days."""
        return math.exp(self.log_per_day * DAYS_PER_YEAR)

    @property
    def doubling_days(self) -> float:
        """Days in which the trend doubles; negative where it shrinks."""
        return math.log(2) / self.log_per_day


def growth(values: Sequence[tuple[dt.date, float]]) -> Growth:
    """Ordinary least squares of the log of positive values on their day. ValueError under two days."""
    days = np.array([d.toordinal() for d, _ in values], dtype=np.float64)
    if len(np.unique(days)) < 2:
        raise ValueError("growth needs values on two different days")
    logs = np.log([v for _, v in values])
    return Growth(float(np.polyfit(days - days.mean(), logs, 1)[0]), len(values))


def running_top(values: Iterable[tuple[dt.date, float]], n: int) -> list[tuple[dt.date, float]]:
    """Those that were among the n largest known when they came, in order of date (then of value)."""
    largest: list[float] = []
    kept = []
    for day, value in sorted(values):
        if len(largest) < n:
            heapq.heappush(largest, value)
        elif value >= largest[0]:
            heapq.heapreplace(largest, value)
        else:
            continue
        kept.append((day, value))
    return kept
