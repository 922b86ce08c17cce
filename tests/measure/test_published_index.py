"""Figures of the published index that are known from elsewhere, on the vintages beside the checkout."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from theodolite.measure.draws import draws_for
from theodolite.measure.gap import gap
from theodolite.measure.lags import backward_lags
from theodolite.measure.scale import fitted, paired_draws
from theodolite.measure.sides import resolve_pair
from theodolite.model.scores import ScoreMatrix, ScoreTable
from theodolite.read.vintages import Vintages, choose, matrix_of, vintages

pytestmark = pytest.mark.shared
DAY = dt.date.fromisoformat


@pytest.fixture(scope="module")
def found(epoch: Path) -> Vintages:
    return vintages((p.name, p.read_bytes()) for p in epoch.glob("*.csv"))


@pytest.fixture(scope="module")
def newest(found: Vintages) -> ScoreTable:
    return choose(found, "epoch-eci")


@pytest.fixture(scope="module")
def matrix(found: Vintages, newest: ScoreTable) -> ScoreMatrix:
    scores = matrix_of(found, newest)
    assert scores is not None
    return scores


@pytest.mark.parametrize(("day", "months"), [("2024-07-01", 15.6), ("2024-09-18", 18.2), ("2024-09-20", 4.4)])
def test_the_saw_tooth(newest: ScoreTable, day: str, months: float) -> None:
    us, china = resolve_pair("US", "China", newest)
    lag = backward_lags(newest, None, us, china, [DAY(day)])
    assert round(float(lag.estimates[0]), 1) == months
    assert not lag.censored[0]


def test_measurable_range_on_the_day_of_a_claim(newest: ScoreTable) -> None:
    report = gap("US", "China", newest, as_of=DAY("2024-02-21"))
    assert report.measurable_range_months == pytest.approx(11.9, abs=0.05)


def test_gpt_5_was_matched_after_eight_months(newest: ScoreTable) -> None:
    report = gap("US", "China", newest)
    record = next(r for r in report.time_to_match_months.records if r.model == "GPT-5")
    assert (record.matched_by, record.matched_on) == ("GLM-5.1", DAY("2026-04-07"))
    assert record.months == pytest.approx(8, abs=0.05)


def test_one_model_re_dated_moves_the_lag(found: Vintages) -> None:
    older = choose(found, "epoch-eci", DAY("2025-12-19"))
    others = [t for t in found.tables if t is not older]
    moved = gap("US", "China", older, others=others).most_moved_by
    assert moved is not None
    assert (moved.model, moved.change) == ("o3", "re-dated")
    assert (moved.re_dated_from, moved.re_dated_to) == (DAY("2025-04-16"), DAY("2024-12-20"))
    # Published for 2025-12-19: 8.1 and 12.0; the data of that vintage ends two days before.
    two_days = 2 / 30.4375
    assert moved.estimate_with is not None and moved.estimate_without is not None
    assert round(moved.estimate_with + two_days, 1) == 8.1
    assert round(moved.estimate_without + two_days, 1) == 12.0


def test_the_refit_reaches_the_published_optimum(
    epoch: Path, matrix: ScoreMatrix, newest: ScoreTable
) -> None:
    scale = fitted(matrix)
    assert scale.scores.free == 335
    assert scale.fit.cost <= 6.520696
    published = {m.name: m.level for m in newest.models}
    ours = dict(zip(matrix.models, scale.levels, strict=True))
    assert max(abs(ours[name] - level) for name, level in published.items()) <= 0.21
    rows = csv.DictReader((epoch / "edi_scores_2026-08-11.csv").open(encoding="utf-8-sig"))
    difficulty = dict(zip(matrix.benchmarks, scale.difficulties, strict=True))
    assert max(abs(difficulty[r["benchmark_name"]] - float(r["edi"])) for r in rows) <= 0.21


def test_draws_are_as_wide_as_the_published_limits(matrix: ScoreMatrix, newest: ScoreTable) -> None:
    drawn, _ = paired_draws(newest, matrix, 200)
    low, high = np.percentile(drawn.levels, [5, 95], axis=0)
    ratio = [
        (high[i] - low[i]) / (m.high - m.low)
        for i, m in enumerate(newest.models)
        if m.low is not None and m.high is not None
    ]
    assert np.median(ratio) == pytest.approx(1, abs=0.08)
    anchors = [i for i, m in enumerate(newest.models) if m.name in ("GPT-5", "Claude 3.5 Sonnet")]
    assert np.ptp(drawn.levels[:, anchors], axis=0) == pytest.approx([0, 0], abs=1e-9)


def test_paired_differences_are_narrower_than_independent_ones(
    matrix: ScoreMatrix, newest: ScoreTable
) -> None:
    paired, _ = draws_for(newest, matrix, 200)
    independent, _ = draws_for(newest, None, 200)
    a = gap("US", "China", newest, draws=paired).vertical_gap
    b = gap("US", "China", newest, draws=independent).vertical_gap
    assert a.low is not None and a.high is not None and b.low is not None and b.high is not None
    assert a.high - a.low < b.high - b.low
    assert a.low <= (a.estimate or 0) <= a.high


def test_a_maximum_is_biased_as_much_as_published(matrix: ScoreMatrix, newest: ScoreTable) -> None:
    paired, _ = draws_for(newest, matrix, 200)
    bias = gap("US", "China", newest, draws=paired).maximum_bias_points
    assert bias is not None
    assert 0 < bias[1] < bias[0] < 1.7


def test_draws_of_two_frontiers_move_together(matrix: ScoreMatrix, newest: ScoreTable) -> None:
    """Published: a correlation of .75 inside a draw, so independent draws double the deviation of the gap;
    the leader's maximum leans by .6 (paired draws as they come) to 1.7 points (from the limits).
    """
    paired, _ = draws_for(newest, matrix, 500)
    independent, _ = draws_for(newest, None, 500)
    assert paired is not None and independent is not None
    us, china = (
        [i for i, m in enumerate(newest.models) if country in m.countries]
        for country in ("United States", "China")
    )
    first, second = paired.levels[:, us].max(axis=1), paired.levels[:, china].max(axis=1)
    together = float(np.corrcoef(first, second)[0, 1])
    assert together == pytest.approx(0.75, abs=0.05)
    apart = float(np.hypot(first.std(), second.std()))
    assert apart / float((first - second).std()) == pytest.approx(2, abs=0.2)
    best = max(newest.models[i].level for i in us)
    assert float(first.mean()) - best == pytest.approx(0.6, abs=0.1)
    leaning = gap("US", "China", newest, draws=independent).maximum_bias_points
    assert leaning is not None
    assert leaning[0] == pytest.approx(1.7, abs=0.1)
