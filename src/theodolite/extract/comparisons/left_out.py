"""Sides that a sentence leaves out: the subject of a fragment, the other side of "A's is worse"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from theodolite.extract import proper_names
from theodolite.extract.comparisons import kinds
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words.names import Mention

_REACH = 4  # sentences that a fragment may look back
_NATIONAL = frozenset(("side", "group"))
_ASIDE = re.compile(
    r"(?i)\b(?:according to|said|by|than|from|like|unlike|versus|against|with|in|at|on|to)\s(?:the\s)?\Z"
)


def same_kind(parties: Parties, subjects: list[Referent]) -> Referent | None:
    """The other party of the subject's kind that this sentence or the one before speaks of; None where
    there are several."""
    kinds = {r.kind for r in subjects}
    if not kinds <= {"model", "organisation", "side", "group"}:
        return None
    names = {r.name for r in subjects} | {r.side for r in subjects if r.kind in _NATIONAL}
    reading, number = parties.scene.reading, parties.number
    first = reading.sentences[number - 1] if number else parties.sentence
    if first.paragraph != parties.sentence.paragraph:
        first = parties.sentence
    others: dict[str, Mention] = {}
    for mention in reading.mentions_in(first.start, parties.sentence.end):
        fits = mention.kind in kinds or (kinds <= _NATIONAL and mention.kind in _NATIONAL)
        if not fits or mention.name in names or mention.name in OBSERVERS:
            continue
        if kinds <= _NATIONAL and mention.side in names:
            continue
        others.setdefault(mention.name, mention)
    return from_mention(parties.scene.content, *others.values()) if len(others) == 1 else None


def beside(parties: Parties, subjects: list[Referent]) -> Referent | None:
    """The one model or house that the sentence before speaks of, besides the subject: "I used to run B. A is
    better"."""
    if not subjects or not all(r.kind in ("model", "organisation") and r.text for r in subjects):
        return None
    reading, number = parties.scene.reading, parties.number
    before = reading.sentences[number - 1] if number else None
    if before is None or before.paragraph != parties.sentence.paragraph:
        return None
    if not reading.parts.same(before.start, parties.sentence.start):
        return None
    if any(r.start < parties.sentence.start or r.text.lower() in ("it", "we", "they") for r in subjects):
        return None
    names = {name for r in subjects for name in (r.name, r.maker) if name}
    kinds = {r.kind for r in subjects}
    others: dict[str, Mention] = {}
    for mention in reading.mentions_in(before.start, parties.sentence.end):
        own = mention.name in names or mention.maker in names
        if mention.kind in kinds and not own and mention.name not in OBSERVERS:
            others.setdefault(mention.name, mention)
    return from_mention(parties.scene.content, *others.values()) if len(others) == 1 else None


_PAIRED = re.compile(
    r"\b(?:compar\w+|pit(?:s|ted)?|between|test(?:s|ed)?|r[au]n|stack\w*|put|choos\w+|chose|weigh\w*|moved?|"
    r"switch\w*)\b[^.;?!]{0,40}\Z",
    re.I,
)
_AGAINST = re.compile(
    r"(?:['’]s)?[^.;?!,]{0,24}\s(?:compare[sd]?\s(?:with|to)|with|to|against|versus|vs\.?|and|or)\s(?:the\s)?"
)
_IT_AGAINST = re.compile(
    r"\b(?:compar\w+|pit(?:ted)?|test(?:ed)?|r[au]n|stack\w*|put)\s(?:it|them)\s(?:up\s)?(?:against|with|to|"
    r"alongside|beside|next to)\s(?:the\s)?\Z",
    re.I,
)
_KINDS = ("model", "organisation", "side", "group", "unknown")


def opposed(parties: Parties, subjects: list[Referent]) -> Referent | None:
    """Whom the last sentences set beside the subject: "I ran it against B. It's slower"."""
    names = {r.name for r in subjects}
    reading, content = parties.scene.reading, parties.scene.content
    for back in range(1, min(3, parties.number) + 1):
        before = reading.sentences[parties.number - back]
        if not reading.parts.same(before.start, parties.sentence.start):
            return None
        span = (max(before.start, before.end - 300), before.end)
        known = [m for m in reading.mentions_in(*span) if m.kind in _KINDS]
        found = sorted((*known, *reading.unknown_in(*span)[:8]), key=lambda m: m.start)
        for i, mention in enumerate(found):
            lead = content[max(before.start, mention.start - 60) : mention.start]
            if _IT_AGAINST.search(lead) and mention.name not in names:
                return from_mention(content, mention)
            following = found[i + 1] if i + 1 < len(found) else None
            if following is None or not _AGAINST.fullmatch(content, mention.end, following.start):
                continue
            set_beside = "compare" in content[mention.end : following.start] or _PAIRED.search(lead)
            if set_beside and (mention.name in names) != (following.name in names):
                return from_mention(content, following if mention.name in names else mention)
    return None


def subject(parties: Parties, token: Any, objects: Sequence[Referent] = ()) -> list[Referent]:
    """Of whom a fragment speaks ("Better than B at maths.", "Feels smarter than B."): what the sentences
    before it are about. Nobody where the sentence has a subject of its own."""
    if token.i > 6 or any(t.dep_ in ("nsubj", "nsubjpass", "expl") for t in parties.parse.tokens[: token.i]):
        return []
    first = parties.parse.tokens[0]
    if first.tag_ in ("IN", "VB", "VBG", "VBN", "WRB", "MD") and not (first.text == "On" and token.i <= 1):
        return []  # but "On par with B."
    return topic(parties, objects)


_AMOUNT = re.compile(r"(?:\dx?|million|billion|thousand|hundred|dozen)\s\Z")
"""What stands before a chip that is only counted: "2 million H800 hours"."""
_TRIED = re.compile(
    r"\b(?:tried|tested|ran|used|using|testing|trying|running|installed|switched to|moved to|"
    r"benchmarked|evaluated)\s(?:out\s)?"
    r"(?:the\s)?(?:new\s)?\Z"
)


def topic(parties: Parties, objects: Sequence[Referent] = ()) -> list[Referent]:
    """The model or house that the last sentences are about; a model where models are the other side."""
    reading, content = parties.scene.reading, parties.scene.content
    if objects and all(o.kind == "model" for o in objects):
        names = {o.name for o in objects}
        for mention in kinds.models_before(parties, parties.sentence.start):
            aside = _ASIDE.search(content, max(0, mention.start - 16), mention.start)
            if mention.name not in names and not aside:
                return [from_mention(content, mention)]
    for back in range(1, _REACH + 1):
        if parties.number < back:
            return []
        before = reading.sentences[parties.number - back]
        if not reading.parts.same(before.start, parties.sentence.start):
            return []
        for mention in reading.mentions_in(before.start, before.end):
            lead = max(before.start, mention.start - 16)
            aside = _ASIDE.search(content, lead, mention.start) or _AMOUNT.search(
                content, lead, mention.start
            )
            if mention.kind in ("model", "organisation") and mention.name not in OBSERVERS and not aside:
                return [from_mention(content, mention)]
        for mention in reading.unknown_in(before.start, before.end):
            if _TRIED.search(content, max(before.start, mention.start - 30), mention.start):
                return [from_mention(content, proper_names.with_number(content, mention))]
    found = parties.topic_unlisted(_REACH)
    if found is None and reading.parts.is_discussion:
        return _of_thread(parties)
    return [found] if found else []


def _of_thread(parties: Parties) -> list[Referent]:
    """The model that the first words of a discussion are about: "Kimi K3 weights are up"."""
    reading, content = parties.scene.reading, parties.scene.content
    if not reading.sentences:
        return []
    first = reading.sentences[0]
    for mention in reading.mentions_in(first.start, first.end):
        if mention.kind == "model":
            return [from_mention(content, mention)]
    for mention in reading.unknown_in(first.start, first.end):
        name = proper_names.with_number(content, mention)
        if re.search(r"\d", name.name):
            return [replace(from_mention(content, name), kind="model")]
    return []
