"""A long document in passages, cut at borders of paragraphs.

Passages do not overlap: every place belongs to exactly one, so no claim is listed twice. What stands around a
passage is sent along to be understood by (who "they" are), and quotes from it are not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

AROUND = 600
"""Most characters of the text before a passage that are sent along; half as many of the text after it."""

_BORDERS = (
    re.compile(r"\n[^\S\n]*\n\s*"),  # between paragraphs
    re.compile(r"\n\s*"),  # between lines
    re.compile(r"[.!?][\"”’)]*\s+|[。！？][”’」』）]*"),  # between sentences
    re.compile(r"\s+"),
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """The passage at `start` to `end`, with the text around it from `context` to `after`; code points."""

    context: int
    start: int
    end: int
    after: int


def chunks(content: str, most: int) -> Iterator[Chunk]:
    """Passages of at most `most` characters, in order, that together are the text, but for blank ones."""
    start = 0
    while start < len(content):
        end = _cut(content, start, most)
        if not content[start:end].isspace():
            yield Chunk(
                max(0, _word_border(content, start - AROUND, start)),
                start,
                end,
                _last_word_border(content, end, min(len(content), end + AROUND // 2)),
            )
        start = end


def _cut(content: str, start: int, most: int) -> int:
    """Where the passage that begins at `start` ends: the last border of the best sort in its later half."""
    limit = start + most
    if limit >= len(content):
        return len(content)
    for border in _BORDERS:
        found = 0
        for match in border.finditer(content, start + most // 2, limit):
            found = match.end()
        if found:
            return found
    return limit


def _word_border(content: str, at: int, limit: int) -> int:
    """The first place from `at` on where a word begins, so that no half word is shown; `at` without one."""
    if at <= 0:
        return 0
    space = re.compile(r"\s").search(content, at, limit)
    return space.end() if space else at


def _last_word_border(content: str, start: int, limit: int) -> int:
    if limit >= len(content):
        return len(content)
    space = max(content.rfind(" ", start, limit), content.rfind("\n", start, limit))
    return space if space > start else limit
