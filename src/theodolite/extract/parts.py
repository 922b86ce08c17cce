"""The parts of a text (feed items, an article and its comments), and its sentences kept inside of them.

What stands in no part of a text that has parts is a page's furniture: nobody says it, so it is no sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from theodolite.extract.words.sentences import Sentence
from theodolite.model.text import Part, Text

OF_OTHERS = frozenset({"comment", "quotation"})
"""Kinds of parts that never speak with the voice of the text's own author."""


class Parts:
    """The parts of one text by place."""

    def __init__(self, text: Text) -> None:
        self.all: Sequence[Part] = text.parts
        self._starts = [part.start for part in self.all]
        self.is_discussion = any(part.kind in OF_OTHERS for part in self.all)
        self.own_spans: tuple[tuple[int, int], ...] = (
            tuple((part.start, part.end) for part in self.all if part.kind not in OF_OTHERS)
            if self.is_discussion
            else ((0, len(text.content)),)
        )
        """Where the text's own author can be the one who speaks: everywhere but in comments."""

    def at(self, position: int) -> Part | None:
        """The part that holds a place, None between parts."""
        number = bisect_right(self._starts, position) - 1
        return self.all[number] if number >= 0 and position < self.all[number].end else None

    def same(self, a: int, b: int) -> bool:
        """Whether two places lie in one post: in one part, or in two of the same kind and place."""
        one, other = self.at(a), self.at(b)
        if one is None or other is None:
            return one is other
        return one is other or (one.kind in OF_OTHERS and (one.kind, one.place) == (other.kind, other.place))

    def sentences(self, content: str, found: Sequence[Sentence]) -> tuple[Sentence, ...]:
        """The sentences, each cut where a part begins or ends and left out where it stands in none."""
        if not self.all:
            return tuple(found)
        kept: list[Sentence] = []
        number, paragraph = 0, -1
        before: tuple[int, int] | None = None
        for s in found:
            while number < len(self.all) and self.all[number].end <= s.start:
                number += 1
            here = number
            while here < len(self.all) and self.all[here].start < s.end:
                start, end = max(s.start, self.all[here].start), min(s.end, self.all[here].end)
                piece = content[start:end]
                if piece.strip():
                    if before != (s.paragraph, here):
                        paragraph, before = paragraph + 1, (s.paragraph, here)
                    start += len(piece) - len(piece.lstrip())
                    end -= len(piece) - len(piece.rstrip())
                    kept.append(Sentence(start, end, paragraph, s.kind))
                here += 1
        return tuple(kept)
