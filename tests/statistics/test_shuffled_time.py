"""What chance does to a burst's weight, and that chance alone is seldom called."""

from __future__ import annotations

import math

import numpy as np
import pytest

from theodolite.statistics import bursts
from theodolite.statistics.false_discovery import cut
from theodolite.statistics.shuffled_time import Chance, chances

DAYS = 84
WEEK = np.arange(DAYS) % 7


def _p(relevant: np.ndarray, total: np.ndarray, seed: int = 1) -> np.ndarray:
    share = bursts.usual(relevant, total, WEEK)
    gain = bursts.gains(relevant, total, share, bursts.clumping(relevant, total, share))[1]
    best = bursts.heaviest(gain.T.copy(), bursts.GAMMA * math.log(DAYS))
    found = chances(relevant, total, WEEK, 0.05, seed=seed)
    return np.array([c.of(w) for c, w in zip(found, best, strict=True)])


def test_the_same_counts_give_the_same_chances() -> None:
    rng = np.random.default_rng(3)
    total = rng.poisson(30, DAYS)
    relevant = rng.binomial(total, 0.05, (5, DAYS))
    assert (_p(relevant, total) == _p(relevant, total)).all()


def test_a_planted_burst_is_rare_and_quiet_series_are_not() -> None:
    rng = np.random.default_rng(4)
    total = rng.poisson(30, DAYS)
    relevant = rng.binomial(total, 0.05, (20, DAYS))
    relevant[0, 40:54] = rng.binomial(total[40:54], 0.35)
    p = _p(relevant, total)
    assert p[0] <= cut(p, 0.05)
    assert np.median(p[1:]) > 0.2


def test_one_crowded_day_is_no_burst() -> None:
    total = np.full(DAYS, 30)
    relevant = np.zeros((1, DAYS), dtype=int)
    relevant[0, [5, 23, 44, 60]] = 1
    relevant[0, 30] = 25
    assert _p(relevant, total)[0] > 0.05


def test_a_weekly_cycle_is_no_burst() -> None:
    rng = np.random.default_rng(5)
    total = np.full(DAYS, 40)
    relevant = rng.binomial(total, np.where(WEEK == 1, 0.5, 0.02), (8, DAYS))
    assert not cut(_p(relevant, total), 0.05)


@pytest.mark.parametrize("kind", ["flat", "growing", "clumped"])
def test_quiet_hours_are_seldom_called(kind: str) -> None:
    """Few worlds, so that this takes seconds: `benchmarks/bursts.py` measures the rate."""
    called = 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        total = rng.poisson(np.linspace(5, 90, DAYS) if kind == "growing" else 40, DAYS)
        share = np.full((12, DAYS), 0.05)
        if kind == "clumped":
            share = np.minimum(share * rng.gamma(0.4, 2.5, share.shape), 0.9)
        called += bool(cut(_p(rng.binomial(total, share), total, seed), 0.05))
    assert called <= 4


def test_a_threshold_has_the_probability_asked_for() -> None:
    chance = Chance(np.arange(99, dtype=float), 0.01)
    at = chance.threshold(0.05)
    assert chance.of(at) <= 0.05 < chance.of(at - 1.5)
    assert chance.threshold(0.001) == math.inf
    assert Chance(np.arange(99, dtype=float), 0.2).threshold(0.05) == math.inf


def test_nothing_to_look_at_is_no_error() -> None:
    assert chances(np.zeros((0, 10), dtype=int), np.ones(10, dtype=int), np.arange(10) % 7, 0.05) == []
    nothing = chances(np.zeros((1, 10), dtype=int), np.zeros(10, dtype=int), np.arange(10) % 7, 0.05)
    assert nothing[0].of(0.0) == 1.0
