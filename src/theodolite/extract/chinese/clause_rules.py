"""Rules that look at one clause each, run only over the clauses in which one of their patterns may begin."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.starts import Starts

Found = TypeVar("Found")


class ClauseRules(Generic[Found]):
    """Rules in their order, each with the patterns without one of which it finds nothing. Clauses of fewer
    characters than `least` are left out."""

    def __init__(
        self,
        *rules: tuple[Callable[[Scene, Span], Iterable[Found]], tuple[re.Pattern[str], ...]],
        least: int = 1,
    ) -> None:
        self._rules = tuple(rule for rule, _ in rules)
        self._starts = Starts(*(patterns for _, patterns in rules))
        self._least = least

    def find(self, scene: Scene) -> Iterator[Found]:
        """What the rules find, clause by clause."""
        for number, asked in self._starts.clauses(scene.having, len(scene.clauses)):
            clause = scene.clauses[number]
            if clause.end - clause.start >= self._least:
                for rule in asked:
                    yield from self._rules[rule](scene, clause)


_OF_A_CLAUSE = 6  # matches of a pattern that are looked at; prose has at most two or three


def first_of(pattern: re.Pattern[str], scene: Scene, clause: Span) -> Iterator[re.Match[str]]:
    """The first matches of a pattern in a clause, in order."""
    return itertools.islice(pattern.finditer(scene.content, clause.start, clause.end), _OF_A_CLAUSE)


Asked = tuple[Callable[[Scene, Span], Iterable[Found]], tuple[re.Pattern[str], ...]]
"""A rule with what it cannot do without."""


def by_matches(
    pattern: re.Pattern[str], made: Callable[[Scene, re.Match[str], int, int], Iterable[Found]]
) -> Asked[Found]:
    """The rule that asks `made` for every match of a pattern in a clause, given with the clause's ends."""

    def rule(scene: Scene, clause: Span) -> Iterator[Found]:
        for match in pattern.finditer(scene.content, clause.start, clause.end):
            yield from made(scene, match, clause.start, clause.end)

    return rule, (pattern,)


def between(made: Callable[[Scene, int, int], Iterable[Found]], *patterns: re.Pattern[str]) -> Asked[Found]:
    """A rule that is given the clause's ends."""

    def rule(scene: Scene, clause: Span) -> Iterable[Found]:
        return made(scene, clause.start, clause.end)

    return rule, patterns
