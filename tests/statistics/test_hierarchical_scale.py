"""The scale that borrows strength: finds what it was made from, and foretells better where it should."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit

from theodolite.statistics.hierarchical_scale import hierarchical
from theodolite.statistics.logistic_scale import Scores, fit


def world(seed: int, aside: float) -> tuple[Scores, Scores, np.ndarray, np.ndarray]:
    """Scores to fit and scores kept aside, the true levels, the days."""
    rng = np.random.default_rng(seed)
    days = rng.uniform(0, 1000, 70)
    level, difficulty = days / 400 - 1 + rng.normal(0, 0.7, 70), rng.normal(0, 1, 24)
    slope = np.exp(rng.normal(0, 0.3, 24))
    u, v = rng.normal(0, aside, 70), rng.normal(0, 1, 24)
    noise = np.where(np.arange(24) < 12, 0.02, 0.12)
    m, b = np.nonzero(rng.random((70, 24)) < 0.5)
    y = np.clip(expit(slope[b] * (level[m] - difficulty[b]) + u[m] * v[b]) + rng.normal(0, noise[b]), 0, 1)
    kept = rng.random(len(m)) < 0.8
    parts = [Scores(m[k], b[k], y[k], 70, 24, 0) for k in (kept, ~kept)]
    return parts[0], parts[1], level, days


def error(expected: np.ndarray, scores: Scores) -> float:
    return float(np.sqrt(np.mean((expected - scores.score) ** 2)))


def test_levels_noise_and_unseen_scores() -> None:
    seen, unseen, level, days = world(3, aside=0.0)
    plain = fit(seen).parameters
    found = hierarchical(seen, days, dimensions=1)
    assert np.corrcoef(found.level, level)[0, 1] > 0.95
    assert np.median(found.noise[:12]) < 0.5 * np.median(found.noise[12:])
    m, b = unseen.model, unseen.benchmark
    before = error(expit(plain.slope[b] * (plain.level[m] - plain.difficulty[b])), unseen)
    assert error(found.expected(m, b), unseen) < before
    assert (found.aside_model == 0).all()


def test_a_second_dimension_is_found_where_there_is_one() -> None:
    seen, unseen, _, days = world(4, aside=1.0)
    m, b = unseen.model, unseen.benchmark
    one, two = (error(hierarchical(seen, days, d).expected(m, b), unseen) for d in (1, 2))
    assert two < 0.9 * one


def test_models_without_scores_lie_on_the_line() -> None:
    seen, _, _, days = world(5, aside=0.0)
    more = Scores(seen.model, seen.benchmark, seen.score, 72, 24, 0)
    found = hierarchical(more, np.append(days, [0.0, 1000.0]), dimensions=1)
    assert found.level[71] - found.level[70] > 1


def test_other_dimensions_are_refused() -> None:
    seen, _, _, days = world(6, aside=0.0)
    with pytest.raises(ValueError, match="one or two"):
        hierarchical(seen, days, dimensions=3)
