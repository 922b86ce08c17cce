"""Whether something is spoken of more, or less, since a day: against the same days shuffled.

As for bursts there are two shuffles within each kind of day (weekday); the probability is the larger: whole
days change places (by Monte Carlo), so that what clumps on a day stays together; and documents change their
days (exactly: mentions among the later documents are then hypergeometric, Fisher's exact test within strata),
so that days with more documents speak for more.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import hypergeom

from theodolite.statistics.bursts import Counts, Values, clumping, usual

SHUFFLES = 20_000
_TOGETHER = 500
_SAME = 1e-9


def shifted(
    relevant: Counts, total: Counts, strata: Counts, later: NDArray[np.bool_], *, seed: int = 19931012
) -> tuple[Values, Values]:
    """The probabilities, (series,) each, of as many mentions or more, and of as few or fewer, in the `later`
    days (days,), if days or documents were shuffled within their kind (`strata`, weekdays).

    When days are shuffled the statistic is what the later days have beyond the usual share, each day by its
    own standard deviation (with the design effect of `bursts`).
    """
    share = usual(relevant, total, strata)
    clumps = 1.0 + np.maximum(total - 1.0, 0.0) * clumping(relevant, total, share)[:, None]
    # Alike for small days and large ones, so that days may change places.
    apart = (relevant - share * total) / np.sqrt(np.maximum(total, 1.0) * clumps)
    seen = apart[:, later].sum(axis=1)
    rng = np.random.default_rng(seed)
    kinds = [np.flatnonzero(strata == k) for k in np.unique(strata)]
    more, less = np.zeros(len(relevant)), np.zeros(len(relevant))
    for _ in range(SHUFFLES // _TOGETHER):
        chosen = np.zeros((len(total), _TOGETHER))
        for days in kinds:
            flags = np.repeat(later[days][:, None], _TOGETHER, axis=1)
            chosen[days] = rng.permuted(flags, axis=0)
        drawn = apart @ chosen
        more += (drawn >= seen[:, None] - _SAME).sum(axis=1)
        less += (drawn <= seen[:, None] + _SAME).sum(axis=1)
    exact = [_exact(row, total, kinds, later) for row in relevant]
    up, down = (np.array([pair[k] for pair in exact]).reshape(-1) for k in (0, 1))
    return np.maximum((1 + more) / (1 + SHUFFLES), up), np.maximum((1 + less) / (1 + SHUFFLES), down)


def _exact(
    row: Counts, total: Counts, kinds: list[NDArray[np.int64]], later: NDArray[np.bool_]
) -> tuple[float, float]:
    """The chances of as many or more, and as few or fewer, of a row's documents in the later ones."""
    chance = np.ones(1)
    for days in kinds:
        documents, own = int(total[days].sum()), int(row[days].sum())
        late = int(total[days][later[days]].sum())
        chance = np.convolve(chance, hypergeom.pmf(np.arange(own + 1), documents, own, late))
    seen = int(row[later].sum())
    return min(1.0, float(chance[seen:].sum())), min(1.0, float(chance[: seen + 1].sum()))
