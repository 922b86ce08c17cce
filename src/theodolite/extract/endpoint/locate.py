"""Finding a quote in a text: exactly, else with spaces and typographic marks taken alike.

The tolerance is only in the finding. What is kept as the quote is always the text's own characters.
"""

from __future__ import annotations

import re

_MARKS = (
    "'’‘ʼ′`",
    '"“”„″«»「」',
    "-‐‑‒–—−",
)
_SAME = {mark: f"[{re.escape(row)}]" for row in _MARKS for mark in row}
_WORDS = re.compile(r"\s+")
_LATIN = re.compile("[A-Za-z0-9]")
LONGEST = 4000
"""A longer quote is no quote of a claim, and is not looked for."""


def places(text: str, quote: str, start: int, end: int) -> list[tuple[int, int]]:
    """Every place of a quote between two places of `text`, exact ones if there are any, in order."""
    if not quote.strip() or len(quote) > LONGEST:
        return []
    found = _exact(text, quote, start, end)
    stripped = quote.strip()
    if not found and stripped != quote:
        found = _exact(text, stripped, start, end)
    return found or [m.span() for m in _tolerant(stripped).finditer(text, start, end)]


def _exact(text: str, quote: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    at = text.find(quote, start, end)
    while at >= 0:
        found.append((at, at + len(quote)))
        at = text.find(quote, at + len(quote), end)
    return found


def _tolerant(quote: str) -> re.Pattern[str]:
    """Spaces match any run of spaces; a mark matches its kin. Linear: no repeat stands beside another."""
    words = ("".join(_SAME.get(c, re.escape(c)) for c in word) for word in _WORDS.split(quote))
    return re.compile(r"\s+".join(words))


def holds(text: str, words: str) -> bool:
    """Whether the words stand in the text as whole words, upper and lower case taken alike."""
    stripped = words.strip()
    if not stripped or len(stripped) > LONGEST:
        return False
    before = r"(?<![A-Za-z0-9])" if _LATIN.match(stripped[0]) else ""
    behind = r"(?![A-Za-z0-9])" if _LATIN.match(stripped[-1]) else ""
    pattern = f"{before}{_tolerant(stripped).pattern}{behind}"
    return re.search(pattern, text, re.IGNORECASE) is not None
