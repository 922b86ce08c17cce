"""Judgements by what a side has or lacks, with the words turned round: "what they lack is power",
"talent is the one thing we have", "Japan, with its deep talent pool, ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract import dimensions
from theodolite.extract.assessments import about, holdings, judgement, topics
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import OTHER, Judgement
from theodolite.extract.assessments.lexicon import nouns
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.lexicon import words

_HAVING = words("have possess own hold enjoy command")
_LACKING = words("lack miss need want")
_HAD = _HAVING | _LACKING
_BEING = words("be remain")
_THINGS = words("thing one something asset resource commodity ingredient field area domain point part")
_WHAT = words("what that which all")
WORDS = words("what thing something missing lacks lack needs")
"""What a cheap look-up finds in a sentence that may be turned round so."""


def find(parties: Parties) -> Iterator[Judgement]:
    """The judgements of a sentence on who has what, said with "what", "the one thing" or "with"."""
    for token in parties.parse.tokens:
        if token.tag_.startswith("VB") and lemma(token) in _BEING:
            yield from _turned(parties, token)
        elif token.dep_ == "prep" and token.text.lower() == "with":
            yield from _with(parties, token)


def _turned(parties: Parties, be: Any) -> Iterator[Judgement]:
    """ "What they have is engineers", "engineers are what they have", "engineers are the one thing they
    have"."""
    for child in be.children:
        if child.i < be.i and child.dep_ == "csubj" and _has_what(child):
            held = next((c for c in be.children if c.dep_ == "attr" and c.i > be.i), None)
            if held is not None:
                yield from _said(parties, child, be, held)
            return
        if child.i > be.i and (verb := _relative(child)) is not None:
            held = parties.parse.subject(be)
            if held is not None and held.i < be.i:
                yield from _said(parties, verb, be, held)
            return


def _has_what(verb: Any) -> bool:
    """Whether "what" is the object of a verb, or with "missing" its subject."""
    return any(c.text.lower() in _WHAT and c.dep_ in ("dobj", "pobj", "nsubj", "attr") for c in verb.children)


def _relative(token: Any) -> Any | None:
    """The verb of "what they have" or of "the one thing they have"."""
    if token.dep_ in ("ccomp", "attr", "advcl") and token.tag_.startswith("VB"):
        return token if any(c.text.lower() == "what" and c.dep_ == "dobj" for c in token.children) else None
    if token.dep_ == "attr" and lemma(token) in _THINGS:
        return next((c for c in token.children if c.dep_ == "relcl"), None)
    return None


def _said(parties: Parties, verb: Any, be: Any, held: Any) -> Iterator[Judgement]:
    plain = lemma(verb)
    if plain not in _HAD or not held.tag_.startswith("NN"):
        return
    if any(c.dep_ in ("aux",) and c.tag_ == "MD" for c in verb.children):
        return  # "what they could have"
    denied = judgement.is_denied(be)
    if denied and any(c.text.lower() == "but" for c in held.children):
        rest = [c for c in held.children if c.dep_ == "conj" and c.tag_.startswith("NN")]
        held, denied = (rest[0], False) if rest else (held, denied)  # "not money but chips"
    on = parties.parse.phrase(held)
    if not dimensions.judged(topics.unnamed(parties, *on)):
        return
    who, _ = judgement.subjects(parties, verb)
    if not who and plain == "miss" and not any(c.dep_ == "nsubj" and c.tag_ != "WP" for c in verb.children):
        who = about.holder(parties, held)
    way: Direction = "weakness" if plain in _LACKING or lemma(held) in nouns.WEAK else "strength"
    if judgement.is_denied(verb) != denied:
        way = OTHER[way]
    if who:
        whole = (on[0], parties.parse.ends[held.right_edge.i]) if held.i > be.i else on
        first = min(parties.parse.span(verb)[0], on[0])
        last = max(parties.parse.span(verb)[1], on[1])
        yield Judgement("cleft", who, way, verb, first, last, (whole, on))


def _with(parties: Parties, prep: Any) -> Iterator[Judgement]:
    """ "Japan, with its deep talent pool, ...", "with its cheap power, Norway ..."."""
    head = prep.head
    for held in prep.children:
        if held.dep_ != "pobj" or not held.tag_.startswith("NN"):
            continue
        way = holdings.quality(held)
        if way is None or not dimensions.judged(topics.unnamed(parties, *parties.parse.phrase(held))):
            continue
        own = any(c.dep_ == "poss" and c.text.lower() in ("its", "their", "our") for c in held.children)
        before = parties.parse.tokens[prep.i - 2] if prep.i > 1 and prep.nbor(-1).text == "," else None
        if head.tag_.startswith("NN") and judgement.is_party(parties, head):
            who = judgement.whose(parties, head)[0]
        elif before is not None and before.tag_.startswith("NN") and judgement.is_party(parties, before):
            who = judgement.whose(parties, before)[0]
        elif head.tag_.startswith("VB") and prep.i < head.i and own:
            who = judgement.subjects(parties, head)[0]
        else:
            continue
        if who:
            start, end = parties.parse.phrase(held)
            yield Judgement("with", who, way, held, start, end, ((start, end),))
