"""Who is behind where the grammar moves it: the object of "keep" and "put", a subject after an aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.referents import Referent, from_mention

if TYPE_CHECKING:
    from theodolite.extract.lags.sides import SideFinder

_PLACES = re.compile(
    r"(?:keep|put|leav|plac|set|push|rank|hold|throw|knock|see)(?:s|e|es|ed|ing|ting)?|"
    r"kept|left|held|threw|saw",
    re.I,
)
"""Verbs whose object, not subject, is behind: "the limits kept Chinese providers a year behind"."""

_ASIDE = re.compile(
    r",\s[^,;]{2,60}\b(?:says?|said|believes?|believed|argues?|argued|thinks?|warns?|warned|adds?|added|notes?|"
    r"noted|writes?|wrote|reckons?|expects?|estimates?|claims?|claimed|told\s\w+)\s*,"
)


def elsewhere(sides: SideFinder, verb: Any, placed: int, at: int, before: int) -> Referent | None:
    """Who is behind where it is not the verb's own subject; None where it is."""
    return _after_aside(sides, placed, at, before) or _moved(sides, verb, before)


def _after_aside(sides: SideFinder, placed: int, at: int, before: int) -> Referent | None:
    """The name between the last comma and the verb, where the parse reaches over an aside that says who
    speaks ("when the rules bite, she says, Japanese firms could fall behind")."""
    content, start = sides.scene.content, sides.sentence.start
    verb_at = min(placed, at, before)
    opened = max(content.rfind(mark, start, verb_at) for mark in ",;—")
    if opened < 0 or not _ASIDE.search(content, start, opened + 1):
        return None
    found = [
        m
        for m in sides.scene.reading.mentions_in(opened + 1, verb_at)
        if m.kind != "person" and m.name not in OBSERVERS
    ]
    return from_mention(content, found[-1]) if found else None


def _moved(sides: SideFinder, verb: Any, before: int) -> Referent | None:
    """Who is kept, put, left or pushed behind: the object of such a verb, before the stretch of time."""
    if not _PLACES.fullmatch(verb.text):
        return None
    for child in verb.children:
        start, _ = sides.parse.span(child)
        if child.i > verb.i and start < before and child.tag_[:2] in ("NN", "PR"):
            found = sides.of(child)
            return found if found.name else None
    return None


def in_front(sides: SideFinder, before: int, other: Referent | None) -> Referent | None:
    """The first name in front of a verb that is of another side than `other`."""
    content = sides.scene.content
    for m in sides.scene.reading.mentions_in(max(sides.sentence.start, before - 70), before):
        if (
            m.side
            and (other is None or m.side != other.side)
            and m.kind != "person"
            and m.name not in OBSERVERS
        ):
            return from_mention(content, m)
    return None
