"""How heavy a burst is by chance: the same counts with their days shuffled.

Two shuffles, both within each kind of day (weekday), so that a weekly cycle is kept and makes no burst:

- *days*: whole days change places, with all that happened on them. What clumps on a day (copies, one event
  told by many) stays together, so a burst must last longer than days do by chance.
- *documents*: each document changes its day, and each day keeps how many documents it has. What makes some
  days larger than others (a growing stream) is kept.

The probability of a weight is the larger of the two: it is the chance of so heavy a burst or heavier in that
series under either. Days are shuffled in the same way for all series, which keeps what they have in common.
Probabilities are by Monte Carlo, (1 + as heavy) / (1 + shuffles) (Davison and Hinkley, "Bootstrap Methods and
their Application", 1997, section 4.2); a series that 20 shuffles have reached is plainly usual and is not
shuffled on (Besag and Clifford, "Sequential Monte Carlo p-values", Biometrika 78, 1991).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from theodolite.statistics.bursts import GAMMA, SCALE, Counts, Values, clumping, gains, heaviest, usual
from theodolite.statistics.false_discovery import cut

REACHED = 20
FIRST = 250
MOST = 40_000
"""Shuffles of a series at the most; with fewer than series / rate none of many could be told from chance."""
_FINE = 0.2
"""Shuffling ends where the least probability there can be is at most this share of the one that is called."""
_ROWS = 16_384
_SAME = 1e-9
"""Weights closer than this are equal: sums of the same numbers in another order."""


@dataclass(frozen=True, slots=True)
class Chance:
    """What chance does to one series: the heaviest weight of each shuffle, by kind of shuffle."""

    days: Values
    documents: Values

    def of(self, weight: float) -> float:
        """The probability of a burst of at least this weight somewhere in the series."""
        reached = max(int((drawn >= weight - _SAME).sum()) for drawn in (self.days, self.documents))
        return (1 + reached) / (1 + len(self.days))

    def threshold(self, probability: float) -> float:
        """The least weight whose probability is at most this; infinite where no weight's can be."""
        allowed = math.floor(probability * (1 + len(self.days)) + _SAME) - 1
        if allowed < 0:
            return math.inf
        tails = (float(np.sort(drawn)[::-1][allowed]) for drawn in (self.days, self.documents))
        return max(tails) + 2 * _SAME if allowed < len(self.days) else 0.0


def chances(
    relevant: Counts, total: Counts, strata: Counts, rate: float, *, seed: int = 20020723,
    scale: float = SCALE, gamma: float = GAMMA,
) -> list[Chance]:  # fmt: skip
    """What chance does to each of `relevant` (series, days) in `total` (days,); `strata` (days,) as `usual`.

    `rate` is the stated rate of false alarms: series are shuffled often enough that one among all of them
    could be told from chance at it. The same input gives the same numbers.
    """
    series, days = relevant.shape
    if not series or not days:
        return []
    step = gamma * math.log(max(days, 2))
    share = usual(relevant, total, strata)
    clumped = clumping(relevant, total, share)
    gain = np.ascontiguousarray(gains(relevant, total, share, clumped, 1, scale)[1].T)
    seen = heaviest(gain, step)
    kinds = [np.flatnonzero(strata == kind) for kind in np.unique(strata)]
    last = int(min(MOST, max(10 * FIRST, math.ceil(2 * series / rate))))
    drawn: list[list[list[Values]]] = [[[], []] for _ in range(series)]
    rng = np.random.default_rng(seed)
    left, before = np.arange(series), 0
    probability = np.ones(series)
    for stage in dict.fromkeys((FIRST, 10 * FIRST, last)):
        more = stage - before
        by_days = _days(gain[:, left], kinds, step, more, rng)
        by_documents = _documents(
            relevant[left], total, share[left], clumped[left], kinds, step, more, rng, scale
        )
        for k, walked in enumerate((by_days, by_documents)):
            for i, weights in zip(left, walked, strict=True):
                drawn[i][k].append(weights)
        before = stage
        reached = np.array(
            [max(sum(int((w >= seen[i] - _SAME).sum()) for w in drawn[i][k]) for k in (0, 1)) for i in left]
        )
        probability[left] = (1 + reached) / (1 + stage)
        left = left[reached < REACHED]
        if not len(left) or _FINE * cut(probability, rate) * (1 + stage) >= 1:
            break
    return [Chance(*(np.concatenate(d) for d in kept)) for kept in drawn]


def _days(
    gain: Values, kinds: list[NDArray[np.int64]], step: float, shuffles: int, rng: np.random.Generator
) -> Values:
    """The heaviest weight of each series in each shuffle of whole days, (series, shuffles)."""
    days, series = gain.shape
    together = max(1, _ROWS // series)
    made = []
    for first in range(0, shuffles, together):
        n = min(together, shuffles - first)
        order = np.empty((days, n), dtype=np.int64)
        for kind in kinds:
            order[kind] = rng.permuted(np.repeat(kind[:, None], n, axis=1), axis=0)
        made.append(heaviest(gain[order].reshape(days, n * series), step).reshape(n, series))
    return np.concatenate(made).T


def _documents(
    relevant: Counts, total: Counts, share: Values, clumped: Values, kinds: list[NDArray[np.int64]],
    step: float, shuffles: int, rng: np.random.Generator, scale: float,
) -> Values:  # fmt: skip
    """The heaviest weight of each series in each shuffle of documents, (series, shuffles).

    How many of a series' documents fall on each day is then multivariate hypergeometric.
    """
    made, every = [], np.arange(len(total))
    for own, usually, rho in zip(relevant, share, clumped, strict=True):
        # What a day saves depends on its count alone: worked out once for each count that there can be.
        most = min(int(own.sum()), int(total.max()))
        listed = np.minimum(np.arange(most + 1)[:, None], total)
        alike = np.broadcast_to(usually, listed.shape)
        gain_of = gains(listed, total, alike, np.full(most + 1, rho), 1, scale)[1]
        weights = []
        for first in range(0, shuffles, _ROWS):
            n = min(_ROWS, shuffles - first)
            counts = np.empty((n, len(total)), dtype=np.int64)
            for kind in kinds:
                counts[:, kind] = rng.multivariate_hypergeometric(total[kind], int(own[kind].sum()), size=n)
            weights.append(heaviest(gain_of[counts, every].T.copy(), step))
        made.append(np.concatenate(weights))
    return np.array(made)
