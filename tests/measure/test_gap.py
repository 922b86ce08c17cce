"""The whole report: what it says by hand, its warnings, its JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from theodolite.measure.draws import draws_for, independent_draws
from theodolite.measure.gap import gap
from theodolite.measure.sensitivity import HIGHEST, LOWEST
from theodolite.model.errors import Refusal
from theodolite.model.period import DAYS_PER_MONTH
from theodolite.model.scores import Draws, ScoreTable

DAY = dt.date.fromisoformat


def limits(table: ScoreTable, spread: float = 1.0) -> ScoreTable:
    return replace(
        table, models=tuple(replace(m, low=m.level - spread, high=m.level + spread) for m in table.models)
    )


def test_the_default_day_is_where_the_data_ends(race: ScoreTable) -> None:
    report = gap("US", "China", race)
    assert report.as_of == report.observed_until == report.data_until == DAY("2024-03-01")
    assert report.vertical_gap.estimate == 0
    assert report.backward_lag_months.estimate == 0


def test_a_day_past_the_data_is_answered_for_its_end_with_a_warning(race: ScoreTable) -> None:
    report = gap("US", "China", race, as_of=DAY("2030-01-01"))
    assert report.as_of == DAY("2030-01-01")
    assert report.observed_until == DAY("2024-03-01")
    assert any("past the data" in w for w in report.warnings)
    quiet = gap("US", "China", race, as_of=DAY("2030-01-01"), warn_past_data=False)
    assert not any("past the data" in w for w in quiet.warnings)
    assert quiet.measurable_range_months == pytest.approx(
        (DAY("2024-03-01") - DAY("2023-01-01")).days / DAYS_PER_MONTH
    )


def test_without_draws_there_are_no_limits(race: ScoreTable) -> None:
    report = gap("US", "China", race)
    assert report.interval_method == "none"
    assert report.p_follower_ahead is None
    for figure in (report.vertical_gap, report.backward_lag_months, report.level_shift_months):
        assert (figure.low, figure.high) == (None, None)
    assert draws_for(race, None)[0] is None


def test_independent_draws_from_limits(race: ScoreTable) -> None:
    drawn, _ = independent_draws(limits(race), 400)
    report = gap("US", "China", limits(race), as_of=DAY("2024-01-01"), draws=drawn)
    assert report.interval_method == "independent"
    figure = report.vertical_gap
    assert figure.estimate == 8
    assert figure.low is not None and figure.high is not None
    assert figure.low < 8 < figure.high
    # Two independent values with 90% limits of 1 point: the difference has limits of about the root of 2.
    assert figure.high - figure.low == pytest.approx(2 * 2**0.5, rel=0.15)
    assert report.p_follower_ahead == pytest.approx(0.5 / 401)


def test_a_common_error_cancels_in_paired_draws(race: ScoreTable) -> None:
    noise = np.random.default_rng(0).normal(0, 5, (200, 1))
    levels = np.array([[m.level for m in race.models]]) + noise
    drawn = Draws(models=tuple(m.name for m in race.models), levels=levels, method="paired")
    figure = gap("US", "China", race, as_of=DAY("2024-01-01"), draws=drawn).vertical_gap
    assert figure.low == pytest.approx(8)
    assert figure.high == pytest.approx(8)


def test_left_censoring_leaves_the_upper_limit_open(race: ScoreTable) -> None:
    drawn, _ = independent_draws(limits(race), 200)
    figure = gap("US", "China", limits(race), as_of=DAY("2023-03-01"), draws=drawn).backward_lag_months
    assert figure.censored == "left"
    assert figure.estimate == pytest.approx(59 / DAYS_PER_MONTH)
    assert figure.low == pytest.approx(59 / DAYS_PER_MONTH)
    assert figure.high is None


def test_more_models_near_the_top_bias_a_maximum_more(make_table: Callable[..., ScoreTable]) -> None:
    many = [(f"A{i}", 100, "2023-01-01", "United States") for i in range(8)]
    table = limits(
        make_table([*many, ("B1", 100, "2023-01-01", "China"), ("B2", 90, "2023-01-01", "China")]), 2
    )
    drawn, _ = independent_draws(table, 500)
    bias = gap("US", "China", table, draws=drawn).maximum_bias_points
    assert bias is not None
    leader, follower = bias
    # The expected maximum of 8 standard normals is 1.42; the 90% limit of 2 is 1.216 standard deviations.
    assert leader == pytest.approx(1.4236 * 2 / 1.6449, rel=0.1)
    assert follower == pytest.approx(0, abs=0.05)


def test_an_estimate_outside_its_interval_is_said(make_table: Callable[..., ScoreTable]) -> None:
    many = [(f"A{i}", 100, "2023-01-01", "United States") for i in range(60)]
    table = limits(make_table([*many, ("B1", 90, "2023-01-01", "China")]), 2)
    drawn, _ = independent_draws(table, 300)
    report = gap("US", "China", table, draws=drawn)
    assert report.vertical_gap.low is not None
    assert report.vertical_gap.low > 10
    assert any("outside its interval" in w for w in report.warnings)


def test_no_level_in_common_is_null_with_a_warning(race: ScoreTable) -> None:
    report = gap("US", "China", race, as_of=DAY("2023-03-01"))
    assert report.level_shift_months.estimate is None
    assert any("no level in common" in w for w in report.warnings)


def test_before_the_follower_has_a_model_everything_is_null_and_said(race: ScoreTable) -> None:
    report = gap("US", "China", race, as_of=DAY("2023-01-15"))
    assert report.backward_lag_months.estimate is None
    assert report.forward_lag_months.estimate is not None  # known from what came afterwards
    assert report.vertical_gap.estimate is None
    assert any("China has no scored model by 2023-01-15" in w for w in report.warnings)
    before = gap("US", "China", race, as_of=DAY("2022-01-01"))
    assert before.forward_lag_months.estimate is None
    assert before.measurable_range_months is None
    assert before.time_to_match_months.records == ()


def test_coverage_counts_the_twelve_months_and_warns_where_thin(race: ScoreTable) -> None:
    report = gap("US", "China", race, as_of=DAY("2024-03-01"))
    assert (report.follower_coverage.models, report.follower_coverage.labs) == (3, 3)
    assert (report.leader_coverage.models, report.leader_coverage.thin) == (2, True)
    assert any(w.startswith("thin coverage of China") for w in report.warnings)


def test_models_without_a_country_are_counted(race: ScoreTable) -> None:
    assert any("1 of 9 models name no country" in w for w in gap("US", "China", race).warnings)


def test_sensitivity_has_tolerances_windows_rules_and_vintages(
    race: ScoreTable, make_table: Callable[..., ScoreTable]
) -> None:
    older = make_table(
        [("A1", 100, "2023-01-01", "United States"), ("B1", 99, "2023-05-01", "China")], "older.csv", None
    )
    report = gap("US", "China", race, as_of=DAY("2024-01-01"), tolerance=2.0, others=[older])
    lags = [s for s in report.sensitivity if s.quantity == "backward_lag_months"]
    assert {s.tolerance for s in lags} == {0, 0.5, 1, 2.0}
    assert {s.window for s in lags} == {"day", LOWEST, HIGHEST}
    assert {s.rule for s in lags} == {"any", "majority", "headquarters"}
    other = next(s for s in lags if s.vintage == "older.csv")
    assert other.observed_until == DAY("2023-05-01")
    assert other.estimate == 0  # 99 + 2 is not exceeded
    by = {(s.tolerance, s.window): s.estimate for s in lags if s.rule == "any" and s.vintage == "2025-01-01"}
    assert by[0.0, LOWEST] <= by[0.0, "day"] <= by[0.0, HIGHEST]
    # The saw-tooth: the day before C3 the lag ran from 2023-04-11, the day of A3.
    assert by[0.0, HIGHEST] == pytest.approx((DAY("2023-12-31") - DAY("2023-04-11")).days / DAYS_PER_MONTH)
    steps = {s.quantity for s in report.sensitivity if s.quantity.startswith("time_to_match")}
    assert len(steps) == 3


def test_the_one_model_that_moves_it_most(race: ScoreTable, make_table: Callable[..., ScoreTable]) -> None:
    moved = gap("US", "China", race, as_of=DAY("2024-01-15")).most_moved_by
    assert moved is not None
    # Without C3 China stood at 105, exceeded on 2023-04-11.
    assert (moved.model, moved.change) == ("C3", "left out")
    assert moved.estimate_without == pytest.approx(
        (DAY("2024-01-15") - DAY("2023-04-11")).days / DAYS_PER_MONTH
    )
    other = make_table([("A4", 120, "2023-01-02", "United States")], "other.csv", "2025-02-01")
    moved = gap("US", "China", race, as_of=DAY("2024-01-15"), others=[other]).most_moved_by
    assert moved is not None
    assert (moved.model, moved.change, moved.re_dated_to) == ("A4", "re-dated", DAY("2023-01-02"))


def test_a_side_against_itself_or_without_models_is_refused(race: ScoreTable) -> None:
    with pytest.raises(Refusal, match="one side"):
        gap("US", "USA", race)
    with pytest.raises(Refusal, match="nobody belongs"):
        gap("US", "Japan", race)


def test_json_is_plain_and_whole(race: ScoreTable) -> None:
    drawn, _ = independent_draws(limits(race), 50)
    report = gap("US", "China", limits(race), as_of=DAY("2024-02-01"), draws=drawn)
    found = json.loads(json.dumps(report.to_json(), allow_nan=False))
    for key in (
        "schema_version", "leader", "follower", "as_of", "observed_until", "data_until", "vintage",
        "tolerance", "vertical_gap", "backward_lag_months", "forward_lag_months", "level_shift_months",
        "p_follower_ahead",
        "time_to_match_months", "measurable_range_months", "coverage", "sensitivity", "most_moved_by",
        "interval_method", "warnings",
    ):  # fmt: skip
        assert key in found
    record = found["time_to_match_months"]["records"][2]
    assert record["months"] is None
    assert record["open_for_months"] == pytest.approx(96 / DAYS_PER_MONTH)
    assert set(found["time_to_match_months"]["median"]) == {"estimate", "low", "high"}


def test_an_organisation_is_not_thin_for_being_one_lab(make_table: Callable[..., ScoreTable]) -> None:
    rows = [(f"A{i}", 100 + i, f"2023-01-0{i + 1}", "United States") for i in range(6)]
    table = make_table([*rows, ("B1", 90, "2023-01-01", "China")])
    report = gap("Lab A", "China", table)
    assert (report.leader_coverage.labs, report.leader_coverage.thin) == (1, False)


def test_labs_that_are_not_named_cannot_be_too_few(make_table: Callable[..., ScoreTable]) -> None:
    rows = [(f"A{i}", 100 + i, f"2023-01-0{i + 1}", "United States+China") for i in range(6)]
    table = make_table([*rows, ("B1", 90, "2023-01-01", "China")])
    nameless = replace(table, models=tuple(replace(m, organisations=()) for m in table.models))
    report = gap("US", "China", nameless)
    assert not report.leader_coverage.thin
    assert report.to_json()["coverage"]["leader"]["labs"] is None
    assert any("labs cannot be counted" in w for w in report.warnings)


def test_every_undefined_figure_has_its_reason(race: ScoreTable) -> None:
    """No median of the curve, no lognormal fit, rows of the sensitivity without an estimate: each is said."""
    report = gap("US", "China", race, as_of=DAY("2023-01-15"))
    assert report.time_to_match_months.kaplan_meier_median is None
    assert any("Kaplan-Meier curve" in w for w in report.warnings)
    missing = sum(row.estimate is None for row in report.sensitivity)
    assert missing
    assert any(f"sensitivity: {missing} of {len(report.sensitivity)} rows" in w for w in report.warnings)


def test_records_that_the_follower_had_first_have_no_lognormal_median(race: ScoreTable) -> None:
    report = gap("China", "US", race)
    closed = [r.months for r in report.time_to_match_months.records if r.months is not None]
    assert closed == [0.0] * 4
    assert report.time_to_match_months.median.estimate is None
    assert any("no lognormal fits" in w for w in report.warnings)
