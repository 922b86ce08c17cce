"""Like held to like: "citations of papers from A have passed those of papers from B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.comparisons import party_words
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
    names = {o.name for o in objects}
    if found := _before_pointing(parties, token, at, names):
        return found
    subject = parties.subject_token(parties.parse.verb_above(token))
    if subject is None or parties.parse.span(subject)[0] >= at:
        return []
    if any(_owns(parties, c) for c in subject.children):
        return []
    holders = [t for t in _held(subject) if parties.parse.span(t)[0] < at]
    known = [found for t in holders if (found := [r for r in parties.of(t) if r.name not in names])]
    kind = _sort(objects[0])
    for found in sorted(known, key=lambda f: _sort(f[0]) != kind):
        return found
    for held in holders:
        start, end = parties.parse.phrase(held)
        words = re.sub(r"\A[Tt]he\s", "", parties.words(start, end))
        if held.tag_.startswith("NNP") and not party_words.MONTH.match(words):
            return [Referent(words, words, None, start, end)]
    return []


def _sort(found: Referent) -> str:
    """Countries and their groups as one kind."""
    return "side" if found.kind in ("side", "group") else found.kind


def _before_pointing(parties: Parties, token: Any, at: int, names: set[str | None]) -> list[Referent]:
    """ "There are twice as many start-ups in A as in B": the place between the words that compare and B."""
    start = parties.parse.span(token)[0]
    first = max(start, at - _REACH)
    mark = _MARK.search(parties.words(first, at))
    if mark is None:
        return []
    same = re.compile(rf"\b{mark['how']}\s(?:the\s)?(?=[A-Z])", re.I)
    for place in same.finditer(parties.scene.content, start, first + mark.start()):
        found = [r for r in parties.listed(place.end()) or parties.after(place.end()) if r.name not in names]
        if found:
            return found
    return []


_MARK = re.compile(r"\b(?:than|as|does|do|did)\s(?P<how>in|at|from|for|by|among|across)\s(?:the\s)?\Z")


def _owns(parties: Parties, child: Any) -> bool:
    """Whether a possessive is a party."""
    return child.dep_ == "poss" and bool(parties.of(child))


def _held(head: Any) -> Iterator[Any]:
    """The nouns that prepositions of place and belonging hang on a phrase, in the order of the words."""
    for token in sorted(head.subtree, key=lambda t: int(t.i)):
        if token.dep_ == "pobj" and token.head.text.lower() in _PLACES and token.i > head.i:
            yield token
