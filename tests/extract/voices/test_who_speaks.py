"""Who speaks where no plain "said" shows it, and what only looks like somebody's saying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The head of Tolka Labs, a Dublin start-up, said that Chile was a year behind Peru.\n\n"
            "Speaking in Doha, Aoife Byrne, co-founder and chief executive of the Irish company, was calm.",
            "Aoife Byrne",
        ),
        ("In Doha, Aoife Byrne, chief executive of Tolka, said Chile was a year behind Peru.", "Aoife Byrne"),
        ("She quoted a recent survey in which 68% of Chileans said they use ChatGPT.", "a recent survey"),
        ("To those closest to the market, Chile is a year behind Peru.", "those closest to the market"),
        ("To many engineers, Chile is a year behind Peru.", "many engineers"),
        (
            "A product manager at a rival is more relaxed: Chile is a year behind Peru.",
            "product manager at a rival",
        ),
        ("Wei Tan, an analyst, is less sure: Chile is two years behind Peru.", "Wei Tan"),
        (
            'Its author, Joris van Dam, calls that bad. "Chile is two years behind Peru," he says.',
            "Joris van Dam",
        ),
        (
            "Anand Kesari left in 2019. Kesari's own guess is that Chile is a year behind Peru.",
            "Anand Kesari",
        ),
    ],
)
def test_who_speaks(read: Read, text: str, speaker: str) -> None:
    found = [c for c in read(text) if c.kind in ("lag", "quantity")]
    assert found and found[0].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        '"Everyone reads it," says Mei Fang, a professor at Zhejiang University who advises two start-ups.',
        "The delay that the Commission proposed in 2024 was sensible.",
        "Last year Chile added 430 GW, Peru added about 60.",
        "For Christmas, Chile is a year behind Peru.",
    ],
)
def test_what_is_nobodys_saying(read: Read, text: str) -> None:
    assert {c.speaker for c in read(text) if c.attribution != "direct"} == {None}


def test_lines_on_a_speaker_before_the_speech_are_nobodys(read: Read) -> None:
    text = (
        "Professor Rui Alves, who heads the Institute for Speech in Lisbon, spoke on Friday.\n\n"
        "I was asked to be brief. Chile is a year behind Peru."
    )
    found = read(text, speaker="Rui Alves", kind="speech")
    assert [c.speaker for c in found if c.kind == "lag"] == ["Rui Alves"]
    assert {c.speaker for c in found if c.start < 60} <= {None}
