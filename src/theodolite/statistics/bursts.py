"""Bursts in a stream of batches: stretches in which something is spoken of more than it usually is.

Kleinberg, "Bursty and Hierarchical Structure in Streams", KDD 2002, section 4: each day brings d documents,
of which r are relevant. An automaton with states 0, 1, 2, ... sends them, each state with a larger share than
the one below; a day in a state costs the negative log-likelihood of its counts, and each step up costs
gamma ln(n) over n days (steps down are free). The cheapest path is found exactly (Viterbi). A burst of level
j is a longest stretch in states of at least j; its weight is what state j saves there over state j - 1.

Three things differ from the paper. The odds of a state are multiplied, not its share, so that what stands in
most documents can burst, too; for what is rare both are the same. The usual share may differ by day of the
week. And documents of one day are not independent (copies, one event told by many): a day's likelihood is
divided by the design effect 1 + (d - 1) rho, with the correlation rho of a series' documents within a day
(Kish, "Survey Sampling", 1965, section 8.2), so that a day counts for as many documents as it is worth.
Whether a weight is more than chance is another question: see `shuffled_time`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Counts = NDArray[np.int64]

SCALE, GAMMA = 3.0, 0.5
"""Each state has three times the odds of the one below, and a step up costs half of ln(n). At one rate of
false calls Kleinberg's 2 and 1 find fewer of short bursts and more of long ones: `benchmarks/bursts.py`."""
SHRINK = 2.0
"""Mentions' worth of the whole week in each weekday's usual share: few mentions say little of a weekday."""


@dataclass(frozen=True, slots=True)
class Burst:
    """A stretch of days `start` to `end` (positions, both within) at `level` of 1 or more."""

    series: int
    level: int
    start: int
    end: int
    weight: float


def usual(relevant: Counts, total: Counts, strata: Counts | None = None) -> Values:
    """The usual share by series and day, (series, days), of `relevant` (series, days) in `total` (days,).

    `strata` (days,) numbers the kinds of days (weekdays); each kind's share leans to that of all days by
    `SHRINK` mentions. It depends only on the sums over each kind: shuffling its days does not change it.
    """
    documents = max(float(total.sum()), 1.0)
    overall = relevant.sum(axis=1, dtype=np.float64) / documents
    share = np.repeat(overall[:, None], len(total), axis=1)
    if strata is None:
        return share
    for kind in np.unique(strata):
        days = strata == kind
        there = float(total[days].sum())
        # What SHRINK mentions weigh in documents, at the share of all days.
        lean = np.divide(SHRINK, overall, out=np.zeros_like(overall), where=overall > 0)
        mixed = (relevant[:, days].sum(axis=1) + SHRINK) / np.maximum(there + lean, 1.0)
        share[:, days] = np.where(overall > 0, mixed, 0.0)[:, None]
    return share


def clumping(relevant: Counts, total: Counts, share: Values) -> Values:
    """The correlation of a series' documents within a day, (series,), from the spread of its daily counts.

    By moments: Pearson's sum of squares, over what it is for documents that know nothing of each other; never
    below nought. Shuffling whole days does not change it.
    """
    spread = np.maximum(share * (1.0 - share), 1e-12)
    beyond = ((relevant - share * total) ** 2 / spread).sum(axis=1) - float(total.sum())
    pairs = max(float((total * (total - 1.0)).sum()), 1.0)
    rho: Values = np.clip(beyond / pairs, 0.0, 1.0)
    return rho


def gains(
    relevant: Counts, total: Counts, share: Values, clumped: Values, levels: int = 1, scale: float = SCALE
) -> Values:
    """What each state saves over state 0 on each day, (levels + 1, series, days); nought for state 0."""
    made = np.zeros((levels + 1, *relevant.shape))
    worth = 1.0 + np.maximum(total - 1.0, 0.0) * clumped[:, None]
    for level in range(1, levels + 1):
        more = scale**level
        made[level] = (relevant * math.log(more) - total * np.log1p(share * (more - 1.0))) / worth
    return made


def states(gain: Values, step: float) -> Counts:
    """The cheapest path through the states, (series, days); `step` is the cost of a step up by one.

    The stream begins in state 0. Of two equally cheap ways the one from the lower state is taken.
    """
    levels, series, days = gain.shape
    rise = np.maximum(np.arange(levels)[None, :] - np.arange(levels)[:, None], 0) * step
    value = np.full((levels, series), -np.inf)
    value[0] = 0.0
    came = np.zeros((days, levels, series), dtype=np.int8)
    for day in range(days):
        ways = value[:, None, :] - rise[:, :, None]
        came[day] = ways.argmax(axis=0)
        value = ways.max(axis=0) + gain[:, :, day]
    path = np.zeros((series, days), dtype=np.int64)
    at = value.argmax(axis=0)
    every = np.arange(series)
    for day in range(days - 1, -1, -1):
        path[:, day] = at
        at = came[day, at, every].astype(np.int64)
    return path


def found(path: Counts, gain: Values) -> Iterator[Burst]:
    """Every burst of a path of states, by series, level and day."""
    for series, row in enumerate(path):
        for level in range(1, int(row.max(initial=0)) + 1):
            inside = np.concatenate(([0], (row >= level).astype(np.int8), [0]))
            edges = np.flatnonzero(np.diff(inside))
            saved = gain[level, series] - gain[level - 1, series]
            for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
                weight = float(saved[start:stop].sum())
                yield Burst(series=series, level=level, start=start, end=stop - 1, weight=weight)


def heaviest(gain: Values, step: float) -> Values:
    """The weight of each series' heaviest burst of level 1, (series,), nought without one.

    `gain` is (days, series): what state 1 saves over state 0 by day, days first, so that many series run side
    by side. The same paths as those of `states` with two states, in one walk that keeps what each has saved.
    """
    series = gain.shape[1]
    below, above = np.zeros(series), np.full(series, -np.inf)
    done_below, done_above, run = np.zeros(series), np.zeros(series), np.zeros(series)
    for day in gain:
        enters, leaves = below - step >= above, above > below
        ended = np.where(leaves, np.maximum(done_above, run), done_below)
        done_above = np.where(enters, done_below, done_above)
        run = np.where(enters, 0.0, run) + day
        done_below = ended
        below, above = np.maximum(below, above), np.maximum(below - step, above) + day
    return np.where(above > below, np.maximum(done_above, run), done_below)
