"""Polarity, hedges, forecasts, conditions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.extract import stance
from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]
BEHIND = "China is two years behind the United States"


@pytest.mark.parametrize(
    "text",
    [
        f"That does not mean that {BEHIND}.",
        f"It is a misconception that {BEHIND}.",
        f"Misconception 1: {BEHIND}",
        f"I want to challenge the belief that {BEHIND}.",
        f"Nobody can dispute it, but I reject the claim that {BEHIND}.",
        f"The idea that {BEHIND} is simply wrong.",
        f"There is no evidence that {BEHIND}.",
        f"Contrary to reports that {BEHIND}, they are level.",
        "China is not two years behind the United States.",
        "China is no longer two years behind the United States.",
        f"Does it really mean that {BEHIND}?",
    ],
)
def test_denied(read: Read, text: str) -> None:
    assert [c.polarity for c in read(text) if c.kind == "lag"] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        f"{BEHIND}.",
        f"I believe {BEHIND}.",
        f"It is not only that {BEHIND}; it has no chips either.",
        f"Few deny it: {BEHIND}.",
        "In a talk on five misconceptions he said that China is two years behind the United States.",
    ],
)
def test_asserted(read: Read, text: str) -> None:
    assert [c.polarity for c in read(text) if c.kind == "lag"] == ["asserted"]


def test_a_plain_question_claims_nothing(read: Read) -> None:
    assert read("Is China two years behind the United States?") == []


@pytest.mark.parametrize(
    ("text", "hedged", "forecast"),
    [
        ("China is about two years behind the United States.", False, False),
        ("China may be two years behind the United States.", True, False),
        ("China is reportedly two years behind the United States.", True, False),
        ("China is said to be two years behind the United States.", True, False),
        ("In May China was two years behind the United States.", False, False),
        ("China will be two years behind the United States.", False, True),
        ("China might need two years to catch up with the United States.", True, True),
    ],
)
def test_hedges_and_forecasts(read: Read, text: str, hedged: bool, forecast: bool) -> None:
    (claim,) = [c for c in read(text) if c.kind == "lag"]
    assert (claim.hedged, claim.forecast) == (hedged, forecast)


def test_conditions(read: Read) -> None:
    (claim,) = read(
        "If export controls stay, China will remain two years behind the United States.", kinds=("lag",)
    )
    assert claim.condition == "If export controls stay"


@pytest.mark.parametrize(
    "text",
    [
        "Suppose 50% of users leave.",
        "If you are at 89% accuracy, it is useless.",
        "Imagine a model with 10 trillion parameters.",
    ],
)
def test_suppositions_are_no_claims(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("words", "quote", "denied", "hedged", "forecast"),
    [
        ("Kiln is in talks to sell 40 plants.", "sell 40 plants", False, True, True),
        ("Kiln hopes to sell 40 plants.", "sell 40 plants", False, True, True),
        (
            "The first of 40 plants is scheduled to open.",
            "40 plants is scheduled to open",
            False,
            False,
            True,
        ),
        ("Kiln is about to open 40 plants.", "open 40 plants", False, False, True),
        ("Men are more likely to own 40 plants.", "own 40 plants", False, False, False),
        ("Kiln could not afford 40 plants.", "40 plants", True, False, False),
        (
            "It will host Noor, a model which Kiln built in 40 days.",
            "Noor, a model which Kiln built in 40 days",
            False,
            False,
            False,
        ),
        ("What the chart does not show is that 40 plants closed.", "40 plants closed", False, False, False),
        (
            "We find no evidence of growth at Kiln, whose 40 plants closed.",
            "40 plants closed",
            False,
            False,
            False,
        ),
        (
            "Vik disputes that it was sold, holding that 40 plants closed.",
            "40 plants closed",
            False,
            False,
            False,
        ),
        ("I can't say which firm, but it has 40 plants.", "it has 40 plants", False, False, False),
    ],
)
def test_whose_words_they_are(words: str, quote: str, denied: bool, hedged: bool, forecast: bool) -> None:
    start, end, whole = words.index(quote), words.index(quote) + len(quote), (0, len(words))
    assert (stance.polarity(words, whole, start, end, start) == "denied") is denied
    assert stance.hedged(words, whole, start, end) is hedged
    assert stance.forecast(words, whole, start, end) is forecast
