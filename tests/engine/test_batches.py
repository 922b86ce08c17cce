"""Batches of about one size."""

from __future__ import annotations

from theodolite.engine.batches import batches


def test_batches_keep_the_order_and_end_where_the_size_is_reached() -> None:
    assert list(batches(["ab", "c", "defg", "h"], 3)) == [["ab", "c"], ["defg"], ["h"]]
    assert list(batches(iter([[1], [2]]), 1)) == [[[1]], [[2]]]


def test_nothing_makes_no_batch_and_what_has_no_length_fills_none() -> None:
    assert list(batches([], 3)) == []
    assert list(batches(["", ""], 3)) == [["", ""]]
