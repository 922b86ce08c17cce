"""Judgements by what is there and what is not: "trains no model of its own", "owns the only foundry",
"nobody makes it without C"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import Any

from theodolite.extract.assessments import acts, judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import OTHER, Judgement
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.lexicon import words
from theodolite.extract.words.predications import Predication
from theodolite.model.claim import Dimension

_MAKING = words(
    "train make build produce have own develop design manufacture host run publish "
    "file generate attract fund grow"
)
_HAVING = words("have possess own hold")
_RIVALS = words(
    "rival rivals competitor competitors competition equal equals peer peers match substitute alternative"
)
_PEOPLE = words(
    "graduate student engineer researcher scientist phd talent professor academic specialist "
    "expert doctorate founder"
)
_LEAVING = words("leave depart emigrate flee quit")
_RETURNING = words("return stay")
_GOING = words("go move head drift")
_AWAY = words("abroad south overseas elsewhere away west north")
_BRIGHTEST = words("best brightest finest mind programmer coder scholar developer mathematician")
_MISSED = words(
    "boat train wave turn moment chance bus window revolution thing opportunity party "
    "transition shift start era boom"
)
_USING = words("use run adopt buy deploy want need read trust")
_NOBODY = words("nobody none")
_OWNING = _HAVING | {"make", "build", "run"}
_MOVING = _LEAVING | _RETURNING
WORDS = (
    words("graduates students engineers researchers scientists talent boat wave")
    | words(
        "nobody everyone everybody rival rivals competitor competitors competition equal without trains what"
    )
    | words("missed misses sole only turn own needed lacks thing missing")
)
"""What a cheap look-up finds in a sentence that may say so."""


def of_act(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """What a verb says of who has or makes nothing, misses its chance, or leaves."""
    if act.passive:
        return
    if act.lemma in ("have", "face") and _is_of(act, _RIVALS) and _none(act):
        yield from acts.of_subject(parties, act, "strength", flat=True)
    elif act.lemma in _MAKING and act.lemma != "have" and _none(act):
        yield from acts.of_subject(parties, act, "weakness", flat=True)
    elif act.lemma == "miss" and _is_of(act, _MISSED):
        yield from acts.of_subject(parties, act, "weakness")
    elif act.lemma in _OWNING and _is_only(act):
        yield from acts.of_subject(parties, act, "strength")
    elif (act.lemma in _MOVING or _goes_away(act)) and not act.patients:
        yield from _moved(parties, act)
    yield from _by_nobody(parties, act)


def _is_of(act: Predication, things: Set[str]) -> bool:
    """Whether any of these is what it is done to."""
    return any(lemma(t) in things for t in act.patients)


def _goes_away(act: Predication) -> bool:
    """ "Go abroad", "keep moving south"."""
    return act.lemma in _GOING and bool(acts.beside(act) & _AWAY) and not act.negated


def _none(act: Predication) -> bool:
    """Whether it is done to none: "no model of its own", "hardly any chips"."""
    return any(
        c.text.lower() in ("no", "few") and c.dep_ in ("det", "amod") and not _with_a_few(t)
        for t in act.patients
        for c in t.children
    )


def _with_a_few(noun: Any) -> bool:
    before = [c.text.lower() for c in noun.children if c.i < noun.i]
    return "a" in before or "longer" in before


def _is_only(act: Predication) -> bool:
    """ "Holds the one machine that", "owns the only foundry"."""
    return any(
        {"the"} <= (said := {c.text.lower() for c in t.children if c.i < t.i})
        and bool(said & {"only", "sole", "one"})
        for t in act.patients
    )


def _moved(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "Our best graduates leave"."""
    subject = parties.parse.subject(act.verb)
    if subject is None or lemma(subject) not in _PEOPLE | _BRIGHTEST:
        return
    who = tuple(
        replace(r, name=r.side, kind="side") if r.kind == "group" and r.side else r
        for r in judgement.whose(parties, subject)[0]
    )
    for which in act.prepositions.get("from", ()):
        if which.tag_ in ("WDT", "WP") and act.verb.dep_ == "relcl":
            who = who or judgement.whose(parties, act.verb.head)[0]
        else:
            who = who or judgement.whose(parties, which)[0]
    if who:
        way: Direction = "strength" if act.lemma in _RETURNING else "weakness"
        if judgement.is_denied(act.verb):
            way = OTHER[way]
        yield _said("moved", who, way, act.verb, parties, "talent")


def _by_nobody(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "Nobody makes them without A", "nobody uses B", "everyone runs C"."""
    subject = parties.parse.subject(act.verb)
    if subject is None:
        return
    word = subject.text.lower()
    nobody = word in _NOBODY or (
        (word == "one" or subject.tag_.startswith("NN"))
        and any(c.text.lower() == "no" for c in subject.children)
    )
    if nobody:
        without = [w for w in act.verb.subtree if w.text.lower() == "without" and w.dep_ == "prep"]
        for token in (held for w in without for held in w.children if held.dep_ == "pobj"):
            if who := judgement.whose(parties, token)[0] or _from(parties, token):
                yield _said("indispensable", who, "strength", act.verb, parties)
    if act.lemma in _USING and (
        word in _NOBODY or word in ("everyone", "everybody") or (nobody and word == "one")
    ):
        for token in act.patients:
            if judgement.is_party(parties, token) and (who := judgement.whose(parties, token)[0]):
                yield _said("used", who, "weakness" if nobody else "strength", act.verb, parties, "adoption")


def _from(parties: Parties, token: Any) -> tuple[Any, ...]:
    """ "Without machines from A"."""
    for child in token.children:
        if child.dep_ == "prep" and child.text.lower() in ("from", "of", "by"):
            for held in child.children:
                if held.dep_ == "pobj" and (who := judgement.whose(parties, held)[0]):
                    return who
    return ()


def _said(
    name: str, who: tuple[Any, ...], way: Direction, token: Any, parties: Parties, on: Dimension | None = None
) -> Judgement:
    start, end = parties.parse.span(token)
    first, last = parties.parse.clause(token)
    return Judgement(name, who, way, token, start, end, ((first, min(last, first + 200)),), on)
