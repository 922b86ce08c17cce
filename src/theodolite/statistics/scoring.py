"""How good a predictive distribution was: the continuous ranked probability score and coverage.

Source: Gneiting and Raftery, "Strictly proper scoring rules, prediction, and estimation" (2007). The score is
the integral over x of (F(x) - [x >= y])^2: the absolute error where the forecast is a point, in the unit of
what is forecast, and lower is better.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

Values = NDArray[np.float64]


def crps(sample: Values, observed: float) -> float:
    """The score of the distribution that puts equal weight on each of `sample` (n,), n at least 1.

    E|X - y| - E|X - X'| / 2, the second term from the sorted sample in n log n steps.
    """
    x = np.sort(np.asarray(sample, dtype=np.float64))
    n = len(x)
    if not n:
        raise ValueError("a distribution needs at least one value")
    order = 2 * np.arange(1, n + 1) - n - 1
    return float(np.abs(x - observed).mean() - (order @ x) / n**2)


def crps_normal(mean: float, deviation: float, observed: float) -> float:
    """The score of a normal distribution, in closed form. ValueError for a deviation that is not positive."""
    if not deviation > 0:
        raise ValueError("a normal needs a positive deviation")
    z = (observed - mean) / deviation
    density = math.exp(-0.5 * z * z) / math.sqrt(2 * math.pi)
    return deviation * (z * (2 * float(ndtr(z)) - 1) + 2 * density - 1 / math.sqrt(math.pi))


def holds(sample: Values, observed: float, share: float) -> bool:
    """Whether the central interval of `share` (.9: from the 5th to the 95th percentile) holds the value."""
    low, high = np.quantile(sample, [(1 - share) / 2, (1 + share) / 2])
    return bool(low <= observed <= high)
