"""What somebody is besides: "B, head of A and co-founder of C", "B of A and a former C researcher"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.titles import OF, TITLE_BEHIND, TITLES
from theodolite.extract.words.names import Mention

_PART = r"(?:['’]s(?:\s[\w&-]+){1,6}|\s(?:in|for|at)(?:\s[\w&.-]+){1,4}|(?:\s[a-z][\w-]*){1,3})?"
_ALSO = re.compile(
    rf"{_PART},?\s(?:and|as\swell\sas)\s(?P<lead>(?:(?:the|an?|now|also|formerly|previously|former|current|its|vice|"
    rf"deputy)\s){{0,3}}){TITLES}{OF}",
    re.I,
)
_FORMER = re.compile(rf"{_PART},?\sand\s(?:(?:an?|the)\s)?(?:former|ex-?|previous|current|longtime)\s", re.I)
_PLACE = re.compile(r"(?:['’]s(?:\s\w+){0,3}\s|\s(?:in|for)\s(?:the\s)?)")
"""Between the house of the first post and a place or part of it."""


def behind(row: NamedRow, told: Mention) -> Iterator[tuple[Referent, re.Match[str], int, int]]:
    """The house of a further post behind the one with `told`, with its words, their end and the cue."""
    if "and" not in row.scene.reading.words[row.number]:
        return
    for mention, body in row.names[row.index_of(told) + 1 :]:
        if (match := _ALSO.fullmatch(row.content, told.end, mention.start)) is not None:
            if body.kind in ("organisation", "unknown", "model"):
                yield body, match, mention.end, match.start("titles")
            return
        title = TITLE_BEHIND.match(row.content, mention.end)
        if title and body.kind == "organisation" and _FORMER.fullmatch(row.content, told.end, mention.start):
            yield body, title, title.end(), mention.end
            return
        if not _PLACE.fullmatch(row.content, told.end, mention.start):
            return
