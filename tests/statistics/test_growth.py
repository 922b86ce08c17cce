"""Growth: exact on exact exponentials, and who was among the largest when it came."""

from __future__ import annotations

import datetime as dt

import pytest

from theodolite.statistics.growth import growth, running_top

START = dt.date(2020, 1, 1)


def test_an_exact_doubling_is_found() -> None:
    values = [(START + dt.timedelta(100 * k), 3.0 * 2.0**k) for k in range(6)]
    found = growth(values)
    assert found.doubling_days == pytest.approx(100)
    assert found.factor_per_year == pytest.approx(2 ** (365.25 / 100))
    assert found.n == 6


def test_one_day_is_no_trend() -> None:
    with pytest.raises(ValueError, match="two different days"):
        growth([(START, 1.0), (START, 2.0)])


def test_running_top_keeps_what_was_large_when_it_came() -> None:
    values = [(START + dt.timedelta(k), v) for k, v in enumerate([5.0, 1.0, 3.0, 2.0, 4.0, 4.0])]
    assert [v for _, v in running_top(values, 2)] == [5, 1, 3, 4, 4]
