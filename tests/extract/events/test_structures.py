"""Events in many structures with many words: a compact battery, and look-alikes that say nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Event

Read = Callable[..., list[Claim]]


def told(found: list[Claim]) -> set[tuple[str | None, str | None]]:
    """Who did something when."""
    return {(c.subject, c.date) for c in found if isinstance(c, Event)}


DEEDS = [
    ("released", "release", "its Orbit model"),
    ("cancelled", "cancel", "the Orbit project"),
    ("took over", "take over", "Fernwood"),
    ("laid off", "lay off", "staff in Oslo"),
    ("gave", "give", "Ada Holt a seat on its board"),
    ("brought out", "bring out", "Orbit 2"),
    ("opened", "open", "an office in Oslo"),
]
STRUCTURES = [
    ("{s} {past} {o} in March 2024.", "2024-03"),
    ("In the course of 2022 {s} {past} {o}.", "2022"),
    ("Prices were flat, but in April {s} {past} {o}.", "2025-04"),
    ("{s} {past} {o} back in '22.", "2022"),
    ("{s} {past} {o} late Monday.", "2025-06-16"),
    ("{s} {past} {o} over the weekend.", "2025-W24"),
    ("{s} {past} {o} in the first week of May.", "2025-05"),
    ("{s} is to {plain} {o} in September.", "2025-09"),
    ("{s} will {plain} {o} in 2027.", "2027"),
    ("{s} has 40 staff. The company {past} {o} in March.", "2025-03"),
    ("{s}, which {past} {o} in 2022, has its seat in Trondheim.", "2022"),
]


@pytest.mark.parametrize(("structure", "date"), STRUCTURES)
@pytest.mark.parametrize(("past", "plain", "thing"), DEEDS)
def test_every_verb_in_every_structure(
    read: Read, structure: str, date: str, past: str, plain: str, thing: str
) -> None:
    text = structure.format(s="Larkfield Labs", past=past, plain=plain, o=thing)
    assert ("Larkfield Labs", date) in told(read(text, published="2025-06-18"))


NOUNS = [
    "Prices fell after the {noun} of Orbit in March 2024.",
    "The {noun} of Orbit came in March 2024.",
    "March 2024 saw the {noun} of Orbit.",
    "The March 2024 {noun} of Orbit surprised its rivals.",
    "Critics noticed Orbit's {noun} in March 2024.",
]


@pytest.mark.parametrize("text", NOUNS)
@pytest.mark.parametrize(
    "noun", ["release", "relaunch", "suspension", "cancellation", "recall", "withdrawal"]
)
def test_nouns_for_what_happened(read: Read, text: str, noun: str) -> None:
    assert ("Orbit", "2024-03") in told(read(text.format(noun=noun), published="2025-06-18"))


OTHERS = [
    ("Claude was down for most of February.", "Claude", "2025-02"),
    ("Larkfield Labs emerged from stealth in May.", "Larkfield Labs", "2025-05"),
    ("South Africa walked out of the talks in January.", "South Africa", "2025-01"),
    ("In 2022 China ordered Fernwood to stop.", "China", "2022"),
    ("The Orbit plant takes its first wafers in December.", "Orbit plant", "2025-12"),
    ("Nvidia will charge for Orbit from April 2027.", "Nvidia", "2027-04"),
    ("Larkfield Labs is launching Orbit 2 next month.", "Larkfield Labs", "2025-07"),
    ("Clearview was banned from selling it in Illinois in May 2022.", "Clearview", "2022-05"),
    (
        "Larkfield Labs opened a second factory near Graz, which is due to open in 2026.",
        "second factory",
        "2026",
    ),
    ("It opened in 2023. Italy blocked ChatGPT in April that year.", "Italy", "2023-04"),
]


@pytest.mark.parametrize(("text", "subject", "date"), OTHERS)
def test_what_else_happens(read: Read, text: str, subject: str, date: str) -> None:
    assert (subject, date) in told(read(text, published="2025-06-18"))


def test_each_verb_has_the_date_next_to_it(read: Read) -> None:
    text = "In March Larkfield Labs bought Fernwood, and last autumn it hired Ada Holt."
    found = [c for c in read(text, published="2025-06-18") if isinstance(c, Event)]
    assert {(c.action, c.date) for c in found} == {("bought", "2025-03"), ("hired", "2024")}


def test_a_title_tells_what_happened_that_day(read: Read) -> None:
    text = "Larkfield Labs unveils Orbit 2\n\nThe model of Larkfield Labs is small. It is cheap to run."
    assert ("Larkfield Labs", "2025-06-18") in told(read(text, published="2025-06-18"))


NOTHING = [
    "Nvidia brought considerable value to its owners in 2024.",
    "The Jan. 6 Capitol riot shook Nvidia.",
    "Nvidia may release Orbit 2 in 2027.",
    "Nvidia hopes to release Orbit 2 in September.",
    "Every Monday Nvidia meets Fernwood.",
    "Nvidia was bigger in 2024.",
    "A ruling on an appeal by Larkfield Labs is due next month.",
    "Taiwan's election in January was quiet.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_an_event(read: Read, text: str) -> None:
    found = {(c.subject, c.action) for c in read(text, published="2025-06-18") if isinstance(c, Event)}
    assert not {(s, a) for s, a in found if s in ("Nvidia", "Larkfield Labs", "Taiwan")}
