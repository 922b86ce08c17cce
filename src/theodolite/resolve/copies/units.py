"""Texts as units: words of alphabetic scripts, single characters of those written without spaces.

Two texts that differ only in white space, width, case, punctuation, accents set apart, invisible characters
or between traditional and simplified characters have the same units. Everything is done on arrays of code
points, many texts at a time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from opencc import OpenCC

from theodolite.resolve.copies.arrays import I64, U8, U32, U64, Flags

MOST_POINTS = 1_000_000
"""Code points of a text that are looked at: a long book; what comes after them is not compared."""
_SEPARATOR, _LETTER, _DIGIT, _SIGN, _DROPPED = range(5)
_KNOWN = 0x32400
"""No letter is assigned beyond; what lies there separates."""
_SIGNS = (
    (0x0E00, 0x0F00), (0x0F00, 0x10A0), (0x1780, 0x1800), (0x3005, 0x3008), (0x3040, 0x3100),
    (0x31F0, 0x3200), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, _KNOWN),
)  # fmt: skip
"""Scripts written without spaces: Thai, Lao, Tibetan, Burmese, Khmer, kana and Han."""
_LONGEST = 64
"""Positions in a word that are told apart; a longer "word" is a picture in letters or an attack."""
_FULL_STOP, _COMMA = 0x2E, 0x2C


@dataclass(frozen=True, slots=True)
class Units:
    """The units of several texts, one after the other.

    `hashes` has 64 bits a unit; text k owns `hashes[starts[k] : starts[k + 1]]`. `signs` marks units that are
    one character of a script without spaces, `figures` those that hold a digit.
    """

    hashes: U64
    starts: I64
    signs: Flags
    figures: Flags


def plain(text: str) -> str:
    """The text without differences of width, case and composition; at most `MOST_POINTS` long."""
    text = text[:MOST_POINTS]
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).casefold()[:MOST_POINTS]


def units(texts: Sequence[str]) -> Units:
    """The units of each text. Lone surrogates and unassigned characters separate, as punctuation does."""
    points, starts = _points(texts)
    kinds, folded = _tables()
    known = np.minimum(points, _KNOWN)
    kind = kinds[known]
    _join_figures(points, kind)
    dropped = kind == _DROPPED
    if dropped.any():
        starts = starts - np.concatenate(([0], np.cumsum(dropped)))[starts]
        known, kind = known[~dropped], kind[~dropped]
    word = (kind == _LETTER) | (kind == _DIGIT)
    begins = word.copy()
    begins[1:] &= ~word[:-1]
    begins |= kind == _SIGN
    first = np.flatnonzero(begins)
    if not first.size:
        none = np.zeros(0, np.bool_)
        return Units(np.zeros(0, np.uint64), np.zeros(len(texts) + 1, np.int64), none, none)
    position = np.arange(kind.size, dtype=np.int64)
    position -= (
        np.repeat(first, np.diff(first, append=kind.size)) if first[0] == 0 else _since(first, kind.size)
    )
    value = (folded[known].astype(np.uint64) + np.uint64(1)) * _weights()[position % _LONGEST]
    value[kind == _SEPARATOR] = 0
    hashes = mixed(np.add.reduceat(value, first))
    figures = np.logical_or.reduceat(kind == _DIGIT, first)
    return Units(hashes, np.searchsorted(first, starts), kind[first] == _SIGN, figures)


def _since(first: I64, size: int) -> I64:
    """For each place the beginning of the unit it lies in; 0 before the first."""
    return np.repeat(np.concatenate(([0], first)), np.diff(first, prepend=0, append=size))


def _points(texts: Sequence[str]) -> tuple[U32, I64]:
    """The code points of all texts, each with a line's end after it, and where each begins."""
    bare = [plain(text) + "\n" for text in texts]
    raw = "".join(bare).encode("utf-32-le", "surrogatepass")
    ends = np.cumsum([len(text) for text in bare], dtype=np.int64)
    return np.frombuffer(raw, dtype="<u4"), np.concatenate(([0], ends))


def _join_figures(points: U32, kind: U8) -> None:
    """3.5 is one unit and not 3 and 5; 1,000 and 1000 are the same."""
    digit = np.concatenate((kind == _DIGIT, np.zeros(4, np.bool_)))
    before = np.concatenate(([False], digit[: points.size - 1]))
    inside = before & digit[1 : points.size + 1]
    kind[inside & (points == _FULL_STOP)] = _DIGIT
    size = points.size
    three = digit[2 : size + 2] & digit[3 : size + 3] & ~digit[4 : size + 4]
    kind[inside & three & (points == _COMMA)] = _DROPPED


def mixed(values: U64) -> U64:
    """Values with all bits stirred (the finaliser of SplitMix64, Steele, Lea and Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@cache
def _weights() -> U64:
    """A fixed odd number for each position in a word."""
    counted = np.arange(1, _LONGEST + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    return mixed(counted) | np.uint64(1)


@cache
def _tables() -> tuple[U8, U32]:
    """What each code point is, and what it is folded to (traditional characters to simplified ones)."""
    kinds = np.zeros(_KNOWN + 1, np.uint8)
    for point in range(_KNOWN):
        category = unicodedata.category(chr(point))
        if category[0] == "L" or category in ("Mc", "Nl", "No"):
            kinds[point] = _LETTER
        elif category == "Nd":
            kinds[point] = _DIGIT
        elif category in ("Mn", "Me", "Cf"):
            kinds[point] = _DROPPED
    folded = np.arange(_KNOWN + 1, dtype=np.uint32)
    for low, high in _SIGNS:
        kinds[low:high][kinds[low:high] == _LETTER] = _SIGN
    han = [chr(point) for point in range(0x3400, 0xA000) if kinds[point] == _SIGN]
    simple = OpenCC("t2s").convert("\n".join(han)).split("\n")
    for character, other in zip(han, simple, strict=True):
        if len(other) == 1:
            folded[ord(character)] = min(ord(other), _KNOWN)
    return kinds, folded
