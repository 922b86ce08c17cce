"""Names of the vocabulary, found in either language and given in their one canonical form.

Unlike the reading of claims this asks no context: a name that is taken wrongly weighs one term among many.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from theodolite.catalog import vocabulary
from theodolite.catalog.happenings import load as happenings
from theodolite.catalog.vocabulary import Entry

PIECE = re.compile(r"[^\W_\u3400-\u9fff]+(?:[.,]\d+)*(?:'[a-z]+)?")
"""A word, number or code in Latin or any other spaced script; a figure keeps its decimals and thousands."""
_POSSESSIVE = re.compile(r"'s?$")


@dataclass(frozen=True, slots=True)
class Known:
    """A canonical name, folded; whether it is a country or bloc, or a person."""

    name: str
    side: bool = False
    person: bool = False


def _known(entry: Entry) -> Known:
    side = entry.kind == "side"
    name = (entry.side or entry.name) if side else entry.name
    return Known(name.casefold(), side, entry.kind == "person")


def pieces(written: str) -> tuple[str, ...]:
    """The pieces of a way to write a name, folded."""
    return tuple(_POSSESSIVE.sub("", m.group().casefold()) for m in PIECE.finditer(written))


@cache
def latin() -> dict[str, tuple[tuple[tuple[str, ...], Known], ...]]:
    """First piece -> the names that begin with it, longest first."""
    found: dict[str, dict[tuple[str, ...], Known]] = {}
    for entry in vocabulary.load().entries.values():
        words = (entry.adjectives + entry.metonyms) if entry.kind == "side" else ()
        for written in (entry.name, *entry.aliases, *entry.short, *words):
            split = pieces(written)
            if split and len("".join(split)) > 1:
                found.setdefault(split[0], {}).setdefault(split, _known(entry))
    return {
        first: tuple(sorted(names.items(), key=lambda row: (-len(row[0]), row[0])))
        for first, names in found.items()
    }


@cache
def han() -> dict[str, tuple[tuple[str, Known | None], ...]]:
    """First character -> Chinese names that begin with it, longest first; None: only contains a name.

    A single character ("中") stands in too many words to be taken for a name.
    """
    return {
        first: tuple((r.written, _known(r.entry) if r.entry else None) for r in rows if len(r.written) > 1)
        for first, rows in vocabulary.load().han().items()
    }


@cache
def han_concepts() -> dict[str, tuple[tuple[str, str], ...]]:
    """First character -> Chinese words for what news tells of, each with its concept, longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in happenings():
        for word in row.zh:
            found.setdefault(word[0], []).append((word, row.name))
    return {first: tuple(sorted(words, key=lambda w: (-len(w[0]), w[0]))) for first, words in found.items()}


@cache
def _beginnings() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    single: dict[str, str] = {}
    double: dict[tuple[str, str], str] = {}
    for row in happenings():
        for word in row.en:
            split = word.replace("-", " ").split()
            if len(split) == 1:
                single[split[0]] = row.name
            else:
                double[split[0], split[1]] = row.name
    return single, double


@cache
def _pair_beginnings() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for (first, second), name in _beginnings()[1].items():
        found.setdefault(first, []).append((second, name))
    return {first: tuple(rows) for first, rows in found.items()}


@cache
def _concept_of_word(word: str) -> str | None:
    """The concept whose beginning of a word is the longest; short ones must be the whole word."""
    single = _beginnings()[0]
    for end in range(len(word), 2, -1):
        name = single.get(word[:end])
        if name is not None and (end >= 5 or end == len(word)):
            return name
    return None


def concept(word: str, following: str | None) -> str | None:
    """The concept of a folded English word, or of it and the one behind it."""
    for second, name in _pair_beginnings().get(word, ()) if following else ():
        if following and following.startswith(second):
            return name
    return _concept_of_word(word) if len(word) < 30 else None
