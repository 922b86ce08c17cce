"""Judgements with their words turned round, by what others think, by what becomes of a strength; who is
judged where a people or "they" are the subject; what the words around a judgement say of its dimension."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim

Judgements = Callable[..., set[tuple[str | None, str | None, str | None]]]

TURNED = (
    ("What Denmark has is talent.", "Denmark", "strength", "talent"),
    ("What Denmark does not have is chips.", "Denmark", "weakness", "compute"),
    ("What Denmark lacks is not money but chips.", "Denmark", "weakness", "compute"),
    ("Electricity is the one thing that Denmark has.", "Denmark", "strength", "energy"),
    ("Electricity is the one field in which Denmark has a clear advantage.", "Denmark", "strength", "energy"),
    ("Denmark, with its strong universities, wants to host it.", "Denmark", "strength", "research"),
    ("Many experts consider Denmark weak in chips.", "Denmark", "weakness", "compute"),
    ("The Danes are still weak in chips.", "Denmark", "weakness", "compute"),
    ("The Japanese are strong in robotics.", "Japan", "strength", "capability"),
    ("Denmark's lead in talent is melting away.", "Denmark", "weakness", "talent"),
    ("Denmark's shortage of chips has eased.", "Denmark", "strength", "compute"),
    ("The embargo has left Denmark without chips.", "Denmark", "weakness", "compute"),
    ("Few Danish companies use the new tools.", "Danish companies", "weakness", "adoption"),
    ("Denmark can rarely raise any money.", "Denmark", "weakness", "capital"),
    ("The minister praised Qwen.", "Qwen", "strength", "capability"),
    ("No Danish university is strong in chips.", "Denmark", "weakness", "compute"),
    ("Denmark's companies find it hard to raise money.", "Danish companies", "weakness", "capital"),
    ("Denmark has a long way to go in chips.", "Denmark", "weakness", "compute"),
    ("OpenAI has a handful of researchers.", "OpenAI", "weakness", "talent"),
    ("Denmark's best researchers keep moving abroad.", "Denmark", "weakness", "talent"),
    ("Danish labs showed their work. They are weak in chips.", "Danish labs", "weakness", "compute"),
)
NOTHING = (
    "What the company has is a licence until 2027, a spokesman for Nvidia said.",
    "Denmark, with its partner in Texas, will start in autumn.",
    "The court found it hard to believe that Nvidia had not known.",
    "OpenAI has a handful of offices in Denmark.",
    "The minister praised Denmark's decision to wait.",
    "Denmark's buyers cannot import the chips without a licence.",
    "Denmark is rich in history.",
    "Denmark has the most visitors in spring.",
    "The position of chief scientist at Microsoft fell vacant in April.",
    "OpenAI would have been remarkable in 2015.",
    "OpenAI stands behind its decision.",
    "Denmark's government called the visit productive.",
    "The Danes are voting on Thursday.",
    "Few Danish companies attended the fair.",
)
DIMENSIONS = (
    ("In chips, Denmark is strong.", "compute"),
    ("When it comes to electricity, Denmark has pulled ahead.", "energy"),
    ("The plan covers chips, where Denmark is weak.", "compute"),
    ("Denmark's energy policy is weak.", "policy"),
    ("Denmark's engineers are cheap.", "talent"),
    ("Denmark is strong in open models.", "openness"),
    ("Denmark is poor.", "capital"),
    ("Denmark has no TSMC and lags.", "compute"),
    ("Kestrel Robotics in Denmark opened. Denmark is weak in chips.", "compute"),
)


@pytest.mark.parametrize(("text", "who", "way", "on"), TURNED)
def test_who_has_or_lacks_what_with_the_words_turned_round(
    judgements: Judgements, text: str, who: str, way: str, on: str
) -> None:
    assert (who, way, on) in judgements(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_so_judges_nobody(judgements: Judgements, text: str) -> None:
    assert judgements(text) == set()


@pytest.mark.parametrize(("text", "on"), DIMENSIONS)
def test_what_is_nearest_decides_the_dimension(judgements: Judgements, text: str, on: str) -> None:
    assert {found[2] for found in judgements(text) if found[0] in ("Denmark", "Danish engineers")} == {on}


def test_the_nearer_sentences_count_for_most(judgements: Judgements) -> None:
    text = "Denmark has few wafers, few GPUs and no fabs. Its servers are old. Denmark is falling behind."
    assert ("Denmark", "weakness", "compute") in judgements(text)
    assert ("GPT-5", "strength", "capability") in judgements("Denmark buys servers. GPT-5 is excellent.")


def test_a_country_named_by_a_pronoun_needs_a_topic(judgements: Judgements) -> None:
    assert judgements("Denmark held its annual meeting on Monday. It is very strong.") == set()
    assert judgements("Denmark held its annual meeting on Monday. It is very strong in chips.")


def test_who_praises_or_calls_it_so_says_it(read: Callable[..., list[Claim]]) -> None:
    for text in ("Anna Roy praised Qwen.", "Anna Roy called Qwen excellent."):
        assert {c.speaker for c in read(text, ("assessment",))} == {"Anna Roy"}
    (claim,) = read("Anna Roy jokes that Denmark is weak in chips.", ("assessment",))
    assert claim.speaker == "Anna Roy"
