"""The published method in its plain formulation, by scipy: what our solver is held against."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import OptimizeResult, least_squares
from scipy.special import expit

from theodolite.statistics.logistic_scale import (
    LEVEL_BOUND,
    RIDGE,
    SLOPE_BOUNDS,
    Indices,
    Parameters,
    Scores,
)

Values = NDArray[np.float64]


class Peer:
    """The plain formulation: one residual a score and one a parameter, a dense Jacobian."""

    def __init__(self, scores: Scores) -> None:
        M, B = scores.models, scores.benchmarks
        self.scores = scores
        self.ridge = np.sqrt(RIDGE / scores.free)
        self.free = np.delete(np.arange(B), scores.fixed)
        self.column = np.full(B, -1)
        self.column[self.free] = M + B + np.arange(B - 1)
        low = np.concatenate((np.full(M + B, -LEVEL_BOUND), np.full(B - 1, SLOPE_BOUNDS[0])))
        high = np.concatenate((np.full(M + B, LEVEL_BOUND), np.full(B - 1, SLOPE_BOUNDS[1])))
        self.bounds = (low, high)

    def flat(self, at: Parameters) -> Values:
        """Free parameters as one vector, just inside the bounds."""
        x = np.concatenate((at.level, at.difficulty, at.slope[self.free]))
        return np.clip(x, self.bounds[0] + 1e-8, self.bounds[1] - 1e-8)

    def parts(self, x: Values, model: Indices, benchmark: Indices) -> tuple[Values, Values, Values]:
        """Slope, distance and expected score of each observation."""
        at = self.parameters(x)
        a, d = at.slope[benchmark], at.level[model] - at.difficulty[benchmark]
        return a, d, expit(a * d)

    def parameters(self, x: Values) -> Parameters:
        """Levels, difficulties and slopes, the fixed one among them, of free parameters as one vector."""
        M, B = self.scores.models, self.scores.benchmarks
        slope = np.ones(B)
        slope[self.free] = x[M + B :]
        return Parameters(x[:M], x[M : M + B], slope)

    def solve(
        self, weights: Values, start: Values, tolerance: float, settings: dict[str, object]
    ) -> OptimizeResult:
        """What is reached from `start`. Scores that were not drawn are left out, to the peer's gain."""
        M = self.scores.models
        drawn = weights > 0
        model, benchmark = self.scores.model[drawn], self.scores.benchmark[drawn]
        root, y, rows = np.sqrt(weights[drawn]), self.scores.clipped[drawn], np.arange(int(drawn.sum()))
        columns = self.column[benchmark]
        has = columns >= 0

        def residuals(x: Values) -> Values:
            return np.concatenate((root * (self.parts(x, model, benchmark)[2] - y), self.ridge * x))

        def jacobian(x: Values) -> Values:
            a, d, p = self.parts(x, model, benchmark)
            q = root * p * (1 - p)
            J = np.zeros((len(rows) + len(x), len(x)))
            J[rows, model] = q * a
            J[rows, M + benchmark] = -q * a
            J[rows[has], columns[has]] = (q * d)[has]
            J[len(rows) + np.arange(len(x)), np.arange(len(x))] = self.ridge
            return J

        # The fixed slope carries no penalty here; ours leaves it out of the penalty as well.
        return least_squares(
            residuals, start, jacobian, self.bounds, ftol=tolerance, xtol=None, gtol=None, **settings
        )
