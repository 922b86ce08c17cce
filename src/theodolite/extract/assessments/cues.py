"""Every cue of a judgement, and where in a sentence they stand.

A cue is only asked for where a sentence has a word of its own: the words of a pattern are read off its source
once, each word of the text is looked up once, and what both share says which patterns are worth running.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from theodolite.extract.assessments import strengths, weaknesses
from theodolite.extract.assessments.cue import BE, HAVE, Cue
from theodolite.extract.words.folded import Folded, may_fold
from theodolite.extract.words.gates import Gates
from theodolite.extract.words.lexicon import words

CUES: tuple[Cue, ...] = (*weaknesses.CUES, *strengths.CUES)
"""In the order of their claim to a place."""
_NO = re.compile(r"No\\\.\?\\s\?1|(?<=\\s)no(?=\(\?!)")
"""The source of "No. 1" and of "(has) no": too short for a gate, which is asked for the word by itself."""
_MOST = re.compile(r"(?<=\|)most(?:\\s[a-z-]+)+(?=\|)")
"""The source of "most used": a gate would ask for "used" alone, which says less."""


def _gated(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern as a gate is to read it; it matches whatever the other does, but for "No. 1"."""
    return re.compile(_MOST.sub("most", _NO.sub("number", pattern.pattern)), pattern.flags)


_GATES = Gates(*(_gated(cue.pattern) for cue in CUES))
_WITH_NO = frozenset(n for n, cue in enumerate(CUES) if _NO.search(cue.pattern.pattern))
_LOOKS = tuple(Folded(cue.pattern).exact if may_fold(cue.pattern) else cue.pattern.search for cue in CUES)
"""How the first place of each cue is looked for."""
_ESCAPES = re.compile(r"\\[A-Za-z]")
_LITERAL = re.compile(r"([a-z]{2,})(\??)")
_PIECES = re.compile(r"[^\W\d_]+")
_DENIES = words("not no don doesn didn can cannot couldn hasn haven isn aren wasn weren neither t")
"""What patterns of denial are made of, too short to be told from the marks of a pattern."""


def _literals(source: str) -> frozenset[str]:
    """The beginnings of words in the source of a pattern; a letter that may be left out is left out."""
    found = _LITERAL.findall(_ESCAPES.sub(" ", source).lower())
    return frozenset(stem for word, may in found if len(stem := word[:-1] if may else word) > 2)


_COMMON = (
    _literals(BE)
    | _literals(HAVE)
    | words(
        "the its their our one two and for with that who has have had from when both into here there any all"
    )
)
_STEMS: dict[str, frozenset[int]] = {}
"""The beginning of a word to the numbers of the cues that it may belong to."""
for _number, _cue in enumerate(CUES):
    for _stem in _literals(_cue.pattern.pattern) - _COMMON:
        _STEMS[_stem] = _STEMS.get(_stem, frozenset()) | {_number}
_DENYING = frozenset(
    n for n, cue in enumerate(CUES) if re.search(r"n\[|\bno[t ]|\bno\b", cue.pattern.pattern)
)


@lru_cache(maxsize=16_384)
def _of_word(word: str) -> frozenset[int]:
    """The cues that a word may be part of."""
    found: frozenset[int] = frozenset()
    for piece in _PIECES.findall(word):
        if piece in _DENIES:
            found |= _DENYING
        for stop in range(3, len(piece) + 1):
            found |= _STEMS.get(piece[:stop], frozenset())
    return found


def find(
    content: str, start: int, end: int, said: Collection[str] | None = None
) -> list[tuple[Cue, re.Match[str]]]:
    """The cues between two places, in the order of their claim to a place.

    `said`: the words that stand there, in lower case, where they are known already."""
    here = said if said is not None else _PIECES.findall(content[start:end].lower())
    opened = _GATES.opened(here)
    if "no" in here:
        opened |= _WITH_NO
    if not opened:
        return []
    numbers = opened.intersection(frozenset().union(*map(_of_word, here)))
    found = sorted(_at(content, start, end, numbers), key=lambda hit: (hit[0], hit[1].start()))
    return [(CUES[number], match) for number, match in found]


def _at(content: str, start: int, end: int, numbers: Iterable[int]) -> Iterator[tuple[int, re.Match[str]]]:
    for number in numbers:
        at, look = start, _LOOKS[number]
        while match := look(content, at, end):
            yield number, match
            at = match.start() + 1
