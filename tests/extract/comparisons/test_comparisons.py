"""Comparisons: one side against another with no stretch of time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from theodolite.model.claim import Claim, Comparison

Read = Callable[..., list[Claim]]


def _pairs(read: Read, text: str, **origin: Any) -> set[tuple[str | None, str, str | None]]:
    """(subject, direction, object) of the comparisons of a text."""
    return {
        (c.subject, c.direction or "", c.object)
        for c in read(text, ("comparison",), **origin)
        if isinstance(c, Comparison)
    }


def _one(read: Read, text: str) -> Comparison:
    found = [c for c in read(text, ("comparison",)) if isinstance(c, Comparison)]
    assert len(found) == 1, found
    assert text[found[0].start : found[0].end] == found[0].quote
    return found[0]


ABOVE = [
    f"Nvidia {verb} Huawei in memory bandwidth."
    for verb in (
        "outperforms",
        "surpasses",
        "beats",
        "exceeds",
        "has overtaken",
        "outclasses",
        "outstrips",
        "eclipses",
        "dwarfs",
        "is ahead of",
        "remains superior to",
        "has a clear advantage over",
    )
]
BELOW = [
    f"Huawei {verb} Nvidia in memory bandwidth."
    for verb in (
        "lags behind",
        "trails",
        "is far behind",
        "remains well behind",
        "falls short of",
        "is inferior to",
        "is second only to",
        "is no match for",
        "cannot match",
        "still fails to match",
        "struggles to keep up with",
        "is not far behind",
    )
]
EQUAL = [
    f"Huawei {verb} Nvidia in memory bandwidth."
    for verb in (
        "matches",
        "rivals",
        "equals",
        "is on par with",
        "is comparable to",
        "is as good as",
        "is neck and neck with",
        "is competitive with",
        "is equivalent to",
        "has reached parity with",
    )
]


@pytest.mark.parametrize("text", ABOVE)
def test_wordings_that_put_the_subject_above(read: Read, text: str) -> None:
    found = _one(read, text)
    assert (found.subject, found.direction, found.object) == ("Nvidia", "above", "Huawei")
    assert (found.factor, found.polarity, found.dimension) == (None, "asserted", "compute")


@pytest.mark.parametrize("text", BELOW)
def test_wordings_that_put_the_subject_below(read: Read, text: str) -> None:
    found = _one(read, text)
    assert (found.subject, found.direction, found.object) == ("Huawei", "below", "Nvidia")
    assert found.polarity == "asserted"


@pytest.mark.parametrize("text", EQUAL)
def test_wordings_that_put_both_level(read: Read, text: str) -> None:
    found = _one(read, text)
    assert (found.subject, found.direction, found.object) == ("Huawei", "equal", "Nvidia")
    assert found.factor is None


@pytest.mark.parametrize(
    ("text", "direction", "metric"),
    [
        ("China publishes more papers than Japan.", "above", "papers"),
        ("China has fewer engineers than India.", "below", "engineers"),
        ("China is stronger than Japan in robotics.", "above", "robotics"),
        ("China is cheaper than Japan.", "below", "price"),
        ("China is slower than Japan.", "below", "speed"),
        ("Chinese labs show higher accuracy compared to American labs.", "above", "accuracy"),
    ],
)
def test_comparatives(read: Read, text: str, direction: str, metric: str) -> None:
    found = _one(read, text)
    assert (found.direction, found.metric, found.subject_side) == (direction, metric, "China")


@pytest.mark.parametrize(
    ("text", "factor", "direction"),
    [
        ("China graduates nearly triple the number of engineers that India does.", 3.0, "above"),
        ("China graduates twice as many engineers as India.", 2.0, "above"),
        ("China graduates four times as many engineers as India.", 4.0, "above"),
        ("China's output of engineers is about one-third that of India.", 1 / 3, "below"),
        ("China's output of engineers is half that of India.", 0.5, "below"),
        ("DeepSeek is an order of magnitude cheaper than OpenAI.", 0.1, "below"),
        ("The United States outspends Europe on chips by a factor of six.", 6.0, "above"),
    ],
)
def test_multiples_are_the_subject_over_the_object(
    read: Read, text: str, factor: float, direction: str
) -> None:
    found = _one(read, text)
    assert found.factor == pytest.approx(factor)
    assert found.direction == direction


def test_each_member_of_a_list_is_compared(read: Read) -> None:
    assert _pairs(read, "Japan lags behind France, Germany and Canada in robotics.") == {
        ("Japan", "below", "France"),
        ("Japan", "below", "Germany"),
        ("Japan", "below", "Canada"),
    }
    assert _pairs(read, "France and Germany surpass Japan in robotics.") == {
        ("France", "above", "Japan"),
        ("Germany", "above", "Japan"),
    }


def test_not_only_but_also_names_two(read: Read) -> None:
    text = "Japan falls behind in robotics, not only compared to France but also Germany."
    assert {o for _, _, o in _pairs(read, text)} == {"France", "Germany"}


def test_a_passive_turns_the_sides(read: Read) -> None:
    assert _pairs(read, "Intel was overtaken by Nvidia.") == {("Intel", "below", "Nvidia")}


def test_the_other_side_may_stand_in_the_sentence_before(read: Read) -> None:
    text = "France spent heavily on robotics. Japan is still behind in the field."
    assert _pairs(read, text) == {("Japan", "below", "France")}


def test_nobody_behind_whom_is_no_comparison(read: Read) -> None:
    assert _pairs(read, "Robotics is a young field. Japan is still behind in it.") == set()


def test_no_rival_puts_the_place_below(read: Read) -> None:
    text = "No serious rival to Nvidia has emerged in Japan so far."
    assert _pairs(read, text) == {("Japan", "below", "Nvidia")}


def test_a_newer_model_stands_above_the_older(read: Read) -> None:
    assert _pairs(read, "It was a large leap from GPT-3 to GPT-4.") == {("GPT-4", "above", "GPT-3")}


def test_both_comparatives_of_one_frame(read: Read) -> None:
    text = "Japanese firms admit their inferiority in chips compared to France, yet enjoy larger sales."
    assert {(d, o) for _, d, o in _pairs(read, text)} == {("below", "France"), ("above", "France")}


@pytest.mark.parametrize(
    "text",
    [
        "Japan is eleven months behind France in robotics.",  # a lag
        "Japan wants to surpass France in robotics.",
        "If Japan surpasses France, prices will fall.",
        "Nvidia shares rose more than 5 percent.",
        "Nvidia prefers caution rather than haste.",
        "Nvidia beat expectations for the quarter.",
        "France leads the world in cheese.",
        "Does Japan lag behind France?",
        "The debate is over the superiority of France over Japan.",
        "Nvidia left its rivals no time, and France paid.",
        "Japan needs more engineers.",
    ],
)
def test_what_looks_alike_and_compares_nothing(read: Read, text: str) -> None:
    assert _pairs(read, text) == set()


def test_no_is_a_denial(read: Read) -> None:
    found = _one(read, "No Chinese model surpasses Claude.")
    assert (found.direction, found.polarity) == ("above", "denied")


def test_not_is_a_denial(read: Read) -> None:
    found = _one(read, "Japan does not surpass France in robotics.")
    assert (found.direction, found.polarity) == ("above", "denied")


def test_us_the_country_is_not_us_the_people(read: Read) -> None:
    found = read("Japan trails the US in robotics.", ("comparison",), speaker="Wen Jiabao", kind="speech")
    assert [c.object for c in found if isinstance(c, Comparison)] == ["United States"]


def test_repeats_share_a_group(read: Read) -> None:
    found = read(
        "Japan lags behind France in robotics.\n\nJapan lags behind France in robotics.", ("comparison",)
    )
    assert len(found) == 2
    assert found[0].group is not None
    assert found[0].group == found[1].group
