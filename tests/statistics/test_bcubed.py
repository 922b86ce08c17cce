"""BCubed on clusterings whose figures are worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.statistics.bcubed import bcubed


def test_a_worked_example() -> None:
    true = dict(zip("abcde", "11122", strict=True))
    found = dict(zip("abcde", "11222", strict=True))
    precision, recall, f1 = bcubed(found, true).over()
    assert precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_all_alone_is_precise_and_finds_one_of_each() -> None:
    true = dict(zip("abcd", "1112", strict=True))
    assert bcubed({k: k for k in true}, true).over()[:2] == (1.0, 0.5)


def test_rows_choose_and_may_repeat() -> None:
    made = bcubed({"a": 1, "b": 1}, {"a": 1, "b": 2})
    assert made.over([0, 0, 1]) == made.over() == pytest.approx((0.5, 1.0, 2 / 3))
    with pytest.raises(ValueError, match="no items"):
        made.over([])


@given(st.dictionaries(st.text(max_size=2), st.integers(0, 3), min_size=1))
def test_the_truth_itself_is_perfect(true: dict[str, int]) -> None:
    assert bcubed(true, true).over() == (1.0, 1.0, 1.0)
