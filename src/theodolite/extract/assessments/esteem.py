"""Judgements by what others think and by what is done to somebody: "A is admired everywhere",
"the minister praised B's chips", "the ban left C without chips", "few firms of D use it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from theodolite.extract import dimensions
from theodolite.extract.assessments import acts, judgement, topics
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import Judgement
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words.lemmas import forms
from theodolite.extract.words.lexicon import words
from theodolite.extract.words.predications import Predication
from theodolite.model.claim import Dimension

_ADMIRING = words(
    "admire respect envy praise laud hail acclaim applaud extol commend prize covet revere idolise"
)
_MOCKING = words("mock deride ridicule pan trash lampoon")
_DOING = words(
    "use adopt deploy publish train build make develop run own have produce invest attract employ hire "
    "buy teach offer operate patent file reach match raise contribute innovate appear compete sell"
)
_FEW = words("few")
_HARDLY = words("hardly rarely barely scarcely seldom")
_REGARDING = _ADMIRING | _MOCKING
WORDS = frozenset(forms(_REGARDING)) | words("few handful")
"""What a cheap look-up finds in a sentence that may say so."""


def of_act(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """What an act says of whom it is done to, or of the few who do it."""
    if act.lemma in _REGARDING and not act.negated:
        way: Direction = "strength" if act.lemma in _ADMIRING else "weakness"
        by = judgement.teller(parties, act.agents[0]) if act.agents else None
        for found in acts.of_object(parties, act, way):
            if _is_of_the_field(parties, found, act):
                yield replace(found, speaker=by)
    elif act.lemma == "leave" and not act.passive:
        yield from _left_without(parties, act)
    elif act.lemma == "lose" and act.prepositions.get("to") and not act.passive:
        yield from _lost_to(parties, act)
    elif act.lemma in _DOING and not act.passive:
        yield from _done_by_few(parties, act)


def _is_of_the_field(parties: Parties, found: Judgement, act: Predication) -> bool:
    """Whether a house, a model or a thing of the field is admired, not a visit or a decision."""
    return all(
        r.kind in ("model", "group") or praise_worthy(parties, act, token)
        for r in found.who
        for token in act.patients
    )


def praise_worthy(parties: Parties, act: Predication, token: Any) -> bool:
    """ "Praised Qwen", "praised China's engineers": not "praised Canada's decision"."""
    if act.passive or judgement.is_party(parties, token):
        return True
    return dimensions.judged(topics.unnamed(parties, *parties.parse.phrase(token))) not in (None, "policy")


def _left_without(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "Have left the firms of A without chips"."""
    held = [t for t in act.prepositions.get("without", ())]
    for token in act.patients:
        for child in token.children:
            if child.dep_ == "prep" and child.text.lower() == "without":
                held += [c for c in child.children if c.dep_ == "pobj"]
    for what in held:
        on = parties.parse.phrase(what)
        if dimensions.judged(topics.unnamed(parties, *on)):
            for found in acts.of_object(parties, act, "weakness"):
                yield Judgement(
                    "left", found.who, "weakness", act.verb, found.start, max(found.end, on[1]), (on,)
                )


def _lost_to(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "Loses them to A", "loses its engineers to A"."""
    if not any(judgement.is_party(parties, t) for t in act.prepositions["to"]):
        return
    if any(t.text.lower() in ("them", "people", "everybody", "everyone") for t in act.patients):
        yield from acts.of_subject(parties, act, "weakness", flat=True)


def _done_by_few(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """ "Few Japanese firms use it": a weakness of theirs."""
    subject = parties.parse.subject(act.verb)
    if subject is None or act.negated:
        return
    if _hardly(act):
        yield from acts.of_subject(parties, act, "weakness", flat=True)
        return
    if not act.patients:
        return
    before = [c for c in subject.children if c.i < subject.i]
    few = any(c.text.lower() in _FEW and not any(c.children) for c in before)
    if not few or any(c.text.lower() in ("a", "the") for c in before):
        return
    who = judgement.whose(parties, subject)[0]
    on: Dimension | None = "adoption" if act.lemma in ("use", "adopt", "deploy") else None
    if who:
        start, end = parties.parse.phrase(subject)
        last = acts.hull(parties, act)[1]
        yield Judgement(
            "few", who, "weakness", act.verb, start, max(end, last), acts.topics(parties, act), on
        )


def _hardly(act: Predication) -> bool:
    """ "Hardly publishes", "can rarely raise money", "contributes little"."""
    if acts.beside(act) & _HARDLY:
        return True
    return act.lemma != "have" and any(
        c.text.lower() in ("little", "nothing")
        and c.dep_ in ("dobj", "npadvmod", "advmod")
        and c.i > act.verb.i
        for c in act.verb.children
    )


def of_one(noun: Any) -> bool:
    """ "Only one of the ten", "few of the best": hardly any of them."""
    said = {c.text.lower() for c in noun.children if c.i < noun.i} | {noun.text.lower()}
    below = {g.text.lower() for c in noun.children for g in c.children if c.i < noun.i}
    return bool("only" in said | below or said & _FEW)
