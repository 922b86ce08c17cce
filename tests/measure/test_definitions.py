"""Every quantity against its definition read aloud, on random small tables."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from theodolite.measure.frontier import side_ladder
from theodolite.measure.lags import forward, level_shift, vertical
from theodolite.measure.matching import matches, median_draws
from theodolite.measure.sides import Side, resolve_pair
from theodolite.model.period import DAYS_PER_MONTH
from theodolite.model.scores import ScoredModel, ScoreTable
from theodolite.statistics.survival import lognormal_many

START = dt.date(2023, 1, 1)
Build = Callable[..., ScoreTable]

releases = st.lists(
    st.tuples(
        st.integers(90, 110).map(float),
        st.integers(0, 100),
        st.sampled_from(["United States", "China", "United States+China"]),
    ),
    min_size=3,
    max_size=22,
)
offsets = st.integers(0, 120)
tolerances = st.sampled_from([0.0, 0.5, 2.0])
random_tables = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def make(build: Build, rows: list[tuple[float, int, str]]) -> tuple[ScoreTable, Side, Side]:
    table = build(
        [(f"M{i}", lv, (START + dt.timedelta(k)).isoformat(), c) for i, (lv, k, c) in enumerate(rows)]
    )
    countries = {c for m in table.models for c in m.countries}
    assume(countries == {"United States", "China"})
    return table, *resolve_pair("US", "China", table)


def best(models: list[ScoredModel], day: dt.date) -> float:
    return max((m.level for m in models if m.date <= day), default=math.nan)


def of(table: ScoreTable, side: Side) -> list[ScoredModel]:
    return sorted((m for m in table.models if side.holds(m)), key=lambda m: m.date)


@given(rows=releases, offset=offsets, tolerance=tolerances)
@random_tables
def test_forward_lag_and_vertical_gap(
    make_table: Build, rows: list[tuple[float, int, str]], offset: int, tolerance: float
) -> None:
    table, us, china = make(make_table, rows)
    end = max(m.date for m in table.models)
    day = min(START + dt.timedelta(offset), end)
    ahead, behind = side_ladder(table, us), side_ladder(table, china)
    gap = vertical(ahead, behind, [day.toordinal()])[0, 0]
    assert gap == pytest.approx(best(of(table, us), day) - best(of(table, china), day), nan_ok=True)
    months, flags = forward(ahead, behind, day.toordinal(), end.toordinal(), tolerance)
    target = best(of(table, us), day)
    if math.isnan(target):
        assert math.isnan(months[0])
        return
    reached = [m.date for m in of(table, china) if m.level >= target - tolerance]
    expected = max((min(reached, default=end) - day).days, 0) / DAYS_PER_MONTH
    assert months[0] == pytest.approx(expected)
    assert bool(flags[0]) == (not reached)


@given(rows=releases, offset=offsets)
@random_tables
def test_level_shift_is_the_mean_distance_sideways(
    make_table: Build, rows: list[tuple[float, int, str]], offset: int
) -> None:
    table, us, china = make(make_table, rows)
    day = START + dt.timedelta(offset)
    found = level_shift(side_ladder(table, us), side_ladder(table, china), [day.toordinal()])[0, 0]
    sides = [[m for m in of(table, side) if m.date <= day] for side in (us, china)]
    if not all(sides):
        assert math.isnan(found)
        return
    firsts = [best(models, models[0].date) for models in sides]
    low, high = max(firsts), min(best(models, day) for models in sides)
    if high <= low:
        assert math.isnan(found)
        return
    # Levels are whole numbers, so the days change only there: midpoints of unit steps give the exact mean.
    when = [
        [next(m.date for m in models if m.level >= level).toordinal() for level in np.arange(low + 0.5, high)]
        for models in sides
    ]
    assert found == pytest.approx((np.mean(when[1]) - np.mean(when[0])) / DAYS_PER_MONTH, abs=1e-9)


@given(rows=releases, offset=offsets, tolerance=tolerances)
@random_tables
def test_time_to_match(
    make_table: Build, rows: list[tuple[float, int, str]], offset: int, tolerance: float
) -> None:
    table, us, china = make(make_table, rows)
    day = START + dt.timedelta(offset)
    found = matches(table, us, china, day, tolerance)
    levels = [m.record.level for m in found]
    assert levels == sorted(set(levels))
    for match in found:
        earlier = [m.level for m in of(table, us) if m.date < match.record.date]
        same_day = [m.level for m in of(table, us) if m.date == match.record.date]
        assert match.record.level == max(same_day) > max(earlier, default=-math.inf)
        equal = [
            m.date for m in of(table, china) if m.date <= day and m.level >= match.record.level - tolerance
        ]
        assert match.matched_on == min(equal, default=None)
        if equal:
            assert match.months == pytest.approx(
                max((min(equal) - match.record.date).days, 0) / DAYS_PER_MONTH
            )
            assert match.already == (min(equal) < match.record.date)
            assert match.open_for_months is None
        else:
            assert match.open_for_months == pytest.approx((day - match.record.date).days / DAYS_PER_MONTH)


class Even:
    """A generator without chance: every weight its mean, no noise."""

    def gamma(self, shape: np.ndarray, size: tuple[int, ...]) -> np.ndarray:
        return np.broadcast_to(shape, size)

    def standard_normal(self, size: int) -> np.ndarray:
        return np.zeros(size)


@given(rows=releases, offset=offsets, tolerance=tolerances)
@random_tables
def test_draws_of_the_median_use_the_same_matches(
    make_table: Build, rows: list[tuple[float, int, str]], offset: int, tolerance: float
) -> None:
    table, us, china = make(make_table, rows)
    day = START + dt.timedelta(offset)
    drawn = median_draws(
        side_ladder(table, us),
        side_ladder(table, china),
        day.toordinal(),
        tolerance,
        Even(),  # type: ignore[arg-type]
    )[0]
    found = matches(table, us, china, day, tolerance)
    closed = sum(m.months is not None for m in found)
    if closed < 3 or not any(m.date <= day for m in of(table, china)):
        assert math.isnan(drawn)
        return
    durations = np.array([[m.months if m.months is not None else m.open_for_months for m in found]])
    still = np.array([[m.months is None for m in found]])
    mu, _ = lognormal_many(durations, still, np.ones_like(durations))
    assert drawn == pytest.approx(math.exp(mu[0]), rel=1e-3)
