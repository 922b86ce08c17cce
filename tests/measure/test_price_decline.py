"""The price of a score over time, and how much earlier one side reached each score of another."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from theodolite.measure.price_decline import cheapest, plain, reaching, times_cheaper_a_year
from theodolite.measure.threshold_lags import lags, mean_lag, scored


def _row(day: str, model: str, price: float) -> dict[str, str]:
    text = str(price)
    return {"as_of": day, "model": model, "input_usd_per_mtok": text, "output_usd_per_mtok": text}


def test_names_without_seller_and_effort() -> None:
    assert plain("azure/gpt-5-2025-08-07_high") == "gpt-5-2025-08-07"
    assert reaching([("A_16K", 0.5), ("B", 0.4)], 0.45) == {"a"}


def test_the_cheapest_that_reaches_the_score_each_day() -> None:
    panel = [
        _row("2024-01-01", "x/a", 10), _row("2024-01-01", "b", 1), _row("2025-01-01", "a", 5),
        _row("2025-01-01", "c", 0), _row("2025-01-01", "d", 1),
    ]  # fmt: skip
    found = cheapest(panel, {"a", "c", "d"})
    assert [(p.model, p.price) for p in found] == [("a", 10), ("d", 1)]
    assert times_cheaper_a_year(found) == pytest.approx(10 ** (365.25 / 366))
    assert math.isnan(times_cheaper_a_year(found[:1]))


def test_lags_are_of_the_followers_records_that_the_leader_reached() -> None:
    day = dt.date.fromisoformat
    leader = [(day("2024-01-01"), 50.0), (day("2024-06-01"), 60.0)]
    follower = [(day("2023-12-01"), 40.0), (day("2024-07-01"), 55.0), (day("2024-08-01"), 54.0),
                (day("2024-09-01"), 90.0)]  # fmt: skip
    made = lags(leader, follower)
    assert made == pytest.approx([-31 / 30.4375, 30 / 30.4375])
    assert mean_lag([made, [2.0]]) == pytest.approx((sum(made) + 2) / 3)
    with pytest.raises(ValueError, match="both sides"):
        mean_lag([[]])


def test_scores_of_one_side() -> None:
    rows = [
        {"Model version": "a", "EM": "55%", "Release date": "2024-01-01"},
        {"Model version": "b", "EM": "", "Release date": "2024-01-01"},
        {"Model version": "c", "EM": "60", "Release date": "2024-01-01"},
    ]
    access = {"a": "Open weights (unrestricted)", "b": "Open weights (restricted use)", "c": "API access"}
    assert scored(rows, access, ("Open weights",)) == [(dt.date(2024, 1, 1), 55.0)]
