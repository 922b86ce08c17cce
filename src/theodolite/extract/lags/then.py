"""A level that the other side had so long ago: "where U.S. models were a year ago"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.lags import cues, ellipsis, followers, parties
from theodolite.extract.lags.claims import Found
from theodolite.extract.lags.sides import Sides
from theodolite.extract.lags.stretch import Stretch
from theodolite.extract.referents import Referent, from_mention

_WE_ARE = re.compile(
    r"\bwe(?:['’]re|\s(?:are|were))\s(?:(?:now|about|roughly|still|just|only)\s){0,2}\Z", re.I
)
_LONGEST = 240.0  # months: who is where another was longer ago is no race


class Then(Stretch):
    """Where one side is now and the other was a stretch of time before."""

    def rules(self) -> tuple[Callable[[], Found | None], ...]:
        """The readings to try, in order."""
        return (self._then_level,)

    def _then_level(self) -> Found | None:
        """ "where U.S. models were a year ago"."""
        then = self.figure.unit == ellipsis.SINCE or cues.AGO.match(self.after)
        level = cues.AGO_LEVEL.search(self.before) if then else None
        if not level or (self.figure.months and (self.figure.months[0] or 0) > _LONGEST):
            return None
        finder = self.finder
        at = self.sentence.start + level.start()
        leader = self._leader(at)
        if leader is None:
            return None
        behinds = [
            m
            for m in self.scene.reading.mentions_in(self.sentence.start, at)
            if not (m.adjective and m.kind == "side") and m.name not in OBSERVERS and m.kind != "person"
        ]
        if any(m.kind in ("organisation", "model") for m in behinds):
            behinds = [m for m in behinds if m.kind != "group"]
        speaks = _WE_ARE.search(self.content, max(self.sentence.start, at - 30), at)
        if (speaks or not behinds) and (own := followers.ours(finder, at)):
            return self.found(Sides(own, leader), (at, self.figure.end))
        behind = from_mention(self.content, behinds[-1]) if behinds else self._subject(at)
        if behind is None or behind.name == leader.name:
            return None
        if leader.side is not None and leader.side == behind.side and leader.kind == "side":
            return None
        return self.found(Sides(behind, leader), (at, self.figure.end))

    def _leader(self, at: int) -> Referent | None:
        """Who was there then: the first name behind the words for the level, listed or not."""
        for mention in self.scene.reading.mentions_in(at, self.figure.opening):
            return from_mention(self.content, mention)
        if self.content[at : at + 4].lower() == "like":
            return None  # "just like Anna did years ago"
        for mention in self.scene.reading.unknown_in(at, self.figure.opening):
            return parties.in_place(self.finder, mention.start, mention.end)
        return None

    def _subject(self, at: int) -> Referent | None:
        """Who is there now: a name that nobody listed, or what a pronoun or "the company" stands for."""
        finder = self.finder
        if found := followers.unlisted(finder, at):
            return found
        verb = self._verb(at)
        found = finder.follower_of(finder.parse.span(verb)[0]) if verb is not None else None
        return found if parties.is_somebody(self.finder, found) else None

    def _verb(self, at: int) -> Any | None:
        """The verb that says it: the word for the level itself ("matches"), else the last one before it."""
        parse = self.finder.parse
        own = parse.at(at)
        if own is not None and own.tag_.startswith("VB"):
            return own
        verbs = [t for t in parse.within(self.sentence.start, at) if t.tag_.startswith("VB")]
        return verbs[-1] if verbs else None
