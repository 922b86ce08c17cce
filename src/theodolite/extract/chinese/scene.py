"""A Chinese document with everything a rule may ask: sentences, names, figures, periods, voices."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from functools import cached_property

from theodolite.extract.chinese import (
    affiliations,
    anaphora,
    figures,
    names,
    periods,
    places,
    script,
    sentences,
    starts,
    subject_matter,
    things,
    unlisted,
)
from theodolite.extract.chinese.figures import Figure
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.chinese.voices import Voices
from theodolite.extract.words import spans
from theodolite.extract.words.known_names import Mention
from theodolite.extract.words.periods import Period
from theodolite.model.claim import Kind
from theodolite.model.origin import Origin
from theodolite.model.text import Part, Text

_SINGAPORE = re.compile(r"新元|新币|组屋|狮城|数码发展|本地区|淡米尔")
_TONGUE = re.compile(r"语(?!言|音|料|境)|文(?!化|件|明|学|本|章|献|职)")
"""Behind a country: its language, not the country."""


class Scene:
    """One document as its rules see it. `content` is in simplified characters, as long as the text."""

    def __init__(self, text: Text, origin: Origin) -> None:
        self.text = text
        self.origin = origin
        self.content = script.simplified(text.content)
        self.published = origin.published or text.published
        self.sentences = sentences.split(self.content)
        self._starts = [s.start for s in self.sentences]
        self._taken: list[tuple[int, int]] = []  # places of figures that a rule has used up, in order
        self.left_off: dict[Kind, int] = {}
        """Kinds that a rule has stopped to look for, as the text holds more than are read, and where."""
        self.gaps: list[tuple[int, Mention | None, Mention | None]] = []
        """(place, follower, leader) of the lags found so far: what "the gap" is about further on."""

    @cached_property
    def home(self) -> str:
        """The text's own country: Taiwan or Singapore where its words are theirs, else China."""
        if self.content.count("新加坡") > max(1, self.content.count("中国")) and _SINGAPORE.search(
            self.content
        ):
            return "Singapore"
        taiwanese = ("辉达", "川普", "立法院", "行政院", "中国大陆", "大陆", "台湾")
        count = sum(self.content.count(w) for w in taiwanese)
        return "Taiwan" if count > 1 and script.is_traditional(self.text.content) else "China"

    @cached_property
    def ours(self) -> str:
        """Whose "we" is, where the speaker's side is not known: that of a text that is not on China's."""
        counts = Counter(m.side for m in self.known if m.kind in ("side", "group") and m.side)
        if counts[self.home] or not counts:
            return self.home
        others = [side for side, n in counts.most_common() if side != "United States" and n > 1]
        return others[0] if others else self.home

    @cached_property
    def currency(self) -> str:
        """The money that a bare "元" is of: Hong Kong's and Taiwan's papers mean their own."""
        if script.is_traditional(self.text.content):
            if self.home == "Taiwan" or self.content.count("台湾") > 1:
                return "TWD"
            hong_kong = (
                "港股",
                "恒指",
                "恒生",
                "港元",
                "本港",
                "港交所",
                "派息",
                "蚀",
                "付运",
                "樽颈",
                "按年",
                "放榜",
            )
            if sum(word in self.content for word in hong_kong) > 1:
                return "HKD"
        return "CNY"

    @cached_property
    def known(self) -> tuple[Mention, ...]:
        """Names of the vocabulary and national groups."""
        return names.find(self.content, self.home)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every name in order: those of the vocabulary, and those that nobody listed."""
        publisher = script.simplified(self.origin.publisher or "")
        found = unlisted.unknown(self.content, self.known, publisher)
        longer = {m.start: m.end for m in found if m.kind == "unknown"}
        known = [m for m in self.known if m.kind != "side" or longer.get(m.start, 0) <= m.end]
        named = names.merged(known, (self._as_written(m) for m in found))
        described = [self._as_written(m) for m in affiliations.described(self.content)]
        named = names.merged(described, named) if described else named
        governments = [self._as_written(m) for m in places.governments(self.content)]
        named = names.merged(governments, named) if governments else named
        if self.city is not None:
            named = tuple(m for m in named if not places.is_capital(self.content, m))
            named = names.merged(named, places.find(self.content))
        named = tuple(m for m in named if not (m.kind == "side" and _TONGUE.match(self.content, m.end)))
        return anaphora.find(self.content, named, self.is_thing)

    @cached_property
    def city(self) -> str | None:
        """The city or province that a local text is about."""
        return places.home(self.content, script.simplified(self.origin.title or ""))

    @cached_property
    def affiliations(self) -> dict[str, Mention]:
        """For whom each person of the text speaks, by the person's name."""
        return affiliations.find(self)

    @cached_property
    def main_thing(self) -> Mention | None:
        """The model or product that the text is about."""
        return subject_matter.main_thing(self.content, self.mentions)

    def is_thing(self, mention: Mention) -> bool:
        """Whether a name is a model or product."""
        return things.is_thing(self.content, mention)

    def _as_written(self, mention: Mention) -> Mention:
        """A name that nobody listed is kept in the text's own script."""
        written = self.text.content[mention.start : mention.end]
        return mention if mention.name.isascii() else replace(mention, name=written)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Names that lie between two places."""
        first = bisect_left(self._mention_starts, start)
        last = bisect_right(self._mention_starts, end)
        return tuple(m for m in self.mentions[first:last] if m.end <= end)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Dates and periods in order; relative ones against the date of the part they stand in."""
        found: list[Period] = []
        position = 0
        for part in (*self.text.parts, Part(start=len(self.content), end=len(self.content))):
            found.extend(periods.find(self.content, self.published, position, part.start))
            found.extend(periods.find(self.content, part.published or self.published, part.start, part.end))
            position = part.end
        return tuple(found)

    @cached_property
    def _period_starts(self) -> list[int]:
        return [p.start for p in self.periods]

    def periods_in(self, start: int, end: int) -> tuple[Period, ...]:
        """Dates that lie between two places."""
        first = bisect_left(self._period_starts, start)
        last = bisect_right(self._period_starts, end)
        return tuple(p for p in self.periods[first:last] if p.end <= end)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Figures that are no dates and no part of a name."""
        taken = sorted(
            [(p.start, p.end) for p in self.periods]
            + [(m.start, m.end) for m in self.mentions if any(c.isdigit() for c in m.name)]
        )
        found = [f for s in self.sentences for f in figures.find(self.content, s.start, s.end)]
        return tuple(f for f in found if not spans.overlaps(taken, f.start, f.end))

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [f.start for f in self.figures]

    def figures_in(self, start: int, end: int) -> tuple[Figure, ...]:
        """Figures that lie between two places."""
        first = bisect_left(self._figure_starts, start)
        last = bisect_right(self._figure_starts, end)
        return tuple(f for f in self.figures[first:last] if f.end <= end)

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """The clauses of every sentence, in order."""
        return tuple(c for s in self.sentences for c in sentences.clauses(self.content, s))

    @cached_property
    def having(self) -> dict[str, list[int]]:
        """Characters and pairs of neighbours to the numbers of the clauses that hold them."""
        return starts.index(self.content, self.clauses)

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [c.start for c in self.clauses]

    def clause_at(self, position: int) -> Span:
        """The clause that holds a place."""
        if not self.clauses:
            return Span(0, len(self.content))
        return self.clauses[max(0, bisect_right(self._clause_starts, position) - 1)]

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that holds a place (the one before, between sentences)."""
        return max(0, bisect_right(self._starts, position) - 1)

    def sentence_end(self, position: int) -> int:
        """Where the sentence that holds a place ends."""
        return self.sentences[self.sentence_at(position)].end if self.sentences else position

    def clauses_of(self, sentence: Span) -> tuple[Span, ...]:
        """The clauses of one sentence."""
        first = bisect_left(self._clause_starts, sentence.start)
        last = bisect_left(self._clause_starts, sentence.end)
        return self.clauses[first:last]

    def part_at(self, position: int) -> Part | None:
        """The part of the text that holds a place, where the text has parts."""
        return next((p for p in self.text.parts if p.start <= position < p.end), None)

    @cached_property
    def voices(self) -> Voices:
        """Who speaks where."""
        return Voices(self)

    def take(self, start: int, end: int) -> None:
        """A rule has used up the figure at a place."""
        at = bisect_left(self._taken, (start, end))
        if self._taken[at : at + 1] != [(start, end)]:
            self._taken.insert(at, (start, end))

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a rule has used up a figure between two places."""
        return spans.overlaps(self._taken, start, end)
