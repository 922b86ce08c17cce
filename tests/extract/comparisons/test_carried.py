"""Comparatives whose other side stands near by, likenesses by "as ... as", and two sides in one subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.extract.comparisons import factors
from theodolite.model.claim import Claim, Comparison

Read = Callable[..., list[Claim]]


def _found(read: Read, text: str) -> set[tuple[str | None, str | None, str | None]]:
    return {
        (c.subject, c.direction, c.object) for c in read(text, ("comparison",)) if isinstance(c, Comparison)
    }


def test_a_second_comparative_has_the_other_side_of_the_first(read: Read) -> None:
    assert _found(read, "Huawei matches Nvidia in speed while costing far less.") == {
        ("Huawei", "equal", "Nvidia"),
        ("Huawei", "below", "Nvidia"),
    }


def test_what_follows_leans_on_the_sentence_before(read: Read) -> None:
    text = "GPT-4 outperforms Gemini. Gemini is cheaper."
    assert ("Gemini", "below", "GPT-4") in _found(read, text)


def test_a_bare_multiple_in_a_contrast(read: Read) -> None:
    text = "Japan spends heavily on chips, but China spends twice as much."
    found = [c for c in read(text, ("comparison",)) if isinstance(c, Comparison)]
    assert [(c.subject, c.object, c.factor) for c in found] == [("China", "Japan", 2.0)]


@pytest.mark.parametrize(
    "text",
    [
        "Chips are cheaper.",
        "Huawei needs more engineers.",
        "It took Huawei six more months.",
        "Prices get lower.",
    ],
)
def test_a_comparative_against_nobody(read: Read, text: str) -> None:
    assert _found(read, text) == set()


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Huawei's chips are as fast as Nvidia's.", "equal"),
        ("Huawei's chips are not as fast as Nvidia's.", "below"),
        ("Huawei performs nearly as well as Nvidia.", "equal"),
        ("Huawei is not so capable as Nvidia.", "below"),
    ],
)
def test_as_good_as(read: Read, text: str, direction: str) -> None:
    assert {(s, d) for s, d, _ in _found(read, text)} == {("Huawei", direction)}


@pytest.mark.parametrize(
    "text",
    [
        "France and Japan are neck and neck in robotics.",
        "France and Japan are on an equal footing.",
        "There is little difference between France and Japan.",
    ],
)
def test_two_sides_in_one_subject(read: Read, text: str) -> None:
    assert _found(read, text) == {("France", "equal", "Japan")}


@pytest.mark.parametrize(
    "text",
    ["France and Japan are partners.", "France, Japan and Spain are equal.", "Is France like Japan?"],
)
def test_two_sides_that_are_not_compared(read: Read, text: str) -> None:
    assert _found(read, text) == set()


def test_a_stated_gap_puts_the_follower_below(read: Read) -> None:
    assert _found(read, "There is still a wide gap between China and the United States.") == {
        ("China", "below", "United States")
    }
    assert _found(read, "We write about the gap between China and the United States.") == set()


def test_trust_in_one_place_is_higher_than_in_another(read: Read) -> None:
    assert _found(read, "Trust in chatbots is higher in Japan than in France.") == {
        ("Japan", "above", "France")
    }


def test_all_of_several_at_once(read: Read) -> None:
    (found,) = _found(read, "India has more coders than France and Japan combined.")
    assert found == ("India", "above", "France and Japan")


@pytest.mark.parametrize(
    ("words", "factor"),
    [("twice as much", 2.0), ("a fifth of the cost", 0.2), ("27 times the size", 27.0), ("more", None)],
)
def test_factors_of_bare_multiples(words: str, factor: float | None) -> None:
    assert factors.of_words(words) == factor
