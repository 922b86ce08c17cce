"""Which patterns are worth running over a sentence, by its words alone.

A pattern with many alternatives costs as much where it finds nothing as where it finds something. But what
it must hold can be read off it: of "gap (closed|narrowed)" the letters "gap", and those of "closed" or of
"narrowed". A gate is shut where a sentence has no word with such letters; what a word has is found out once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Clause = frozenset[str]
"""Letters of which at least one run stands in everything that a pattern matches."""

_SHORTEST = 3  # letters of a run that says anything
_LONG = 40  # letters of a word whose runs are no longer looked up one by one
_WORDS_AT_MOST = 50_000  # words whose answers are kept


class Words(frozenset[str]):
    """The words of a sentence in lower case: what they open is found out once, for all gates."""

    _opened: tuple[int, int] = (0, 0)  # for how many gates, and the clauses that are fulfilled


class Gates:
    """The gates of some patterns."""

    def __init__(self, *patterns: re.Pattern[str]) -> None:
        ways = [_needed(pattern) for pattern in patterns]
        clauses = list({clause: None for way in ways for clause in way})
        self._masks = [sum(1 << clauses.index(clause) for clause in way) for way in ways]
        self._shift, self._own = _ALL.add(clauses), (1 << len(clauses)) - 1
        self._free = frozenset(n for n, mask in enumerate(self._masks) if not mask)
        self._with: dict[int, list[tuple[int, int]]] = {}
        """By the number of a clause, the patterns that need it first: their numbers and masks."""
        for n, mask in enumerate(self._masks):
            if mask:
                self._with.setdefault(_lowest(mask), []).append((n, mask))

    def may(self, words: Collection[str]) -> bool:
        """Whether any pattern may match among these words, given in lower case."""
        held = _ALL.held(words) >> self._shift & self._own
        if not held:
            return bool(self._free)
        return any(mask & held == mask for mask in self._masks)

    def opened(self, words: Collection[str]) -> frozenset[int]:
        """The numbers of the patterns that may match among these words."""
        held = rest = _ALL.held(words) >> self._shift & self._own
        if not held:
            return self._free
        found = []
        while rest:
            first = _lowest(rest)
            rest ^= 1 << first
            found += [n for n, mask in self._with.get(first, ()) if mask & held == mask]
        return self._free.union(found)


def _lowest(mask: int) -> int:
    """The number of the lowest bit."""
    return (mask & -mask).bit_length() - 1


class _Clauses:
    """The clauses of all gates, a bit for each: most gates are asked for the same words in turn."""

    def __init__(self) -> None:
        self._count = self._gates = 0
        self._runs: dict[str, int] = {}
        self._known: dict[str, int] = {}

    def add(self, clauses: list[Clause]) -> int:
        """Take the clauses of one more gate; the number of the first of them."""
        first = self._count
        for number, clause in enumerate(clauses, first):
            for run in clause:
                self._runs[run] = self._runs.get(run, 0) | 1 << number
        self._count += len(clauses)
        self._gates += 1
        self._known.clear()
        return first

    def held(self, words: Collection[str]) -> int:
        """The clauses that words fulfil."""
        if type(words) is not Words:
            return self._of_all(words)
        gates, held = words._opened
        if gates != self._gates:
            held = self._of_all(words)
            words._opened = self._gates, held
        return held

    def _of_all(self, words: Collection[str]) -> int:
        known, held = self._known, 0
        masks = set(map(known.get, words))  # most words open nothing, and are known
        if None in masks:
            masks = {self._of(word) if (mask := known.get(word)) is None else mask for word in words}
        for mask in masks:
            held |= mask or 0
        return held

    def _of(self, word: str) -> int:
        if len(self._known) > _WORDS_AT_MOST:
            self._known.clear()
        found, runs, last = 0, self._runs, len(word) + 1
        if len(word) > _LONG:
            for run, clauses in runs.items():
                found |= clauses if run in word else 0
        else:
            told = {word[a:b] for a in range(last - _SHORTEST) for b in range(a + _SHORTEST, last)}
            for run in runs.keys() & told:
                found |= runs[run]
        self._known[word] = found
        return found


_ALL = _Clauses()


def _needed(pattern: re.Pattern[str]) -> list[Clause]:
    """The clauses that all matches of a pattern fulfil."""
    return list(dict.fromkeys(_of_sequence(parser.parse(pattern.pattern, pattern.flags))))


def _of_sequence(sequence: Iterable[Any]) -> list[Clause]:
    clauses: list[Clause] = []
    run = ""
    for code, argument in sequence:
        letter = chr(argument).lower() if code is codes.LITERAL else ""
        if letter.isalpha() and letter.isascii():
            run += letter
            continue
        clauses += _of_run(run)
        run = ""
        clauses += _of_part(code, argument)
    return clauses + _of_run(run)


def _of_run(run: str) -> list[Clause]:
    return [frozenset((run,))] if len(run) >= _SHORTEST else []


def _of_part(code: Any, argument: Any) -> list[Clause]:
    if code is codes.SUBPATTERN:
        return _of_sequence(argument[3])
    if code is codes.BRANCH:
        return _of_branches(argument[1])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) and argument[0] > 0:
        return _of_sequence(argument[2])
    if code is codes.ATOMIC_GROUP:
        return _of_sequence(argument)
    if code is codes.ASSERT and argument[0] > 0:  # what stands before may stand before the sentence
        return _of_sequence(argument[1])
    return []


def _of_branches(branches: Iterable[Any]) -> list[Clause]:
    """One clause for all branches: of each branch that which says most, by the shortest of its runs."""
    either: set[str] = set()
    for branch in branches:
        found = _of_sequence(branch)
        if not found:
            return []
        either |= max(found, key=lambda clause: (min(map(len, clause)), -len(clause), sorted(clause)))
    return [frozenset(either)]
