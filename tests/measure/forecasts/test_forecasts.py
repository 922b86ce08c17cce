"""Forecasts: nothing after the cut-off is used, methods do what they say, the record is counted right."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit

from theodolite.measure.forecasts import methods
from theodolite.measure.forecasts.backtest import backtest, day_ahead
from theodolite.measure.forecasts.history import as_listed, first_of_months, history, refitted
from theodolite.measure.forecasts.report import forecast
from theodolite.measure.sides import resolve
from theodolite.model.errors import Refusal
from theodolite.model.scores import ScoredModel, ScoreMatrix, ScoreTable, Vintage
from theodolite.statistics.scoring import crps

FIRST = dt.date(2023, 1, 1)


def world(n: int = 60, seed: int = 0) -> tuple[ScoreTable, ScoreMatrix]:
    """A table of n models that rise by about a point a month, and a matrix that a scale can be fitted to."""
    rng = np.random.default_rng(seed)
    days = np.sort(rng.integers(0, 1000, n))
    days[0] = 0
    raw = days / 300 + rng.normal(0, 0.3, n)
    models = tuple(
        ScoredModel(
            name=f"M{i}", level=float(110 + 10 * raw[i]), date=FIRST + dt.timedelta(int(d)),
            countries=("China" if i % 3 else "United States",), organisations=(f"Lab {i % 5}",),
        )
        for i, d in enumerate(days)
    )  # fmt: skip
    vintage = Vintage(file="world.csv", sha256="0" * 64, date=dt.date(2026, 1, 1))
    table = ScoreTable(
        measure="test", unit="point", source="generic/score_table", vintage=vintage, models=models
    )
    m, b = (x.ravel() for x in np.meshgrid(np.arange(n), np.arange(12), indexing="ij"))
    matrix = ScoreMatrix(
        source="generic/score_matrix", vintage=vintage, models=tuple(x.name for x in models),
        benchmarks=tuple(f"B{k}" for k in range(12)), model=m, benchmark=b,
        score=expit(raw[m] - b / 3),
        benchmark_released=tuple(FIRST + dt.timedelta(60 * k) if k > 5 else None for k in range(12)),
    )  # fmt: skip
    return table, matrix


def test_records_are_strict_and_of_one_day_the_higher() -> None:
    days = np.array([5, 1, 5, 9, 12], dtype=np.int64)
    found = history(days, np.array([3.0, 1, 4, 4, 9]), 11)
    assert found.days.tolist() == [1, 5]
    assert found.levels.tolist() == [1, 4]


def test_the_monthly_frontier_ends_on_the_day() -> None:
    seen = history(np.array([0, 40, 100], dtype=np.int64), np.array([1.0, 2, 3]), 100)
    assert seen.monthly.tolist() == [1, 1, 2, 3]  # days 8.7, 39.1, 69.6 and 100


def test_what_comes_after_the_cutoff_changes_nothing() -> None:
    table, matrix = world()
    day = dt.date(2024, 12, 1).toordinal()
    side = resolve("world", table)
    late = np.array([m.date.toordinal() > day for m in table.models])
    rng = np.random.default_rng(5)
    changed = replace(matrix, score=np.where(late[matrix.model], rng.random(len(matrix.score)), matrix.score))
    fewer = replace(
        table, models=tuple(m for m, is_late in zip(table.models, late, strict=True) if not is_late)
    )
    whole, other, shorter = (
        refitted(t, m, side, "any", day) for t, m in ((table, matrix), (table, changed), (fewer, matrix))
    )
    assert whole is not None and other is not None and shorter is not None
    assert whole.levels.tolist() == other.levels.tolist() == shorter.levels.tolist()
    assert whole.days.max() <= day
    for method in methods.METHODS.values():
        assert (method(whole, 6) == method(shorter, 6)).all()


def test_benchmarks_released_after_the_cutoff_are_not_used() -> None:
    table, matrix = world()
    day = (FIRST + dt.timedelta(500)).toordinal()
    later = np.array([d is not None and d.toordinal() > day for d in matrix.benchmark_released])
    assert later.any()
    changed = replace(matrix, score=np.where(later[matrix.benchmark], 0.5, matrix.score))
    side = resolve("world", table)
    first, second = (refitted(table, m, side, "any", day) for m in (matrix, changed))
    assert first is not None and second is not None
    assert first.levels.tolist() == second.levels.tolist()


def test_a_scale_that_is_the_tables_gives_the_tables_frontier() -> None:
    table, matrix = world()
    side = resolve("world", table)
    day = dt.date(2025, 6, 1).toordinal()
    found, listed = refitted(table, matrix, side, "any", day), as_listed(table, side, "any", day)
    assert found is not None
    assert found.days.tolist() == listed.days.tolist()
    assert np.abs(found.levels - listed.levels).max() < 0.5


@pytest.mark.parametrize("name", [methods.POOL, *methods.MEMBERS])
def test_ours_never_falls_below_the_last_record_and_widens(name: str) -> None:
    table, _ = world()
    seen = as_listed(table, resolve("world", table), "any", dt.date(2025, 6, 1).toordinal())
    samples = [methods.METHODS[name](seen, h) for h in (3, 12)]
    for sample in samples:
        assert sample.min() >= seen.levels[-1]
        assert (np.diff(sample) >= 0).all()
    widths = [np.subtract(*np.quantile(s, [0.95, 0.05])) for s in samples]
    assert widths[1] > widths[0]
    assert (methods.METHODS[name](seen, 3) == samples[0]).all()


def test_on_a_straight_line_the_forecast_lies_on_it() -> None:
    days = np.arange(0, 900, 30, dtype=np.int64)
    seen = history(days, 100 + days / 30.4375, 890)
    wanted = 100 + 890 / 30.4375 + 6
    with pytest.raises(ValueError, match="0 organisations"):
        methods.peers(seen, 6)
    for name in ("trend", "drift", "jumps", "local", "pool", "random walk with drift", "line of records"):
        assert float(np.median(methods.METHODS[name](seen, 6))) == pytest.approx(wanted, abs=1.0), name
    assert float(np.median(methods.last_value(seen, 6))) == pytest.approx(seen.levels[-1], abs=0.01)


def test_half_of_the_pool_moves_as_others_have() -> None:
    days = np.arange(0, 900, 300, dtype=np.int64)
    still = history(days, np.array([100.0, 100.1, 100.2]), 890)
    fast = replace(still, peers=tuple(np.full(12, 2.0) for _ in range(methods.LEAST_PEERS)))
    alone, with_others = methods.pool(still, 6), methods.pool(fast, 6)
    assert alone.max() < 110
    assert np.isclose(with_others, 112.2).mean() == 0.5


def test_paces_of_organisations_end_at_the_cutoff() -> None:
    table, matrix = world()
    side = resolve("China", table)
    seen = refitted(table, matrix, side, "any", dt.date(2024, 12, 1).toordinal())
    assert seen is not None and len(seen.peers) == 5
    assert all((gains >= 0).all() and len(gains) <= 24 for gains in seen.peers)


def test_the_record_is_counted_on_one_set_of_targets() -> None:
    table, matrix = world()
    side = resolve("world", table)
    found = backtest(table, matrix, side, "any", (3, 6))
    assert found.refitted
    until = table.data_until
    assert until is not None
    whole = as_listed(table, side, "any", until.toordinal())
    for months in (3, 6):
        rows = [s for s in found.scores if s.months == months]
        assert {s.method for s in rows} == set(methods.METHODS)
        assert len({s.n for s in rows}) == 1
    by_hand = []
    for d in first_of_months(found.first, until):
        seen = refitted(table, matrix, side, "any", d.toordinal())
        target = day_ahead(d.toordinal(), 6)
        if seen is not None and seen.enough and target <= until.toordinal():
            level = whole.levels[np.searchsorted(whole.days, target, side="right") - 1]
            by_hand.append(crps(methods.pool(seen, 6), float(level)))
    row = next(s for s in found.scores if (s.method, s.months) == ("pool", 6))
    assert row.n == len(by_hand)
    assert row.crps == pytest.approx(float(np.mean(by_hand)))
    assert backtest(table, matrix, side, "any", (3,), most=4).cutoffs == 4


def test_the_report_says_what_it_rests_on() -> None:
    table, matrix = world()
    now = forecast("world", table, matrix)
    assert not now.refitted and now.cutoff == table.data_until
    past = forecast("world", table, matrix, as_of=dt.date(2024, 12, 1), horizons=(3,))
    assert past.refitted and past.forecasts[0].day == dt.date(2025, 3, 2)
    bare = forecast("world", table, as_of=dt.date(2024, 12, 1))
    assert not bare.refitted and any("no matrix" in w for w in bare.warnings)
    later = forecast("world", table, as_of=dt.date(2030, 1, 1), with_backtest=True, horizons=(3, 36))
    assert later.cutoff == table.data_until and any("past the data" in w for w in later.warnings)
    assert any("too short for a backtest over 36 months" in w for w in later.warnings)
    one = now.forecasts[0]
    assert one.low_90 <= one.low_50 <= one.point <= one.high_50 <= one.high_90


def test_too_short_a_record_is_refused() -> None:
    table, _ = world()
    with pytest.raises(Refusal, match="too short a record"):
        forecast("world", table, as_of=dt.date(2023, 6, 1))
    with pytest.raises(Refusal, match="too short a record for a backtest"):
        backtest(table, None, resolve("world", table), "any", (36,))
