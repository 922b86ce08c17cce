"""Sentences and paragraphs with their places in the text. The text itself is never changed.

A line break ends a sentence where the line is a paragraph, a heading or a list item of its own; inside a
hard-wrapped paragraph (the next line goes on in lower case) it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from theodolite.extract.words import lexicon

SentenceKind = Literal["prose", "heading", "item"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `start` and `end` are code points, `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int
    kind: SentenceKind = "prose"


_LONGEST = 1200
# After these a full stop ends nothing; what follows the stop may be a capital all the same.
_TITLES = lexicon.in_order(
    "Dr Mr Mrs Ms Prof Sen Rep Gov Gen Col Lt Sgt Capt Adm Rev Hon St Mt vs No Nos Fig Figs "
"Eq pp Vol Sec "
           "Art Ch approx est e.g i.e cf al Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec")  # fmt: skip
# After these a full stop ends a sentence only where a word follows that is likely to begin one.
_MAYBE = lexicon.in_order("U.S U.K E.U U.N U.A.E Inc Corp Ltd Co Bros a.m p.m D.C etc Jr Sr Ph.D")
_COMPANY = frozenset(("Inc", "Corp", "Ltd", "Co", "Bros"))
_LOWER_NEXT = re.compile(r"\s[a-z]")
_OPENERS = lexicon.in_order(
    "The This That These Those It He She They We I You In On At By For From With As But And "
    "So Yet While When After "
    "Before If Although Though However Meanwhile There Here Its His Her Their Our My Such "
    "Some Many Most Both All "
    "Another Other According Since Still Now Then Today What Why How Who Moreover Furthermore Despite"
)
_ENDING = re.compile(r"[.!?…。！？]+[\"'”’»)\]」』]*(?=\s|$)|[。！？]+[”’」』）]*")
_LINE = re.compile(r"[^\r\n\u0085\u2028\u2029]+")
_ITEM = re.compile(r"\s*(?:[-*•·–▪◦‣●○]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+")
_HEADING = re.compile(r"\s*#{1,6}\s")
# "HONG KONG, Jan 22 (Some Agency) - ", "SAN JOSE, Calif., March 3, 2026 -- ": where and when it was written.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]{2,}(?:\s[A-Z][A-Z.'’-]+){0,3}(?:\s?[,/(][^\n]{0,70}?)?\s[-–—]{1,2}\s(?=[A-Z“\"‘])"
)
# The time of an entry in a live blog.
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:\s?(?:am|pm|a\.m\.|p\.m\.|[A-Z]{2,4}\b))?(?:\s?[–—-])?\s+(?=[A-ZÀ-Þ\"“'‘])"
)
_LAST_WORD = re.compile(r"([^\s(\[\"'“‘]+)\Z")
_NEXT_WORD = re.compile(r"[\s\"'“‘(\[]*([^\s.,;:!?]+)")


def split(text: str) -> tuple[Sentence, ...]:
    """All sentences of `text`, in order, none empty; time is linear in its length."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        kind = _kind(text, start, end)
        for a, b in _sentences(text, start, end):
            found.append(Sentence(a, b, number, kind))
    return tuple(found)


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each paragraph: lines, hard-wrapped lines joined."""
    found: list[tuple[int, int]] = []
    filled = _is_filled(text)
    for line in _LINE.finditer(text):
        content = line.group()
        if not content.strip():
            continue
        start = line.start() + len(content) - len(content.lstrip())
        end = line.end() - (len(content) - len(content.rstrip()))
        if found and _wraps(text, found[-1], start, filled):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _is_filled(text: str) -> bool:
    """Whether lines are broken at a width: not where most full lines are whole paragraphs."""
    full = [len(line.group()) for line in _LINE.finditer(text) if len(line.group()) >= 68]
    return 2 * sum(length > 130 for length in full) < len(full)


def _wraps(text: str, before: tuple[int, int], start: int, filled: bool = True) -> bool:
    """Whether the line that begins at `start` goes on with the paragraph that ends before it."""
    between = text[before[1] : start]
    if between.count("\n") + between.count("\r") - between.count("\r\n") != 1:
        return False
    line_start = max(text.rfind("\n", before[0], before[1]) + 1, before[0])
    length, following = before[1] - line_start, _line_length(text, start)
    if length < 40 or _ITEM.match(text, start) or _HEADING.match(text, start):
        return False
    ended = text[before[1] - 1] in '.!?:;…"”’。！？'
    wrapped = filled and 68 <= length <= 125 and following <= 125
    if ended:
        # Lines already joined go on to the end of the block; a full line that ends a sentence joins none.
        return wrapped and line_start > before[0]
    return text[start].islower() or text[before[1] - 1] in ",-–—" or wrapped


def _line_length(text: str, start: int) -> int:
    """The length of the line that begins at a place, as far as it matters."""
    line = _LINE.match(text, start, min(len(text), start + 200))
    return len(line.group()) if line else 0


def _kind(text: str, start: int, end: int) -> SentenceKind:
    if _HEADING.match(text, start, end):
        return "heading"
    if _ITEM.match(text, start, end):
        return "item"
    if end - start < 110 and text[end - 1] not in '.!?…:;,"”。！？':
        return "heading"
    return "prose"


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences between two places of one paragraph."""
    found: list[tuple[int, int]] = []
    begin = start
    if lead := _DATELINE.match(text, start, end) or _CLOCK.match(text, start, end):
        found.append((start, lead.end() - 1))
        begin = lead.end()
    for stop in _ENDING.finditer(text, begin, end):
        if stop.end() < end and not _ends(text, begin, stop):
            continue
        found.extend(_pieces(text, begin, stop.end()))
        begin = stop.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        found.extend(_pieces(text, begin, end))
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut between words where it is longer than any sentence is: rules look at all of one
    at once."""
    while end - start > _LONGEST:
        cut = max(
            text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in ("; ", "\t", ", ", " ")
        )
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether the punctuation at `stop` ends the sentence that began at `begin`."""
    marks = stop.group()
    following = _NEXT_WORD.match(text, stop.end(), stop.end() + 60)
    word = following.group(1) if following else ""
    if "?" in marks or "!" in marks or marks[0] in "。！？":
        return not (word[:1].islower() and marks[-1] in "\"'”’")
    if word[:1].islower():
        return False
    if marks != ".":
        return True
    before = _LAST_WORD.search(text, max(begin, stop.start() - 30), stop.start())
    last = before.group(1) if before else ""
    if last in _TITLES or (len(last) == 1 and last.isupper() and last != "I"):
        return False
    if (
        last in _COMPANY
        and word[:1].isupper()
        and _LOWER_NEXT.match(text, following.end() if following else 0)
    ):
        return True  # "... Research Ltd. China business makers report": a capital, then small letters
    if last in _MAYBE or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", last):
        return word in _OPENERS
    # "1." at the head of an item counts it; "grew 5." ends a sentence.
    return not (last.isdigit() and len(last) <= 2 and stop.start() - begin <= 3)
