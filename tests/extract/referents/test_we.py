"""Whom "we" and "our" stand for: the speaker's house where the text names it, else the country."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]

PROBES = (
    ("quantity", "We have 1,300 GPUs", "subject"),
    ("comparison", "Our model is worse than Claude", "subject"),
    ("comparison", "Claude is better than our model", "object"),
    ("lag", "We are three years behind the Americans", "follower"),
    ("quantity", "Last year we hired 45 engineers", "subject"),
)
HOUSES: tuple[tuple[str, dict[str, Any]], ...] = (
    ('Torvik, a start-up in Oslo, sells to banks.\n\n"{}," said Solveig Moe, chief executive of Torvik.', {}),
    ('Torvik\'s founder, Solveig Moe, was frank. "{}," she said.', {}),
    ('Solveig Moe, who runs research at Torvik, a Norwegian start-up, was frank. "{}," she said.', {}),
    ('"{}," said Solveig Moe of Torvik, a Norwegian start-up.', {}),
    ('"{}," says Solveig Moe, whose start-up Torvik makes models for banks.', {}),
    ('Solveig Moe founded Torvik in Oslo in 2021, after six years at Google.\n\n"{}," she says.', {}),
    ('Torvik CEO Solveig Moe spoke in Oslo on Tuesday. "{}," she said.', {}),
    ('Torvik is a start-up in Oslo. "{}," Torvik said in a statement.', {}),
    ('Torvik, a Norwegian start-up, raised money on Tuesday. "{}," the company said.', {}),
    ("I run engineering at Torvik, a software house in Oslo.\n\n{}. That is all.", {"author": "Solveig Moe"}),
    ("When we started Torvik in 2021 nobody cared. {}. That is all.", {"speaker": "Solveig Moe"}),
    (
        "{}. That is all.\n\nSolveig Moe is the chief executive of Torvik, a start-up.",
        {"author": "Solveig Moe"},
    ),
    ("Torvik today announced a new model. Torvik is a start-up.\n\n{}. It is open.", {"publisher": "Torvik"}),
)
COUNTRIES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("Portugal", "We in Portugal like to dream.\n\n{}. That is all.", {"speaker": "Rui Alves"}),
    ("Netherlands", 'The Dutch economy minister, Mirjam Bos, was frank. "{}," she said.', {}),
    ("Indonesia", '"{}," said Budi Hadi, who heads an office of the Indonesian research agency.', {}),
    ("Japan", "As a Japanese engineer I read it twice.\n\n{}. That is all.", {"author": "Ken Mori"}),
)


@pytest.mark.parametrize(("kind", "said", "slot"), PROBES)
@pytest.mark.parametrize(("text", "origin"), HOUSES)
def test_we_are_the_house_of_who_speaks(
    read: Read, text: str, origin: dict[str, Any], kind: str, said: str, slot: str
) -> None:
    found = read(text.format(said), (kind,), **origin)
    assert "Torvik" in [getattr(claim, slot) for claim in found]


@pytest.mark.parametrize(("kind", "said", "slot"), PROBES)
@pytest.mark.parametrize(("country", "text", "origin"), COUNTRIES)
def test_we_are_the_country_of_who_speaks_for_no_house(
    read: Read, country: str, text: str, origin: dict[str, Any], kind: str, said: str, slot: str
) -> None:
    found = read(text.format(said), (kind,), **origin)
    assert country in [getattr(claim, slot) for claim in found]


def test_a_house_that_is_begun_is_meant_to_the_end_of_the_passage(read: Read) -> None:
    text = (
        "We in Portugal have 900 GPUs.\n\nWhen I founded Torvik in 2019 we had 12 engineers.\n\n"
        "Today we have 4,000 students."
    )
    found = read(text, ("quantity",), speaker="Rui Alves")
    assert [c.subject for c in found if isinstance(c, Quantity)] == ["Portugal", "Torvik", "Portugal"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("I direct the Laboratory for Speech at Aveiro. Our own lab has 64 GPUs.", "Laboratory for Speech"),
        ("My lab has 64 GPUs.", "lab"),
        ("I do research for a mid-size insurer. We have 64 GPUs.", "mid-size insurer"),
    ],
)
def test_the_place_where_somebody_works(read: Read, text: str, subject: str) -> None:
    found = read(text, ("quantity",), author="Rui Alves")
    assert found[-1].to_json()["subject"] == subject


def test_what_nobody_says_we_are_is_not_guessed(read: Read) -> None:
    found = read('"We have 64 GPUs," said Rui Alves. China has 800.', ("quantity",))
    assert found[0].to_json()["subject"] is None


def test_a_house_that_somebody_has_left_is_none(read: Read) -> None:
    text = 'Rui Alves, who worked at Google for nine years, was frank. "We have 64 GPUs," he said.'
    assert read(text, ("quantity",))[-1].to_json()["subject"] != "Google"
