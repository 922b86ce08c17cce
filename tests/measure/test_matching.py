"""Time to match: ties, what was had already, open records, the lognormal and its draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import numpy as np
import pytest

from theodolite.measure.frontier import side_ladder
from theodolite.measure.matching import anchor_match, matches, median_draws, time_to_match
from theodolite.measure.sides import resolve_pair
from theodolite.model.errors import Refusal
from theodolite.model.period import DAYS_PER_MONTH
from theodolite.model.scores import Draws, ScoreTable

DAY = dt.date.fromisoformat


def test_each_record_by_hand(race: ScoreTable) -> None:
    us, china = resolve_pair("US", "China", race)
    found = matches(race, us, china, DAY("2024-02-01"), 0.0)
    assert [(m.record.model, m.matched_by, m.months is None) for m in found] == [
        ("A1", "B2", False),
        ("A3", "C3", False),
        ("A4", None, True),
    ]
    assert found[0].months == pytest.approx(180 / DAYS_PER_MONTH)
    assert found[1].months == pytest.approx((DAY("2024-01-01") - DAY("2023-04-11")).days / DAYS_PER_MONTH)
    assert found[2].open_for_months == pytest.approx(
        (DAY("2024-02-01") - DAY("2023-10-28")).days / DAYS_PER_MONTH
    )
    assert [m.already for m in found] == [False, False, False]


def test_tolerance_lets_an_earlier_release_match(race: ScoreTable) -> None:
    us, china = resolve_pair("US", "China", race)
    assert matches(race, us, china, DAY("2024-02-01"), 5.0)[1].matched_by == "B2"


def test_had_already_is_nought_and_said(make_table: Callable[..., ScoreTable]) -> None:
    table = make_table(
        [
            ("A1", 100, "2023-01-01", "United States"),
            ("A2", 105, "2023-06-01", "United States"),
            ("A3", 110, "2023-09-01", "United States"),
            ("B1", 106, "2023-03-01", "China"),
            ("B2", 110, "2023-09-01", "China"),
            ("B3", 111, "2023-09-01", "China"),
        ]
    )
    us, china = resolve_pair("US", "China", table)
    found = matches(table, us, china, DAY("2023-12-01"), 0.0)
    assert [(m.matched_by, m.months, m.already) for m in found[1:]] == [("B1", 0.0, True), ("B3", 0.0, False)]
    curve = time_to_match(table, us, china, DAY("2023-12-01"), 0.0).curve
    assert curve.steps[1] == (0.0, pytest.approx(1 / 3))


def test_under_three_matched_records_has_no_fit(race: ScoreTable) -> None:
    us, china = resolve_pair("US", "China", race)
    assert time_to_match(race, us, china, DAY("2024-02-01"), 0.0).fit is None
    full = time_to_match(race, us, china, DAY("2024-03-01"), 0.0)
    assert full.fit is not None
    months = [m.months for m in full.matches]
    assert full.fit.median == pytest.approx(float(np.exp(np.mean(np.log(months)))), rel=1e-4)


def test_draws_without_noise_centre_on_the_estimate(race: ScoreTable) -> None:
    us, china = resolve_pair("US", "China", race)
    levels = np.array([[m.level for m in race.models]] * 400)
    draws = Draws(models=tuple(m.name for m in race.models), levels=levels, method="paired")
    found = median_draws(
        side_ladder(race, us, draws=draws), side_ladder(race, china, draws=draws),
        DAY("2024-03-01").toordinal(), 0.0, np.random.default_rng(0),
    )  # fmt: skip
    fit = time_to_match(race, us, china, DAY("2024-03-01"), 0.0).fit
    assert fit is not None
    low, high = np.percentile(found, [5, 95])
    assert low < fit.median < high
    # The levels do not vary, so what spread there is comes from the closing releases alone.
    assert high - low > 0.5


def test_one_named_model(race: ScoreTable) -> None:
    us, china = resolve_pair("US", "China", race)
    levels = np.array([[m.level for m in race.models]] * 2)
    levels[1, 6] = 109.0  # C3 misses A3 in the second draw
    draws = Draws(models=tuple(m.name for m in race.models), levels=levels, method="paired")
    found = anchor_match(race, draws, us, china, "a3", DAY("2024-02-01"))
    assert (found.match.matched_by, found.is_open) == ("C3", False)
    assert found.draws is not None and found.open_draws is not None
    assert found.draws[0] == pytest.approx(found.months)
    assert found.open_draws.tolist() == [False, True]
    assert found.draws[1] == pytest.approx((DAY("2024-02-01") - DAY("2023-04-11")).days / DAYS_PER_MONTH)
    with pytest.raises(Refusal, match="no model 'B1'"):
        anchor_match(race, None, us, china, "B1", DAY("2024-02-01"))
