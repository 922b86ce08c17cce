"""Stretches between quotation marks that are somebody's words, not a term in inverted commas."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right

from theodolite.extract.words.sentences import paragraphs

_PAIRS = {"“": "”", "„": "“", "«": "»", "「": "」", '"': '"'}
_MARK = re.compile('[“”„«»「」"]')


def find(text: str) -> tuple[tuple[int, int], ...]:
    """Places of quotations, marks included. One left open at the end of a paragraph goes to its end, where
    straight marks are used only if the next paragraph opens with the mark again."""
    found: list[tuple[int, int]] = []
    pieces = list(paragraphs(text))
    opens = [text[a : a + 8].lstrip()[:1] for a, _ in pieces[1:]] + [""]
    for (start, end), next_opens in zip(pieces, opens, strict=True):
        opened: int | None = None
        closing = ""
        for mark in _MARK.finditer(text, start, end):
            if opened is None and mark.group() in _PAIRS:
                opened, closing = mark.start(), _PAIRS[mark.group()]
            elif opened is not None and mark.group() == closing:
                found.append((opened, mark.end()))
                opened = None
        if opened is not None and (text[opened] == "“" or text[opened] == next_opens == '"'):
            found.append((opened, end))
    return tuple(found)


def is_speech(text: str, start: int, end: int) -> bool:
    """Whether a quotation is long enough to say something, rather than to name it."""
    content = text[start + 1 : end - 1]
    return len(content.split()) >= 5 or (
        len(content) > 12 and content.rstrip()[-1:] in ".,!?" and len(content.split()) >= 3
    )


def holds(places: tuple[tuple[int, int], ...], at: int) -> bool:
    """Whether a place lies inside one of some quotations, which are in order."""
    number = bisect_right(places, (at, sys.maxsize)) - 1
    return number >= 0 and at < places[number][1]
