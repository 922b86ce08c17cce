"""Two-parameter logistic scale: levels of models and difficulties of benchmarks from a matrix of scores.

Source: the scale of the Epoch Capabilities Index, described in "A Rosetta Stone for AI Benchmarks" (2025):
a score is sigmoid(a_b (C_m - D_b)), and C, D and a minimise

    1/2 [ sum w (y_hat - y)^2 + lambda sum theta^2 / p ]

over all p free parameters theta (every C, every D, every slope but one, which is fixed at 1).

Solved here by damped Newton steps. Every score touches one model and one benchmark, so the block of the
models is diagonal and is eliminated (Schur complement): a step costs one dense solve in the benchmarks' D
and a only. Bounds are kept by an active set with projection.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import LinAlgError, cho_factor, cho_solve
from scipy.special import expit

Values = NDArray[np.float64]
Indices = NDArray[np.int64]

LEVEL_BOUND = 10.0
SLOPE_BOUNDS = (0.1, 10.0)
CLIPPED = (0.001, 0.999)
RIDGE = 0.1
_STEPS = 400
_DAMPING_START, _DAMPING_MOST, _DAMPING_LEAST = 1e-3, 1e12, 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """n scores in long form: `model`, `benchmark` (n,) positions, `score` (n,) within [0, 1].

    `fixed` is the position of the benchmark whose slope is 1.
    """

    model: Indices = field(repr=False)
    benchmark: Indices = field(repr=False)
    score: Values = field(repr=False)
    models: int
    benchmarks: int
    fixed: int

    @property
    def free(self) -> int:
        """How many parameters are free: p in the penalty."""
        return self.models + 2 * self.benchmarks - 1

    @property
    def clipped(self) -> Values:
        """The scores held within [0.001, 0.999]."""
        return np.clip(self.score, *CLIPPED)


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """`level` (models,), `difficulty` (benchmarks,) and `slope` (benchmarks,), on the raw logistic scale."""

    level: Values
    difficulty: Values
    slope: Values


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A solution: its parameters, its cost, how many steps it took and whether it settled."""

    parameters: Parameters
    cost: float
    steps: int
    settled: bool


def start(scores: Scores) -> Parameters:
    """A cold start: log odds of the mean score of each model and benchmark, slopes of 1."""
    y = scores.clipped
    by_model = np.bincount(scores.model, y, scores.models) / np.maximum(
        np.bincount(scores.model, minlength=scores.models), 1
    )
    by_benchmark = np.bincount(scores.benchmark, y, scores.benchmarks) / np.maximum(
        np.bincount(scores.benchmark, minlength=scores.benchmarks), 1
    )
    odds = [np.log(q / (1 - q)) for q in (np.clip(p, 0.02, 0.98) for p in (by_model, by_benchmark))]
    return Parameters(odds[0], -odds[1], np.ones(scores.benchmarks))


def cost(scores: Scores, at: Parameters, weights: Values | None = None, ridge: float = RIDGE) -> float:
    """The penalised cost at some parameters; `weights` (n,) count each score, all 1 by default."""
    y_hat = expit(at.slope[scores.benchmark] * (at.level[scores.model] - at.difficulty[scores.benchmark]))
    squares = (y_hat - scores.clipped) ** 2
    total = float(squares.sum() if weights is None else weights @ squares)
    return 0.5 * (total + ridge / scores.free * _penalty(scores, at))


def _penalty(scores: Scores, at: Parameters) -> float:
    return float(
        at.level @ at.level
        + at.difficulty @ at.difficulty
        + at.slope @ at.slope
        - at.slope[scores.fixed] ** 2
    )


def gradient(
    scores: Scores, at: Parameters, weights: Values | None = None, ridge: float = RIDGE
) -> Parameters:
    """The exact gradient of `cost`, in the shape of the parameters; 0 for the fixed slope."""
    w = np.ones(len(scores.score)) if weights is None else weights
    return _system(scores, at, w, ridge, 0.0).gradient


def fit(
    scores: Scores,
    weights: Values | None = None,
    ridge: float = RIDGE,
    warm: Parameters | None = None,
    precision: float = 1e-9,
) -> Fit:
    """Minimise the cost from `warm`, else from a cold start.

    Settled when a step lowers the cost by less than `precision` of itself. `weights` (n,) are how often
    each score counts, as in a bootstrap; the penalty keeps the p of the whole matrix.
    """
    w = np.ones(len(scores.score)) if weights is None else weights
    at = warm or start(scores)
    damping, here = _DAMPING_START, cost(scores, at, w, ridge)
    curvature = 0.0
    for step in range(1, _STEPS + 1):
        system = _system(scores, at, w, ridge, curvature)
        while True:
            candidate = _step(scores, at, system, damping)
            there = cost(scores, candidate, w, ridge) if candidate is not None else np.inf
            if there <= here:
                break
            if damping >= _DAMPING_MOST:
                return Fit(at, here, step, True)
            damping *= 8.0
            if curvature:
                # The second derivatives mislead this far out: fall back on Gauss-Newton for this step.
                system, curvature = _system(scores, at, w, ridge, 0.0), 0.0
        assert candidate is not None
        gained, at, here = here - there, candidate, there
        damping = max(damping / 6.0, _DAMPING_LEAST)
        if gained <= precision * here:
            return Fit(at, here, step, True)
        # Near the optimum the full Newton system converges quadratically, where Gauss-Newton only linearly.
        curvature = 1.0 if gained < 0.02 * here else 0.0
    return Fit(at, here, _STEPS, False)


@dataclass(frozen=True, slots=True, eq=False)
class _System:
    """One linearisation: gradient and the blocks of the Hessian (models diagonal, benchmarks 2 by 2)."""

    gradient: Parameters
    level: Values
    difficulty: Values
    slope: Values
    difficulty_slope: Values
    cross: Values


def _system(scores: Scores, at: Parameters, w: Values, ridge: float, curvature: float) -> _System:
    """Gauss-Newton blocks, and with `curvature` 1 the residuals' second derivatives on top."""
    m, b, M, B = scores.model, scores.benchmark, scores.models, scores.benchmarks
    k = ridge / scores.free
    a, d = at.slope[b], at.level[m] - at.difficulty[b]
    p = expit(a * d)
    r, s = p - scores.clipped, p * (1 - p)
    j_level, j_slope = s * a, s * d
    ll, ls, ss = j_level * j_level, j_level * j_slope, j_slope * j_slope
    if curvature:
        q = s * (1 - 2 * p)
        ll, ls, ss = ll + r * a * a * q, ls + r * (s + a * d * q), ss + r * d * d * q
    ll, ls, ss = w * ll, w * ls, w * ss
    pull = w * r * j_level
    slope_gradient = _summed(b, w * r * j_slope, B) + k * at.slope
    slope_gradient[scores.fixed] = 0.0
    cells = m * (2 * B) + b
    return _System(
        Parameters(
            _summed(m, pull, M) + k * at.level, k * at.difficulty - _summed(b, pull, B), slope_gradient
        ),
        _summed(m, ll, M) + k,
        _summed(b, ll, B) + k,
        _summed(b, ss, B) + k,
        -_summed(b, ls, B),
        _summed(np.concatenate((cells, cells + B)), np.concatenate((-ll, ls)), M * 2 * B).reshape(M, 2 * B),
    )


def _summed(at: Indices, values: Values, length: int) -> Values:
    """Sums of `values` by their positions `at`, shape (length,)."""
    return np.bincount(at, values, length).astype(np.float64, copy=False)


def _held(x: Values, g: Values, low: float, high: float) -> NDArray[np.bool_]:
    """Parameters at a bound that the gradient pushes against: they stay for this step."""
    held: NDArray[np.bool_] = ((x <= low) & (g > 0)) | ((x >= high) & (g < 0))
    return held


def _step(scores: Scores, at: Parameters, system: _System, damping: float) -> Parameters | None:
    """The projected step under some damping; None where the system is not positive definite."""
    B, g = scores.benchmarks, system.gradient
    free_level = ~_held(at.level, g.level, -LEVEL_BOUND, LEVEL_BOUND)
    free_slope = ~_held(at.slope, g.slope, *SLOPE_BOUNDS)
    free_slope[scores.fixed] = False
    free = np.concatenate((~_held(at.difficulty, g.difficulty, -LEVEL_BOUND, LEVEL_BOUND), free_slope))
    h = system.level * (1 + damping)
    if h.min() <= 0:
        return None
    root = np.sqrt(free_level / h)
    scaled = system.cross * root[:, None]
    scaled *= free
    schur = -(scaled.T @ scaled)
    diagonal = np.where(free, np.concatenate((system.difficulty, system.slope)) * (1 + damping), 1.0)
    at_d = np.arange(B)
    schur[np.arange(2 * B), np.arange(2 * B)] += diagonal
    coupled = system.difficulty_slope * free[:B] * free[B:]
    schur[at_d, at_d + B] += coupled
    schur[at_d + B, at_d] += coupled
    side = np.concatenate((g.difficulty, g.slope)) * free - scaled.T @ (root * g.level)
    try:
        solved = -cho_solve(cho_factor(schur, lower=True, overwrite_a=True, check_finite=False), side)
    except LinAlgError:
        return None
    level = -(root * root) * g.level - root * (scaled @ solved)
    return Parameters(
        np.clip(at.level + level, -LEVEL_BOUND, LEVEL_BOUND),
        np.clip(at.difficulty + solved[:B], -LEVEL_BOUND, LEVEL_BOUND),
        np.clip(at.slope + solved[B:], *SLOPE_BOUNDS),
    )
