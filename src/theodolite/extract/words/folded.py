"""Patterns without regard to case, run over the text in small letters: the same places in half of the time.

Python's patterns compare letter by letter where case is of no regard, and cannot skip an alternative by its
first letter. A text in small letters and the pattern in small letters need neither. Only the places of a
match are to be used: its words are in small letters.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache

_KEPT = re.compile(r"\\.|\(\?P<\w+>|[^\\(]+|\(", re.S)
_INLINE = re.compile(r"\(\?[a-zA-Z]*-?i")
_ODD = re.compile("[\u0131\u017f]")
"""Dotless i and long s match "i" and "s" without regard to case, but are no capitals of theirs."""


class Folded:
    """A pattern compiled with `re.IGNORECASE`, throughout; ValueError for any other, and for one with letters
    beyond ASCII that have capitals."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        if not may_fold(pattern):
            raise ValueError(f"not to be run over small letters: {pattern.pattern}")
        self.pattern = pattern
        small = "".join(
            p if p[0] == "\\" or p[:3] == "(?P" else p.lower() for p in _KEPT.findall(pattern.pattern)
        )
        self._small = re.compile(small, pattern.flags & ~re.IGNORECASE)

    def search(self, content: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between two places."""
        small = _lowered(content)
        return (
            self.pattern.search(content, start, end)
            if small is None
            else self._small.search(small, start, end)
        )

    def exact(self, content: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match with its words as they stand."""
        found = self.search(content, start, end)
        return None if found is None else self.pattern.match(content, found.start(), end)

    def finditer(self, content: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches between two places."""
        small = _lowered(content)
        if small is None:
            return self.pattern.finditer(content, start, end)
        return self._small.finditer(small, start, end)


def may_fold(pattern: re.Pattern[str]) -> bool:
    """Whether a pattern may be run over small letters."""
    source = pattern.pattern
    if not pattern.flags & re.IGNORECASE or _INLINE.search(source):
        return False
    return all(c.isascii() or c.lower() == c.upper() for c in source)


@lru_cache(maxsize=4)  # patterns are run one after the other over the same text
def _lowered(content: str) -> str | None:
    """A text in small letters, each in its place; None where that would match otherwise."""
    small = content.lower()
    return None if len(small) != len(content) or _ODD.search(content) else small
