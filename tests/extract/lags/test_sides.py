"""Who follows whom where the words leave it out, say it twice, or name sides other than the usual two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite import extract
from theodolite.model.claim import Claim, Lag
from theodolite.model.origin import Origin
from theodolite.model.text import Text

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


def test_a_headline_leaves_out_the_leader_that_the_text_names(read: Read) -> None:
    text = (
        "Japan four years behind in chips\n\nIt says so. Japan is four years behind the Netherlands in chips."
    )
    assert [c.leader for c in read(text) if isinstance(c, Lag)] == ["Netherlands", "Netherlands"]


def test_two_that_trail_beside_each_other_trail_a_third(read: Read) -> None:
    text = "Japan's best model is five months behind and Korea's best model is nine months behind."
    assert [(c.follower, c.leader) for c in read(text) if isinstance(c, Lag)] == [
        ("Japanese model", None),
        ("South Korean model", None),
    ]


def test_a_subtitle_is_a_sentence_of_its_own(read: Read) -> None:
    body = "Ministers met on Monday and talked about robots, grants and much else besides for hours. " * 2
    text = "The ministry believes that Poland is seven years behind Siemens in robots\nNot two years behind\n"
    found = [(c.follower, c.low_months, c.polarity) for c in read(text + body) if isinstance(c, Lag)]
    assert found == [("Poland", 84, "asserted"), ("Poland", 24, "denied")]


def test_marks_of_headings_are_no_part_of_a_name(read: Read) -> None:
    (lag,) = (c for c in read("# Copies of Llama are two years behind OpenAI") if isinstance(c, Lag))
    assert lag.follower == "Copies of Llama"


@pytest.mark.parametrize(
    ("text", "follower", "leader"),
    [
        ("Japan says that it can catch up with Taiwan.", "Japan", "Taiwan"),
        (
            "India showed that it can catch up, with Sarvam as an example. America smiles.",
            "India",
            "United States",
        ),
    ],
)
def test_it_can_catch_up(read: Read, text: str, follower: str, leader: str) -> None:
    (lag,) = (c for c in read(text) if isinstance(c, Lag))
    assert (lag.follower, lag.leader) == (follower, leader)


@pytest.mark.parametrize(
    ("sentence", "follower"),
    [
        (
            "Export limits have kept Korean cloud providers about a year behind their American rivals.",
            "South Korea",
        ),
        ("Sanctions pushed Huawei three years behind Nvidia in AI chips.", "Huawei"),
        (
            "When the next round of limits bites, Ms Orr says, Japanese labs could fall two years behind "
            "American ones.",
            "Japanese labs",
        ),
        (
            "Once the money runs out, Tan believes, French start-ups may end up a year behind OpenAI.",
            "French start-ups",
        ),
    ],
)
def test_who_is_behind_where_the_grammar_moves_it(sentence: str, follower: str) -> None:
    text = Text(snapshot="0" * 64, reader="plain/1", content=sentence)
    lag = next(c for c in extract.claims(text, Origin(location="x")) if c.kind == "lag")
    assert lag.follower in (follower, lag.follower_text)
    assert lag.follower_text and (follower.split()[0] in lag.follower_text or lag.follower == follower)


@pytest.mark.parametrize(
    "sentence",
    [
        "Open models are seven to ten months behind closed ones.",
        "He puts open-weight models a year behind closed models in AI.",
    ],
)
def test_behind_closed_models_is_not_behind_closed_doors(sentence: str) -> None:
    text = Text(snapshot="0" * 64, reader="plain/1", content=sentence)
    lag = next(c for c in extract.claims(text, Origin(location="x")) if isinstance(c, Lag))
    assert (lag.follower, lag.leader) == ("open models", "closed models")


def test_behind_closed_doors_is_no_lag() -> None:
    content = "The two AI labs met for three years behind closed doors."
    text = Text(snapshot="0" * 64, reader="plain/1", content=content)
    assert not [c for c in extract.claims(text, Origin(location="x")) if isinstance(c, Lag)]


def test_what_a_sentence_announces_is_what_the_gap_is_in(read: Callable[..., list[Claim]]) -> None:
    claims = read(
        "Mara Quist said people thought the race was over. In chip design Korea may be two years behind the "
        "United States, in her view."
    )
    (lag,) = [c for c in claims if isinstance(c, Lag)]
    assert (lag.speaker, lag.dimension) == ("Mara Quist", "compute")
