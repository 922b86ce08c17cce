"""Lags of every kind of party in every structure: one word learnt for one of them works in all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Lag

Read = Callable[..., list[Claim]]

PARTIES = [
    ("", "DeepSeek", "DeepSeek", "OpenAI"),
    ("", "China", "China", "the United States"),
    ("", "Chinese labs", "Chinese labs", "American labs"),
    ("", "open models", "open models", "closed models"),
    ("Varnholt and Ostrava Dynamics make models in Ghent. ", "Varnholt", "Varnholt", "Ostrava Dynamics"),
]
"""What stands before, who is behind, its name, who is ahead."""

STANDING = [
    "the gap between {F} and {L} is six months",
    "there is a gap of six months between {F} and {L}",
    "about six months separate {F} from {L}",
    "{L} had a lead of six months over {F}",
    "the head start of {L} over {F} is six months",
    "the rules gave {L} a six-month lead over {F}",
    "by then {L} was six months in front of {F}",
    "with {F} six months behind {L}, money was short",
    "it took {F} six months to catch up with {L}",
    "catching up with {L} took {F} six months",
    "{F} caught up with {L} in six months",
    "six months later {F} matched {L}",
    "{F} drew level with {L} in six months",
    "{F} stood where {L} stood six months ago",
    "how far behind {L} was {F}? About six months",
    "how big is the gap between {F} and {L}? Six months, Li said",
    "the gap between {F} and {L} is a year. Others put it at six months",
    "the gap between {F} and {L} is a year. Measured by downloads, it is six months",
]
MOVING = [
    ("{F} has narrowed the gap with {L}", "narrowing"),
    ("{F} has made up ground on {L}", "narrowing"),
    ("{F} is eating into the lead of {L}", "narrowing"),
    ("the gap between {F} and {L} has shrunk", "narrowing"),
    ("cheap chips have helped to narrow the gap between {F} and {L}", "narrowing"),
    ("the lead of {L} over {F} is dwindling", "narrowing"),
    ("{F} continues to fall behind {L}", "widening"),
    ("{L} is leaving {F} further behind", "widening"),
    ("{L} keeps moving further ahead of {F}", "widening"),
    ("the gap between {F} and {L} has held steady", "steady"),
]


def lags(found: list[Claim]) -> list[Lag]:
    return [c for c in found if isinstance(c, Lag)]


def told(pattern: str, party: tuple[str, str, str, str]) -> str:
    before, follower, _, leader = party
    sentence = pattern.format(F=follower, L=leader)
    return f"{before}{sentence[0].upper()}{sentence[1:]}."


@pytest.mark.parametrize("party", PARTIES, ids=lambda p: p[2])
@pytest.mark.parametrize("pattern", STANDING)
def test_a_length(read: Read, pattern: str, party: tuple[str, str, str, str]) -> None:
    found = [(c.follower, c.low_months, c.high_months) for c in lags(read(told(pattern, party)))]
    assert (party[2], 6, 6) in found


@pytest.mark.parametrize("party", PARTIES, ids=lambda p: p[2])
@pytest.mark.parametrize(("pattern", "trend"), MOVING)
def test_a_trend(read: Read, pattern: str, trend: str, party: tuple[str, str, str, str]) -> None:
    assert (party[2], trend) in [(c.follower, c.trend) for c in lags(read(told(pattern, party)))]


@pytest.mark.parametrize(
    ("text", "ends", "trend"),
    [
        ("Cohere has cut the gap with OpenAI to six months.", (6, 6), "narrowing"),
        ("Cohere has cut OpenAI's lead to six months.", (6, 6), "narrowing"),
        ("The gap between Cohere and OpenAI has gone from two years to six months.", (6, 6), "narrowing"),
        ("The gap between Cohere and OpenAI grew from six months to a year.", (12, 12), "widening"),
        ("Cohere's lag behind OpenAI has grown to a year.", (12, 12), "widening"),
    ],
)
def test_a_length_and_how_it_came_to_be(read: Read, text: str, ends: tuple[float, float], trend: str) -> None:
    (lag,) = lags(read(text))
    assert (lag.follower, (lag.low_months, lag.high_months), lag.trend) == ("Cohere", ends, trend)


@pytest.mark.parametrize(
    "text",
    [
        "Cohere trains models in Toronto. It has a six-month lag behind OpenAI.",
        "Cohere trains models in Toronto. It is where OpenAI was six months ago.",
        "Cohere trains models in Toronto. It took the company six months to match OpenAI.",
        "Cohere trains models in Toronto. The gap between the company and OpenAI is six months.",
    ],
)
def test_whom_a_pronoun_means(read: Read, text: str) -> None:
    assert ("Cohere", 6, 6) in [(c.follower, c.low_months, c.high_months) for c in lags(read(text))]


@pytest.mark.parametrize("front", ["the frontier", "frontier labs", "the state of the art"])
@pytest.mark.parametrize(
    "pattern",
    [
        "The gap between Cohere and {} is six months.",
        "It took Cohere six months to catch up with {}.",
        "Cohere is closing the gap with {}.",
        "Cohere's lag behind {} is growing.",
    ],
)
def test_those_in_front_without_a_name(read: Read, pattern: str, front: str) -> None:
    (lag,) = lags(read(pattern.format(front)))
    assert (lag.follower, lag.leader) == ("Cohere", front.removeprefix("the "))


@pytest.mark.parametrize("name", ["Taiwan's TSMC", "the Taiwanese chipmaker TSMC", "the foundry giant TSMC"])
def test_the_house_in_apposition(read: Read, name: str) -> None:
    (lag,) = lags(read(f"SMIC is five years behind {name}."))
    assert (lag.follower, lag.leader) == ("SMIC", "TSMC")


@pytest.mark.parametrize(
    "text",
    [
        "Cohere's answer to GPT-4 came four months later.",
        "OpenAI released GPT-4 in March. Cohere had an equivalent four months later.",
        "The time it took Cohere to match GPT-4 was four months.",
        "The time Cohere needed to catch up with GPT-4 was four months.",
        "Cohere needed only four months to answer GPT-4.",
        "Give Cohere four months and it will match GPT-4.",
    ],
)
def test_an_answer_to_a_product(read: Read, text: str) -> None:
    assert [(c.follower, c.low_months) for c in lags(read(text))] == [("Cohere", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "Cohere's answer to the lawsuit came four months later.",
        "Cohere's response to OpenAI came four months later.",
        "OpenAI sued Cohere in March. Cohere had an answer four months later.",
    ],
)
def test_an_answer_to_something_else(read: Read, text: str) -> None:
    assert not lags(read(text))


def test_ground_lost_by_the_one_in_front(read: Read) -> None:
    (lag,) = lags(read("American labs are losing ground to Chinese labs."))
    assert (lag.follower, lag.trend) == ("Chinese labs", "narrowing")


@pytest.mark.parametrize(
    "text",
    [
        "The gap between rich and poor is widening.",
        "The gap between supply and demand has grown to six months.",
        "OpenAI is moving closer to Microsoft.",
        "The new method closes the gap in accuracy.",
        "The offer for Cohere is closing on Friday.",
        "Cohere quotes lead times of six months.",
        "China is behind the United States. The trial, Li says, took six months.",
        "China is a year behind the United States. The founder was sentenced to six months in prison.",
        "Anyone could be six months behind OpenAI.",
        "Investors have narrowed the gap.",
    ],
)
def test_no_lag(read: Read, text: str) -> None:
    assert not [c for c in lags(read(text)) if (c.low_months, c.high_months) != (12, 12)]
