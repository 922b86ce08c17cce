"""A measured quantity over days, with draws: what a claim is held against."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from theodolite.model.estimate import Censored
from theodolite.model.scores import Vintage


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Series:
    """One quantity between two sides on each of n days.

    `values` is (n,), NaN where undefined; `draws` is (n, k) or None where no interval can be drawn.
    `censored` (n,) and `censored_draws` (n, k) mark values of which only "at least" is known; `censoring`
    says on which side. `measurable` is the longest value the data could show on each day (n,), NaN where
    that has no meaning. `thin` says why the coverage of a side is too thin to decide, None where it is not.
    `data_until` is the day of the latest scored model of the vintage. `day` is the index of the day that the
    claim speaks of; `note` what a reader should know of the window.
    """

    measure: str
    source: str
    vintage: Vintage
    data_until: dt.date
    method: str
    unit: str
    days: tuple[dt.date, ...]
    values: NDArray[np.float64] = field(repr=False)
    draws: NDArray[np.float64] | None = field(repr=False)
    censored: NDArray[np.bool_] = field(repr=False)
    censored_draws: NDArray[np.bool_] | None = field(repr=False)
    censoring: Censored
    measurable: NDArray[np.float64] = field(repr=False)
    thin: str | None
    day: int
    note: str | None = None
