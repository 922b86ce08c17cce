"""Finding words in a text: exactly, else with spaces and typographic marks taken alike.

The tolerance is only in the finding. What is kept as the quote is always the text's own characters. All of it
is plain search in a folded copy, so time grows with the length of the text whatever is looked for.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MARKS = {
    "'": "’‘ʼ′`",
    '"': "“”„″«»「」",
    "-": "‐‑‒–—−",
}
_FOLD = str.maketrans({kin: mark for mark, row in _MARKS.items() for kin in row})
_RUN = re.compile(r"\s+|\S+")
_LATIN = re.compile("[A-Za-z0-9]")
LONGEST = 4000
"""A longer quote is no quote of a claim, and is not looked for."""


def places(text: str, quote: str, start: int, end: int) -> list[tuple[int, int]]:
    """Every place of a quote between two places of `text`, exact ones if there are any, in order."""
    stripped = quote.strip()
    if not stripped or len(quote) > LONGEST:
        return []
    passage = text[start:end]
    found = _all(passage, quote) or _all(passage, stripped)
    if not found:
        folded, offsets = _folded(passage)
        wanted = _folded(stripped)[0]
        found = [(offsets[a], offsets[b - 1] + 1) for a, b in _all(folded, wanted)]
    return [(start + a, start + b) for a, b in found]


def _all(text: str, words: str) -> list[tuple[int, int]]:
    found = []
    at = text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


@lru_cache(maxsize=8)
def _folded(text: str) -> tuple[str, list[int]]:
    """The text with one mark for its kin and one space for a run, and where each character stands in it."""
    characters: list[str] = []
    offsets: list[int] = []
    for run in _RUN.finditer(text):
        if run.group().isspace():
            characters.append(" ")
            offsets.append(run.start())
        else:
            characters.append(run.group().translate(_FOLD))
            offsets.extend(range(run.start(), run.end()))
    return "".join(characters), offsets


@lru_cache(maxsize=8)
def _words_of(text: str) -> str:
    return " ".join(text.translate(_FOLD).lower().split())


def holds(text: str, words: str) -> bool:
    """Whether the words stand in the text as whole words, upper and lower case taken alike."""
    wanted = " ".join(words.translate(_FOLD).lower().split())
    if not wanted or len(wanted) > LONGEST:
        return False
    within = _words_of(text)
    at = within.find(wanted)
    while at >= 0:
        behind = at + len(wanted)
        joined_before = at > 0 and _LATIN.match(wanted[0]) and _LATIN.match(within[at - 1])
        joined_behind = behind < len(within) and _LATIN.match(wanted[-1]) and _LATIN.match(within[behind])
        if not joined_before and not joined_behind:
            return True
        at = within.find(wanted, at + 1)
    return False
