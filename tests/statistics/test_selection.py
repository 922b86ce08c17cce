"""What noisy levels say of the true ones: moved down at the top, not at all where nothing can be told."""

from __future__ import annotations

import numpy as np

from theodolite.statistics.selection import FEWEST, LEAST_VARIANCE, MOST, selected


def test_too_few_or_equal_levels_stay() -> None:
    few = np.arange(FEWEST - 1.0)
    shift, factor = selected(few, few, np.ones(len(few)))
    assert (shift == 0).all() and (factor == 1).all()
    same = np.full(30, 100.0)
    shift, factor = selected(np.zeros(30), same, np.ones(30))
    assert (shift == 0).all() and (factor == 1).all()


def test_without_noise_nothing_moves() -> None:
    rng = np.random.default_rng(0)
    shift, factor = selected(rng.uniform(0, 900, 60), rng.normal(100, 5, 60), np.zeros(60))
    assert (shift == 0).all() and (factor == 1).all()


def test_levels_of_one_height_are_drawn_together() -> None:
    # All true levels lie on one line: what is seen of them is noise, and the formula says so.
    rng = np.random.default_rng(1)
    days = rng.uniform(0, 900, 400)
    seen = 100 + days / 30 + 2 * rng.standard_normal(400)
    shift, factor = selected(days, seen, np.full(400, 2.0))
    before = seen - (100 + days / 30)
    after = before + shift
    assert np.sqrt(np.mean(after**2)) < 0.6 * np.sqrt(np.mean(before**2))
    assert shift[np.argmax(before)] < 0 < shift[np.argmin(before)]
    assert np.abs(shift).max() <= MOST * 2 + 1e-9
    assert factor.min() >= LEAST_VARIANCE**0.5 - 1e-9 and factor.max() <= 1


def test_the_maximum_of_what_is_seen_is_less_biased_after() -> None:
    rng = np.random.default_rng(2)
    raw, mended = [], []
    for _ in range(60):
        days = rng.uniform(0, 1100, 80)
        true = 100 + days / 30 - rng.exponential(5, 80)
        seen = true + 2 * rng.standard_normal(80)
        shift, _ = selected(days, seen, np.full(80, 2.0))
        raw.append(seen.max() - true.max())
        mended.append((seen + shift).max() - true.max())
    assert np.mean(raw) > 1
    assert abs(np.mean(mended)) < 0.5 * np.mean(raw)
