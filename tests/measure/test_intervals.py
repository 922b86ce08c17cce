"""Intervals from draws: without an upper limit the lower one holds the whole 90%."""

from __future__ import annotations

import numpy as np
import pytest

from theodolite.measure.intervals import estimated


def test_censored_draws_leave_a_lower_limit_that_holds_90_percent() -> None:
    drawn = np.arange(100.0)
    flags = drawn >= 80
    warnings: list[str] = []
    found = estimated("forward lag", np.array([50.0]), drawn, warnings, "right", flags)
    assert (found.low, found.high, found.censored) == (10, None, "right")
    assert warnings == ["forward lag: 20 of 100 draws are censored, so the interval has no upper limit"]


def test_an_estimate_above_the_lower_limit_is_inside_where_there_is_no_upper_one() -> None:
    drawn, warnings = np.arange(100.0), list[str]()
    estimated("forward lag", np.array([99.0]), drawn, warnings, "right", drawn >= 80)
    assert not any("outside" in w for w in warnings)
    estimated("forward lag", np.array([7.0]), drawn, warnings, "right", drawn >= 80)
    assert any("outside its interval 10.00 and more" in w for w in warnings)


def test_few_censored_draws_leave_both_limits() -> None:
    drawn, warnings = np.arange(100.0), list[str]()
    found = estimated("forward lag", np.array([50.0]), drawn, warnings, None, drawn >= 96)
    assert (found.low, found.high) == pytest.approx((4.95, 94.05))
    assert not warnings
