"""Predications: the same roles for actives, passives, participles and relative clauses."""

from __future__ import annotations

from typing import Any

import pytest

from theodolite.extract.words import lemmas, predications, syntax


def parse(text: str) -> Any:
    return next(iter(syntax.parse([(text, 0)])))


def roles(text: str, verb: str) -> tuple[set[str], set[str]]:
    found = next(p for p in predications.find(parse(text)) if p.name == verb)
    return {t.text for t in found.agents}, {t.text for t in found.patients}


SAME = [
    "Alibaba released Qwen.",
    "Qwen was released by Alibaba.",
    "Qwen, released by Alibaba, is free.",
    "Alibaba, which released Qwen, is glad.",
    "Alibaba has decided to release Qwen.",
]


@pytest.mark.parametrize("text", SAME)
def test_who_does_what_whatever_the_voice(text: str) -> None:
    assert roles(text, "release") == ({"Alibaba"}, {"Qwen"})


def test_lists_are_expanded() -> None:
    agents, patients = roles("Alibaba, Google and Tencent are funding Cohere and Mistral.", "fund")
    assert agents == {"Alibaba", "Google", "Tencent"} and patients == {"Cohere", "Mistral"}


def test_verbs_joined_by_and_share_their_object() -> None:
    assert roles("Huawei has designed and manufactured the chips.", "design") == ({"Huawei"}, {"chips"})


def test_who_is_kept_from_it() -> None:
    agents, _ = roles("The state bars Nvidia from selling chips.", "sell")
    assert agents == {"Nvidia"}


def test_negation_tense_and_particle() -> None:
    denied = next(iter(predications.find(parse("Meta did not release it."))))
    assert denied.negated and denied.tense == "past"
    rolled = next(iter(predications.find(parse("Baidu will roll out the model."))))
    assert (rolled.name, rolled.tense, rolled.modal) == ("roll out", "future", "will")


def test_what_stands_behind_a_preposition() -> None:
    noun = next(
        t for t in parse("It took an investment from Meta and Google.").tokens if t.text == "investment"
    )
    assert [t.text for t in predications.behind(noun, "from")] == ["Meta", "Google"]
    assert predications.behind(noun, "of") == ()


FORMS = [
    *[
        ("released", "release"),
        ("launches", "launch"),
        ("banned", "ban"),
        ("using", "use"),
        ("founded", "found"),
    ],
    *[("built", "build"), ("supplies", "supply"), ("tightened", "tighten"), ("acquiring", "acquire")],
    *[
        ("opened", "open"),
        ("leasing", "lease"),
        ("deployed", "deploy"),
        ("produced", "produce"),
        ("sold", "sell"),
    ],
]


@pytest.mark.parametrize(("form", "plain"), FORMS)
def test_plain_forms(form: str, plain: str) -> None:
    assert lemmas.verb_lemma(form) == plain
    assert form in set(lemmas.forms([plain]))
