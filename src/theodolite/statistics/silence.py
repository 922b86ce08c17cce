"""How probable a silence at the end is: days on which something was spoken of, shuffled within weekdays."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]


def silent_days(active: Flags, open_days: Flags) -> tuple[int, int]:
    """The days of silence at the end, and the longest silence between two active days before it.

    Of the days (n,) only `open_days` count: those on which anything could have been said at all.
    """
    at = np.flatnonzero(active[open_days])
    if not len(at):
        return int(open_days.sum()), 0
    between = int(np.diff(at).max(initial=1)) - 1
    return int(open_days.sum()) - int(at[-1]) - 1, between


def probability(active: Flags, open_days: Flags, strata: Counts) -> float:
    """The chance of a silence at the end at least as long, if the active days were shuffled.

    Exact: in each kind of day (`strata`, weekdays) the active ones are a draw without replacement among the
    open ones (hypergeometric), and none may fall into the silence.
    """
    active = active & open_days
    if not active.any():
        return 1.0
    last = int(np.flatnonzero(active)[-1])
    log_chance = 0.0
    for kind in np.unique(strata):
        days = np.flatnonzero((strata == kind) & open_days)
        drawn = int(active[days].sum())
        before = int((days <= last).sum())
        log_chance += _log_choose(before, drawn) - _log_choose(len(days), drawn)
    return min(1.0, math.exp(log_chance))


def _log_choose(n: int, k: int) -> float:
    return float(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1))
