"""Sentences, clauses and quotations of a Chinese text, by its marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = re.compile(r"[。！？!?…]+[”’」』）)\"]*|\n+|(?<=[\u4e00-\u9fff])\.(?=\s|\Z)|；(?=[^\n]{24})")
_MARK = re.compile(
    r"(?<!\d)[,，](?!\d)|(?<=\d)[,，](?!\d{3}(?!\d))|(?<!\d)[,，](?=\d)|[；;：:。！？!?\n]|——|—(?=\D)"
)
LONGEST, LONGEST_CLAUSE = 600, 160  # characters: a text without marks is cut here


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


def split(content: str) -> list[Span]:
    """The sentences in order, without the space around them; a quotation's last mark stays inside."""
    found: list[Span] = []
    position = 0
    for match in _END.finditer(content):
        _add(found, content, position, match.end())
        position = match.end()
    _add(found, content, position, len(content))
    return found


def _add(found: list[Span], content: str, start: int, end: int) -> None:
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        found.append(Span(start, start + LONGEST))
        start += LONGEST
    if end > start:
        found.append(Span(start, end))


def clauses(content: str, sentence: Span) -> list[Span]:
    """The clauses of a sentence, between commas and colons."""
    found: list[Span] = []
    position = sentence.start
    for match in _MARK.finditer(content, sentence.start, sentence.end):
        _cut(found, position, match.start())
        position = match.end()
    _cut(found, position, sentence.end)
    return found


def _cut(found: list[Span], start: int, end: int) -> None:
    while end - start > LONGEST_CLAUSE:
        found.append(Span(start, start + LONGEST_CLAUSE))
        start += LONGEST_CLAUSE
    if end > start:
        found.append(Span(start, end))


_QUOTED = re.compile(r"“([^“”\n]{1,1200})”|\"([^\"\n]{1,600})\"")


_UNCLOSED = re.compile(r"“([^“”\n]{8,1200})(?=\n\s*“)")
"""A paragraph of a quotation that goes on in the next one, which opens with a mark again."""


def quotations(content: str) -> list[Span]:
    """What stands between quotation marks, without the marks; words of up to seven characters are names or
    turns of phrase, not speech, unless they close a sentence."""
    found: list[Span] = []
    for match in _QUOTED.finditer(content):
        group = 1 if match.group(1) is not None else 2
        words = match.group(group)
        if len(words) >= 8 or re.search(r"[。！？!?，]\Z", words):
            found.append(Span(match.start(group), match.end(group)))
    for match in _UNCLOSED.finditer(content):
        found.append(Span(match.start(1), match.end(1)))
    return sorted(found, key=lambda s: s.start)


def word_start(content: str, at: int, first: int) -> int:
    """Where the Latin word begins that a place would cut, not before `first`; else the place."""
    while at > first and content[at - 1 : at + 1].isascii() and content[at - 1 : at + 1].isalnum():
        at -= 1
    return at
