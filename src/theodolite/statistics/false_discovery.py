"""How many of many can be called more than chance, at a stated rate of false calls."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def cut(probabilities: NDArray[np.float64], rate: float) -> float:
    """The probability up to which all are called, so that at most `rate` of those called are expected to be
    chance; 0 where none is.

    Benjamini and Hochberg, "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B
    57 (1995); it also holds for tests that rise and fall together (Benjamini and Yekutieli, Annals of
    Statistics 29, 2001). Where all is chance, the rate is the chance that anything at all is called.
    """
    ordered = np.sort(probabilities)
    limits = rate * np.arange(1, len(ordered) + 1) / max(len(ordered), 1)
    met = np.flatnonzero(ordered <= limits)
    return float(limits[met[-1]]) if len(met) else 0.0
