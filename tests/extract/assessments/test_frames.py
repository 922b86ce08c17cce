"""Judgements by frames: a role of grammar with a broad list of words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.extract.assessments import cues

Judgements = Callable[..., set[tuple[str | None, str | None, str | None]]]


STRONG = (
    "Sweden's robotics is flourishing.",
    "Sweden has an abundance of engineers.",
    "Sweden is advancing rapidly.",
    "Sweden attracts researchers from abroad.",
    "Sweden will develop its own chips.",
    "Sweden is going to win this race.",
    "Sweden has emerged as a front runner.",
    "Sweden has become an important destination for engineers.",
    "The deal gives Sweden an edge.",
    "The plan eased Sweden's shortage of chips.",
)
WEAK = (
    "Sweden's grid is fragile.",
    "Sweden is no longer competitive.",
    "Sweden has too few engineers.",
    "Sweden cannot manufacture such chips.",
    "Sweden leaned on foreign suppliers.",
    "The embargo has crippled Sweden's chip industry.",
    "Swedish rules are too strict.",
    "The ban would put Sweden at a disadvantage.",
    "Sweden is losing the battle for talent.",
    "Compute remains a bottleneck for Sweden.",
)


@pytest.mark.parametrize("text", STRONG)
def test_strength(judgements: Judgements, text: str) -> None:
    assert {(s, d) for s, d, _ in judgements(text)} == {("Sweden", "strength")}


@pytest.mark.parametrize("text", WEAK)
def test_weakness(judgements: Judgements, text: str) -> None:
    assert {(s, d) for s, d, _ in judgements(text)} == {("Sweden", "weakness")}


@pytest.mark.parametrize(
    "text",
    [
        "Sweden declined to comment.",
        "Sweden is ten years behind.",
        "If Sweden were competitive, it would sell robots.",
        "Sweden released 40 prominent papers.",
        "The strong wind kept the ferry in the harbour.",
        "A fragile vase broke in Sweden.",
    ],
)
def test_what_only_looks_like_a_judgement(judgements: Judgements, text: str) -> None:
    assert judgements(text) == set()


def test_a_list_has_a_judgement_for_each_member(judgements: Judgements) -> None:
    found = judgements("Sweden, Norway and Finland suffer from a lack of chips.")
    assert found == {(side, "weakness", "compute") for side in ("Sweden", "Norway", "Finland")}


def test_what_an_adjective_says_itself(judgements: Judgements) -> None:
    assert judgements("Mistral AI is cash-strapped.") == {("Mistral AI", "weakness", "capital")}
    assert judgements("Mistral AI disclosed no details.") == {("Mistral AI", "weakness", "openness")}


def test_who_is_cut_off_is_judged_in_its_compute_and_who_rules_in_its_policy(judgements: Judgements) -> None:
    withheld = judgements("Export restrictions have hobbled China's progress.")
    assert withheld == {("China", "weakness", "compute")}
    own = judgements("Excessive regulation could cripple America's progress.")
    assert own == {("United States", "weakness", "policy")}


def test_every_cue_is_found_by_the_words_it_is_looked_up_with() -> None:
    texts = (
        "Japan still lags badly",
        "Japan holds the top spot",
        "Japan doesn't have chips",
        "Japan is weak.",
    )
    for text in texts:
        every = {(cue.name, m.span()) for cue in cues.CUES for m in cue.pattern.finditer(text)}
        assert every and every <= {(cue.name, m.span()) for cue, m in cues.find(text, 0, len(text))}
