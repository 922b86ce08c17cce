"""Ties that words for restrictions state, as verbs and as nouns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Relation

Read = Callable[..., list[Claim]]


def ties(found: list[Claim]) -> set[tuple[str | None, str | None, str | None]]:
    """The relations of some claims, as triples."""
    return {(c.subject, c.predicate, c.object) for c in found if isinstance(c, Relation)}


STATED = [
    ("American export controls keep advanced chips out of China.", "United States", "restricts", "China"),
    ("ChatGPT is banned in China.", "China", "restricts", "ChatGPT"),
    ("Australia has prohibited DeepSeek on government devices.", "Australia", "restricts", "DeepSeek"),
    ("Google is blocked in China.", "China", "restricts", "Google"),
    ("SMIC is under U.S. sanctions.", "United States", "restricts", "SMIC"),
    (
        "The European Union fined and restricted Meta over its data use.",
        "European Union",
        "restricts",
        "Meta",
    ),
    (
        "Washington wants to limit Chinese companies' access to cloud services.",
        "United States",
        "restricts",
        "Chinese companies",
    ),
    ("Anthropic barred Chinese companies from its services.", "Anthropic", "restricts", "Chinese companies"),
    ("Washington banned the sale of advanced chips to China.", "United States", "restricts", "China"),
    ("The United States added Huawei to its entity list.", "United States", "restricts", "Huawei"),
    ("Italy blocked DeepSeek over privacy concerns.", "Italy", "restricts", "DeepSeek"),
    (
        "The Dutch government barred ASML from selling its best machines to China.",
        "Netherlands",
        "restricts",
        "China",
    ),
    ("U.S. sanctions have cut off China from the best chips.", "United States", "restricts", "China"),
    ("China imposed export controls on rare earths.", "China", "restricts", "rare earths"),
    ("U.S. curbs on chip exports to China have hurt.", "United States", "restricts", "China"),
    ("The limits on American investment into China bite.", "United States", "restricts", "China"),
    ("Chinese firms cannot go into India.", "India", "restricts", "Chinese firms"),
]
SILENT = [
    "Export controls are a blunt tool.",
    "Nvidia lost control of its prices in China.",
    "The ban on smoking reached Google's offices.",
]


@pytest.mark.parametrize(("text", "subject", "predicate", "object_"), STATED)
def test_restrictions(read: Read, text: str, subject: str, predicate: str, object_: str) -> None:
    assert (subject, predicate, object_) in ties(read(text))


@pytest.mark.parametrize("text", SILENT)
def test_words_that_restrict_nobody(read: Read, text: str) -> None:
    assert ties(read(text)) == set()


def test_what_is_restricted_gives_the_dimension(read: Read) -> None:
    (tie,) = [c for c in read("U.S. curbs on chip exports to China have hurt.") if isinstance(c, Relation)]
    assert tie.dimension == "compute"
