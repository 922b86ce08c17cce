"""How heavy a burst is by chance: the same counts with their days shuffled.

Two shuffles, both within each kind of day (weekday), so that a weekly cycle is kept and makes no burst:

- *days*: whole days change places, with all that happened on them. What clumps on a day (copies, one event
  told by many) stays together, so a burst must last longer than days do by chance.
- *documents*: each document changes its day, and each day keeps how many documents it has; where a series'
  documents clump on days, they fall on days in as large clumps (gamma-multinomial). What makes some days
  larger than others (a growing stream) is kept.

The probability of a weight is the larger of the two: the chance of so heavy a burst or heavier in that series
is no larger, whichever of the two is what chance does. Days are shuffled in the same way for all series,
which keeps what they have in common.
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
_TINY = 1e-12
_SAME = 1e-9
"""Weights closer than this are equal: sums of the same numbers in another order."""


@dataclass(frozen=True, slots=True)
class Chance:
    """What chance does to one series.

    `days` are the heaviest weights in each shuffle of whole days, ascending; `documents` is the probability,
    if documents are shuffled, of a burst as heavy as its heaviest.
    """

    days: Values
    documents: float

    def of(self, weight: float) -> float:
        """The probability of a burst of at least this weight somewhere in the series."""
        reached = len(self.days) - int(np.searchsorted(self.days, weight - _SAME))
        return max((1 + reached) / (1 + len(self.days)), self.documents)

    def threshold(self, probability: float) -> float:
        """The least weight whose probability is at most this; infinite where no weight's is."""
        allowed = math.floor(probability * (1 + len(self.days)) + _SAME) - 1
        if allowed < 0 or self.documents > probability:
            return math.inf
        return float(self.days[-1 - allowed]) + 2 * _SAME if allowed < len(self.days) else 0.0


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
    share = usual(relevant, total, strata)
    shuffled = _Shuffled(relevant, total, share, strata, gamma * math.log(max(days, 2)), scale, seed)
    last = int(min(MOST, max(10 * FIRST, math.ceil(2 * series / rate))))
    drawn: list[list[Values]] = [[] for _ in range(series)]
    reached = np.zeros((2, series), dtype=np.int64)
    left, before = np.arange(series), 0
    probability, alone = np.ones(series), np.ones(series)
    for stage in dict.fromkeys((FIRST, 10 * FIRST, last)):
        for i, weights in zip(left, shuffled.days(left, stage - before), strict=True):
            drawn[i].append(weights)
            reached[0, i] += int((weights >= shuffled.seen[i] - _SAME).sum())
        for i in left:
            reached[1, i] += shuffled.documents(int(i), stage - before)
        before = stage
        probability[left] = (1 + reached[:, left].max(axis=0)) / (1 + stage)
        alone[left] = (1 + reached[1, left]) / (1 + stage)
        left = left[reached[:, left].max(axis=0) < REACHED]
        if not len(left) or _FINE * cut(probability, rate) * (1 + stage) >= 1:
            break
    return [Chance(np.sort(np.concatenate(kept)), float(p)) for kept, p in zip(drawn, alone, strict=True)]


class _Shuffled:
    """The heaviest weights of many series when their days or their documents are shuffled."""

    def __init__(
        self, relevant: Counts, total: Counts, share: Values, strata: Counts, step: float, scale: float,
        seed: int,
    ) -> None:  # fmt: skip
        clumped = clumping(relevant, total, share)
        self.relevant, self.total, self.step = relevant, total, step
        self.kinds = [np.flatnonzero(strata == kind) for kind in np.unique(strata)]
        self.gain = np.ascontiguousarray(gains(relevant, total, share, clumped, 1, scale)[1].T)
        self.seen = heaviest(self.gain, step)
        # What a day saves: so much for each document that speaks of it, less so much for all of the day.
        worth = 1.0 + np.maximum(total - 1.0, 0.0) * clumped[:, None]
        self.each, self.all = math.log(scale) / worth, total * np.log1p(share * (scale - 1.0)) / worth
        # The shape of the gamma as which shares vary between days when documents are so correlated.
        varies = clumped[:, None] * (1.0 - share)
        self.shape = np.divide(share, varies, out=np.full_like(share, np.inf), where=varies > _TINY)
        self.rng = np.random.default_rng(seed)

    def days(self, rows: NDArray[np.int64], shuffles: int) -> Values:
        """The heaviest weight of each row in each shuffle of whole days, (rows, shuffles)."""
        gain = self.gain[:, rows]
        days, series = gain.shape
        together = max(1, _ROWS // series)
        made = []
        for first in range(0, shuffles, together):
            n = min(together, shuffles - first)
            order = np.empty((days, n), dtype=np.int64)
            for kind in self.kinds:
                order[kind] = self.rng.permuted(np.repeat(kind[:, None], n, axis=1), axis=0)
            made.append(heaviest(gain[order].reshape(days, n * series), self.step).reshape(n, series))
        return np.concatenate(made).T

    def documents(self, row: int, shuffles: int) -> int:
        """How many shuffles of a row's documents have a burst as heavy as the row's heaviest.

        How many of its documents fall on each day is multivariate hypergeometric; where they clump, each day
        draws them in with a weight that varies between days as their clumps do.
        """
        reached, own = 0, self.relevant[row]
        for first in range(0, shuffles, _ROWS):
            n = min(_ROWS, shuffles - first)
            counts = np.empty((n, len(own)), dtype=np.int64)
            for kind in self.kinds:
                counts[:, kind] = self._fallen(row, kind, n)
            saved = counts * self.each[row] - self.all[row]
            weights = heaviest(saved.T, self.step)
            reached += int((weights >= self.seen[row] - _SAME).sum())
        return reached

    def _fallen(self, row: int, days: NDArray[np.int64], n: int) -> Counts:
        """How many of a row's documents fall on each of the days of one kind, (n, days)."""
        total, drawn = self.total[days], int(self.relevant[row, days].sum())
        shape = self.shape[row, days]
        if not np.isfinite(shape).all() or not total.any():
            made: Counts = self.rng.multivariate_hypergeometric(total, drawn, size=n)
            return made
        weights = total * self.rng.standard_gamma(np.broadcast_to(shape, (n, len(days)))) + _TINY * total
        fallen = self.rng.multinomial(drawn, weights / weights.sum(axis=1, keepdims=True))
        return np.minimum(fallen, total)
