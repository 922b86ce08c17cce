"""Judgements by what helps and what harms: "sanctions hobble A", "the deal strengthens B"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract.assessments import acts, judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import OTHER, Judgement
from theodolite.extract.assessments.lexicon import nouns, verbs
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication


def find(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """The judgements on whom a verb strikes or serves."""
    if way := _placed(act):
        yield from acts.of_object(parties, act, way)
        return
    if esteemed := _esteemed(act):
        for who in [judgement.subjects(parties, act.verb)[0]]:
            if who:
                start, end = acts.hull(parties, act)
                yield Judgement("esteemed", who, esteemed, act.verb, start, end, acts.topics(parties, act))
        return
    direction = _direction(act)
    if direction is None:
        return
    plain = act.lemma in verbs.PLAIN_OBJECT or direction == "strength"
    for token in act.patients:
        yield from _struck(parties, act, token, direction, plain)


def _direction(act: Predication) -> Direction | None:
    if any(n in verbs.OBJECT_WEAK for n in acts.names(act)):
        return "weakness"
    if any(n in verbs.OBJECT_STRONG for n in acts.names(act)):
        return "strength"
    if act.lemma in verbs.REDUCE and any(lemma(t) in verbs.SHARE for t in act.patients):
        return "weakness"
    return None


def _esteemed(act: Predication) -> Direction | None:
    """ "Is widely used", "is rarely cited", "remains poorly represented"."""
    if act.verb.tag_ != "VBN" or act.lemma not in verbs.ESTEEM or act.verb.dep_ in ("amod", "acl"):
        return None
    if not act.passive and act.verb.dep_ not in ("acomp", "oprd"):
        return None
    for child in act.verb.children:
        if child.dep_ in ("advmod", "npadvmod", "neg") and child.i < act.verb.i:
            word = child.text.lower()
            if any(c.text.lower() in ("as", "so", "too", "how", "more", "most") for c in child.children):
                return None
            if word in verbs.MUCH:
                return "weakness" if judgement.is_denied(act.verb) else "strength"
            if word in verbs.LITTLE - {"never"}:
                return "weakness"
    return None


def _placed(act: Predication) -> Direction | None:
    """ "Put A at a disadvantage", "leave A behind", "never underestimate A", "A must be taken seriously"."""
    if (act.lemma == "take" and act.passive and "seriously" in acts.beside(act)) or (
        act.lemma == "underestimate" and act.negated
    ):
        return "strength"
    if act.passive or act.lemma not in ("put", "place", "leave", "have"):
        return None
    for token in act.prepositions.get("at", ()) + act.prepositions.get("in", ()):
        if token.text.lower() in ("disadvantage", "trouble", "limbo"):
            return "weakness"
        if token.text.lower() in ("advantage", "forefront", "lead"):
            return "strength"
    return "weakness" if act.lemma == "leave" and "behind" in acts.beside(act) else None


def _struck(
    parties: Parties, act: Predication, token: Any, direction: Direction, plain: bool
) -> Iterator[Judgement]:
    own = judgement.is_party(parties, token)
    word = token.text.lower()
    if word.endswith(("self", "selves")) or (plain and not own and word not in verbs.MEANS):
        return
    who, on = judgement.whose(parties, token)
    if act.passive and not who:
        who = tuple(r for r in parties.subjects(act.verb) if judgement.fits(r))
    who = tuple(r for r in who if not (plain and r.kind == "model") and not _is_agent(parties, act, r))
    if not who:
        return
    way = OTHER[direction] if lemma(token) in nouns.WEAK else direction
    if judgement.is_denied(act.verb):
        way = OTHER[way]
    parse = parties.parse
    topics = [] if own else [parse.phrase(token)]
    topics += [(parse.starts[t.left_edge.i], parse.ends[t.right_edge.i]) for t in act.agents]
    start, end = acts.hull(parties, act)
    yield Judgement("struck", who, way, act.verb, start, end, (*topics, *acts.topics(parties, act)), on)


def _is_agent(parties: Parties, act: Predication, who: Referent) -> bool:
    """Whether somebody does it to himself by name: "Nvidia boosts Nvidia"."""
    return any(r.name == who.name and r.kind != "side" for t in act.agents for r in parties.of(t))
