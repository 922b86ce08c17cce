"""Survival: worked by hand, the same by two solvers, and covering what it promises in simulation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theodolite.statistics.survival import kaplan_meier, lognormal, lognormal_many, negative_log_likelihood


def test_kaplan_meier_by_hand() -> None:
    # Ends at 1, 3, 3, 6; censored at 2, 3, 8. At risk: 7 at 1, 5 at 3, 2 at 6.
    times = np.array([1.0, 2, 3, 3, 3, 6, 8])
    still = np.array([False, True, False, False, True, False, True])
    curve = kaplan_meier(times, still)
    shares = [1.0, 6 / 7, 6 / 7 * 3 / 5, 6 / 7 * 3 / 5 * 1 / 2]
    assert [t for t, _ in curve.steps] == [0, 1, 3, 6]
    assert [s for _, s in curve.steps] == pytest.approx(shares)
    assert curve.median == 6  # 18/35 is still above half


def test_median_at_exactly_one_half_and_none_above() -> None:
    assert kaplan_meier(np.array([2.0, 5]), np.array([False, False])).median == 2
    assert kaplan_meier(np.array([2.0, 5, 5]), np.array([False, True, True])).median is None
    assert kaplan_meier(np.array([4.0]), np.array([True])).steps == ((0.0, 1.0),)


def test_durations_of_nothing_drop_the_curve_at_nought() -> None:
    curve = kaplan_meier(np.array([0.0, 0, 3, 4]), np.zeros(4, dtype=bool))
    assert curve.steps[:2] == ((0.0, 1.0), (0.0, 0.5))
    assert curve.median == 0


def test_lognormal_without_censoring_is_mean_and_deviation_of_the_logs() -> None:
    times = np.array([1.5, 3, 4, 9, 12])
    fit = lognormal(times, np.zeros(5, dtype=bool))
    assert fit is not None
    assert fit.mu == pytest.approx(np.log(times).mean(), abs=1e-6)
    assert fit.sigma == pytest.approx(np.log(times).std(), abs=1e-6)
    assert fit.median == pytest.approx(math.exp(fit.mu))


def test_fewer_than_three_ended_is_no_fit() -> None:
    assert lognormal(np.array([1.0, 2, 3, 4]), np.array([False, False, True, True])) is None


def test_all_ended_at_nought_is_no_fit() -> None:
    """The likelihood has no maximum: any median below another is likelier."""
    nought, still = np.zeros(4), np.zeros(4, dtype=bool)
    falling = [negative_log_likelihood(mu, 0.0, nought, still) for mu in (-1.0, -3.0, -5.0)]
    assert falling == sorted(falling, reverse=True)
    assert lognormal(nought, still) is None
    assert lognormal(np.append(nought, 2.0), np.zeros(5, dtype=bool)) is not None


def test_open_durations_lengthen_the_median() -> None:
    ended = np.array([2.0, 4, 6])
    closed = lognormal(ended, np.zeros(3, dtype=bool))
    longer = lognormal(np.append(ended, 9.0), np.array([False, False, False, True]))
    assert closed is not None
    assert longer is not None
    assert longer.median > closed.median


def test_equal_durations_have_a_fit() -> None:
    fit = lognormal(np.full(4, 6.0), np.zeros(4, dtype=bool))
    assert fit is not None
    assert fit.median == pytest.approx(6.0, rel=1e-3)


samples = st.lists(
    st.tuples(st.sampled_from([0.0, 0.4, 1.0, 2.5, 4.0, 7.0, 7.5, 12.0, 20.0]), st.booleans()),
    min_size=6,
    max_size=20,
)


@given(samples)
@settings(max_examples=60, deadline=None)
def test_both_solvers_reach_the_same_likelihood(sample: list[tuple[float, bool]]) -> None:
    times = np.array([t for t, _ in sample])
    still = np.array([o for _, o in sample])
    if (~still & (times > 0)).sum() < 4 or len(set(times[~still & (times > 0)])) < 3:
        return
    one = lognormal(times, still)
    mu, sigma = lognormal_many(times[None], still[None], np.ones((1, len(times))))
    assert one is not None
    by_search = negative_log_likelihood(one.mu, math.log(one.sigma), times, still)
    by_steps = negative_log_likelihood(mu[0], math.log(sigma[0]), times, still)
    assert by_steps == pytest.approx(by_search, abs=2e-3)


def test_weights_count_as_copies() -> None:
    times, still = np.array([[1.0, 3, 5, 8, 9]]), np.array([[False, False, False, True, False]])
    weights = np.array([[2.0, 1, 0, 3, 1]])
    again = np.repeat(np.arange(5), weights[0].astype(int))
    weighted = lognormal_many(times, still, weights)
    copied = lognormal_many(times[:, again], still[:, again], np.ones((1, len(again))))
    assert weighted[0] == pytest.approx(copied[0], abs=1e-4)
    assert weighted[1] == pytest.approx(copied[1], abs=1e-4)


def test_nothing_ended_is_undefined() -> None:
    mu, _ = lognormal_many(np.array([[3.0, 4.0]]), np.array([[True, True]]), np.ones((1, 2)))
    assert np.isnan(mu[0])


def test_the_median_is_found_under_heavy_censoring() -> None:
    """200 simulated samples of 40, true median 6: the mean of the fitted medians is near, with 40% open."""
    rng = np.random.default_rng(5)
    truth = np.exp(rng.normal(math.log(6), 0.6, (200, 40)))
    seen = rng.uniform(2, 14, (200, 40))
    still = truth > seen
    assert 0.3 < still.mean() < 0.5
    mu, sigma = lognormal_many(np.minimum(truth, seen), still, np.ones((200, 40)))
    assert np.exp(mu).mean() == pytest.approx(6, rel=0.03)
    assert sigma.mean() == pytest.approx(0.6, rel=0.08)


def test_the_curve_covers_the_truth_in_simulation() -> None:
    """The Kaplan-Meier share at the true median is 1/2 on average, under 30% random censoring."""
    rng = np.random.default_rng(6)
    at_median = []
    for _ in range(300):
        truth, seen = rng.exponential(10, 30), rng.exponential(23, 30)
        curve = kaplan_meier(np.minimum(truth, seen), truth > seen)
        at_median.append([s for t, s in curve.steps if t <= 10 * math.log(2)][-1])
    assert np.mean(at_median) == pytest.approx(0.5, abs=0.015)
