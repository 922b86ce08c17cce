"""Who is held against whom: what the words around a cue say of its subject and its object."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent
from theodolite.extract.words import lexicon

RIVALS = lexicon.words(
    "rivals rival competitors competitor peers predecessor predecessors counterparts counterpart methods "
    "others "
    "incumbents opponents alternatives contemporaries leaders giants models frontier predecessors systems "
    "standards"
)


def around(parties: Parties, token: Any) -> list[Referent]:
    """The subject of what hangs on `token`: the phrase that it describes, else the subject of its verb."""
    seen = 0
    while seen < 20:
        if token.tag_.startswith(("NN", "PRP")) and not _is_metric(token):
            if token.dep_ == "appos" and _is_count(token.head):
                return parties.subjects(parties.parse.verb_above(token.head))
            if token.dep_ == "appos" and (found := parties.of(token.head)):
                return found
            covering = parties.one(token)
            if covering is not None and (
                covering.kind in ("model", "group", "organisation") or token.dep_ in ("nsubj", "nsubjpass")
            ):
                whole = covering.start <= parties.parse.span(token)[0] < covering.end
                if whole and token.dep_ != "pobj":
                    return parties.of(token)
        if token.tag_.startswith(("VB", "MD")):
            if found := parties.subjects(token):
                return found
            if token.dep_ in ("ROOT",) or token.head.i == token.i:
                return []
            if token.dep_ == "conj" and parties.parse.subject(token) is not None:
                return []
        if token.head.i == token.i:
            return []
        token, seen = token.head, seen + 1
    return []


def _is_count(token: Any) -> bool:
    """ "A will make 800,000 chips, a fraction of what B sells": a number of things, not a party."""
    return token.dep_ in ("dobj", "pobj") and any(c.tag_ == "CD" for c in token.children)


def _is_metric(token: Any) -> bool:
    return token.text.lower() in ("performance", "cost", "costs", "price", "quality")


def subjects_of(parties: Parties, token: Any, objects: list[Referent], before: int) -> list[Referent]:
    """Who is held against the objects: what the cue describes, else the last name before it."""
    names = {o.name for o in objects}
    owner = parties.one(token) if token.tag_.startswith("NN") else None
    if owner is not None and owner.name not in names and owner.start < before + 30:
        return [owner]
    found = [r for r in around(parties, token) if r.name not in names or r.start < before - 1]
    if found and not (len(found) == 1 and found[0].name in names):
        return found
    subject = parties.parse.subject(parties.parse.verb_above(token))
    if subject is not None and subject.text.lower() in ("that", "this"):
        return [r for r in parties.pointed_to(subject) if r.name not in names]
    found = parties.close_before(before) or in_headline(parties, before)
    return [r for r in found if r.name not in names]


def in_headline(parties: Parties, at: int) -> list[Referent]:
    """The only name that a headline has before its verb; none in ordinary prose."""
    words = parties.words(parties.sentence.start, parties.sentence.end)
    if len(words) > 110 or words.rstrip()[-1:] in ".!?":
        return []
    named = {m.side or m.name for m in parties.scene.reading.mentions_in(parties.sentence.start, at)}
    return parties.first_name() if len(named) == 1 else []


_STEPS = lexicon.words(
    "step steps notch notches lap laps pace paces generation generations way mile miles tier"
)


def described(parties: Parties, token: Any) -> list[Referent]:
    """Who is behind or ahead: what the word describes."""
    if token.head.text.lower() in _STEPS:
        return around(parties, token.head)
    if token.head.tag_.startswith("NN") and token.dep_ in ("prep", "advmod", "advcl", "amod", "acl"):
        return parties.of(token.head)
    return around(parties, token)


def objects_at(parties: Parties, at: int) -> list[Referent]:
    """The parties behind a cue; rivals without a name stand as they are called."""
    if found := parties.after(at):
        return found
    head = parties.parse.object_from(at)
    if head is None or head.text.lower() not in RIVALS or not head.tag_.startswith("NN"):
        return []
    start, end = parties.parse.phrase(head)
    words = parties.words(max(start, at), end)
    return (
        [Referent(re.sub(r"\A(?:the|its|their)\s", "", words), words, None, max(start, at), end)]
        if words
        else []
    )


def turned_into(parties: Parties, token: Any) -> list[Referent]:
    """ "Money has turned A into the third pole behind B", "this makes A the second behind B"."""
    if token.text.lower() not in _PLACES:
        return []
    at = parties.parse.span(token)[0]
    first = max(parties.sentence.start, at - 90)
    if said := _TURNED.search(parties.words(first, at)):
        return parties.listed(first + said.start("who"))
    verb = parties.parse.verb_above(token)
    if verb.text.lower() not in _TURNS:
        return []
    held = [c for c in verb.children if c.dep_ in ("dobj", "nsubj", "ccomp") and verb.i < c.i < token.i]
    if not held:
        return []
    start, end = parties.parse.phrase(held[0])
    words = re.sub(r"\A(?:the|The)\s", "", parties.words(start, end))
    return parties.of(held[0]) or [Referent(words, words, None, start, end)]


_PLACES = lexicon.words("behind ahead second third below above")
_TURNED = re.compile(
    r"\b(?:turn(?:s|ed|ing)?|makes?|made|making)\s(?P<who>(?:the\s)?[A-Z][\w’'-]+)\s(?:into\s)?(?:an?|the|its)\s[^,;:.]{3,60}\Z"
)
_TURNS = lexicon.words("turned turns turn turning made makes make making")


NUMBER = re.compile(
    r"(?:(?:about|around|roughly|approximately|nearly|almost|some)\s)?(?:[~$€£¥]?\d|(?:a|an|one|"
    r"two|three|four|five|six|seven|eight|nine|ten|half|just|only|ever|"
    r"expected|usual|twice|double|hundreds?|thousands?|"
    r"millions?|dozens?|previously|before|anticipated|any other time|to\b|ways?)\b(?!\s(?:Chinese|"
    r"American|US|U\.S)))"
)
"""What is no party behind "than" or "as": a number, or what was looked for."""


def of_number(parties: Parties, match: re.Match[str]) -> bool:
    return bool(NUMBER.match(parties.words(match.end(), match.end() + 24)))
