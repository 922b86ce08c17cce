"""Polarity, hedges, forecasts, conditions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
