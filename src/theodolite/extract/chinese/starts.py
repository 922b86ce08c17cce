"""Where patterns may begin: which of many are worth running over a clause, by one look at its characters.

A clause of twenty characters is asked some hundred and fifty patterns, of which two or three find anything.
What every match of a pattern begins with, one or two characters, is read off the pattern itself (where it may
begin with anything, the first thing further on that is certain), so that nothing has to be kept in step by
hand and no match is lost.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import add
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from theodolite.extract.chinese.sentences import Span

_Heads = set[tuple[str, bool]]
"""What something may begin with, and whether what follows it there is unknown or no longer of interest."""

_LONG = 2  # characters of a beginning
_MANY = 400  # characters of a set that are still told one by one
_ANYTHING: _Heads = {("", True)}


_KNOWN: set[str] = set()
"""The beginnings of all patterns. The tables that hold them are made as their modules are imported."""


def index(content: str, clauses: Iterable[Span]) -> dict[str, list[int]]:
    """Every character and every pair of neighbours that a pattern may begin with to the numbers of the
    clauses that hold it, in order. A pair may end right behind its clause."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, clause in enumerate(clauses):
        shown = content[clause.start : clause.end + 1]
        for held in _KNOWN.intersection(chain(shown, map(add, shown, shown[1:]))):
            found[held].append(number)
    return dict(found)


class Starts:
    """The beginnings of some patterns, in groups that are asked together."""

    def __init__(self, *groups: Iterable[re.Pattern[str]]) -> None:
        self._always = 0
        self._heads: dict[str, int] = {}  # beginnings to the groups that have them, a bit for each
        for number, group in enumerate(groups):
            for pattern in group:
                heads = _needed(pattern)
                if not heads:
                    self._always |= 1 << number
                for head in heads:
                    self._heads[head] = self._heads.get(head, 0) | 1 << number
        _KNOWN.update(self._heads)

    def clauses(self, having: Mapping[str, Sequence[int]], count: int) -> Iterator[tuple[int, list[int]]]:
        """The clauses, of so many, in which a pattern may begin, and the numbers of its groups, all in order.
        Of a pattern that may begin with anything, what is certain has to stand in the clause as well."""
        found = dict.fromkeys(range(count), self._always) if self._always else {}
        for head in self._heads.keys() & having.keys():
            groups = self._heads[head]
            for number in having[head]:
                found[number] = found.get(number, 0) | groups
        for number in sorted(found):
            yield number, _bits(found[number])


def _bits(mask: int) -> list[int]:
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found


def _needed(pattern: re.Pattern[str]) -> set[str]:
    """One of these every match of a pattern begins with, or holds; empty where nothing is certain."""
    if pattern.flags & re.IGNORECASE:
        return set()
    whole = list(parser.parse(pattern.pattern, pattern.flags))
    for first in range(len(whole)):
        heads = {head for head, _ in _of_sequence(whole[first:])}
        if "" not in heads:
            return heads
    return set()


def _of_sequence(sequence: Iterable[Any]) -> _Heads:
    heads: _Heads = {("", False)}
    for code, argument in sequence:
        if all(done for _, done in heads):
            break
        heads = _joined(heads, _of_part(code, argument))
    return heads


def _joined(heads: _Heads, following: _Heads) -> _Heads:
    found: _Heads = set()
    for head, done in heads:
        if done:
            found.add((head, True))
            continue
        for tail, ended in following:
            both = (head + tail)[:_LONG]
            found.add((both, ended or len(both) == _LONG))
    return found


def _of_part(code: Any, argument: Any) -> _Heads:
    if code is codes.LITERAL:
        return {(chr(argument), False)}
    if code is codes.IN:
        return _of_set(argument)
    if code is codes.SUBPATTERN:
        return _of_sequence(argument[3])
    if code is codes.BRANCH:
        return {head for branch in argument[1] for head in _of_sequence(branch)}
    if code is codes.ATOMIC_GROUP:
        return _of_sequence(argument)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, most, repeated = argument
        once = _of_sequence(repeated)
        found = once if most == 1 else once | _joined(once, once)
        return found if least else found | {("", False)}
    if code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
        return {("", False)}  # of no width
    return _ANYTHING


def _of_set(members: Iterable[Any]) -> _Heads:
    """The characters of a set, where it names them."""
    found: set[int] = set()
    for code, argument in members:
        if code is codes.LITERAL:
            found.add(argument)
        elif code is codes.RANGE and argument[1] - argument[0] < _MANY:
            found.update(range(argument[0], argument[1] + 1))
        else:
            return _ANYTHING  # "not one of these", or a kind of character
    return {(chr(one), False) for one in found} if len(found) < _MANY else _ANYTHING
