"""Interviews without labels: each paragraph opens with a line that asks, and the guest answers below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from theodolite.extract.voices.turns import Turn

_FEWEST = 3
"""So many questions make an interview; one alone can stand in any text."""
_LONGEST = 240
"""A question has no more characters."""
_INTERVIEW = re.compile(
    r"\b(?:interview\w*|conversation|spoke (?:to|with)|talk(?:ed)? (?:to|with)|we met|met (?:him|her|them)|"
    r"sat down|transcript|Q&A|asked (?:him|her)|answers? (?:our|your) questions)\b",
    re.I,
)
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_MARKS = " \t*_#>–—-"


def find(
    content: str, is_interview: bool, spans: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int, bool], ...]:
    """(start, end, asks) of the stretches of talk in order; empty where the text is no interview.

    `is_interview`: whether the text is known to be one; else its opening has to say so.
    """
    found: list[tuple[int, int, bool]] = []
    for begin, end in spans:
        pieces = [m.span() for m in _BLOCK.finditer(content, begin, end)]
        if is_interview or _INTERVIEW.search(content, begin, min(end, begin + 1500)):
            found += _above(content, pieces) or _apart(content, pieces, 6 if is_interview else 3)
    return tuple(found)


def _above(content: str, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """Questions on the line above their answers."""
    lines = [(a, content.find("\n", a, b), b) for a, b in pieces]
    asked = [(a, cut, b) for a, cut, b in lines if 0 < cut - a <= _LONGEST]
    certain = [a for a, cut, _ in asked if _asks(content[a:cut])]
    if len(certain) < _FEWEST:
        return []
    found = []
    for a, cut, b in lines:
        opens = len(asked) > 1 and asked[0][0] == a and asked[1][0] == certain[0]
        if a < certain[0] and not (opens and content[cut - 1] in ".!:"):
            continue
        if 0 < cut - a <= _LONGEST:
            found += [(a, cut, True), (cut, b, False)]
        else:
            found.append((a, b, False))
    return found


def _apart(content: str, pieces: Sequence[tuple[int, int]], share: int) -> list[tuple[int, int, bool]]:
    """Questions as paragraphs of their own, at least one in `share`, answered by those between them."""
    asking = [b - a <= _LONGEST and _asks(content[a:b]) for a, b in pieces]
    first = asking.index(True) if True in asking else len(pieces)
    pieces, asking = pieces[first:], asking[first:]
    if sum(asking) < _FEWEST or share * sum(asking) < len(pieces):
        return []
    if not any(asking[1::2]):
        # In turns, so that what stands in a question's place asks, with a question mark or without.
        for number in range(0, len(pieces) - 1, 2):
            lengths = [b - a for a, b in pieces[number : number + 2]]
            asking[number] = asking[number] or lengths[0] < min(_LONGEST, lengths[1])
    return [(a, b, asks) for (a, b), asks in zip(pieces, asking, strict=True)]


def _asks(line: str) -> bool:
    return line.rstrip(_MARKS + '”"').endswith("?")


def turns(stretches: Sequence[tuple[int, int, bool]], guest: str, host: str | None) -> tuple[Turn, ...]:
    """The stretches as turns: `guest` answers, `host` asks."""
    return tuple(Turn(start, end, host if asks else guest) for start, end, asks in stretches)
