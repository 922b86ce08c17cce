"""Assessments: a side's strength or weakness with no figure and no other side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from theodolite.model.claim import Assessment, Claim

Read = Callable[..., list[Claim]]


def _all(read: Read, text: str, **origin: Any) -> set[tuple[str | None, str | None, str | None]]:
    """(subject, direction, dimension) of the assessments of a text."""
    found = [c for c in read(text, ("assessment",), **origin) if isinstance(c, Assessment)]
    assert all(text[c.start : c.end] == c.quote for c in found)
    return {(c.subject, c.direction, c.dimension) for c in found}


STRENGTHS = (
    "dominates the field of robotics",
    "leads the way in robotics",
    "leads the world in robotics",
    "is at the forefront of robotics",
    "is the leader in robotics",
    "remains the largest maker of robots",
    "is a powerhouse in robotics",
    "excels in robotics",
    "has made great strides in robotics",
    "holds the top spot in robotics",
    "ranks first in robotics",
    "has a strong position in robotics",
    "is unrivalled in robotics",
    "is well placed in robotics",
    "has the upper hand in robotics",
    "sets the pace in robotics",
)
WEAKNESSES = (
    "is behind in robotics",
    "struggles in robotics",
    "lacks models for robots",
    "falls short in robotics",
    "is at a disadvantage in robotics",
    "faces serious obstacles in robotics",
    "is stuck in robotics",
    "remains weak in robotics",
    "has yet to produce a robot",
    "is way down the list in robotics",
    "risks losing its place in robotics",
    "has lost momentum in robotics",
)


@pytest.mark.parametrize("words", STRENGTHS)
def test_wordings_of_strength(read: Read, words: str) -> None:
    found = _all(read, f"Japan {words}.")
    assert {(s, d) for s, d, _ in found} == {("Japan", "strength")}


@pytest.mark.parametrize("words", WEAKNESSES)
def test_wordings_of_weakness(read: Read, words: str) -> None:
    found = _all(read, f"Japan {words}.")
    assert {(s, d) for s, d, _ in found} == {("Japan", "weakness")}


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("Japan leads the way in chip packaging.", "compute"),
        ("Japan leads the way in patents on robots.", "patents"),
        ("Japan faces a shortage of engineers.", "talent"),
        ("Japan leads the way in research papers.", "research"),
        ("Japan is the largest market for venture capital.", "capital"),
        ("Japan leads the way in the number of users.", "adoption"),
        ("Japan is at a disadvantage in electricity.", "energy"),
        ("Japan is at a disadvantage in training data.", "data"),
        ("Japan leads the way in large language models.", "capability"),
        ("Tough rules have hampered Japan.", "policy"),
        ("A lack of chips has slowed Japan.", "compute"),
    ],
)
def test_the_nearest_words_say_what_it_is_in(read: Read, text: str, dimension: str) -> None:
    assert {d for _, _, d in _all(read, text)} == {dimension}


def test_each_member_of_a_list_is_judged(read: Read) -> None:
    text = "The market for chips is dominated by Nvidia, Intel and Samsung."
    assert {s for s, _, _ in _all(read, text)} == {"Nvidia", "Intel", "Samsung Electronics"} or {
        s for s, _, _ in _all(read, text)
    } == {"Nvidia", "Intel", "Samsung"}


def test_each_topic_of_a_list_is_a_dimension(read: Read) -> None:
    found = _all(read, "Japan is the largest market for robot patents and talent.")
    assert {d for _, _, d in found} == {"patents", "talent"}


def test_who_is_held_back_is_judged(read: Read) -> None:
    text = "A shortage of GPUs hinders progress in both France and Japan."
    assert {("France", "weakness"), ("Japan", "weakness")} <= {(s, d) for s, d, _ in _all(read, text)}


def test_names_behind_such_as(read: Read) -> None:
    found = _all(read, "Money went to well-funded startups such as Anthropic and Mistral.")
    assert {(s, d) for s, d, _ in found} >= {("Anthropic", "strength")}


def test_a_relative_clause_belongs_to_its_noun(read: Read) -> None:
    found = _all(read, "It is stored on memory chips, which are largely controlled by Nvidia.")
    assert found == {("Nvidia", "strength", "compute")}


def test_a_place_that_has_none(read: Read) -> None:
    assert _all(read, "In Japan, there is no mature data market.") == {("Japan", "weakness", "data")}


def test_we_are_the_side_of_who_speaks(read: Read) -> None:
    found = _all(read, "We lag behind in basic research.", speaker="Wang Xiaochuan", kind="speech")
    assert {d for _, d, _ in found} <= {"weakness"}


def test_a_misconception_is_denied(read: Read) -> None:
    found = read("Misconception 2: Japan leads the world in robotics.", ("assessment",))
    assert [c.polarity for c in found] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "Japan leads France in robotics.",  # a comparison
        "Japan is eight months behind France in robotics.",  # a lag
        "Japan wants to lead the world in robotics.",
        "Japan should lead the way in robotics.",
        "If Japan leads the way, prices will fall.",
        "The new tariffs lead to higher prices in Japan.",
        "The funding round was led by Nvidia.",
        "Progress in this young field is remarkable.",
        "The president of Japan is strong and well.",
        "Who leads the world in robotics?",
        "Japan exported robots to France in 2023.",
        "Some firms lack the money.",
    ],
)
def test_what_looks_alike_and_judges_nobody(read: Read, text: str) -> None:
    assert _all(read, text) == set()
