"""Lags of endless sentences and endless questions: the work stays within bounds; and newer wordings."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Lag

Read = Callable[..., list[Claim]]

WORDINGS: list[tuple[str, str, str | None, float]] = [
    ("China is a generation behind, or about two years, in chips.", "China", None, 24),
    ("Google's lead over OpenAI has shrunk from a year to two months.", "OpenAI", "Google", 2),
    ("YMTC has slashed Samsung's advantage in NAND from three years to one.", "YMTC", "Samsung", 12),
]


@pytest.mark.parametrize(("text", "follower", "leader", "months"), WORDINGS)
def test_wordings(read: Read, text: str, follower: str, leader: str | None, months: float) -> None:
    found = [c for c in read(text) if isinstance(c, Lag) and c.low_months is not None]
    assert [(c.follower, c.low_months, c.high_months) for c in found] == [(follower, months, months)]
    assert leader is None or found[0].leader == leader


def test_two_groups_that_share_a_noun(read: Read) -> None:
    found = [c for c in read("The gap between Chinese and American models has closed.") if isinstance(c, Lag)]
    assert [(c.follower, c.leader, c.trend) for c in found] == [
        ("Chinese models", "United States models", "narrowing")
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Samsung's chips lag TSMC's by two years.", "chips"),
        ("Mistral should lag OpenAI by two years.", None),
        ("A friend in India says that Korean labs are two years behind China.", None),
    ],
)
def test_what_they_are_behind_in(read: Read, text: str, subject: str | None) -> None:
    found = [c for c in read(text) if isinstance(c, Lag)]
    assert [c.subject for c in found] == [subject]


@pytest.mark.parametrize("unit", ["the lead of two years over ", "a gap of two years behind the lag "])
def test_an_endless_sentence(read: Read, unit: str) -> None:
    begun = time.process_time()
    read(unit * (20_000 // len(unit)))
    assert time.process_time() - begun < 6


@pytest.mark.parametrize("unit", ["How far behind is it? Nobody knows. ", "How far behind? Two years. "])
def test_endless_questions(read: Read, unit: str) -> None:
    spent = []
    for size in (15_000, 60_000):
        begun = time.process_time()
        read(unit * (size // len(unit)))
        spent.append(time.process_time() - begun)
    assert spent[1] < 7 * spent[0] + 0.5, spent


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "The curbs have kept Chinese labs six months behind OpenAI and Google.",
            {("Chinese labs", "OpenAI"), ("Chinese labs", "Google")},
        ),
        (
            "Baidu, Alibaba and Tencent trail OpenAI by a year.",
            {("Baidu", "OpenAI"), ("Alibaba", "OpenAI"), ("Tencent", "OpenAI")},
        ),
        ("China is a year behind OpenAI and Google is ahead.", {("China", "OpenAI")}),
        ("OpenAI enjoys a six-month lead.", {("rivals", "OpenAI")}),
    ],
)
def test_each_of_several_sides(read: Read, text: str, sides: set[tuple[str, str]]) -> None:
    assert {(c.follower, c.leader) for c in read(text) if isinstance(c, Lag)} == sides


@pytest.mark.parametrize(
    "text",
    [
        "America's lead over China may have lasted a decade.",
        "The United States has been ahead of China in AI for the last decade.",
        "China's lead over Japan in batteries endured for twelve years.",
    ],
)
def test_how_long_somebody_was_ahead_is_no_lag(read: Read, text: str) -> None:
    assert not [c for c in read(text) if isinstance(c, Lag) and c.low_months is not None]
