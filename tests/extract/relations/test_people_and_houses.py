"""People and houses, money, partnerships and exclusions: one table of words, many structures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]
Triple = tuple[str | None, str | None, str | None]


def ties(found: list[Claim]) -> set[Triple]:
    """The relations of some claims, as triples."""
    return {(c.subject, c.predicate, c.object) for c in found if isinstance(c, Relation)}


PEOPLE = [
    ("{p} {verb} {h}.", ("leads", "heads", "runs", "took over", "is in charge of"), "leads"),
    ("{p}, 34, a former engineer, {verb} {h}.", ("founded", "co-founded", "set up"), "founded"),
    ("Before {verb} {h}, {p} taught.", ("founding", "setting up"), "founded"),
    ("{p} and Tom Reed {verb} {h} in 2021.", ("founded", "co-founded"), "founded"),
    ("{p} once taught in Graz. She {verb} {h} in 2021.", ("founded", "co-founded"), "founded"),
    ("{p} {verb} {h}.", ("moved to", "works for", "spent six years at", "left for"), "part_of"),
    ("{h} {verb} {p}.", ("hired", "poached", "recruited", "took on"), "part_of"),
    ("{h} {verb} {p} as its chief executive.", ("hired", "named", "appointed", "tapped"), "leads"),
    ("{h}, {verb} by {p}, has 40 staff.", ("headed", "run", "chaired"), "leads"),
]


@pytest.mark.parametrize(
    ("frame", "verb", "predicate"), [(f, v, predicate) for f, verbs, predicate in PEOPLE for v in verbs]
)
def test_people_and_houses(read: Read, frame: str, verb: str, predicate: str) -> None:
    text = frame.format(p="Ada Holt", h="Larkfield Labs", verb=verb)
    assert ("Ada Holt", predicate, "Larkfield Labs") in ties(read(text))


MONEY = [
    "Brightwell Partners took part in the Series B of Larkfield Labs.",
    "Brightwell Partners agreed to pour $2 billion into Larkfield Labs.",
    "After pledging $1 billion to Larkfield Labs, Brightwell Partners bought two more firms.",
    "With money from Brightwell Partners, Larkfield Labs opened an office.",
    "Money for Larkfield Labs came from Brightwell Partners.",
    "An investment by Brightwell Partners in Larkfield Labs came early.",
    "Larkfield Labs is a young house. Brightwell Partners seeded it in 2023.",
    "Larkfield Labs accepted money from Brightwell Partners.",
]


@pytest.mark.parametrize("text", MONEY)
def test_money_between_two_names(read: Read, text: str) -> None:
    assert ("Brightwell Partners", "funds", "Larkfield Labs") in ties(read(text))


PARTNERS = [
    "Nvidia and Siemens agreed to work together.",
    "Nvidia and Siemens announced a partnership.",
    "Nvidia will cooperate with Toyota, Siemens and Bosch.",
    "Under a deal with Siemens, Nvidia will open an office.",
    "Nvidia counts Siemens among its partners.",
    "An agreement was signed by Nvidia and Siemens.",
]


@pytest.mark.parametrize("text", PARTNERS)
def test_partners(read: Read, text: str) -> None:
    found = ties(read(text))
    assert found & {("Nvidia", "partners_with", "Siemens"), ("Siemens", "partners_with", "Nvidia")}


EXCLUSIONS: list[tuple[str, Triple]] = [
    ("Anthropic cut off users in China.", ("Anthropic", "restricts", "China")),
    ("Anthropic's licence excludes China.", ("Anthropic", "restricts", "China")),
    ("Anthropic keeps its models out of China.", ("Anthropic", "restricts", "China")),
    ("DeepSeek cannot be used in Italy.", ("Italy", "restricts", "DeepSeek")),
    ("Italy does not allow the use of DeepSeek.", ("Italy", "restricts", "DeepSeek")),
    ("Samsung forbade its staff to use ChatGPT.", ("Samsung", "restricts", "ChatGPT")),
]


@pytest.mark.parametrize(("text", "tie"), EXCLUSIONS)
def test_who_is_shut_out(read: Read, text: str, tie: Triple) -> None:
    assert tie in ties(read(text))


LOOK_ALIKES: list[tuple[str, Triple]] = [
    ("Ada Holt, the head of chips at Larkfield Labs, left.", ("Ada Holt", "leads", "Larkfield Labs")),
    ("Nvidia gives to TSMC.", ("Nvidia", "funds", "TSMC")),
    ("Nvidia and Siemens never agreed to work together.", ("Nvidia", "partners_with", "Siemens")),
    ("Anthropic may block users in China.", ("Anthropic", "restricts", "Italy")),
    ("Porsche's venture arm and the investor Lakestar took part.", ("Lakestar", "funds", "Porsche")),
    ("Zindi is backed by Google's Africa fund.", ("Africa", "funds", "Zindi")),
    ("Ada Holt moved to Washington.", ("Ada Holt", "part_of", "Washington")),
]


@pytest.mark.parametrize(("text", "tie"), LOOK_ALIKES)
def test_what_only_looks_like_a_tie(read: Read, text: str, tie: Triple) -> None:
    assert tie not in ties(read(text))


def test_a_list_is_not_the_company(read: Read) -> None:
    text = (
        "Mistral was set up in 2023 by Arthur Mensch. Nvidia, Salesforce and Bpifrance came in later. "
        "It has been working with Stellantis."
    )
    assert ("Nvidia", "partners_with", "Stellantis") not in ties(read(text))
