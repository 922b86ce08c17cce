"""Sets that grow together."""

from __future__ import annotations

import random

from theodolite.resolve.union import Union


def test_the_smallest_stands_for_all_whatever_the_order() -> None:
    pairs = [("b", "c"), ("d", "c"), ("a", "d"), ("x", "y")]
    for seed in range(6):
        random.Random(seed).shuffle(pairs)
        sets = Union("abcdxyz")
        assert all(sets.join(*pair) for pair in pairs)
        assert [sets.root(k) for k in "abcdxyz"] == ["a", "a", "a", "a", "x", "x", "z"]


def test_what_is_one_already_is_not_joined_again() -> None:
    sets = Union(range(3))
    assert sets.join(2, 0)
    assert not sets.join(0, 2)
    assert not sets.join(1, 1)
