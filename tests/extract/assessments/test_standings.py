"""Judgements by where somebody stands among all, by what is had and not, and by how something behaves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Judgements = Callable[..., set[tuple[str | None, str | None, str | None]]]


STRONG = (
    ("Sweden climbed three places in the talent ranking.", "talent"),
    ("Sweden enters the top ten for research for the first time.", "research"),
    ("Sweden trains more engineers than any other country.", "talent"),
    ("Nobody trains more engineers than Sweden.", "talent"),
    ("Talent is the one thing Sweden has.", "talent"),
    ("Nobody builds such a wafer without machines from Sweden.", "compute"),
    ("The best engineers come from Sweden.", "talent"),
    ("Most of these chips are made in Sweden.", "compute"),
    ("Sweden is the only producer of such wafers.", "compute"),
    ("Sweden does not lack for engineers.", "talent"),
    ("Sweden invented the chip.", "origination"),
)
WEAK = (
    ("Sweden slipped two places in the talent ranking.", "talent"),
    ("Sweden hardly features in the list of patents.", "patents"),
    ("No patent from Sweden appears in the list.", "patents"),
    ("Sweden ranks last for research.", "research"),
    ("Sweden builds no chips of its own.", "compute"),
    ("Sweden has hardly any engineers.", "talent"),
    ("There aren't enough engineers in Sweden.", "talent"),
    ("Sweden missed the boat on chips.", "compute"),
    ("Sweden's best graduates leave.", "talent"),
    ("Sweden has to import nearly all its chips.", "compute"),
    ("Sweden's problem is energy.", "energy"),
    ("Sweden hasn’t published a research paper in three years.", "research"),
    ("Electricity prices in Sweden are among the highest in Europe.", "energy"),
    ("Sweden was late to the market for chips.", "compute"),
)


@pytest.mark.parametrize(("text", "on"), STRONG)
def test_strength(judgements: Judgements, text: str, on: str) -> None:
    assert {(d, on_) for _, d, on_ in judgements(text)} == {("strength", on)}


@pytest.mark.parametrize(("text", "on"), WEAK)
def test_weakness(judgements: Judgements, text: str, on: str) -> None:
    assert {(d, on_) for _, d, on_ in judgements(text)} == {("weakness", on)}


@pytest.mark.parametrize(
    ("text", "direction", "on"),
    (
        ("Claude trips over simple arithmetic.", "weakness", "capability"),
        ("Claude makes fewer mistakes.", "strength", "capability"),
        ("Claude gets dates wrong.", "weakness", "capability"),
        ("Claude is quick.", "strength", "efficiency"),
        ("Nobody uses Claude.", "weakness", "adoption"),
        ("Everyone uses Claude.", "strength", "adoption"),
    ),
)
def test_how_a_model_behaves(judgements: Judgements, text: str, direction: str, on: str) -> None:
    assert judgements(text) == {("Claude", direction, on)}


@pytest.mark.parametrize(
    "text",
    (
        "Sweden is its largest shareholder.",
        "Sweden needed four years the last time.",
        "There was no great difference in Sweden between the two.",
        "Sweden's ministers took their names off the list.",
        "Sweden was ahead by three points.",
        "The Swedes are two generations behind Norway.",
        "Coffee is excellent. Sweden drinks it.",
    ),
)
def test_no_judgement(judgements: Judgements, text: str) -> None:
    assert not judgements(text)


def test_what_a_judgement_is_on_by_the_sentences_before(judgements: Judgements) -> None:
    text = (
        "The survey counts engineers, researchers and graduates, and the engineers "
        "whom firms hire from abroad. "
        "Sweden comes last."
    )
    assert judgements(text) == {("Sweden", "weakness", "talent")}


def test_a_maker_of_chips_is_judged_in_them(judgements: Judgements) -> None:
    assert judgements("Investors were told that SMIC would be stuck for years.") == {
        ("SMIC", "weakness", "compute")
    }


def test_names_that_nobody_listed(judgements: Judgements) -> None:
    text = "Quollstone, a start-up in Leeds, tops the league table of language models."
    assert {(s, d) for s, d, _ in judgements(text)} == {("Quollstone", "strength")}
