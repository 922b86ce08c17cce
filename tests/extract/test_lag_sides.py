"""Who follows whom where the words leave it out, say it twice, or name sides other than the usual two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Lag

Read = Callable[..., list[Claim]]
Slots = tuple[str | None, str | None, float | None, float | None]

# (text, the lags expected: follower, leader, low, high)
SIDES: list[tuple[str, list[Slots]]] = [
    # Two other sides than China and the United States.
    (
        "Japan and South Korea both build robots. Japanese labs say the Korean lead is two years.",
        [("Japan", "South Korea", 24, 24)],
    ),
    (
        "Germany worries about France. Germany is two years behind in robotics.",
        [("Germany", "France", 24, 24)],
    ),
    (
        "Officials from India toured Canada. Canadian officials noted that India lags by 3 years.",
        [("India", "Canada", 36, 36)],
    ),
    # Nobody in particular, and nobody named.
    ("A laboratory that is ten years behind does not publish.", []),
    ("Analysts say the country is five years behind.", []),
    # The side that stands in a comparison of two possessions.
    (
        "Korea's memory makers are four years ahead of those in mainland China.",
        [("China", "South Korea", 48, 48)],
    ),
    ("Baidu is about a year behind where OpenAI is.", [("Baidu", "OpenAI", 12, 12)]),
    # The last clause has no subject of its own.
    (
        "Britain is not years behind Germany in robotics, but rather nine months behind.",
        [("United Kingdom", "Germany", 12, None), ("United Kingdom", "Germany", 9, 9)],
    ),
    (
        "Samsung trails TSMC by two years in logic, and maybe three years behind in packaging.",
        [("Samsung", "TSMC", 24, 24), ("Samsung", "TSMC", 36, 36)],
    ),
    # A pronoun goes on with the side that trailed before.
    (
        "Indian models were years behind American ones. Then Sarvam came, and now they are a year behind.",
        [("Indian models", "United States", 12, None), ("Indian models", "United States", 12, 12)],
    ),
    (
        "Qwen3 is eight months behind GPT-5. On maths it sits two months behind the frontier.",
        [("Qwen3", "GPT-5", 8, 8), ("Qwen3", None, 2, 2)],
    ),
    # Measures besides the stretch, and generations along with it.
    ("SMIC stood four years and two generations behind TSMC.", [("SMIC", "TSMC", 48, 48)]),
    ("Intel was three years and a node behind TSMC at the time.", [("Intel", "TSMC", 36, 36)]),
    # A stretch that says for how long something was held.
    (
        "Mistral lags OpenAI by six months, a figure that has been quoted for two years.",
        [("Mistral", "OpenAI", 6, 6)],
    ),
    # The level of older models.
    (
        "Kimi K2 is close to the level of American models five months older.",
        [("Kimi K2", "United States", 5, 5)],
    ),
]


def _same(expected: str | None, found: str | None) -> bool:
    if expected is None or found is None:
        return True if expected is None else found == expected
    return expected.split()[0] == found.split()[0]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_sides(read: Read, text: str, expected: list[Slots]) -> None:
    found = [(c.follower, c.leader, c.low_months, c.high_months) for c in read(text) if isinstance(c, Lag)]
    assert len(found) == len(expected), found
    for one, got in zip(expected, found, strict=True):
        assert _same(one[0], got[0]) and _same(one[1], got[1]) and one[2:] == got[2:], found


@pytest.mark.parametrize(
    "text",
    [
        "CNBC is reportedly two years behind.",
        "According to Epoch AI, six months behind is about right.",
    ],
)
def test_who_reports_a_gap_is_no_side_of_it(read: Read, text: str) -> None:
    assert [c.follower for c in read(text) if isinstance(c, Lag)] == []


@pytest.mark.parametrize(
    ("text", "polarities"),
    [
        ("China does not share its tools because it is two years behind the United States.", ["asserted"]),
        ("Nobody should laugh, since Europe is two years behind the United States.", ["asserted"]),
        ("Japan isn't five years behind Taiwan, but rather two years behind.", ["denied", "asserted"]),
    ],
)
def test_a_denial_ends_with_its_clause(read: Read, text: str, polarities: list[str]) -> None:
    assert [c.polarity for c in read(text) if isinstance(c, Lag)] == polarities
