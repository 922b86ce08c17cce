"""Judgements by nouns that somebody owns: "China's dominance of", "the shortage of engineers in Japan"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract.assessments import judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import Judgement, turned
from theodolite.extract.assessments.lexicon import nouns, verbs
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent
from theodolite.extract.words.lemmas import lemma

WORDS = frozenset(
    form for noun in nouns.STRONG | nouns.WEAK for form in (noun, noun + "s", noun[:-1] + "ies")
)
_TURNING = (
    verbs.OBJECT_WEAK
    | verbs.OBJECT_STRONG
    | verbs.LOSE
    | verbs.OVERCOME
    | verbs.HAVE
    | verbs.ACHIEVE
    | verbs.FACE
)


def find(parties: Parties) -> Iterator[Judgement]:
    """The judgements of a sentence by strengths and weaknesses that are somebody's."""
    for token in parties.parse.tokens:
        if not token.tag_.startswith("NN"):
            continue
        plain = lemma(token)
        if plain in nouns.OWNED_STRONG:
            yield from _owned(parties, token, "strength")
        elif plain in nouns.OWNED_WEAK:
            yield from _owned(parties, token, "weakness")


def _owned(parties: Parties, token: Any, direction: Direction) -> Iterator[Judgement]:
    if token.dep_ in ("compound", "nmod", "conj", "amod") or _rivalled(token):
        return
    if token.dep_ in ("dobj", "nsubjpass") and lemma(token.head) in _TURNING:
        return
    own = parties.one(token) if not judgement.is_party(parties, token) else None
    fit = own is not None and judgement.fits(own) and not judgement.is_of_another(parties, token, own)
    who: tuple[Referent, ...] = (own,) if own is not None and fit else ()
    if not who:
        who = _placed(parties, token)
    if who:
        start, end = parties.parse.phrase(token)
        yield Judgement("owned", who, turned(token, direction), token, start, end, ((start, end),))


def _rivalled(token: Any) -> bool:
    """Whether another stands behind "over": then it is a comparison."""
    return any(c.dep_ == "prep" and c.text.lower() in ("over", "against", "between") for c in token.children)


def _placed(parties: Parties, token: Any) -> tuple[Referent, ...]:
    """ "There is a shortage in Japan": the place of the clause."""
    verb = parties.parse.verb_above(token)
    for child in (*token.children, *verb.children):
        if child.dep_ == "prep" and child.text.lower() in ("in", "at", "for", "across", "within"):
            for held in child.children:
                if held.dep_ == "pobj" and judgement.is_party(parties, held):
                    return tuple(r for r in parties.of(held) if judgement.fits(r) and r.kind != "model")
    return ()
