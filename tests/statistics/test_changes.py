"""Ratios of rates, shifts, silences, and how many of many are called."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theodolite.statistics.false_discovery import cut
from theodolite.statistics.rate_ratio import dispersion, ratios
from theodolite.statistics.shifts import shifted
from theodolite.statistics.silence import probability, silent_days


def test_four_after_one_is_not_four_times() -> None:
    quiet = np.full(40, 10)
    now, before = np.append(quiet, 4), np.append(quiet, 1)
    found = ratios(now, before, 100.0, 100.0, np.ones(41))
    assert 1.0 < found.estimate[-1] < 1.5
    assert found.low[-1] < 1.0 < found.high[-1]


def test_much_evidence_is_hardly_shrunk() -> None:
    rng = np.random.default_rng(1)
    before = rng.poisson(300, 30)
    now = rng.poisson(300 * np.exp(rng.normal(0, 0.7, 30)))
    found = ratios(now, before, 1000.0, 1000.0, np.ones(30))
    assert found.estimate == pytest.approx(now / before, rel=0.1)


def test_the_limits_hold_what_they_promise() -> None:
    """90% of ratios drawn from what the model supposes, over weak, middling and strong changes."""
    held = []
    for seed, weight in enumerate((4, 24, 200) * 4):
        rng = np.random.default_rng(seed)
        share = rng.beta(weight / 4, weight * 3 / 4, 200)  # a quarter of the documents are later
        n = rng.poisson(12, 200)
        now = rng.binomial(n, share)
        true = share / (1 - share) * 3
        found = ratios(now, n - now, 1000.0, 3000.0, np.ones(200))
        held.append(np.mean((found.low <= true) & (true <= found.high)))
    assert np.mean(held) == pytest.approx(0.9, abs=0.03)
    assert min(held) > 0.75


def test_mentions_that_clump_widen_the_limits() -> None:
    total = np.full(40, 20)
    later = np.arange(40) >= 20
    clumped = np.zeros((1, 40), dtype=int)
    clumped[0, [3, 25, 33]] = 8
    spread = dispersion(clumped, total, later)
    assert spread[0] > 3
    narrow, wide = (
        ratios(np.array([16]), np.array([8]), 400, 400, s, prior=1.0) for s in (np.ones(1), spread)
    )
    assert wide.high[0] / wide.low[0] > narrow.high[0] / narrow.low[0]


def test_a_rate_needs_documents() -> None:
    with pytest.raises(ValueError, match="documents"):
        ratios(np.array([1]), np.array([1]), 0.0, 10.0, np.ones(1))


def test_a_change_between_the_periods_is_no_spread() -> None:
    total = np.full(40, 20)
    later = np.arange(40) >= 20
    assert dispersion(np.where(later, 10, 1)[None, :], total, later)[0] == 1.0


def test_a_shift_is_told_from_chance() -> None:
    rng = np.random.default_rng(2)
    week, later = np.arange(56) % 7, np.arange(56) >= 42
    total = rng.poisson(30, 56)
    relevant = rng.binomial(total, np.where(later, [[0.3], [0.1], [0.02]], 0.1))
    more, less = shifted(relevant, total, week, later)
    assert more[0] < 0.01 and less[2] < 0.01
    assert min(more[1], less[1]) > 0.005


def test_shifts_by_chance_have_even_probabilities() -> None:
    rng = np.random.default_rng(6)
    week, later = np.arange(84) % 7, np.arange(84) >= 56
    total = rng.poisson(40, 84)
    relevant = rng.binomial(total, np.minimum(0.05 * rng.gamma(0.5, 2.0, (400, 84)), 0.9))
    more, _ = shifted(relevant, total, week, later)
    assert np.mean(more <= 0.05) == pytest.approx(0.05, abs=0.03)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.booleans(), min_size=6, max_size=6), st.integers(1, 3))
def test_the_chance_of_a_silence_is_counted_out(active: list[bool], kinds: int) -> None:
    """Against every order of the days within their kind."""
    flags, strata = np.array(active), np.arange(6) % kinds
    open_days = np.ones(6, dtype=bool)
    if not flags.any():
        assert probability(flags, open_days, strata) == 1.0
        return
    silent = silent_days(flags, open_days)[0]
    groups = [np.flatnonzero(strata == k) for k in range(kinds)]
    reached = []
    for orders in itertools.product(*(itertools.permutations(g) for g in groups)):
        moved = flags.copy()
        for group, order in zip(groups, orders, strict=True):
            moved[group] = flags[list(order)]
        reached.append(silent_days(moved, open_days)[0] >= silent)
    assert probability(flags, open_days, strata) == pytest.approx(np.mean(reached))


def test_days_without_documents_are_no_silence() -> None:
    active = np.array([True, False, True, False, False])
    open_days = np.array([True, True, True, False, False])
    assert silent_days(active, open_days) == (0, 1)
    assert silent_days(np.zeros(5, dtype=bool), open_days) == (3, 0)


def test_what_is_called_is_benjamini_and_hochbergs() -> None:
    p = np.array([0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216])
    assert cut(p, 0.05) == pytest.approx(0.01)  # the example of their paper's kind: two of ten
    assert cut(np.array([0.5, 0.9]), 0.05) == 0.0
    assert cut(np.zeros(0), 0.05) == 0.0
