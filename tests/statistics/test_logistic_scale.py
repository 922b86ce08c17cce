"""The scale: exact gradients, the same optimum as a plain solver, recovery of what was simulated."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import least_squares
from scipy.special import expit

from theodolite.statistics.logistic_scale import (
    LEVEL_BOUND,
    RIDGE,
    SLOPE_BOUNDS,
    Parameters,
    Scores,
    cost,
    fit,
    gradient,
    start,
)


def simulated(
    seed: int, models: int, benchmarks: int, share: float, noise: float = 0.03
) -> tuple[Scores, Parameters]:
    rng = np.random.default_rng(seed)
    truth = Parameters(
        rng.normal(0, 1.5, models), rng.normal(0, 1.2, benchmarks), np.exp(rng.normal(0.2, 0.4, benchmarks))
    )
    truth.slope[0] = 1.0
    m, b = np.nonzero(rng.random((models, benchmarks)) < share)
    p = expit(truth.slope[b] * (truth.level[m] - truth.difficulty[b]))
    y = np.clip(p + rng.normal(0, noise, len(p)), 0, 1)
    return Scores(m, b, y, models, benchmarks, 0), truth


def flat(p: Parameters, fixed: int) -> np.ndarray:
    return np.concatenate((p.level, p.difficulty, np.delete(p.slope, fixed)))


def unflat(x: np.ndarray, s: Scores) -> Parameters:
    M, B = s.models, s.benchmarks
    return Parameters(x[:M], x[M : M + B], np.insert(x[M + B :], s.fixed, 1.0))


@given(seed=st.integers(0, 10_000), fixed=st.integers(0, 4))
@settings(max_examples=25, deadline=None)
def test_gradient_is_that_of_the_cost(seed: int, fixed: int) -> None:
    s, _ = simulated(seed, 6, 5, 0.7)
    s = Scores(s.model, s.benchmark, s.score, s.models, s.benchmarks, fixed)
    rng = np.random.default_rng(seed)
    w = rng.integers(0, 3, len(s.score)).astype(float)
    x = np.concatenate((rng.normal(0, 1, 11), rng.uniform(0.5, 2, 4)))
    exact = flat(gradient(s, unflat(x, s), w), fixed)
    step = 1e-6
    for i in range(len(x)):
        up, down = x.copy(), x.copy()
        up[i] += step
        down[i] -= step
        slope = (cost(s, unflat(up, s), w) - cost(s, unflat(down, s), w)) / (2 * step)
        assert exact[i] == pytest.approx(slope, abs=1e-7)


@given(seed=st.integers(0, 10_000), models=st.integers(5, 14), benchmarks=st.integers(3, 7))
@settings(max_examples=20, deadline=None)
def test_plain_least_squares_from_our_optimum_finds_nothing_lower(
    seed: int, models: int, benchmarks: int
) -> None:
    s, _ = simulated(seed, models, benchmarks, 0.8)
    ours = fit(s, precision=1e-13)
    assert ours.settled
    scale = np.sqrt(RIDGE / s.free)

    def residuals(x: np.ndarray) -> np.ndarray:
        at = unflat(x, s)
        y_hat = expit(at.slope[s.benchmark] * (at.level[s.model] - at.difficulty[s.benchmark]))
        return np.concatenate((y_hat - s.clipped, scale * x))

    low = np.concatenate(
        (np.full(models + benchmarks, -LEVEL_BOUND), np.full(benchmarks - 1, SLOPE_BOUNDS[0]))
    )
    high = np.concatenate(
        (np.full(models + benchmarks, LEVEL_BOUND), np.full(benchmarks - 1, SLOPE_BOUNDS[1]))
    )
    x = np.clip(flat(ours.parameters, s.fixed), low + 1e-9, high - 1e-9)
    plain = least_squares(residuals, x, bounds=(low, high), xtol=1e-12, ftol=1e-12, gtol=1e-12)
    assert ours.cost <= plain.cost * (1 + 1e-7) + 1e-12
    assert cost(s, ours.parameters) == pytest.approx(ours.cost)


def test_the_optimum_has_no_slope_left_except_against_a_bound() -> None:
    s, _ = simulated(3, 40, 12, 0.5)
    at = fit(s, precision=1e-14).parameters
    g = gradient(s, at)
    inside = (at.slope > SLOPE_BOUNDS[0]) & (at.slope < SLOPE_BOUNDS[1])
    assert np.abs(g.level).max() < 1e-6
    assert np.abs(g.difficulty).max() < 1e-6
    assert np.abs(g.slope[inside]).max() < 1e-6


def test_simulated_levels_are_recovered_up_to_the_scale() -> None:
    s, truth = simulated(7, 120, 30, 0.4, noise=0.02)
    found = fit(s).parameters
    assert np.corrcoef(found.level, truth.level)[0, 1] > 0.985
    assert np.corrcoef(found.difficulty, truth.difficulty)[0, 1] > 0.98


def test_bounds_hold_for_scores_all_at_the_edge() -> None:
    m, b = np.nonzero(np.ones((4, 3)))
    y = np.where(m < 2, 0.0, 1.0)
    at = fit(Scores(m, b, y, 4, 3, 0), ridge=0.0).parameters
    assert np.abs(at.level).max() <= LEVEL_BOUND
    assert at.slope.min() >= SLOPE_BOUNDS[0]
    assert at.slope.max() <= SLOPE_BOUNDS[1]
    assert at.level[2] > at.level[0]


def test_a_weight_of_two_is_the_score_twice_and_zero_is_none() -> None:
    s, _ = simulated(11, 10, 6, 0.7)
    rng = np.random.default_rng(1)
    w = rng.integers(0, 3, len(s.score))
    again = np.repeat(np.arange(len(w)), w)
    twice = Scores(s.model[again], s.benchmark[again], s.score[again], s.models, s.benchmarks, s.fixed)
    at = start(s)
    assert cost(twice, at) == pytest.approx(cost(s, at, w.astype(float)))
    a, b = fit(s, w.astype(float), warm=at, precision=1e-13), fit(twice, warm=at, precision=1e-13)
    assert a.cost == pytest.approx(b.cost, rel=1e-9)


def test_the_fixed_slope_stays_and_the_penalty_counts_free_parameters() -> None:
    s, _ = simulated(2, 8, 5, 0.9)
    assert s.free == 8 + 2 * 5 - 1
    assert fit(s).parameters.slope[s.fixed] == 1.0
