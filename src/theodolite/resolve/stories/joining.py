"""The documents of one step joined to stories and to each other, the likest pair first."""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from theodolite.resolve.stories.index import Index
from theodolite.resolve.stories.likeness import Bundle, joined, likeness, without

ALIKE = 0.5
"""From this likeness on two documents tell one story."""
TOLD = 0.07
"""What each doubling of a story's documents takes off that: what many tell, one more may well tell of."""
LOWEST = 0.9
"""The most that it takes off, so that no story draws in all of its topic."""
SETTLED = 0.55
"""The same for two stories that were settled on earlier days."""
KEPT = 0.7
"""A document whose likeness to the rest of its story is under this share of `ALIKE` is taken out on its
day."""
AGEING = 10.0
"""Days in which what a story was told with falls to 1/e in it."""


@dataclass(slots=True)
class Open:
    """A story in the making, by the number of its first document."""

    number: int
    bundle: Bundle
    members: list[int]
    formerly: list[int] = field(default_factory=list)
    settled: bool = False
    state: int = 0
    near: set[int] = field(default_factory=set)

    def forget(self) -> None:
        """Let go of what only further documents would need."""
        self.bundle = Bundle(halves={}, first=self.bundle.first, last=self.bundle.last, at=self.bundle.at)


class Joining:
    """One step. Changes `live` and the index in place; `new` are its documents' bundles by number."""

    def __init__(self, live: dict[int, Open], new: Mapping[int, Bundle], index: Index, window: int) -> None:
        self.live, self.new, self.index, self.window = live, new, index, window
        self.heap: list[tuple[float, int, int, int, int]] = []

    def run(self) -> None:
        """Join, take out what does not fit, and settle."""
        for number, own in self.new.items():
            self.live[number] = Open(number, own, [number])
        for number in self.new:
            for other in self.index.near(number):
                if other in self.live:
                    self._pair(number, other, ALIKE / 2)
        self._join()
        taken_out = [number for number in self.new if self._take_out(number)]
        for number in taken_out:
            for other in self.index.near(number):
                # What was just taken out of a story does not go back to it.
                if other in self.live and not self.live[other].near & {number}:
                    self._pair(number, other, ALIKE)
        self._join()
        for number in self.new:
            story = self.live[self.index.story(number)]
            story.settled, story.near = True, set()

    def _pair(self, one: int, other: int, least: float) -> None:
        """Note a pair that is likely enough to be asked again."""
        one, other = min(one, other), max(one, other)
        a, b = self.live[one], self.live[other]
        if max(a.bundle.first - b.bundle.last, b.bundle.first - a.bundle.last) > self.window:
            return
        alike = likeness(a.bundle, b.bundle)
        if alike >= least:
            heapq.heappush(self.heap, (-round(alike, 9), one, other, a.state, b.state))

    def _join(self) -> None:
        """The likest pair first. A pair one of which has changed is asked again when its turn comes."""
        while self.heap:
            negative, one, other, state, other_state = heapq.heappop(self.heap)
            first, second = self.index.story(one), self.index.story(other)
            if first == second:
                continue
            a, b = self.live[min(first, second)], self.live[max(first, second)]
            if (first, second, a.state, b.state) != (one, other, state, other_state):
                self._pair(first, second, ALIKE / 2)
            elif -negative >= self._least(a, b):
                self._merge(a, b)

    def _least(self, a: Open, b: Open) -> float:
        if a.settled and b.settled:
            return SETTLED
        return ALIKE * max(LOWEST, 1 - TOLD * math.log2(max(len(a.members), len(b.members))))

    def _merge(self, into: Open, other: Open) -> None:
        into.bundle = joined(into.bundle, other.bundle, AGEING)
        into.members += other.members
        into.formerly += [*other.formerly, *([other.number] if other.settled else [])]
        into.settled = into.settled or other.settled
        into.state += 1
        del self.live[other.number]
        self.index.join(other.number, into.number)

    def _take_out(self, number: int) -> bool:
        """A document of this step that the rest of its story has moved away from is its own story again."""
        story = self.live[self.index.story(number)]
        if number == story.number or len(story.members) < 3:
            return False
        rest = without(story.bundle, self.new[number])
        if likeness(self.new[number], rest) >= KEPT * ALIKE:
            return False
        for member in story.members:
            self.index.story(member)  # each leads straight to the story, none by way of this document
        story.bundle = rest
        story.members.remove(number)
        story.state += 1
        story.near.add(number)
        self.index.split(number)
        self.live[number] = Open(number, self.new[number], [number])
        return True
