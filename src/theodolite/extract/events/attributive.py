"""Dates that only tell which thing is meant: in "the 2026 polls" nothing is said to happen in 2026."""

from __future__ import annotations

import re

from theodolite.extract.events.dates import Occasion

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ATTRIBUTIVE = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|our|this|that|each|every|any|some|no)|['’]s?)\s\Z", re.I
)
_BARE = re.compile(rf"(?:{_MONTH}\s)?(?:\d{{1,2}},?\s)?(?:19|20)\d\d\Z")
_DAY = re.compile(rf"(?:(?:{_MONTH[3:-1]}|[A-Z][a-z]{{2,3}}\.)\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})")
_THE = re.compile(r"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s\Z")
_OPEN = re.compile(
    r"(?:\b(?:in|on|by|of|since|during|from|until|till|through|before|after|between|and|to|or|for|than|around|about|"
    r"late|early|mid|circa|year|as|at|than|at|end|beginning|start|half|quarter|spring|summer|autumn|fall|winter)"
    r"|[,;:(–—-])\s?\Z|\A\s*\Z",
    re.I,
)
_NOUN_BEHIND = re.compile(
    r"\s(?!(?:in|on|by|of|at|to|for|from|with|and|or|but|that|which|who|when|as|after|before|until|through|via|over|under|"
    r"the|a|an|its|their|his|her|it|he|she|they|we|i|is|was|were|are|has|had|will|while|because|amid|following|if|though|"
    r"against|into|where|this|than|said|\w+ing|\w+ed)\b)[A-Za-z]"
)


def is_attributive(content: str, occasion: Occasion) -> bool:
    """Whether a year or month only tells which thing is meant: "the 2026 polls", "their May 2020 exams"."""
    words = content[occasion.start : occasion.end]
    if _DAY.fullmatch(words):  # "the 6 January riot", "the Jan. 6 Capitol riot"
        before = content[max(0, occasion.start - 12) : occasion.start]
        return bool(_THE.search(before)) and bool(_NOUN_BEHIND.match(content, occasion.end))
    if not _BARE.match(words):
        return False
    before = content[max(0, occasion.start - 24) : occasion.start]
    if _ATTRIBUTIVE.search(before):
        return True
    return not _OPEN.search(before) and bool(_NOUN_BEHIND.match(content, occasion.end))
