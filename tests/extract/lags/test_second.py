"""Second lengths, older lengths, gaps that a pronoun takes up, and whom "that" speaks of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Lag

Read = Callable[..., list[Claim]]


def _lags(read: Read, text: str) -> set[tuple[str | None, float | None, float | None, str | None, str]]:
    return {
        (c.follower, c.low_months, c.high_months, c.trend, c.polarity)
        for c in read(text, ("lag",))
        if isinstance(c, Lag)
    }


@pytest.mark.parametrize(
    ("text", "follower", "low", "high"),
    [
        ("I think China is five, six months behind.", "China", 5, 6),
        ("Huawei is two, maybe three years behind Nvidia.", "Huawei", 24, 36),
        ("SMIC still draws its lines with old machines. That is five years behind TSMC.", "SMIC", 60, 60),
        ("Huawei's R7 appeared in May, three months after OpenAI's o1.", "Huawei", 3, 3),
        ("China will need five to ten years to build its own EUV machines.", "China", 60, 120),
    ],
)
def test_a_length(read: Read, text: str, follower: str, low: float, high: float) -> None:
    assert (follower, low, high, None, "asserted") in _lags(read, text)


def test_a_length_by_the_first_one(read: Read) -> None:
    text = "China trails the United States by a year in models, and longer in chips."
    assert _lags(read, text) == {
        ("China", 12, 12, None, "asserted"),
        ("China", 12, None, None, "asserted"),
    }


def test_an_older_length(read: Read) -> None:
    text = "Chinese models are six months behind American ones, against a year and a half in early 2024."
    assert _lags(read, text) == {
        ("Chinese models", 6, 6, None, "asserted"),
        ("Chinese models", 18, 18, None, "asserted"),
    }


@pytest.mark.parametrize(
    ("more", "trend", "polarity"),
    [
        ("and it isn't shrinking", "narrowing", "denied"),
        ("and it is growing", "widening", "asserted"),
        ("and it hasn't moved", "steady", "asserted"),
    ],
)
def test_a_pronoun_for_the_gap(read: Read, more: str, trend: str, polarity: str) -> None:
    found = _lags(read, f"In chips China is four years behind Taiwan, {more}.")
    assert ("China", None, None, trend, polarity) in found


def test_a_move_to_bare_months_has_no_length(read: Read) -> None:
    text = "The gap between China and America has shrunk from several years to a matter of months."
    assert _lags(read, text) == {("China", None, None, "narrowing", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. edge over China in AI is eroding.",
        "The distance between Beijing and Washington in AI has become shorter.",
    ],
)
def test_a_gap_that_shrinks(read: Read, text: str) -> None:
    assert ("China", None, None, "narrowing", "asserted") in _lags(read, text)


def test_a_gap_with_one_side_is_measured_in_the_order_of_the_field(read: Read) -> None:
    text = "Analysts see the spending gap with China widening. America spends more every year."
    assert _lags(read, text) == {("China", None, None, "widening", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "The bank lent China money. It is growing fast.",
        "The order came on May five, six months after it was placed.",
    ],
)
def test_no_lag(read: Read, text: str) -> None:
    assert _lags(read, text) == set()
