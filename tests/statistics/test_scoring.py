"""The score against its own integral, and against its closed form."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import ndtr, ndtri

from theodolite.statistics.scoring import crps, crps_normal, holds

numbers = st.floats(-50, 50)


@given(st.lists(numbers, min_size=1, max_size=12), numbers)
def test_of_a_sample_it_is_the_integral_of_the_squared_difference(sample: list[float], y: float) -> None:
    x = np.array(sample)
    edges = np.unique(np.append(x, y))
    middles, widths = (edges[1:] + edges[:-1]) / 2, np.diff(edges)
    below = (x[None, :] <= middles[:, None]).mean(axis=1)
    whole = float((widths * (below - (middles >= y)) ** 2).sum())
    assert crps(x, y) == pytest.approx(whole, abs=1e-9)


@pytest.mark.parametrize(("mean", "deviation", "y"), [(0, 1, 0), (3, 2.5, -4), (100, 0.5, 101)])
def test_of_a_normal_it_is_the_integral_too(mean: float, deviation: float, y: float) -> None:
    def squared(x: float) -> float:
        return float((ndtr((x - mean) / deviation) - (x >= y)) ** 2)

    low, high = min(mean - 12 * deviation, y), max(mean + 12 * deviation, y)
    whole = quad(squared, low, y)[0] + quad(squared, y, high)[0]
    assert crps_normal(mean, deviation, y) == pytest.approx(whole, rel=1e-6)
    sample = mean + deviation * ndtri((np.arange(20_000) + 0.5) / 20_000)
    assert crps(sample, y) == pytest.approx(whole, rel=1e-3)


def test_a_point_scores_its_error_and_nothing_scores_nothing() -> None:
    assert crps(np.array([4.0]), 7.0) == 3
    with pytest.raises(ValueError, match="at least one"):
        crps(np.array([]), 0)
    with pytest.raises(ValueError, match="positive"):
        crps_normal(0, 0, 0)


def test_a_central_interval_holds_its_share() -> None:
    sample = np.arange(1001.0)
    assert holds(sample, 50, 0.9) and holds(sample, 950, 0.9)
    assert not holds(sample, 49, 0.9) and not holds(sample, 760, 0.5)
