"""Who signs a text: its own lead, label or first words; news and releases sign nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.extract.voices import signatures
from theodolite.model.claim import Claim
from theodolite.model.origin import Origin

Read = Callable[..., list[Claim]]

BODY = "\n\nI thank you. We spend 3% of our budget on chips, and I think our neighbours spend 9%.\n"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Testimony of Dr. Mara L. Quist before the chamber", "Mara L. Quist"),
        ("Opening statement by Minister Óscar Peralta", "Óscar Peralta"),
        ("STATEMENT OF HANNE VIK", "Hanne Vik"),
        ("REMARKS OF PROF. HANNE VIK-ORR\nChair of the board\nbefore the chamber", "Hanne Vik-Orr"),
        ("Chips and us\n\nMy name is Jonas Ferro, and I make glass.", "Jonas Ferro"),
        ("Remarks at the harbour\n\nLi Wanru, head of Kiln", "Li Wanru"),
        ("Speaker: Bo Sand\nRoom 4", "Bo Sand"),
        ("Ana Ruiz, testimony to the chamber of trade", "Ana Ruiz"),
        ("Notes on a week of talks", None),
    ],
)
def test_a_lead_signs_a_text_in_the_first_person(head: str, name: str | None) -> None:
    assert signatures.of(Origin(location="a.txt"), None, head + BODY) == name


def test_a_signed_lead_speaks_the_body(read: Read) -> None:
    (claim, *_) = read(
        "Lecture by Mara Quist\n\nI will be short. We own 40,000 GPUs. I want more, as we all do."
    )
    assert (claim.speaker, claim.attribution) == ("Mara Quist", "own_voice")


def test_news_and_releases_sign_nothing(read: Read) -> None:
    news = "Kiln opens a plant\n\nKiln employs 900 people, and its statement of May names Ana Ruiz as head.\n"
    assert signatures.of(Origin(location="a.txt", kind="news", publisher="The Kiln"), None, news) is None
    release = (
        "LINZ, May 3 -- Kiln today said hello. It employs 900 people.\n\nAbout Kiln\nKiln makes chips.\n"
    )
    assert (
        signatures.of(Origin(location="a.txt", kind="press release", publisher="Kiln"), None, release) is None
    )
