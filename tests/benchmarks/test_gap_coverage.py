"""The simulation of gaps: worlds are what they say, and the intervals hold about what they promise."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "gap_coverage.py"
    spec = importlib.util.spec_from_file_location("gap_coverage", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_a_known_lag_is_the_lag_of_the_process(bench: ModuleType) -> None:
    # With releases every other day that lie on their frontier the follower is one lag behind, and no more.
    s = bench.Scenario("dense", 6, leader_rate=200, follower_rate=200, leader_depth=0.1, follower_depth=0.1)
    median, fitted = bench.known_median(s, np.random.default_rng(0), years=60)
    assert median == pytest.approx(6, abs=0.3)
    assert fitted == pytest.approx(6, abs=0.3)


def test_durations_by_hand(bench: ModuleType) -> None:
    ahead = bench.as_ladder(np.array([0.0, 100, 200]), np.array([1.0, 2, 3]))
    behind = bench.as_ladder(np.array([150.0, 300]), np.array([2.0, 2.5]))
    days, months, closing = bench.durations(ahead, behind)
    assert (days - bench.FIRST).tolist() == [0, 100, 200]
    assert months[:2] * bench.DAYS_PER_MONTH == pytest.approx([150, 50])
    assert np.isinf(months[2]) and closing.tolist() == [0, 0, 2]


@pytest.mark.slow
def test_the_intervals_hold_about_what_they_promise(bench: ModuleType) -> None:
    # Wide limits: 60 worlds tell a coverage to within .08.
    found = [bench.covered(bench.SCENARIOS[k], 30, 120, seed=5) for k in (0, 6)]
    for name in bench.QUANTITIES:
        share = float(np.mean([shares[name] for shares, _, _ in found]))
        assert share >= 0.8, name
    assert all(0.1 < is_open < 0.6 and each > 1.5 for _, is_open, each in found)


def test_the_scenarios_reach_from_a_fifth_to_three_fifths_open(bench: ModuleType) -> None:
    s = bench.SCENARIOS[11]
    assert s.name == "lag of 22 months"
    rng = np.random.default_rng(6)
    shares = []
    for _ in range(20):
        ahead, behind = (
            bench.as_ladder(*bench.releases(s, leads, bench.YEARS, rng)) for leads in (True, False)
        )
        shares.append(float(np.isinf(bench.durations(ahead, behind)[1]).mean()))
    assert 0.5 < np.mean(shares) < 0.65


@pytest.mark.slow
def test_through_a_matrix_too(bench: ModuleType) -> None:
    s = replace(bench.SCENARIOS[0], name="matrix")
    shares, _, _ = bench.covered(s, 8, 60, seed=3, through_matrix=True)
    for name in bench.QUANTITIES:
        assert shares[name] >= 0.6, name
