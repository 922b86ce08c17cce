"""Draws: seeded, resampled within groups, spread as the limits say."""

from __future__ import annotations

import numpy as np
import pytest

from theodolite.statistics.bootstrap import (
    interval,
    lower_limit,
    resampled_within,
    share_not_certain,
    split_normal,
)


def test_every_group_keeps_its_size() -> None:
    groups = np.array([0, 0, 0, 1, 2, 2])
    for counts in resampled_within(groups, 20, np.random.default_rng(0)):
        assert np.bincount(groups, counts).tolist() == [3, 1, 2]


def test_split_normal_has_the_limits_as_its_5th_and_95th_percentile() -> None:
    level, low, high = np.array([100.0, 50]), np.array([98.0, np.nan]), np.array([105.0, np.nan])
    drawn = split_normal(level, low, high, 100_000, np.random.default_rng(1))
    assert np.percentile(drawn[:, 0], [5, 50, 95]) == pytest.approx([98, 100, 105], abs=0.06)
    assert (drawn[:, 1] == 50).all()


def test_interval_leaves_out_the_undefined_and_gives_up_beyond_half() -> None:
    assert interval(np.array([1.0, 2, 3, np.nan])) == pytest.approx((1.1, 2.9))
    assert interval(np.array([1.0, np.nan, np.nan])) is None


def test_a_value_that_many_share_counts_half_on_either_side() -> None:
    # 4 of 100 at nought: the 5th percentile lies beyond them.
    assert interval(np.repeat([0.0, 5.0, 9.0], [4, 92, 4])) == (5, 5)
    assert interval(np.full(10, 3.0)) == (3, 3)


def test_what_an_interval_holds_is_as_near_to_90_percent_as_shared_values_allow() -> None:
    # By half counts (0, 9) would hold everything: 88 of 100 are nearer to 90.
    assert interval(np.repeat([0.0, 5.0, 9.0], [11, 77, 12])) == (5, 9)
    # By half counts (1, 5) would hold 82 of 100.
    assert interval(np.repeat([0.0, 1.0, 5.0, 9.0], [9, 1, 81, 9])) == (0, 5)
    assert interval(np.repeat([0.0, 5.0], [40, 60])) == (0, 5)


def test_a_lower_limit_alone_holds_90_percent() -> None:
    assert lower_limit(np.arange(100.0)) == 10
    assert lower_limit(np.repeat([0.0, 5.0, 9.0], [9, 70, 21])) == 5
    assert lower_limit(np.repeat([0.0, 9.0], [60, 40])) == 0
    assert lower_limit(np.array([1.0, np.nan, np.nan])) is None


def test_a_probability_is_never_certain() -> None:
    assert share_not_certain(0, 500) == pytest.approx(0.5 / 501)
    assert share_not_certain(500, 500) == pytest.approx(500.5 / 501)
