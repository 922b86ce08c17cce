"""Whether something is spoken of more, or less, since a day: against the same days shuffled."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from theodolite.statistics.bursts import Counts, Values, usual

SHUFFLES = 20_000
_TOGETHER = 500
_SAME = 1e-9


def shifted(
    relevant: Counts, total: Counts, strata: Counts, later: NDArray[np.bool_], *, seed: int = 19931012
) -> tuple[Values, Values]:
    """The probabilities, (series,) each, of as many mentions or more, and of as few or fewer, in the `later`
    days (days,), if whole days were shuffled within their kind (`strata`, weekdays).

    The statistic is the mentions in the later days less those that their documents would have at the usual
    share. Whole days change places, so that what clumps on a day stays together.
    """
    apart = relevant - usual(relevant, total, strata) * total
    seen = apart[:, later].sum(axis=1)
    rng = np.random.default_rng(seed)
    kinds = [(np.flatnonzero(strata == k), later[strata == k]) for k in np.unique(strata)]
    more, less = np.zeros(len(relevant)), np.zeros(len(relevant))
    for _ in range(SHUFFLES // _TOGETHER):
        chosen = np.zeros((len(total), _TOGETHER))
        for days, flags in kinds:
            chosen[days] = rng.permuted(np.repeat(flags[:, None], _TOGETHER, axis=1), axis=0)
        drawn = apart @ chosen
        more += (drawn >= seen[:, None] - _SAME).sum(axis=1)
        less += (drawn <= seen[:, None] + _SAME).sum(axis=1)
    return (1 + more) / (1 + SHUFFLES), (1 + less) / (1 + SHUFFLES)
