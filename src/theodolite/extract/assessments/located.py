"""Judgements by where things are: "the money is in America", "the largest providers are ours", "A is first in
the world"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract.assessments import about, esteem, judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import Judgement
from theodolite.extract.assessments.lexicon import nouns
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.lexicon import words

_BEST = words(
    "best largest biggest leading strongest fastest finest top richest greatest deepest smartest cheapest"
)
_TIES = words(
    "supplier customer client friend partner ally neighbour neighbor idea memory example part thing"
)
_BAD = words("worst slowest weakest poorest oldest")
_HERE = words("here ours")
_FIRST = words("first top number-one")
WORDS = words("ours first")
"""What a cheap look-up finds in a sentence that may say so."""


def find(parties: Parties) -> Iterator[Judgement]:
    """The judgements of a sentence by the place of something good, and by first places."""
    for verb in parties.parse.tokens:
        if not verb.tag_.startswith("VB") or lemma(verb) not in ("be", "remain", "sit", "lie", "stay"):
            continue
        subject = parties.parse.subject(verb)
        if subject is None or subject.i > verb.i:
            continue
        if judgement.is_party(parties, subject):
            yield from _first(parties, verb, subject)
        elif _is_good(subject) and (who := _place(parties, verb)):
            start, end = parties.parse.phrase(subject)
            bad = judgement.is_denied(verb) or esteem.of_one(subject)
            way: Direction = "weakness" if bad else "strength"
            yield Judgement("located", who, way, verb, start, end, ((start, end),))


def _is_good(noun: Any) -> bool:
    """ "The money", "the three largest providers", "four of the five best models"."""
    held = [noun, *(g for c in noun.children if c.dep_ == "prep" and c.text == "of" for g in c.children)]
    for token in held:
        said = {c.text.lower() for c in token.children if c.i < token.i}
        if said & _BAD or lemma(token) in _TIES | nouns.WEAK | nouns.PROBLEM:
            return False
        if said & _BEST or ("most" in said and any(c.dep_ == "amod" for c in token.children)):
            return True
    plain = {c.text.lower() for c in noun.children}
    return lemma(noun) in about.OF_A_SIDE and plain <= {"the", "all", "most", "much", "of"} and "the" in plain


def _place(parties: Parties, verb: Any) -> tuple[Referent, ...]:
    """Whose or where it is said to be."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.text.lower() in _HERE:
            return about.here(parties, child)
        if child.dep_ in ("acomp", "attr"):
            at = parties.parse.span(child)[0]
            for mention in parties.scene.reading.mentions_in(at, at + len(child.text) + 12):
                if mention.start == at and mention.side and mention.kind == "side":
                    return (from_mention(parties.scene.content, mention),)
        if child.dep_ == "prep" and child.text.lower() in ("in", "from"):
            for held in child.children:
                if held.dep_ == "pobj" and judgement.is_party(parties, held):
                    return tuple(r for r in parties.of(held) if r.kind == "side" and r.side)
    return ()


def _first(parties: Parties, verb: Any, subject: Any) -> Iterator[Judgement]:
    """ "A is already the first in the world", "by destination, A was first"."""
    for child in verb.children:
        word = child.text.lower()
        if child.i < verb.i or word not in _FIRST or child.dep_ not in ("acomp", "attr", "advmod"):
            continue
        if any(c.dep_ in ("relcl", "xcomp", "acl") or c.text.lower() == "to" for c in child.children):
            return
        who = judgement.whose(parties, subject)[0]
        if who and not judgement.is_denied(verb):
            yield Judgement("first", who, "strength", verb, *parties.parse.clause(verb))
