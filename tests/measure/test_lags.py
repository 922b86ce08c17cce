"""Gap quantities: by hand on a small race, and against a day-by-day reference on random tables."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from theodolite.measure.frontier import records, side_ladder
from theodolite.measure.lags import (
    backward,
    backward_beyond_doubt,
    backward_lags,
    forward,
    level_shift,
    vertical,
    vertical_gaps,
)
from theodolite.measure.sides import resolve_pair
from theodolite.model.period import DAYS_PER_MONTH
from theodolite.model.scores import Draws, ScoreTable

DAY = dt.date.fromisoformat


def pair(table: ScoreTable):
    us, china = resolve_pair("US", "China", table)
    return side_ladder(table, us), side_ladder(table, china)


def lag(table: ScoreTable, day: str, tolerance: float = 0.0) -> tuple[float, bool]:
    months, flags = backward(*pair(table), [DAY(day).toordinal()], tolerance)
    return months[0, 0] * DAYS_PER_MONTH, bool(flags[0, 0])


def test_backward_lag_by_hand(race: ScoreTable) -> None:
    # On 2023-06-30 China's 105 was first exceeded by 110 on 2023-04-11, 80 days before.
    assert lag(race, "2023-06-30") == (pytest.approx(80), False)
    # The day before China stood at 90, below the first American record of 2023-01-01: at least 179 days.
    assert lag(race, "2023-06-29") == (pytest.approx(179), True)
    # With 5 points allowed 105 + 5 is not exceeded by 110, and 120 is not there yet.
    assert lag(race, "2023-06-30", 5) == (0.0, False)
    # A model dated on the day counts.
    assert lag(race, "2024-01-01")[0] == pytest.approx((DAY("2024-01-01") - DAY("2023-10-28")).days)
    # Nobody exceeds 120 when China has it too.
    assert lag(race, "2024-03-01") == (0.0, False)
    # The tolerance alone can hide the leader's first record.
    assert lag(race, "2023-03-01", 10.0) == (0.0, False)


def test_undefined_before_either_side_has_a_model(race: ScoreTable) -> None:
    assert math.isnan(lag(race, "2023-01-15")[0])
    assert math.isnan(vertical(*pair(race), [DAY("2023-01-15").toordinal()])[0, 0])


def test_forward_lag_by_hand(race: ScoreTable) -> None:
    ahead, behind = pair(race)
    end = DAY("2024-03-01").toordinal()

    def days(day: str, tolerance: float = 0.0) -> tuple[float, bool]:
        months, flags = forward(ahead, behind, DAY(day).toordinal(), end, tolerance)
        return months[0] * DAYS_PER_MONTH, bool(flags[0])

    assert days("2023-04-11") == (pytest.approx((DAY("2024-01-01") - DAY("2023-04-11")).days), False)
    assert days("2023-04-11", 5) == (pytest.approx(80), False)
    assert days("2024-03-01") == (0.0, False)
    # Cut the data before China's 120: still open, at least as long as the data goes on.
    months, flags = forward(ahead, behind.until(DAY("2024-02-01").toordinal()), DAY("2023-10-28").toordinal(),
                            DAY("2024-02-01").toordinal(), 0.0)  # fmt: skip
    assert months[0] * DAYS_PER_MONTH == pytest.approx((DAY("2024-02-01") - DAY("2023-10-28")).days)
    assert flags[0]


def test_vertical_gap_by_hand(race: ScoreTable) -> None:
    days = [DAY(d).toordinal() for d in ("2023-02-01", "2023-06-29", "2023-06-30", "2024-03-01")]
    assert vertical(*pair(race), days)[:, 0].tolist() == [10, 20, 5, 0]


def test_level_shift_by_hand(race: ScoreTable) -> None:
    # By 2024-01-01 both have passed 100 to 112. China reached 100..105 on 2023-06-30, 105..112 on 2024-01-01;
    # the United States 100..110 on 2023-04-11, 110..112 on 2023-10-28.
    first = 5 * (DAY("2023-06-30") - DAY("2023-04-11")).days
    second = 5 * (DAY("2024-01-01") - DAY("2023-04-11")).days
    third = 2 * (DAY("2024-01-01") - DAY("2023-10-28")).days
    found = level_shift(*pair(race), [DAY("2024-01-01").toordinal()])[0, 0]
    assert found * DAYS_PER_MONTH == pytest.approx((first + second + third) / 12)
    # With the sides exchanged it is the same area, negative.
    ahead, behind = pair(race)
    assert level_shift(behind, ahead, [DAY("2024-01-01").toordinal()])[0, 0] == pytest.approx(-found)
    # By 2023-06-29 China's best, 90, lies below the first American record: no level in common.
    assert math.isnan(level_shift(ahead, behind, [DAY("2023-06-29").toordinal()])[0, 0])


def test_of_two_records_on_a_day_only_the_higher(make_table: Callable[..., ScoreTable]) -> None:
    table = make_table(
        [
            ("A1", 100, "2023-01-01", "United States"),
            ("A2", 103, "2023-01-01", "United States"),
            ("A3", 103, "2023-02-01", "United States"),
            ("B1", 101, "2023-03-01", "China"),
        ]
    )
    us, _ = resolve_pair("US", "China", table)
    assert [r.model for r in records(table, us, DAY("2023-12-31"))] == ["A2"]
    assert lag(table, "2023-03-01") == (pytest.approx(59), True)


def test_small_advances_add_up_to_a_step(make_table: Callable[..., ScoreTable]) -> None:
    rows = [(f"A{i}", 100 + 0.5 * i, f"2023-0{i + 1}-01", "United States") for i in range(8)]
    table = make_table([*rows, ("B1", 90, "2023-01-01", "China")])
    us, _ = resolve_pair("US", "China", table)
    kept = [r.level for r in records(table, us, DAY("2023-12-31"), step=1.0)]
    assert kept == [100, 101, 102, 103]


def test_a_model_of_two_countries_counts_in_both(make_table: Callable[..., ScoreTable]) -> None:
    table = make_table(
        [("A1", 100, "2023-01-01", "United States"), ("B1", 105, "2023-02-01", "China+United States")]
    )
    us, china = resolve_pair("US", "China", table)
    day = [DAY("2023-06-01")]
    assert vertical_gaps(table, None, us, china, day).estimates[0] == 0
    assert vertical_gaps(table, None, us, china, day, "headquarters").estimates[0] == -5


def test_reversed_sides_are_nought_behind(race: ScoreTable) -> None:
    china, us = resolve_pair("China", "US", race)
    found = backward_lags(race, None, china, us, [DAY("2023-12-01")])
    assert found.estimates[0] == 0
    assert not found.censored[0]


level = st.integers(90, 110).map(float)
release = st.tuples(
    level, st.integers(0, 120), st.sampled_from(["United States", "China", "United States+China"])
)


def reference(table: ScoreTable, day: dt.date, tolerance: float) -> tuple[float, bool]:
    """The definition read aloud, one model after the other."""
    us = sorted((m.date, m.level) for m in table.models if "United States" in m.countries and m.date <= day)
    china = [m.level for m in table.models if "China" in m.countries and m.date <= day]
    if not us or not china:
        return math.nan, False
    above = [d for d, lv in us if lv > max(china) + tolerance]
    if not above:
        return 0.0, False
    return (day - above[0]).days / DAYS_PER_MONTH, above[0] == us[0][0]


@given(
    made=st.lists(release, min_size=4, max_size=25),
    offset=st.integers(0, 140),
    tolerance=st.sampled_from([0.0, 0.5, 2.0]),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_backward_lag_is_its_definition(
    make_table: Callable[..., ScoreTable], made: list[tuple[float, int, str]], offset: int, tolerance: float
) -> None:
    start = DAY("2023-01-01")
    rows = [(f"M{i}", lv, (start + dt.timedelta(k)).isoformat(), c) for i, (lv, k, c) in enumerate(made)]
    countries = {c for r in rows for c in r[3].split("+")}
    if countries != {"United States", "China"} or all("+" in r[3] for r in rows):
        return
    table = make_table(rows)
    day = start + dt.timedelta(offset)
    us, china = resolve_pair("US", "China", table)
    found = backward_lags(table, None, us, china, [day], tolerance)
    months, flag = reference(table, day, tolerance)
    assert found.estimates[0] == pytest.approx(months, nan_ok=True)
    assert bool(found.censored[0]) == flag


def test_draws_and_table_share_one_arithmetic(race: ScoreTable) -> None:
    us, china = resolve_pair("US", "China", race)
    levels = np.array([[m.level for m in race.models]] * 3)
    levels[1, 5] += 10  # in one draw B2 is 115
    draws = Draws(models=tuple(m.name for m in race.models), levels=levels, method="paired")
    found = backward_lags(race, draws, us, china, [DAY("2023-06-30"), DAY("2023-12-01")])
    assert found.draws is not None
    assert found.draws[:, 0].tolist() == found.estimates.tolist()
    assert found.draws[0, 1] == 0  # nothing above 115 yet
    assert found.draws[1, 1] * DAYS_PER_MONTH == pytest.approx((DAY("2023-12-01") - DAY("2023-10-28")).days)


def test_beyond_doubt_asks_for_a_share_of_the_draws(race: ScoreTable) -> None:
    us, china = resolve_pair("US", "China", race)
    levels = np.tile([m.level for m in race.models], (100, 1))
    levels[:10, 2] = 104.0  # in a tenth of the draws A3 does not exceed B2's 105
    draws = Draws(models=tuple(m.name for m in race.models), levels=levels, method="paired")
    ladders = side_ladder(race, us, draws=draws), side_ladder(race, china, draws=draws)
    day = DAY("2023-12-01").toordinal()
    strict = backward_beyond_doubt(*ladders, day)
    assert strict == (pytest.approx((DAY("2023-12-01") - DAY("2023-10-28")).days / DAYS_PER_MONTH), False)
    lax = backward_beyond_doubt(*ladders, day, share=0.9)
    assert lax[0] == pytest.approx((DAY("2023-12-01") - DAY("2023-04-11")).days / DAYS_PER_MONTH)
    assert backward_beyond_doubt(*ladders, DAY("2023-03-01").toordinal())[1]
    assert backward_beyond_doubt(*ladders, DAY("2024-03-01").toordinal()) == (0.0, False)
