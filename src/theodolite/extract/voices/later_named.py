"""Who speaks by a post alone and is named further on: "the head of Kiln said ... Ana Ruiz, chief of the Lisbon company"."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from theodolite.extract.reading import Reading
from theodolite.extract.voices.attribution import Reported
from theodolite.extract.voices.speaker_words import PERSON_NAME

_POST = r"(?:(?:co-?)?founder|head|chief|boss|director|president|chairman|chairwoman|owner|CEO|minister|governor|secretary|mayor)"
_OF = re.compile(
    rf"(?:[a-z][\w-]*\s){{0,3}}?{_POST}(?:\sexecutive|\sscientist)?\s(?:of|at|for)\s(?:the\s)?(?P<org>[A-Z][\w.&’'-]*)"
)
_NAMED = re.compile(
    rf"(?P<name>{PERSON_NAME}),\s(?:(?:the|its|a|an|who\sis)\s)?(?P<post>(?:[\w’'-]+\s){{0,6}}?{_POST}\b[^.;:\n“”\"]{{0,70}})"
)
_DEFINITE = re.compile(
    r"\b(?:of|at)\s(?:the|its)\s[^,.;:]{0,50}?\b(?:company|firm|start-?up|lab|laboratory|group|house|institute|agency|ministry|bank|"
    r"studio|university|chipmaker|maker)\b|\A(?:(?:co-?)?founder|CEO|boss)\s?(?:,|\Z)"
)
_REACH = 1500
"""Characters behind a post in which its holder is named."""


def found(reading: Reading, reported: Sequence[Reported]) -> tuple[Reported, ...]:
    """The attributions, a post under the name of its holder where a later sentence tells it."""
    named: dict[str, str | None] = {}
    for one in reported:
        if one.name[:1].islower() and one.name not in named:
            post = _OF.match(one.name)
            named[one.name] = _holder(reading, one.end, post["org"]) if post else None
    return tuple(replace(r, name=name) if (name := named.get(r.name)) else r for r in reported)


def _holder(reading: Reading, at: int, house: str) -> str | None:
    for match in _NAMED.finditer(reading.content, at, at + _REACH):
        if house in match["post"] or _DEFINITE.search(match["post"]):
            return str(match["name"])
        return None
    return None
