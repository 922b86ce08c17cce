"""What noisy levels say of the true ones, once it is known how such levels are spread.

The highest of many noisy levels is there partly for its noise. Where s is a level's standard error and f the
density of levels as observed, the mean of the true level given the observed y is y + s^2 (log f)'(y) and its
variance s^2 (1 + s^2 (log f)''(y)): Tweedie's formula (Robbins, 1956; Efron, "Tweedie's formula and selection
bias", 2011). Levels rise over time, so f is the density of departures from their own trend: a local line
(Cleveland, 1979) under a normal kernel, and a kernel estimate of the density around it (Silverman, 1986).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

FEWEST = 12
"""With fewer levels their density cannot be told: nothing is moved."""
TREND_DAYS = 0.5 * 365.25
"""Standard deviation of the trend's kernel."""
MOST = 1.5
"""No level is moved by more than this many of its standard errors: a density far out is a guess."""
LEAST_VARIANCE = 0.9
"""The variance is never taken to shrink below this share, since f itself is only estimated."""
WIDTH = 0.8
"""Share of Silverman's width: levels crowd below a frontier and end above it, and the full width smooths that
edge away. Both were chosen on benchmarks/gap_coverage.py (widths .5 to 1.5, variances .4 to 1); the figures
in the docs are from a seed that was not looked at before."""


def selected(days: Values, levels: Values, errors: Values) -> tuple[Values, Values]:
    """How far each level lies above the expected true one, and how much narrower that one is known.

    `days`, `levels` and standard `errors` are (n,). Returns the shift to add to each level, in its unit, and
    the factor on its standard error, both (n,): zeros and ones for under `FEWEST` levels or without spread.
    """
    n = len(levels)
    if n < FEWEST:
        return np.zeros(n), np.ones(n)
    departure = levels - _trend(days, levels)
    quarters = np.percentile(departure, [25, 75])
    spread = min(float(departure.std()), float(quarters[1] - quarters[0]) / 1.34)
    if spread <= 0:
        return np.zeros(n), np.ones(n)
    width = WIDTH * 1.06 * spread * n**-0.2
    z = (departure[:, None] - departure[None, :]) / width
    kernel = np.exp(-0.5 * z * z)
    density = kernel.sum(axis=1)
    slope = -(z * kernel).sum(axis=1) / width / density
    bend = ((z * z - 1) * kernel).sum(axis=1) / width**2 / density - slope**2
    shift = np.clip(errors**2 * slope, -MOST * errors, MOST * errors)
    return shift, np.sqrt(np.clip(1 + errors**2 * bend, LEAST_VARIANCE, 1.0))


def _trend(days: Values, levels: Values) -> Values:
    """A line fitted around each day, near ones weighing most: shape (n,)."""
    x = (days[None, :] - days[:, None]) / TREND_DAYS
    w = np.exp(-0.5 * x * x)
    total, first, second = w.sum(axis=1), (w * x).sum(axis=1), (w * x * x).sum(axis=1)
    rise, product = (w * levels).sum(axis=1), (w * x * levels).sum(axis=1)
    determinant = total * second - first**2
    flat = determinant <= 1e-9 * total**2
    line = (second * rise - first * product) / np.where(flat, 1.0, determinant)
    fitted: Values = np.where(flat, rise / total, line)
    return fitted
