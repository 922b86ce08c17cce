"""Who a turn of phrase speaks of: parties by name, and noun phrases without one where the other side has one."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.comparisons.lexicon import degrees
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.comparisons.roles import around, objects_at, subjects_of
from theodolite.extract.referents import Referent

_ARTICLE = re.compile(
    r"\A(?:(?:the|a|an|its|their|our|his|her|this|that|these|those|any|all|every|each|almost|nearly|even|most of|"
    r"both|some|many|most|other)\s)+",
    re.I,
)
AT = re.compile(r"\s?")
"""The place behind a word."""
_LONGEST = 70  # characters of a phrase that may stand for a party
_VAGUE = frozenset(
    """it they he she we you i that this which who what there one these those nothing everything something
    nobody all some many none""".split()
)
_NO_PARTY = frozenset(
    """gap lead race distance margin difference way point fact idea reason question result results news report
    study case problem thing things situation time year years month months decade moment trend future past news
    expectations forecasts estimates predictions analysts experts officials investors critics people users
    government administration president minister law rules policy sanctions controls restrictions ban move effort
    decision bill act article author""".split()
)


def others(parties: Parties, at: int, named: bool) -> list[Referent]:
    """The other side that begins at a place. `named`: it has to have a name."""
    found = objects_at(parties, at)
    if found or named:
        return found
    head = parties.parse.object_from(at)
    if head is None or not head.tag_.startswith("NN") or head.text.lower() not in degrees.OTHERS:
        return []
    return plain(parties, head, at)


def subjects(parties: Parties, token: Any, objects: list[Referent], before: int) -> list[Referent]:
    """Who is held against the objects; a phrase without a name only against somebody with one."""
    names = {o.name for o in objects}
    if token.tag_.startswith("NN") and token.dep_ in ("attr", "oprd") or (
        token.head.dep_ in ("attr", "oprd") and token.i < token.head.i
    ):  # "A is a match for B": who it is said of, not whose the noun is
        found = [r for r in parties.subjects(parties.parse.verb_above(token)) if r.name not in names]
        if found:
            return found
    if found := subjects_of(parties, token, objects, before):
        return found
    if all(o.kind == "unknown" and o.name and o.name[:1].islower() for o in objects):
        return []
    verb = parties.parse.verb_above(token)
    subject = parties.parse.subject(verb)
    if subject is not None and subject.text.lower() in degrees.MEASURES and subject.i < token.i:
        # "models with performance that rivals B": whose performance it is
        found = [r for r in around(parties, subject.head) if r.name not in names]
        if found:
            return found
    if subject is None or not subject.tag_.startswith("NN") or subject.text.lower() in _NO_PARTY:
        return []
    found = plain(parties, subject)
    return [r for r in found if r.end <= before + 1]


def plain(parties: Parties, head: Any, at: int | None = None) -> list[Referent]:
    """A noun phrase as it is called, without its article."""
    start, end = parties.parse.phrase(head)
    start = max(start, at) if at is not None else start
    words = " ".join(parties.words(start, end).split())
    name = _ARTICLE.sub("", words).strip(" ,.\"'“”’")
    if not name or len(words) > _LONGEST or name.lower() in _VAGUE:
        return []
    return [Referent(name, words, None, start, end)]
