"""Trends: exact on exponentials, intervals that cover, and which values make a set."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pytest

from theodolite.statistics.concentration import concentration_ratio, herfindahl, ranks
from theodolite.statistics.trend import (
    DAYS_PER_YEAR,
    doubling_limits,
    factor_limits,
    records,
    running_top,
    trend,
)

START = dt.date(2020, 1, 1)
DAYS = [START + dt.timedelta(30 * k) for k in range(40)]


def test_an_exact_exponential_has_no_width() -> None:
    found = trend(DAYS, [2.0 ** (30 * k / 100) for k in range(40)])
    assert found.doubling_days == pytest.approx(100)
    assert found.r_squared == pytest.approx(1)
    for limits in (found.bootstrap, found.ols):
        assert limits is not None
        assert limits[0] == pytest.approx(found.slope)


def test_the_slope_is_the_one_of_least_squares() -> None:
    values = np.exp(np.random.default_rng(1).normal(size=40)).tolist()
    slope = np.polyfit([30.0 * k for k in range(40)], np.log(values), 1)[0]
    assert trend(DAYS, values, draws=50).slope == pytest.approx(slope)


def test_intervals_cover_nine_times_in_ten() -> None:
    rng = np.random.default_rng(7)
    true = math.log(4) / DAYS_PER_YEAR
    covered = {"ols": 0, "bootstrap": 0}
    runs = 200
    for _ in range(runs):
        logs = np.array([true * 30 * k for k in range(40)]) + rng.normal(0, 1, 40)
        found = trend(DAYS, np.exp(logs).tolist(), draws=200)
        for name in covered:
            low, high = getattr(found, name)
            covered[name] += low <= true <= high
    assert 0.84 <= covered["ols"] / runs <= 0.96
    assert 0.82 <= covered["bootstrap"] / runs <= 0.96


def test_two_values_have_no_interval_and_a_flat_slope_no_doubling() -> None:
    found = trend(DAYS[:2], [1.0, 2.0])
    assert found.ols is found.bootstrap is found.residual_sd is None
    assert doubling_limits((-0.1, 0.1)) is None
    assert factor_limits(None) is None
    with pytest.raises(ValueError, match="two different days"):
        trend([START, START], [1.0, 2.0])


def test_records_and_running_top() -> None:
    days = [START + dt.timedelta(k) for k in (0, 1, 2, 2, 3)]
    assert records(days, [2.0, 1.0, 3.0, 5.0, 5.0]) == [0, 3]
    assert running_top(days, [2.0, 1.0, 3.0, 5.0, 0.5], 2) == [0, 1, 2, 3]


def test_concentration() -> None:
    assert concentration_ratio([5, 3, 2], 2) == pytest.approx(0.8)
    assert herfindahl([1, 1, 1, 1]) == pytest.approx(0.25)
    assert concentration_ratio([], 3) is None and herfindahl([0]) is None
    assert ranks([3, None, 5, 3]) == [2, None, 1, 2]


@pytest.mark.parametrize(("n", "uneven"), [(6, False), (12, False), (12, True), (30, True)])
def test_resampled_limits_hold_about_what_they_promise(n: int, uneven: bool) -> None:
    """Plain percentiles would hold .77 to .87 of these; the standard error holds .77 of the uneven ones."""
    rng = np.random.default_rng(11)
    held = 0
    for _ in range(250):
        days = np.sort(rng.choice(3000, n, replace=False))
        spread = 0.2 + np.abs(days - 1500) / 1500 if uneven else 0.6
        logs = 0.001 * days + spread * rng.standard_normal(n)
        found = trend([dt.date.fromordinal(730000 + int(d)) for d in days], np.exp(logs).tolist(), 400)
        assert found.bootstrap is not None
        held += found.bootstrap[0] <= 0.001 <= found.bootstrap[1]
    assert 0.83 <= held / 250 <= 0.985
