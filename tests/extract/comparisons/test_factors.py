"""Multiples in words and figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.comparisons import factors


def _values(words: str) -> list[float]:
    return [m.factor for m in factors.find(words, 0, len(words))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twice as many engineers as", 2),
        ("nearly triple the number of papers", 3),
        ("half that of France", 0.5),
        ("one-fifth that of France", 0.2),
        ("two-thirds of what", 2 / 3),
        ("three times as much as", 3),
        ("12 times more than", 12),
        ("ten times cheaper than", 0.1),
        ("a tenth of what", 0.1),
        ("an order of magnitude less than", 0.1),
        ("two orders of magnitude more than", 100),
        ("80% more than", 1.8),
        ("30 percent cheaper than", 0.7),
    ],
)
def test_multiples(words: str, value: float) -> None:
    assert _values(words) == [pytest.approx(value)]


@pytest.mark.parametrize(
    "words",
    [
        "three times last year",
        "the first half of 2024",
        "2.7% as of March",
        "one third of respondents said",
        "times",
    ],
)
def test_no_multiples(words: str) -> None:
    assert _values(words) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [("by a factor of 23", 23), ("by nine times", 9), ("by 9x", 9), ("by an order of magnitude", 10)],
)
def test_by_a_factor(words: str, value: float) -> None:
    assert factors.by_factor(f"leads France {words}.") == value


@given(st.text(alphabet="0123456789,. x%timesaforde-", max_size=60))
def test_no_words_give_an_impossible_factor(words: str) -> None:
    for value in (*_values(words), factors.by_factor(words)):
        assert value is None or 0 < value < 1e12


def test_a_rise_by_nought_is_no_factor() -> None:
    assert factors.by_factor("by a factor of 0") is None
    assert factors.possible(float("inf")) is None
