"""Who tells something beside odd constructions: relative clauses, asides, surveys named by their makers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]

TITLED = "The agency has 14 inspectors abroad, Deputy Under Secretary Jonah Reyes told the panel."
RELATIVE = (
    "Chinese labs are six months behind the United States, said Ana Ruiz of Foothill Research, who expects "
    "China to be two years behind the United States by 2030."
)
CHARITY = "The charity behind it, Kilnworks, said on Monday Nvidia had sold 61,000 chips to China."
OWN_COUNT = "By the African Union's own count Africa had 3,000 AI researchers in 2024."
HELD = "Members may know the survey by the Rhine Institute in which 45% of companies used AI in 2024."
WHAT = "Nvidia bought it for what two people on the sell side reckon was $300 million."
POST = (
    'Ana Ruiz runs Kiln. "We grow," Ruiz said.\n\nA spokesman for Mistral AI confirmed the order, '
    "which he said was for 18,000 chips."
)
ASIDE = (
    "Any delay, the lobbyist from the coalition said at the last hearing, leaves China a year behind the U.S."
)
LATER = (
    "China had 1,140 AI papers in 2024, according to a tally published on Monday.\n\n"
    "The tally, drawn up by the Leiden-based Rhine Institute, covers 40 conferences."
)
FOLKS = "Independent testing by the folks at Rhine Review put Qwen3 at 71 percent."
RECKON = "Researchers at a Munich institute reckon that China trails the United States by nine months."
TITLE_HOUSE = (
    "# Micron sells out its memory\n\nMicron reported revenue of $9 billion in 2025.\n\nIt was the theme. "
    "Samples went to Nvidia in May; shipments have begun, the company says, and run at 10 gigabits a second."
)
NICKNAME = (
    "The loan ratio, which the firm's finance director likes to call the one that matters, is high. "
    "OpenAI raised $40 billion in March 2025."
)


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        (TITLED, "14 inspectors", "Jonah Reyes"),
        (RELATIVE, "two years", "Ana Ruiz"),
        (CHARITY, "61,000", "Kilnworks"),
        (OWN_COUNT, "3,000", "African Union"),
        (HELD, "45%", "Rhine Institute"),
        (WHAT, "$300 million", "two people on the sell side"),
        (POST, "18,000", "A spokesman for Mistral AI"),
        (ASIDE, "a year behind", "lobbyist from the coalition"),
        (LATER, "1,140", "Rhine Institute"),
        (NICKNAME, "$40 billion", None),
        (FOLKS, "71 percent", "Rhine Review"),
        (RECKON, "nine months", "Researchers at a Munich institute"),
        (TITLE_HOUSE, "10 gigabits", "Micron"),
    ],
)
def test_who_tells_it(read: Read, text: str, quote: str, speaker: str | None) -> None:
    found = [c.speaker for c in read(text) if quote in c.quote]
    assert found and set(found) == {speaker}


def test_an_account_in_commas_is_of_its_own_clause(read: Read) -> None:
    text = (
        "By Priya Rao\n\nOrtiz is good on Japan. The project, launched with $400 million of public "
        "money, frightened Congress and produced, by her reckoning, 900 papers."
    )
    found = {c.speaker for c in read(text) if "$400 million" in c.quote}
    assert found == {"Priya Rao"}


@pytest.mark.parametrize(
    "text",
    [
        "The school in Busan admits 60 AI students a year, as it has since 2020.",
        "This is Loom 5, xAI put it out on Thursday with 300 billion parameters.",
        "Europe's not, um, I wouldn't say Europe is two years behind the United States.",
    ],
)
def test_what_only_looks_like_telling(read: Read, text: str) -> None:
    assert {c.speaker for c in read(text)} <= {None}


def test_somebody_possessed_by_a_house_is_named_without_it(read: Read) -> None:
    text = (
        "In the hall, Mistral's Marguerite Aubin is taking questions. Was it a rescue? "
        '"We have 900 GPUs," she says.'
    )
    assert {c.speaker for c in read(text) if "900" in c.quote} == {"Marguerite Aubin"}


def test_time_is_linear_in_sentences() -> None:
    """Twice the sentences cost about twice the time, not four times."""
    import time

    from theodolite import extract
    from theodolite.model.origin import Origin
    from theodolite.model.text import Text

    def seconds(count: int) -> float:
        text = Text(snapshot="0" * 64, reader="test/1", content="# One\n\n" * count)
        begin = time.perf_counter()
        extract.claims(text, Origin(location="a.txt"))
        return time.perf_counter() - begin

    seconds(100)
    assert seconds(4000) < 8 * seconds(1000) + 0.5
