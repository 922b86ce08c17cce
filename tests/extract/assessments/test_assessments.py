"""Assessments: a side's strength or weakness with no figure and no other side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Read = Callable[..., list[Claim]]
Judgements = Callable[..., set[tuple[str | None, str | None, str | None]]]


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
def test_wordings_of_strength(judgements: Judgements, words: str) -> None:
    found = judgements(f"Japan {words}.")
    assert {(s, d) for s, d, _ in found} == {("Japan", "strength")}


@pytest.mark.parametrize("words", WEAKNESSES)
def test_wordings_of_weakness(judgements: Judgements, words: str) -> None:
    found = judgements(f"Japan {words}.")
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
def test_the_nearest_words_say_what_it_is_in(judgements: Judgements, text: str, dimension: str) -> None:
    assert {d for _, _, d in judgements(text)} == {dimension}


def test_each_member_of_a_list_is_judged(judgements: Judgements) -> None:
    text = "The market for chips is dominated by Nvidia, Intel and Samsung."
    assert {s for s, _, _ in judgements(text)} == {"Nvidia", "Intel", "Samsung Electronics"} or {
        s for s, _, _ in judgements(text)
    } == {"Nvidia", "Intel", "Samsung"}


def test_each_topic_of_a_list_is_a_dimension(judgements: Judgements) -> None:
    found = judgements("Japan is the largest market for robot patents and talent.")
    assert {d for _, _, d in found} == {"patents", "talent"}


def test_who_is_held_back_is_judged(judgements: Judgements) -> None:
    text = "A shortage of GPUs hinders progress in both France and Japan."
    assert {("France", "weakness"), ("Japan", "weakness")} <= {(s, d) for s, d, _ in judgements(text)}


def test_names_behind_such_as(judgements: Judgements) -> None:
    found = judgements("Money went to well-funded startups such as Anthropic and Mistral.")
    assert {(s, d) for s, d, _ in found} >= {("Anthropic", "strength")}


def test_a_relative_clause_belongs_to_its_noun(judgements: Judgements) -> None:
    found = judgements("It is stored on memory chips, which are largely controlled by Nvidia.")
    assert found == {("Nvidia", "strength", "compute")}


def test_a_place_that_has_none(judgements: Judgements) -> None:
    assert judgements("In Japan, there is no mature data market.") == {("Japan", "weakness", "data")}


def test_we_are_the_side_of_who_speaks(judgements: Judgements) -> None:
    found = judgements("We lag behind in basic research.", speaker="Wang Xiaochuan", kind="speech")
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
def test_what_looks_alike_and_judges_nobody(judgements: Judgements, text: str) -> None:
    assert judgements(text) == set()
