"""Ranks with their intervals, the publisher's own rule, and whether measures agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from theodolite.measure.agreement import agreements, joined, plain_name
from theodolite.measure.draws import draws_for
from theodolite.measure.ranking import rank
from theodolite.measure.sides import resolve
from theodolite.model.scores import Draws, ScoreTable

ROWS = [
    ("Alpha", 130.0, "2024-01-01", "United States"),
    ("Beta", 120.0, "2024-02-01", "China"),
    ("Gamma", 120.0, "2024-03-01", "France"),
    ("Delta", 100.0, "2024-04-01", "China"),
]


@pytest.fixture
def table(make_table: Callable[..., ScoreTable]) -> ScoreTable:
    return make_table(ROWS)


def limited(table: ScoreTable, half: float) -> ScoreTable:
    models = tuple(replace(m, low=m.level - half, high=m.level + half) for m in table.models)
    return replace(table, models=models)


def test_a_rank_is_one_plus_those_strictly_above(table: ScoreTable) -> None:
    found = rank(table, None)
    assert [(r.model.name, r.rank) for r in found.ranked] == [
        ("Alpha", 1), ("Beta", 2), ("Gamma", 2), ("Delta", 4)
    ]  # fmt: skip
    assert found.method == "none"
    assert all(r.rank_low is r.rank_high is r.p_first is None for r in found.ranked)


def test_intervals_are_taken_inside_the_draws(table: ScoreTable) -> None:
    """Two models that always move together never change places, however wide each one's own limits are."""
    together = np.random.default_rng(1).normal(0, 50, size=(400, 1))
    levels = np.array([130.0, 120.0, 119.0, 100.0]) + together
    paired = Draws(models=tuple(m.name for m in table.models), levels=levels, method="paired")
    found = rank(table, paired)
    assert [(r.rank_low, r.rank_high) for r in found.ranked] == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert found.ranked[0].low is not None and found.ranked[0].low < 60
    independent, _ = draws_for(limited(table, 80), None, 400)
    apart = rank(table, independent)
    assert (apart.ranked[0].rank_low, apart.ranked[0].rank_high) == (1, 4)


def test_intervals_hold_the_true_rank(make_table: Callable[..., ScoreTable]) -> None:
    rng = np.random.default_rng(5)
    held = []
    for seed in range(25):
        true = rng.normal(0, 100, 40)
        seen = true + rng.normal(0, 15, 40)
        made = make_table([(f"M{i}", float(v), "2024-01-01", "China") for i, v in enumerate(seen)])
        drawn, _ = draws_for(limited(made, 15 * 1.645), None, 200, seed)
        places = {r.model.name: r for r in rank(made, drawn).ranked}
        for i, truth in enumerate((-true).argsort().argsort() + 1):
            low, high = places[f"M{i}"].rank_low, places[f"M{i}"].rank_high
            assert low is not None and high is not None
            held.append(low <= truth <= high)
    assert 0.85 <= np.mean(held) <= 0.99


def test_no_probability_of_being_first_is_0_or_1(table: ScoreTable) -> None:
    drawn, _ = draws_for(limited(table, 0.1), None, 200)
    found = rank(table, drawn)
    first = [r.p_first for r in found.ranked]
    assert first[0] is not None and 0.99 < first[0] < 1
    assert all(p is not None and 0 < p < 0.01 for p in first[1:])


def test_the_publishers_own_rule(table: ScoreTable) -> None:
    """1 plus the models whose lower limit is above this one's upper: Beta's 125 is not below Alpha's 125."""
    found = rank(limited(table, 5), None, upper_bound=True)
    assert [(r.model.name, r.rank_upper_bound) for r in found.ranked] == [
        ("Alpha", 1), ("Beta", 1), ("Gamma", 1), ("Delta", 4)
    ]  # fmt: skip
    assert all(r.rank_upper_bound is None for r in rank(table, None, upper_bound=True).ranked)


def test_a_day_and_a_side(table: ScoreTable) -> None:
    found = rank(table, None, as_of=dt.date(2024, 3, 1))
    assert len(found.ranked) == 3
    own = rank(table, None, side=resolve("China", table))
    assert [(r.model.name, r.rank) for r in own.ranked] == [("Beta", 1), ("Delta", 2)]
    late = rank(table, None, as_of=dt.date(2030, 1, 1))
    assert late.day == dt.date(2024, 4, 1)
    assert any("past the data" in w for w in late.warnings)
    early = rank(table, None, as_of=dt.date(2020, 1, 1))
    assert early.ranked == () and any("nothing to rank" in w for w in early.warnings)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("o3-2025-04-16_medium", "o3"),
        ("GPT-5 (high)", "gpt5"),
        ("claude-opus-4-5-20251101-thinking-32k", "claudeopus45"),
        ("Qwen2.5-72B-Instruct", "qwen2572b"),
        ("gemini-3-pro-preview", "gemini3pro"),
        ("maximum-7b", "maximum7b"),
        ("grok-4.1-thinking", "grok41"),
    ],
)
def test_names_without_day_effort_and_packaging(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_measures_side_by_side(table: ScoreTable, make_table: Callable[..., ScoreTable]) -> None:
    other = make_table([
        ("alpha-2024-01-01", 9.0, "2024-01-01", ""), ("beta_high", 7.0, "2024-01-01", ""),
        ("beta_low", 3.0, "2024-01-01", ""), ("gamma", 8.0, "2024-01-01", ""),
        ("delta", 1.0, "2024-01-01", ""),
    ])  # fmt: skip
    rows = joined({"one": rank(table, None), "two": rank(other, None)})
    assert [(name, places["two"].model.name) for name, places in rows if len(places) == 2] == [
        ("Alpha", "alpha-2024-01-01"), ("Gamma", "gamma"), ("Beta", "beta_high"), ("Delta", "delta")
    ]  # fmt: skip
    found = agreements(rows, ("one", "two"))[0]
    assert found.n == 4
    assert found.spearman == pytest.approx(0.9487, abs=1e-4)
    assert found.low is not None and found.high is not None and found.low <= found.spearman <= found.high
    few = agreements(rows[:3], ("one", "two"))[0]
    assert (few.n, few.spearman, few.low) == (3, None, None)
