"""Documents put into stories in one pass over time.

Single-pass clustering as of topic detection and tracking (Allan, Papka and Lavrenko 1998; Yang, Pierce and
Carbonell 1998), with one change: the documents of a day are not taken one by one. Within a day the likest
pair is joined first, then the next, so that no order within the day matters. What was settled on earlier
days stays together; a later day may only add to it, or join two stories that one event turns out to have.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from theodolite.model.story import Grouped, Telling
from theodolite.resolve.stories.background import Background
from theodolite.resolve.stories.index import Index
from theodolite.resolve.stories.joining import Joining, Open
from theodolite.resolve.stories.likeness import bundle
from theodolite.resolve.stories.terms import terms

VERSION = "stories/1"
"""Names the state of these rules."""

WINDOW = 21
"""Days after which a story is over: a later document opens another."""
_SWEPT = 3


def grouped(tellings: Iterable[Telling]) -> list[Grouped]:
    """Every document in exactly one story, stories in the order in which they began.

    The result depends on the documents alone, not on the order they are given in; of one id given twice the
    first counts. Documents first seen on a later day leave what earlier ones were put into as it was,
    except that two stories may be joined; the older id stays, the younger is among `formerly`. ValueError
    for a day that is none.
    """
    return _Pass(_ordered(tellings)).run()


def _ordered(tellings: Iterable[Telling]) -> list[Telling]:
    once: dict[str, Telling] = {}
    for telling in sorted(tellings, key=lambda t: (t.seen, _day(t), t.at, t.id, t.title or "", t.text)):
        once.setdefault(telling.id, telling)
    return list(once.values())


def _day(telling: Telling) -> str:
    """The day it counts for: nothing is told before it happens, whatever a page's date says."""
    return min(telling.day, telling.seen)


class _Pass:
    """Documents by number in their order; a story is known by the number of its first document."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.tellings = tellings
        self.days = [dt.date.fromisoformat(_day(t)).toordinal() for t in tellings]
        self.background = Background()
        self.index = Index()
        self.live: dict[int, Open] = {}
        self.over: list[Open] = []
        self.newest = self.swept = 0

    def run(self) -> list[Grouped]:
        """Step by step: the documents first seen on one day, by the day they count for."""
        numbers = range(len(self.tellings))
        for (_, day), step in groupby(numbers, key=lambda k: (self.tellings[k].seen, self.days[k])):
            self._sweep(day)
            self._step(day, list(step))
        found = sorted([*self.over, *self.live.values()], key=lambda story: story.number)
        return [self._grouped(story) for story in found]

    def _step(self, day: int, numbers: Sequence[int]) -> None:
        told = [terms(self.tellings[k].title, self.tellings[k].text) for k in numbers]
        self.background.add(day, (t.counts for t in told))
        rarity = self.background.rarity
        new = {k: bundle(t, rarity, day) for k, t in zip(numbers, told, strict=True)}
        for k, own in new.items():
            self.index.add(k, own)
        Joining(self.live, new, self.index, WINDOW).run()

    def _sweep(self, day: int) -> None:
        """Stories that are over leave the index, so that what a day costs does not grow with the past."""
        self.newest = max(self.newest, day)
        if self.newest - self.swept < _SWEPT:
            return
        self.swept = self.newest
        over = [number for number, story in self.live.items() if story.bundle.last < self.newest - WINDOW]
        for number in over:
            story = self.live.pop(number)
            story.forget()
            self.over.append(story)
        self.index.sweep(self.live)

    def _grouped(self, story: Open) -> Grouped:
        return Grouped(
            id=self.tellings[story.number].id,
            members=tuple(self.tellings[k].id for k in sorted(story.members)),
            formerly=tuple(self.tellings[k].id for k in sorted(story.formerly)),
        )
