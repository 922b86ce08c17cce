"""A logistic scale that borrows strength: the published curve with three things added.

A score is sigmoid(a_b (C_m - D_b) + u_m v_b) plus noise of the benchmark's own size. C_m is drawn toward a
line over a covariate (the release day), D_b and log a_b toward 0, and the second dimension u_m v_b toward 0;
how strongly is not chosen but found from the scores: the variances are those of the parameters themselves
(empirical Bayes by EM with the Hessian's inverse for their uncertainty; Laird and Ware, 1982). Noise by
benchmark is drawn toward the mean noise as if each benchmark had `PRIOR_SCORES` scores more.

A second dimension as in multidimensional item response theory (Reckase, 2009). It tells models apart that are
good at different things; it is no level, and only C orders models.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import LinAlgError, cho_factor, cho_solve
from scipy.sparse import csr_array
from scipy.special import expit

from theodolite.statistics.logistic_scale import Indices, Parameters, Scores, fit

Values = NDArray[np.float64]

PRIOR_SCORES = 6.0
_ROUNDS = 4
_FIRST_NOISE = 0.006
_SEED = 0


@dataclass(frozen=True, slots=True, eq=False)
class HierarchicalFit:
    """`level` (models,), `difficulty`, `slope` and `noise` (benchmarks,); `aside_model` and `aside_benchmark`
    are the second dimension, zeros without one. `noise` is a standard deviation of scores.
    """

    level: Values = field(repr=False)
    difficulty: Values = field(repr=False)
    slope: Values = field(repr=False)
    aside_model: Values = field(repr=False)
    aside_benchmark: Values = field(repr=False)
    noise: Values = field(repr=False)

    def expected(self, model: Indices, benchmark: Indices) -> Values:
        """The score expected of each pair, (n,)."""
        first = self.slope[benchmark] * (self.level[model] - self.difficulty[benchmark])
        scores: Values = expit(first + self.aside_model[model] * self.aside_benchmark[benchmark])
        return scores


def hierarchical(
    scores: Scores,
    covariate: Values,
    dimensions: int = 2,
    by_benchmark: bool = True,
    warm: Parameters | None = None,
) -> HierarchicalFit:
    """Fit to the scores; `covariate` (models,) is what the level's own mean may depend on.

    `dimensions` 1 leaves the second one out, `by_benchmark` False gives all benchmarks one noise. ValueError
    for other dimensions than 1 and 2.
    """
    if dimensions not in (1, 2):
        raise ValueError("a scale of one or two dimensions")
    work = _Work(scores, dimensions == 2)
    at = work.start(warm or fit(scores).parameters)
    noise = np.full(scores.benchmarks, _FIRST_NOISE)
    x = (covariate - covariate.mean()) / (covariate.std() or 1.0)
    design = np.stack((np.ones(scores.models), x), axis=1)
    line = np.linalg.lstsq(design, at[work.level], rcond=None)[0]
    variance = {
        "level": float(np.var(at[work.level] - design @ line)) + 0.01,
        "difficulty": float(np.var(at[work.difficulty])) + 0.01,
        "slope": 0.3, "aside_model": 0.25, "aside_benchmark": 1.0,
    }  # fmt: skip
    counts = np.bincount(scores.benchmark, minlength=scores.benchmarks)
    for last in (*[False] * (_ROUNDS - 1), True):
        centre = np.zeros(work.size)
        centre[work.level] = design @ line
        precision = np.zeros(work.size)
        for name, where in work.blocks.items():
            precision[where] = 1 / variance[name]
        at, hessian, jacobian = work.minimised(at, centre, precision, noise)
        if last:
            break
        covariance: Values = np.asarray(np.linalg.inv(hessian), dtype=np.float64)
        uncertain: Values = np.diag(covariance)
        line = np.linalg.lstsq(design, at[work.level], rcond=None)[0]
        for name, where in work.blocks.items():
            mean = design @ line if name == "level" else 0.0
            variance[name] = float(np.mean((at[where] - mean) ** 2 + uncertain[where]))
        squares = (work.expected(at) - scores.clipped) ** 2 + work.leverage(jacobian, covariance) * noise[
            scores.benchmark
        ]
        pooled = float(squares.mean())
        noise = np.full(scores.benchmarks, pooled)
        if by_benchmark:
            sums = np.bincount(scores.benchmark, squares, scores.benchmarks)
            noise = (sums + PRIOR_SCORES * pooled) / (counts + PRIOR_SCORES)
    nothing = np.zeros(scores.models), np.zeros(scores.benchmarks)
    return HierarchicalFit(
        at[work.level], at[work.difficulty], np.exp(at[work.slope]),
        at[work.blocks["aside_model"]] if work.two else nothing[0],
        at[work.blocks["aside_benchmark"]] if work.two else nothing[1],
        np.sqrt(noise),
    )  # fmt: skip


class _Work:
    """Where each block of parameters lies in one vector, and the Gauss-Newton steps on it."""

    def __init__(self, scores: Scores, two: bool) -> None:
        m, b = scores.models, scores.benchmarks
        self.scores, self.two = scores, two
        self.level, self.difficulty, self.slope = slice(0, m), slice(m, m + b), slice(m + b, m + 2 * b)
        self.blocks = {"level": self.level, "difficulty": self.difficulty, "slope": self.slope}
        self.size = m + 2 * b
        if two:
            self.blocks["aside_model"] = slice(self.size, self.size + m)
            self.blocks["aside_benchmark"] = slice(self.size + m, self.size + m + b)
            self.size += m + b
        i, j = scores.model, scores.benchmark
        columns = [i, m + j, m + b + j] + ([m + 2 * b + i, 2 * m + 2 * b + j] if two else [])
        self.columns = np.stack(columns, axis=1)

    def start(self, at: Parameters) -> Values:
        """The published fit, centred so that mean difficulty and mean log slope are 0."""
        slope = np.log(np.clip(at.slope, 0.1, 10))
        scale = float(np.exp(slope.mean()))
        middle = float(at.difficulty.mean())
        parts = [(at.level - middle) * scale, (at.difficulty - middle) * scale, slope - slope.mean()]
        if self.two:
            # A saddle lies where both factors are 0: one of them starts off it.
            rng = np.random.default_rng(_SEED)
            parts += [np.zeros(self.scores.models), rng.normal(0, 0.3, self.scores.benchmarks)]
        return np.concatenate(parts)

    def _odds(self, at: Values) -> tuple[Values, Values, Values]:
        """Log odds, slope and distance of each score."""
        i, j = self.scores.model, self.scores.benchmark
        slope, distance = np.exp(at[self.slope][j]), at[self.level][i] - at[self.difficulty][j]
        odds = slope * distance
        if self.two:
            odds = odds + at[self.blocks["aside_model"]][i] * at[self.blocks["aside_benchmark"]][j]
        return odds, slope, distance

    def expected(self, at: Values) -> Values:
        """The score expected of each observation."""
        expected: Values = expit(self._odds(at)[0])
        return expected

    def minimised(
        self, at: Values, centre: Values, precision: Values, noise: Values
    ) -> tuple[Values, Values, Values]:
        """Damped Gauss-Newton to the minimum: parameters, Hessian and the Jacobian's entries (n, columns)."""
        root = 1 / np.sqrt(noise[self.scores.benchmark])
        y = self.scores.clipped

        def cost(x: Values) -> float:
            residual = (self.expected(x) - y) * root
            return 0.5 * float(residual @ residual + precision @ (x - centre) ** 2)

        here, damping = cost(at), 1e-3
        while True:
            entries, gradient, hessian = self._linear(at, centre, precision, root)
            step, there = None, np.inf
            while damping < 1e9:
                damped = hessian + np.diag(damping * np.diag(hessian))
                try:
                    step = -cho_solve(cho_factor(damped, check_finite=False), gradient)
                    there = cost(at + step)
                except LinAlgError:
                    there = np.inf
                if there < here:
                    break
                damping *= 6
            if step is None or not there < here:
                return at, hessian, entries
            gained, at, here, damping = here - there, at + step, there, max(damping / 5, 1e-8)
            if gained < 1e-6 * here:
                entries, _, hessian = self._linear(at, centre, precision, root)
                return at, hessian, entries

    def _linear(
        self, at: Values, centre: Values, precision: Values, root: Values
    ) -> tuple[Values, Values, Values]:
        i, j = self.scores.model, self.scores.benchmark
        odds, slope, distance = self._odds(at)
        p = expit(odds)
        s = p * (1 - p) * root
        entries = [s * slope, -s * slope, s * slope * distance]
        if self.two:
            u, v = at[self.blocks["aside_model"]], at[self.blocks["aside_benchmark"]]
            entries += [s * v[j], s * u[i]]
        made = np.stack(entries, axis=1)
        n, width = made.shape
        jacobian = csr_array(
            (made.ravel(), self.columns.ravel(), np.arange(0, n * width + 1, width)), (n, self.size)
        )
        gradient = jacobian.T @ ((p - self.scores.clipped) * root) + precision * (at - centre)
        hessian = (jacobian.T @ jacobian).toarray() + np.diag(precision)
        return made, gradient, hessian

    def leverage(self, entries: Values, covariance: Values) -> Values:
        """How much of its own noise each score explains away, within 0 and 1: (n,)."""
        blocks = covariance[self.columns[:, :, None], self.columns[:, None, :]]
        share: Values = np.clip(np.einsum("ni,nij,nj->n", entries, blocks, entries), 0.0, 1.0)
        return share
