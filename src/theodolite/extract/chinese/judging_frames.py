"""What a frame of judgement is: a pattern, how far behind its clause it may end, and what its matches say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from theodolite.extract.chinese.hit import Hit
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import LONGEST, Span
from theodolite.extract.chinese.starts import Starts

Made = Callable[[Scene, Span, re.Match[str]], Iterable[Hit]]
"""What a match in a clause says."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern whose matches begin in a clause and end at most so many characters behind it; `inside`: not
    behind the sentence."""

    pattern: re.Pattern[str]
    made: Made
    beyond: int = 0
    inside: bool = False


def in_sentence(pattern: re.Pattern[str], made: Made, beyond: int = LONGEST) -> Frame:
    """A frame whose matches may run on through the sentence."""
    return Frame(pattern, made, beyond, inside=True)


class Frames:
    """Frames in the order in which they win a place; only those are run that may begin in a clause."""

    def __init__(self, *frames: Frame) -> None:
        self._frames = frames
        self._starts = Starts(*((frame.pattern,) for frame in frames))

    def find(self, scene: Scene) -> Iterator[tuple[Span, Iterator[Hit]]]:
        """The clauses that may hold a judgement, each with those that begin in it."""
        for number, asked in self._starts.clauses(scene.having, len(scene.clauses)):
            yield scene.clauses[number], self._in_clause(scene, scene.clauses[number], asked)

    def _in_clause(self, scene: Scene, clause: Span, asked: list[int]) -> Iterator[Hit]:
        content, a, b = scene.content, clause.start, clause.end
        for number in asked:
            frame = self._frames[number]
            end = b + frame.beyond
            if frame.inside:
                end = min(end, scene.sentence_end(a))
            for match in frame.pattern.finditer(content, a, end):
                if match.start() < b:
                    yield from frame.made(scene, clause, match)


def said(
    weak: bool | None = None,
    about: str | None = None,
    whose: str | None = None,
    *,
    home: bool = False,
    low: str = "weak",
) -> Made:
    """A maker of one judgement. `weak`: which way it goes; None: weak where the group `low` has matched.
    `about`, `whose`: the groups with the words for what and for whom."""

    def made(scene: Scene, clause: Span, match: re.Match[str]) -> Iterable[Hit]:
        way = match[low] is not None if weak is None else weak
        on = match.span(about) if about else None
        who = match.span(whose) if whose else None
        return (Hit(match.start(), match.end(), way, on, who, home),)

    return made
