"""Gap quantities between two ladders: backward and forward lag, vertical gap, level-averaged shift.

All functions take a leader's and a follower's `Ladder` with the same number of rows n (1 for a table's
own levels, one a draw else), days as ordinals and tolerances in points. Lags are in months of 30.4375
days. An undefined value is nan.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from theodolite.measure.frontier import Ladder
from theodolite.measure.opposed import pair
from theodolite.measure.sides import Side, SideRule
from theodolite.model.period import DAYS_PER_MONTH
from theodolite.model.scores import Draws, ScoreTable

Values = NDArray[np.float64]
Flags = NDArray[np.bool_]


def backward(leader: Ladder, follower: Ladder, days: Sequence[int], tolerance: float) -> tuple[Values, Flags]:
    """Backward lag on each of `days`: shapes (days, n) of months and of left-censoring flags.

    The day minus the day the leader first exceeded the follower's frontier plus the tolerance; 0 where it
    never did by then; left-censored ("at least") where the leader's first record already did.
    """
    n = leader.best.shape[0]
    months = np.full((len(days), n), np.nan)
    censored = np.zeros((len(days), n), dtype=bool)
    if not (len(leader.days) and len(follower.days)):
        return months, censored
    # How many of the leader's days stay at or below each step of the follower: one count serves every day.
    passed = np.stack(
        [
            (leader.reached <= follower.reached[:, j, None] + tolerance).sum(axis=1)
            for j in range(len(follower.days))
        ]
    )
    first_days = np.append(leader.days, np.iinfo(np.int64).max)
    for row, day in enumerate(days):
        j = int(np.searchsorted(follower.days, day, side="right")) - 1
        if j < 0 or leader.days[0] > day:
            continue
        exceeded_on = first_days[passed[j]]
        ahead = exceeded_on <= day
        months[row] = np.where(ahead, (day - exceeded_on) / DAYS_PER_MONTH, 0.0)
        censored[row] = ahead & (passed[j] == 0)
    return months, censored


def backward_beyond_doubt(
    leader: Ladder, follower: Ladder, day: int, share: float = 0.95
) -> tuple[float, bool]:
    """Backward lag in months with a test in place of points: the leader first exceeded the follower's
    frontier in at least `share` of the rows (draws). 0 where it never did; nan before either has a model.
    """
    ahead, behind = leader.until(day), follower.until(day)
    if not (len(ahead.days) and len(behind.days)):
        return float("nan"), False
    sure = (ahead.best > behind.reached[:, -1, None]).mean(axis=0) >= share
    if not sure.any():
        return 0.0, False
    first = int(np.argmax(sure))
    return (day - int(ahead.days[first])) / DAYS_PER_MONTH, first == 0


def forward(
    leader: Ladder, follower: Ladder, day: int, data_until: int, tolerance: float
) -> tuple[Values, Flags]:
    """Forward lag from a day: shapes (n,) of months and of right-censoring flags.

    Months until the follower reached the leader's level of that day less the tolerance; 0 where it had;
    where it has not by the end of the data, the months to there, right-censored ("at least").
    """
    then = leader.until(day)
    n = leader.best.shape[0]
    if not (len(then.days) and len(follower.days)):
        return np.full(n, np.nan), np.zeros(n, dtype=bool)
    target = then.reached[:, -1, None] - tolerance
    passed = (follower.reached < target).sum(axis=1)
    reached_on = np.append(follower.days, np.iinfo(np.int64).max)[passed]
    is_open = reached_on > data_until
    until = np.where(is_open, data_until, reached_on)
    return np.maximum(until - day, 0) / DAYS_PER_MONTH, is_open


def vertical(leader: Ladder, follower: Ladder, days: Sequence[int]) -> Values:
    """Leader's frontier minus follower's on each of `days`, in points: shape (days, n)."""
    gaps = np.full((len(days), leader.best.shape[0]), np.nan)
    for row, day in enumerate(days):
        ahead, behind = leader.until(day), follower.until(day)
        if len(ahead.days) and len(behind.days):
            gaps[row] = ahead.reached[:, -1] - behind.reached[:, -1]
    return gaps


def level_shift(leader: Ladder, follower: Ladder, days: Sequence[int]) -> Values:
    """Mean months between the frontiers over the levels both have passed, on each of `days`: (days, n).

    The area between the frontiers read sideways, from the higher of the two first records to the lower of
    the two frontiers, over its width. Negative where the follower was earlier; nan where no level is common.
    """
    shifts = np.full((len(days), leader.best.shape[0]), np.nan)
    for row, day in enumerate(days):
        ahead, behind = leader.until(day), follower.until(day)
        if not (len(ahead.days) and len(behind.days)):
            continue
        low = np.maximum(ahead.reached[:, 0], behind.reached[:, 0])
        high = np.minimum(ahead.reached[:, -1], behind.reached[:, -1])
        width = high - low
        area = _days_over_levels(behind, low, high) - _days_over_levels(ahead, low, high)
        common = width > 0
        shifts[row, common] = area[common] / width[common] / DAYS_PER_MONTH
    return shifts


def _days_over_levels(side: Ladder, low: Values, high: Values) -> Values:
    """The integral, over levels from `low` to `high`, of the day on which each was reached."""
    clipped = np.clip(side.reached, low[:, None], np.maximum(low, high)[:, None])
    gained = np.diff(clipped, axis=1, prepend=low[:, None])
    days: Values = gained @ side.days.astype(np.float64)
    return days


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """A quantity on a list of days: `estimates` (days,) from the table, `draws` (days, n) or None.

    `censored` (days,) and `censored_draws` (days, n) flag left-censored lags; None where the quantity
    cannot be censored.
    """

    estimates: Values = field(repr=False)
    draws: Values | None = field(repr=False)
    censored: Flags | None = field(default=None, repr=False)
    censored_draws: Flags | None = field(default=None, repr=False)


def backward_lags(
    table: ScoreTable,
    draws: Draws | None,
    leader: Side,
    follower: Side,
    days: Sequence[dt.date],
    tolerance: float = 0.0,
    rule: SideRule = "any",
) -> Series:
    """Backward lag in months on each day, from the table and in each draw."""
    at = [d.toordinal() for d in days]
    months, flags = backward(*pair(table, leader, follower, rule), at, tolerance)
    if draws is None:
        return Series(months[:, 0], None, flags[:, 0])
    drawn, drawn_flags = backward(*pair(table, leader, follower, rule, draws), at, tolerance)
    return Series(months[:, 0], drawn, flags[:, 0], drawn_flags)


def vertical_gaps(
    table: ScoreTable,
    draws: Draws | None,
    leader: Side,
    follower: Side,
    days: Sequence[dt.date],
    rule: SideRule = "any",
) -> Series:
    """Vertical gap in points on each day, from the table and in each draw."""
    return _uncensored(vertical, table, draws, leader, follower, days, rule)


def level_shifts(
    table: ScoreTable,
    draws: Draws | None,
    leader: Side,
    follower: Side,
    days: Sequence[dt.date],
    rule: SideRule = "any",
) -> Series:
    """Level-averaged shift in months on each day, from the table and in each draw."""
    return _uncensored(level_shift, table, draws, leader, follower, days, rule)


def _uncensored(
    quantity: Callable[[Ladder, Ladder, Sequence[int]], Values],
    table: ScoreTable,
    draws: Draws | None,
    leader: Side,
    follower: Side,
    days: Sequence[dt.date],
    rule: SideRule,
) -> Series:
    """A quantity that cannot be censored, on each day, from the table and in each draw."""
    at = [d.toordinal() for d in days]
    values = quantity(*pair(table, leader, follower, rule), at)
    drawn = None if draws is None else quantity(*pair(table, leader, follower, rule, draws), at)
    return Series(values[:, 0], drawn)
