"""Like held to like: "citations of papers from A have passed those of papers from B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent

_PLACES = ("of", "in", "at", "from", "for", "by", "among", "within", "inside", "across")
_POINTS = re.compile(
    r"\b(?:that|those|the ones?|ones?|what|than|as|does|do|did|(?:compared|comparison|relative) (?:to|with)|"
    r"building|making|doing|running|training|buying|hiring)\s(?:[\w-]+\s){0,2}?"
    r"(?:of|in|at|from|for|by|among|within|inside|across)\s(?:[a-z]+\s(?:of|from|in|at|by)\s)?(?:the\s)?\Z"
)
"""What stands before the other side where it is held against what stands at the same place of the subject."""
_REACH = 48


def subjects(parties: Parties, token: Any, objects: list[Referent]) -> list[Referent]:
    """What stands in the subject of a clause where the other side stands in the object; nothing where the
    object does not point back at such a place, or the subject says by a possessive whose it is."""
    if not objects or objects[0].start <= parties.sentence.start:
        return []
    at = objects[0].start
    if not _POINTS.search(parties.words(max(parties.sentence.start, at - _REACH), at)):
        return []
    subject = parties.parse.subject(parties.parse.verb_above(token))
    if (
        subject is None
        or parties.parse.span(subject)[0] >= at
        or any(_owns(parties, c) for c in subject.children)
    ):
        return []
    names = {o.name for o in objects}
    for held in _held(subject):
        if parties.parse.span(held)[0] >= at:
            break
        found = [r for r in parties.of(held) if r.name not in names]
        if found:
            return found
        if held.tag_.startswith("NNP"):
            start, end = parties.parse.phrase(held)
            words = re.sub(r"\A[Tt]he\s", "", parties.words(start, end))
            return [Referent(words, words, None, start, end)]
    return []


def _owns(parties: Parties, child: Any) -> bool:
    """Whether a possessive is a party."""
    return child.dep_ == "poss" and bool(parties.of(child))


def _held(head: Any) -> Iterator[Any]:
    """The nouns that prepositions of place and belonging hang on a phrase, in the order of the words."""
    for token in sorted(head.subtree, key=lambda t: int(t.i)):
        if token.dep_ == "pobj" and token.head.text.lower() in _PLACES and token.i > head.i:
            yield token
