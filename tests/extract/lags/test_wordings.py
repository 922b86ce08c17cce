"""More ways to say a lag: left-out words, second thoughts, loose phrases; and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Lag

Read = Callable[..., list[Claim]]
Slots = tuple[str | None, float | None, float | None]

LEANING: list[tuple[str, list[Slots]]] = [
    # Second thoughts.
    ("Japan trails Taiwan by ten months, perhaps fourteen.", [("Japan", 10, 14)]),
    ("India is a year and a half behind China, possibly two years.", [("India", 18, 24)]),
    # A unit left out.
    (
        "Mistral trails OpenAI by nine months. In 2023 it trailed by twenty.",
        [("Mistral", 9, 9), ("Mistral", 20, 20)],
    ),
    (
        "Qwen3 is about three months behind GPT-5 on its maker's tests, about seven on ours.",
        [("Qwen3", 3, 3), ("Qwen3", 7, 7)],
    ),
    # A verb left out.
    (
        "It took Mistral nine months to match GPT-4, and Cohere eleven.",
        [("Mistral", 9, 9), ("Cohere", 11, 11)],
    ),
    (
        "Japan needs four years to catch up with Taiwan, and India seven.",
        [("Japan", 48, 48), ("India", 84, 84)],
    ),
    # A second stretch.
    (
        "China is two years behind Taiwan in memory, and as much as eight years in lithography.",
        [("China", 24, 24), ("China", None, 96)],
    ),
    (
        "America's lead over China is six months for models and three years for chips.",
        [("China", 6, 6), ("China", 36, 36)],
    ),
    # Said anew in the next sentence.
    ("Russia is not years behind China. Maybe it's nine months.", [("Russia", 12, None), ("Russia", 9, 9)]),
    (
        "Open models trail closed ones by three months. Our own figure of five months is higher.",
        [("open models", 3, 3), ("open models", 5, 5)],
    ),
    (
        "Britain lags France by a year. My own estimate is two years.",
        [("United Kingdom", 12, 12), ("United Kingdom", 24, 24)],
    ),
    # Loose phrases.
    ("Meta is 3 or so years behind Google in chips.", [("Meta", 36, 36)]),
    ("Most readers would put open models two years back, at least.", [("open models", 24, None)]),
    ("On robots, Europe sits six months back.", [("Europe", 6, 6)]),
    ("That puts Kioxia within two years of its Korean rivals.", [("Kioxia", None, 24)]),
    ("The ranking places Mistral within six months of OpenAI.", [("Mistral", None, 6)]),
    ("If Meta delays the model again it will be two years behind OpenAI.", [("Meta", 24, 24)]),
    # The clause that holds the gap names its sides.
    (
        "Spain is a year behind France; the gap between Italy and Germany is three years.",
        [("Spain", 12, 12), ("Italy", 36, 36)],
    ),
    ("Kimi K2 5.5-6.5 months behind GPT-5 is a fair guess.", [("Kimi K2", 5.5, 6.5)]),
]

NONE = [
    "A gap of two years between China and America can close overnight.",
    "A lead of six months would not last.",
    "China and America differ: any gap of two years may vanish.",
    "Qwen3 is strong. It was released two years after the first one. It took two years.",
    "If China were two years back, nobody in Washington would worry.",
    "They are two years old. Maybe it's nine months.",
]


@pytest.mark.parametrize(("text", "expected"), LEANING)
def test_what_leans_on_other_words(read: Read, text: str, expected: list[Slots]) -> None:
    found = [(c.follower, c.low_months, c.high_months) for c in read(text) if isinstance(c, Lag)]
    assert len(found) == len(expected), found
    for one, got in zip(expected, found, strict=True):
        assert str(one[0]).split()[0] == str(got[0]).split()[0] and one[1:] == got[1:], found


@pytest.mark.parametrize("text", NONE)
def test_no_lag_is_meant(read: Read, text: str) -> None:
    assert [c for c in read(text) if isinstance(c, Lag)] == []


@pytest.mark.parametrize(
    ("text", "follower"),
    [
        ("We in Europe must wake up. Today we are three years behind the United States.", "Europe"),
        (
            "I speak for Canada and have been to the United States. We trail the Americans by two years.",
            "Canada",
        ),
    ],
)
def test_we_are_the_speakers_side(read: Read, text: str, follower: str) -> None:
    (lag,) = (c for c in read(text, speaker="Ann Onymous") if isinstance(c, Lag))
    assert lag.follower == follower


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia does not recognise estimates that put Huawei a year behind.",
        'The ministry does not share the view that Japan is "two years behind" Taiwan.',
        "To say that Europe is two years behind America is wildly optimistic.",
    ],
)
def test_more_denials(read: Read, text: str) -> None:
    assert [c.polarity for c in read(text) if isinstance(c, Lag)] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "We're maybe 12 months behind OpenAI, an engineer said. Japan is not amused.",
        "We trail Nvidia by two years, the ministry said. Japan has plans.",
    ],
)
def test_we_are_not_the_ones_ahead_of_us(read: Read, text: str) -> None:
    assert [c.follower_side for c in read(text) if isinstance(c, Lag)] in (["Japan"], [])
