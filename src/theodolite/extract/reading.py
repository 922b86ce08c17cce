"""A document being read: its text with sentences, names, figures, periods and syntax at hand.

Rules look at a `Reading` and at nothing else. What is costly (syntax) is made when first asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from functools import cached_property

from theodolite.extract.parts import Parts
from theodolite.extract.words import names, no_figures, numbers, periods, sentences, spans, syntax, windows
from theodolite.extract.words.gates import Words
from theodolite.extract.words.names import Mention
from theodolite.extract.words.numbers import Figure
from theodolite.extract.words.periods import Period
from theodolite.extract.words.sentences import Sentence
from theodolite.extract.words.syntax import Parse
from theodolite.model.origin import Origin
from theodolite.model.text import Part, Text

# A capitalised word with a bare number behind it is a name ("Foo 3"), unless a counted noun follows.
_NAMED_NUMBER = re.compile(
    r"(?<![.!?:;\"”\n] )(?<![\w\n])(?<!\A)[A-Z][A-Za-z]{1,30}[ -](?P<n>\d{1,3}(?:\.\d+)?)\b"
    r"(?![,.]?\d|%|\s?(?:percent|per cent|million|billion|trillion|[a-z]+s\b|points?\b|of\b))"
)


_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARSED_AT_MOST = 200_000
"""Characters of one text that are parsed, about 33,000 words in sentences with a cue: some two seconds.
Further sentences of such a text are read without syntax."""
_FIGURES_AT_MOST = 25_000
"""Figures of one text that are read: a megabyte of prose holds some ten thousand."""


class Reading:
    """A text with everything rules ask of it. `published` is the day of saying as far as it is known."""

    def __init__(self, text: Text, origin: Origin) -> None:
        self.text = text
        self.origin = origin
        self.published = origin.published or text.published
        self.parts = Parts(text)
        self.sentences = self.parts.sentences(text.content, sentences.split(text.content))
        self.content = _flat(text.content, self.sentences)
        """The text as rules see it: breaks inside a sentence and odd spaces are spaces, one for one."""
        self._starts = [s.start for s in self.sentences]
        self._parses: dict[int, Parse] = {}
        self._parsed = 0  # characters given to the parser
        self._beyond: set[int] = set()  # sentences beyond the text's share of parsing
        self.figures_until: int | None = None
        """Where figures were left off, as a text holds more of them than are read; else None."""
        self.taken: list[tuple[int, int]] = []
        """Places of figures that a rule has used up: no other rule reads them as something else."""
        self._taken: list[tuple[int, int]] = []  # the same in order, as far as they were asked for
        self._sorted = 0

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Names of the vocabulary and national groups, in order."""
        return names.find(self.content)

    @cached_property
    def unknown(self) -> tuple[Mention, ...]:
        """Capitalised names that nobody listed, in order; sentence by sentence."""
        found: list[Mention] = []
        for s in self.sentences:
            found.extend(names.unknown(self.content, s.start, s.end, self.mentions_in(s.start, s.end)))
        return tuple(found)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The words of each sentence in lower case, without order: what a cheap sign is looked up in."""
        lower = self.content.lower()
        if len(lower) != len(self.content):  # a letter whose small form is longer would shift every place
            return tuple(Words(_WORD.findall(self.content[s.start : s.end].lower())) for s in self.sentences)
        return tuple(Words(_WORD.findall(lower, s.start, s.end)) for s in self.sentences)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Dates and periods, in order; relative ones against the date of the part they stand in."""
        if not self.text.parts:
            return periods.find(self.content, self.published)
        found: list[Period] = []
        position = 0
        for part in (*self.text.parts, Part(start=len(self.content), end=len(self.content))):
            found.extend(periods.find(self.content, self.published, position, part.start))
            found.extend(periods.find(self.content, part.published or self.published, part.start, part.end))
            position = part.end
        return tuple(sorted(found, key=lambda p: p.start))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Figures that are figures: not dates, versions, names, addresses, list numbers or page numbers."""
        raw = self._raw_figures()
        if not raw:  # every third text: what is no figure there need not be looked for
            return ()
        places = list(windows.around(_DIGITS, self.content))
        never, bare = no_figures.places(self.content, places)
        bare += [
            m.span("n")
            for a, b in places
            for m in _NAMED_NUMBER.finditer(self.content, a, b)
            if not self._after_place(m.start()) and not self._is_phrase(m)
        ]
        bare += [(p.start, p.end) for p in self.periods]
        never += [(m.start, m.end) for m in self.mentions if _DIGITS.search(self.content, m.start, m.end)]
        never.sort()
        bare.sort()
        return no_figures.without_generations(
            self.content,
            (
                f
                for f in raw
                if not spans.overlaps(never, f.start, f.end)
                and (f.kind == "measure" or not spans.overlaps(bare, f.start, f.end))
            ),
        )

    def _raw_figures(self) -> list[Figure]:
        found: list[Figure] = []
        for s in self.sentences:
            if len(found) > _FIGURES_AT_MOST:
                self.figures_until = s.start
                break
            found += numbers.find(self.content, s.start, s.end)
        return found

    def _is_phrase(self, match: re.Match[str]) -> bool:
        """A word that is capitalised only by its place or in a title ("Only 1 to 2 Years") names nothing."""
        after = self.content[match.end() : match.end() + 16]
        return match.group().split()[0] in names.COMMON or bool(
            re.match(r"\s?(?:to|or|-|–)\s?\d|\s[A-Z][a-z]+s\b", after)
        )

    def _after_place(self, at: int) -> bool:
        return any(
            m.kind == "side" and m.start <= at < m.end for m in self.mentions_in(max(0, at - 40), at + 40)
        )

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that holds a place (the one before, between sentences)."""
        return max(0, bisect_right(self._starts, position) - 1)

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Names that lie between two places."""
        return _within(self.mentions, self._mention_starts, start, end)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    @cached_property
    def _unknown_starts(self) -> list[int]:
        return [m.start for m in self.unknown]

    def unknown_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Names that nobody listed and that lie between two places."""
        return _within(self.unknown, self._unknown_starts, start, end)

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [f.start for f in self.figures]

    @cached_property
    def _period_starts(self) -> list[int]:
        return [p.start for p in self.periods]

    def figures_in(self, start: int, end: int) -> tuple[Figure, ...]:
        """Figures that lie between two places."""
        a, b = bisect_right(self._figure_starts, start - 1), bisect_right(self._figure_starts, end - 1)
        return tuple(f for f in self.figures[a:b] if f.end <= end)

    def periods_in(self, start: int, end: int) -> tuple[Period, ...]:
        """Periods that lie between two places."""
        a, b = bisect_right(self._period_starts, start - 1), bisect_right(self._period_starts, end - 1)
        return tuple(p for p in self.periods[a:b] if p.end <= end)

    def part_at(self, position: int) -> Part | None:
        """The part (feed item, comment) that holds a place."""
        return self.parts.at(position)

    def prepare(self, numbers_of_sentences: list[int]) -> None:
        """Parse the sentences with these numbers in one go."""
        asked = self.ask(numbers_of_sentences)
        for (n, _), parsed in zip(asked, syntax.parse(sentence for _, sentence in asked), strict=True):
            self.give(n, parsed)

    def ask(self, numbers_of_sentences: list[int]) -> list[tuple[int, tuple[str, int]]]:
        """The sentences of these that are still to be parsed, each with its words and offset, as far as the
        text's share of parsing goes; those beyond are read without syntax from now on."""
        asked = []
        for n in dict.fromkeys(numbers_of_sentences):
            if n in self._parses or n in self._beyond:
                continue
            s = self.sentences[n]
            sentence = (self.content[s.start : s.end], s.start)
            self._parsed += s.end - s.start
            if self._parsed > _PARSED_AT_MOST:
                self._beyond.add(n)
            else:
                asked.append((n, sentence))
        return asked

    def give(self, number: int, parsed: Parse) -> None:
        """Take over the syntax of a sentence."""
        self._parses[number] = parsed

    def parse(self, number: int) -> Parse:
        """The syntax of one sentence."""
        if number not in self._parses:
            self.prepare([number])
        if number not in self._parses:
            s = self.sentences[number]
            self._parses[number] = syntax.unparsed(self.content[s.start : s.end], s.start)
        return self._parses[number]

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a rule has used up a figure here."""
        return spans.overlaps(self._all_taken(), start, end)

    def taken_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The figures used up that begin between two places, in order."""
        found = self._all_taken()
        return found[bisect_left(found, (start, 0)) : bisect_left(found, (end, 0))]

    def _all_taken(self) -> list[tuple[int, int]]:
        while self._sorted < len(self.taken):
            insort(self._taken, self.taken[self._sorted])
            self._sorted += 1
        return self._taken


_SPACES = str.maketrans(
    dict.fromkeys((*range(0x2000, 0x200B), 0x09, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000), " ")
)


def _flat(content: str, found: tuple[Sentence, ...]) -> str:
    """The text with spaces for odd spaces and for breaks inside a sentence, one for one."""
    plain = content.translate(_SPACES)
    pieces, position = [], 0
    for s in found:
        if "\n" in plain[s.start : s.end] or "\r" in plain[s.start : s.end]:
            pieces += [
                plain[position : s.start],
                plain[s.start : s.end].replace("\n", " ").replace("\r", " "),
            ]
            position = s.end
    return "".join([*pieces, plain[position:]])


def _within(mentions: tuple[Mention, ...], starts: list[int], start: int, end: int) -> tuple[Mention, ...]:
    a, b = bisect_left(starts, start), bisect_left(starts, end)
    if a >= b:
        return ()
    # They overlap none of each other, so that only the last can end beyond.
    return mentions[a:b] if mentions[b - 1].end <= end else mentions[a : b - 1]
