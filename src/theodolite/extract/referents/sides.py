"""The sides that the words leave out: whom "the gap" or "behind" is measured against."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from theodolite.extract.field_order import CHIP_LEADERS, LEADERS, OBSERVERS, in_order, is_about_chips
from theodolite.extract.reading import Reading

_REGIONS = frozenset(
    ("Asia", "Africa", "Latin America", "Asia-Pacific", "Southeast Asia", "Middle East", "World")
)
"""Parts of the world that no gap is measured against where the words leave a side out."""


class LeftOutSides:
    """The sides of one document, as far as a statement may leave them to the reader."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.content = reading.content

    @cached_property
    def _weights(self) -> Counter[str]:
        """How much the document speaks of each side; its companies and models count half."""
        found: Counter[str] = Counter()
        for m in self.reading.mentions:
            if m.side and m.kind != "person" and m.name not in OBSERVERS and m.side not in _REGIONS:
                found[m.side] += 2 if m.kind in ("side", "group") else 1
        if found["Europe"] and found["European Union"]:
            found["Europe"] += found.pop("European Union")
        return found

    @cached_property
    def main_sides(self) -> tuple[str, ...]:
        """The two sides that the document speaks of most, the first the more so."""
        return tuple(s for s, _ in self._weights.most_common(2))

    def other_side(self, side: str | None, near: int, ahead: bool = True) -> str | None:
        """The side that a statement about `side` is held against where the words leave it out: the one of
        the sentences before in the paragraph, else the other one of the two that the document is about."""
        for start, end in self._back(near):
            others = [s for s in self._sides_in(start, end) if s != side and self._fits(side, s, near, ahead)]
            if len(set(others)) == 1 or (others and set(others) & set(self.main_sides)):
                main = [s for s in others if s in self.main_sides]
                return (main or others)[-1]
        ranked = [s for s, _ in self._weights.most_common(4)]
        return next((s for s in ranked if s != side and self._fits(side, s, near, ahead)), None)

    def _fits(self, side: str | None, other: str, near: int, ahead: bool) -> bool:
        """Whether `other` may be left out as the one ahead of `side` (or behind it): nobody leaves out that a
        leader of the field trails some other."""
        if ahead and side in LEADERS and other not in (*LEADERS, *CHIP_LEADERS):
            return False
        if side is None or {side, other} == set(self.main_sides):
            first = "United States" in (side, other) or side is None
            return (
                not first
                or side in (None, "United States")
                or (other == "United States") == ahead
                or not ahead
            )
        follower, leader = self.order(side, other, near)
        return (leader == other) if ahead else (follower == other)

    def _back(self, near: int) -> Iterator[tuple[int, int]]:
        """The places of the sentence up to `near` and of the three before it, as far as the paragraph
        goes, and one beyond."""
        number = self.reading.sentence_at(near)
        paragraph = self.reading.sentences[number].paragraph
        for back in range(min(4, number + 1)):
            s = self.reading.sentences[number - back]
            if back > 1 and s.paragraph != paragraph:
                return
            yield s.start, s.end if back else near

    def _sides_in(self, start: int, end: int) -> list[str]:
        """The sides named between two places, but for places where something was said or happened."""
        found = []
        for m in self.reading.mentions_in(start, end):
            placed = re.search(
                r"\b(?:in|at|from)\s(?:the\s)?\Z", self.content[max(0, m.start - 10) : m.start]
            )
            side = m.side or m.name
            if m.kind in ("side", "group") and m.side and (not placed or side in self.main_sides):
                found.append(side)
        return found

    def pair(self, near: int) -> tuple[str, str] | None:
        """(follower, leader) of "the gap" with no sides: the last two that stand together, else the
        document's."""
        for start, end in self._back(near):
            sides = list(
                dict.fromkeys(
                    m.side or m.name
                    for m in self.reading.mentions_in(start, end)
                    if m.kind in ("side", "group") and (m.side or m.name) in LEADERS
                )
            )
            if len(sides) >= 2:
                return self.order(sides[0], sides[1], near)
        top = [s for s in self.main_sides if s in LEADERS]
        return self.order(top[0], top[1], near) if len(top) == 2 else None

    def order(self, first: str, second: str, near: int) -> tuple[str, str]:
        """(follower, leader) of two sides: as the field has them, in chips otherwise than in models."""
        return in_order(first, second, is_about_chips(self.content[max(0, near - 200) : near + 120]))
