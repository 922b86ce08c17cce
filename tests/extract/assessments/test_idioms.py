"""Judgements by turns of phrase, and by nouns of rank."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.extract.assessments import framed
from theodolite.model.claim import Assessment, Claim

Read = Callable[..., list[Claim]]


def _ways(read: Read, text: str) -> set[tuple[str | None, str | None]]:
    found = [c for c in read(text, ("assessment",)) if isinstance(c, Assessment)]
    return {(c.subject, c.direction) for c in found}


@pytest.mark.parametrize(
    "text",
    [
        "Norway's chip design is in rude health.",
        "Norway is hard to beat in robotics.",
        "Norway's models are widely used.",
        "Norway owns the largest clusters of the north.",
        "Norway has some of the best laboratories in the world.",
        "Norway can build data centres within months.",
        "Cheap power is Norway's trump card.",
        "There is no shortage of engineers in Norway.",
        "Norway is the only country that makes these chips.",
        "Norway has emerged as a serious contender in chips.",
    ],
)
def test_praise(read: Read, text: str) -> None:
    assert ("Norway", "strength") in _ways(read, text) or ("Norwegian models", "strength") in _ways(
        read, text
    )


@pytest.mark.parametrize(
    "text",
    [
        "Norway has lost interest in its own models.",
        "Norway invests far too little in research.",
        "Compute is Norway's sore point.",
        "Norway is hooked on foreign chips.",
        "Norway has squandered its lead in robotics.",
        "Norway's digital infrastructure is woeful.",
    ],
)
def test_blame(read: Read, text: str) -> None:
    assert _ways(read, text) == {("Norway", "weakness")}


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not have to wait.",
        "Norway has no quarrel with the model.",
        "It is a short flight from Norway.",
        "The conference in Norway was organised by a bank.",
        "Norway's reply was short.",
        "She showed Norway on the map.",
        "Norway made the trip in a day.",
    ],
)
def test_no_judgement(read: Read, text: str) -> None:
    assert _ways(read, text) == set()


def test_the_cheap_sign_wants_both_words_of_a_turn() -> None:
    assert framed.may_judge(frozenset(["ranks", "last"]))
    assert not framed.may_judge(frozenset(["last", "week"]))
    assert framed.may_judge(frozenset(["annoys", "users"]))
    assert not framed.may_judge(frozenset(["annoys", "neighbours"]))
