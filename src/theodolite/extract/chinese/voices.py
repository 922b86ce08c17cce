"""Who speaks where in a Chinese text: its own voice, turns of talk, quotations, reported speech, studies."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from theodolite.extract.chinese import beside_quotations, names, reporting, sentences, signatures
from theodolite.extract.chinese.reported import Reported
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.voices.voice import Voice
from theodolite.model.claim import Attribution

if TYPE_CHECKING:
    from theodolite.extract.chinese.scene import Scene


class Voices:
    """All attributions of one document, found once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.own = signatures.of(scene)
        self.turns = signatures.turns(scene)
        self._turned = [t.start for t in self.turns]
        self.quotations = sentences.quotations(scene.content)
        self.reported = reporting.find(scene, self.quotations, self.own is not None)
        self._starts = [r.start for r in self.reported]
        self._quoted = [q.start for q in self.quotations]
        self._speakers = self._spoken()

    def _spoken(self) -> dict[int, Reported]:
        """The speaker of each quotation, by the place where it begins."""
        found: dict[int, Reported] = {}
        previous: tuple[Span, Reported] | None = None
        for quote in self.quotations:
            said = beside_quotations.of_quotation(self._scene, quote, self.reported)
            if said is None and previous and self._goes_on(previous[0], quote):
                said = previous[1]
            if said is None and (around := self._innermost(quote.start)) and around.end >= quote.end:
                said = around
            if said is not None:
                found[quote.start] = said
                previous = (quote, said)
        return found

    def _goes_on(self, last: Span, quote: Span) -> bool:
        """A quotation right behind another in its paragraph, with no other speaker between."""
        gap = self._scene.content[last.end : quote.start]
        if re.fullmatch(r"\s*“", gap):
            return True  # the next paragraph of one quotation
        return len(gap) < 40 and "\n" not in gap and bool(re.fullmatch(r"[”\"][^“”]*[“\"]", gap))

    def _innermost(self, position: int) -> Reported | None:
        """The last attribution that holds a place."""
        number = bisect_right(self._starts, position)
        for reported in reversed(self.reported[max(0, number - 12) : number]):
            if reported.start <= position < reported.end:
                return reported
        return None

    def opening(self, start: int, at: int) -> int:
        """Where the introduction of the speaker ends, between the start of a sentence and a place."""
        first = bisect_right(self._starts, start - 1)
        last = bisect_right(self._starts, at)
        return max([start, *(r.start for r in self.reported[first:last])])

    def rebutting(self, start: int, end: int) -> Voice | None:
        """Who speaks first after a place: to a question that is answered, or a view that is rejected."""
        first = bisect_right(self._starts, start - 1)
        for reported in self.reported[first : first + 8]:
            if reported.start > end:
                return None
            if reported.name:
                return self._voice(reported, "indirect", start)
        return None

    def quotation_at(self, start: int, end: int) -> Span | None:
        """The quotation that holds a place."""
        number = bisect_right(self._quoted, start) - 1
        if number >= 0 and end <= self.quotations[number].end:
            return self.quotations[number]
        return None

    def at(self, start: int, end: int) -> Voice:
        """Whose words stand between two places."""
        quote = self.quotation_at(start, end)
        if quote and (said := self._speakers.get(quote.start)):
            inner = self._innermost(start)
            if inner is None or inner.start < quote.start:
                return self._voice(said, "direct", start)
        reported = self._innermost(start)
        if reported is not None and reported.own:
            return self._own(start)
        if reported is not None:
            kind: Attribution = "consensus" if reported.consensus else "direct" if quote else "indirect"
            return self._voice(reported, kind, start)
        return self._own(start)

    def _voice(self, said: Reported, attribution: Attribution, at: int) -> Voice:
        return Voice(said.name, said.text, said.side, attribution, said.via, said.cites, said.said_on)

    def _own(self, position: int) -> Voice:
        """The text's own voice: of a turn, a part, or the body."""
        number = bisect_right(self._turned, position)
        for turn in self.turns[max(0, number - 1) : number]:
            if position < turn.end:
                return Voice(turn.name, turn.text, names.side_of(turn.name), "own_voice")
        part = self._scene.part_at(position)
        if part is not None and part.author:
            return Voice(part.author, part.author, names.side_of(part.author), "own_voice")
        name = self.own
        if self.turns and position < self.turns[0].start and name in {t.name for t in self.turns}:
            name = None  # the lines above a talk are about who talks
        return Voice(name, name, names.side_of(name), "own_voice")
