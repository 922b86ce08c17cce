"""The burst automaton: its path is the cheapest, and its weights are what it saves."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theodolite.statistics import bursts

WEEK = np.arange(28) % 7


def _gains(relevant: np.ndarray, total: np.ndarray, levels: int = 1, rho: float = 0.0) -> np.ndarray:
    share = bursts.usual(relevant, total)
    return bursts.gains(relevant, total, share, np.full(len(relevant), rho), levels)


def _cost(path: tuple[int, ...], gain: np.ndarray, step: float) -> float:
    ups = sum(max(b - a, 0) for a, b in itertools.pairwise((0, *path)))
    return ups * step - sum(gain[state, day] for day, state in enumerate(path))


@st.composite
def streams(draw: st.DrawFn, days: int = 6) -> tuple[np.ndarray, np.ndarray]:
    total = draw(st.lists(st.integers(0, 12), min_size=days, max_size=days))
    relevant = [draw(st.integers(0, d)) for d in total]
    return np.array([relevant]), np.array(total)


@settings(max_examples=80, deadline=None)
@given(streams(), st.integers(1, 2), st.floats(0.05, 3.0), st.sampled_from([0.0, 0.2]))
def test_no_path_is_cheaper(
    stream: tuple[np.ndarray, np.ndarray], levels: int, step: float, rho: float
) -> None:
    gain = _gains(*stream, levels, rho)
    path = tuple(bursts.states(gain, step)[0].tolist())
    every = itertools.product(range(levels + 1), repeat=len(path))
    assert _cost(path, gain[:, 0], step) <= min(_cost(p, gain[:, 0], step) for p in every) + 1e-9


@settings(max_examples=80, deadline=None)
@given(streams(20), st.floats(0.05, 3.0))
def test_the_quick_walk_weighs_what_the_path_weighs(
    stream: tuple[np.ndarray, np.ndarray], step: float
) -> None:
    gain = _gains(*stream)
    weights = [b.weight for b in bursts.found(bursts.states(gain, step), gain)]
    assert bursts.heaviest(gain[1].T, step)[0] == pytest.approx(max(weights, default=0.0), abs=1e-9)


def test_many_series_run_side_by_side() -> None:
    rng = np.random.default_rng(7)
    total = rng.poisson(20, 60)
    relevant = rng.binomial(total, 0.1, (9, 60))
    gain = _gains(relevant, total, 3)
    together = bursts.states(gain, 1.0)
    for row in range(9):
        assert (bursts.states(gain[:, [row]], 1.0)[0] == together[row]).all()


def test_a_planted_burst_is_found_where_it_is() -> None:
    total = np.full(60, 50)
    relevant = np.full((1, 60), 1)
    relevant[0, 30:37] = 12
    gain = _gains(relevant, total, 3)
    found = list(bursts.found(bursts.states(gain, 0.5 * math.log(60)), gain))
    assert [(b.start, b.end) for b in found if b.level == 1] == [(30, 36)]
    outer = next(b for b in found if b.level == 1)
    assert all(outer.start <= b.start and b.end <= outer.end for b in found)


def test_bursts_nest_and_higher_levels_save_more() -> None:
    total = np.full(90, 100)
    relevant = np.full((1, 90), 1)
    relevant[0, 40:60] = 12
    relevant[0, 48:52] = 60
    gain = _gains(relevant, total, 3)
    found = sorted(bursts.found(bursts.states(gain, 1.0), gain), key=lambda b: b.level)
    assert len({b.level for b in found}) > 1
    for one in found:
        assert one.weight > 0


def test_days_without_documents_say_nothing() -> None:
    total = np.array([10, 0, 10, 0])
    relevant = np.array([[1, 0, 1, 0]])
    assert (_gains(relevant, total)[1, 0, [1, 3]] == 0).all()
    assert bursts.usual(np.zeros((1, 4), dtype=int), np.zeros(4, dtype=int)).sum() == 0


def test_a_topic_in_most_documents_can_burst() -> None:
    total = np.full(60, 50)
    relevant = np.full((1, 60), 30)
    relevant[0, 20:30] = 49
    gain = _gains(relevant, total)
    assert (bursts.states(gain, 1.0)[0, 20:30] == 1).all()


def test_a_weekly_cycle_is_usual() -> None:
    total = np.full(28, 100)
    relevant = np.where(WEEK == 2, 40, 2)[None, :]
    share = bursts.usual(relevant, total, WEEK)
    assert share[0, 2] == pytest.approx(0.4, abs=0.05)
    assert share[0, 3] == pytest.approx(0.02, abs=0.02)


@settings(max_examples=40, deadline=None)
@given(streams(28), st.integers(0, 2**16))
def test_what_is_usual_and_how_it_clumps_do_not_depend_on_the_order_of_days(
    stream: tuple[np.ndarray, np.ndarray], seed: int
) -> None:
    relevant, total = stream
    order = np.random.default_rng(seed).permutation(28)
    share, moved = bursts.usual(relevant, total, WEEK), bursts.usual(
        relevant[:, order], total[order], WEEK[order]
    )  # fmt: skip
    assert moved == pytest.approx(share[:, order])
    assert bursts.clumping(relevant[:, order], total[order], moved) == pytest.approx(
        bursts.clumping(relevant, total, share)
    )


def test_ten_on_one_day_say_less_than_ten_documents() -> None:
    total = np.full(70, 20)
    relevant = np.zeros((1, 70), dtype=int)
    relevant[0, [10, 40]] = 10
    share = bursts.usual(relevant, total)
    rho = bursts.clumping(relevant, total, share)
    assert rho[0] > 0.2
    clumped, alone = (bursts.gains(relevant, total, share, r, 1)[1, 0, 10] for r in (rho, np.zeros(1)))
    assert clumped < alone / 4
    assert bursts.clumping(np.full((1, 70), 3), total, np.full((1, 70), 0.15))[0] == 0.0
