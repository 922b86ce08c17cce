"""What judgements by verbs share: where a deed stands, what it is on, whom its subject names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract.assessments import judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import OTHER, Judgement
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words.predications import Predication
from theodolite.model.claim import Dimension

_REACH = 160  # characters of a phrase that say what a deed is on


def names(act: Predication) -> tuple[str, ...]:
    """The verb alone and with its particle: "fall", "fall behind"."""
    if act.particle:
        return act.name, act.lemma
    return act.lemma, f"{act.lemma} {_adverb(act.verb)}"


def _adverb(verb: Any) -> str:
    """A particle that the parser took for an adverb or a preposition: "fall behind"."""
    for child in verb.children:
        if child.dep_ in ("advmod", "prep") and child.i > verb.i and child.i - verb.i < 4:
            return str(child.text.lower())
    return ""


def beside(act: Predication) -> set[str]:
    """The words that hang on the verb itself."""
    return {c.text.lower() for c in act.verb.children}


def objects(act: Predication) -> set[str]:
    """The heads of what it is done to, as written."""
    return {t.text.lower() for t in act.patients}


def hull(parties: Parties, act: Predication) -> tuple[int, int]:
    """From the verb to the end of its objects."""
    start, end = parties.parse.span(act.verb)
    for token in act.patients:
        if token.i > act.verb.i:
            end = max(end, parties.parse.phrase(token)[1])
    return start, end


def topics(parties: Parties, act: Predication) -> tuple[tuple[int, int], ...]:
    """What a deed is on: its object, what hangs on it by a preposition, its subject."""
    parse = parties.parse
    found = [parse.phrase(t) for t in act.patients if t.i > act.verb.i]
    for child in act.verb.children:
        if child.dep_ in ("prep", "xcomp", "agent") and child.i > act.verb.i:
            start = parse.starts[child.left_edge.i]
            found.append((start, min(parse.ends[child.right_edge.i], start + _REACH)))
    subject = parse.subject(act.verb)
    if subject is not None and subject.tag_.startswith("NN") and not judgement.is_party(parties, subject):
        found.insert(0 if not act.patients else len(found), parse.phrase(subject))
    return tuple(found)


def of_subject(
    parties: Parties, act: Predication, way: Direction, on: Dimension | None = None, flat: bool = False
) -> Iterator[Judgement]:
    """A judgement on the subject. `flat`: a "not" belongs to the wording and turns nothing round."""
    who, shown = judgement.subjects(parties, act.verb)
    if who:
        turned = OTHER[way] if not flat and judgement.is_denied(act.verb) else way
        start, end = hull(parties, act)
        yield Judgement("deed", who, turned, act.verb, start, end, topics(parties, act), on or shown)


def of_object(parties: Parties, act: Predication, way: Direction) -> Iterator[Judgement]:
    """A judgement on the object, by what is done to it."""
    for token in act.patients:
        who, shown = judgement.whose(parties, token)
        if who:
            start, end = hull(parties, act)
            yield Judgement("put", who, way, act.verb, start, end, topics(parties, act), shown)
