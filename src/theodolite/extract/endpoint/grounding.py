"""What a text holds that the slots of a claim may rest on: its names, its figures, its dates.

A real quote under an invented name or figure is as false as an invented quote, so the gate asks here. Names
come out in the vocabulary's form, with their side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from theodolite.catalog import vocabulary
from theodolite.extract.chinese import names as chinese
from theodolite.extract.chinese import script
from theodolite.extract.endpoint import han
from theodolite.extract.endpoint.described import described
from theodolite.extract.endpoint.figures import figures
from theodolite.extract.endpoint.locate import holds
from theodolite.extract.reading import Reading
from theodolite.extract.words import lexicon, names
from theodolite.model.origin import Origin
from theodolite.model.text import Text

_ARTICLE = re.compile(r"\A(?:the|a|an|this|these|those|its|their|our)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_OF_METRICS = lexicon.words(
    """share number count total amount funds raised rate level spending revenue growth change increase
    decrease valuation value price cost size capacity score rank ranking average median index users people"""
)
"""Words that name what a figure counts, without the text saying so."""
_UNITS = frozenset({"percent", "people", "year", "month", "day", "rank", "times"})
_HAN = re.compile("[\u3400-\u9fff]")
_FEW_WORDS = re.compile(r"(?:AI|[a-z-]+)(?:\s(?:AI|[a-z-]+)){0,2}")
_HOME = "China"
"""Whose 国产 and 国内 are, as a document does not say more of itself."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in canonical form and the side it belongs to."""

    name: str
    side: str | None


class Ground:
    """One document, asked about its words."""

    def __init__(self, text: Text, origin: Origin) -> None:
        self.content = text.content
        self.reading = Reading(text, origin)
        people = (origin.speaker, origin.author, origin.publisher, text.author, text.publisher)
        parts = (name for part in text.parts for name in (part.author, part.publisher))
        self.signed = frozenset(" ".join(name.split()) for name in (*people, *parts) if name)

    def holds(self, words: str) -> bool:
        """Whether words stand in the text."""
        return holds(self.content, words)

    def bears(self, phrase: str) -> bool:
        """Whether a phrase is made of the text's words, in whatever form and order, and words for metrics."""
        if self.holds(phrase):
            return True
        words = [word.lower() for word in _LONG_WORD.findall(phrase)]
        return (
            bool(words)
            and not _HAN.search(phrase)
            and all(word in _OF_METRICS or word[:5] in self._beginnings for word in words)
        )

    def unit(self, word: str) -> bool:
        """Whether a unit is a known one, or a noun of the text."""
        known = vocabulary.load()
        if word in _UNITS or word in known.measures or word in known.currencies:
            return True
        stem = re.escape(word.removesuffix("y"))  # families, countries
        return re.search(rf"(?<![a-z]){stem}", self.content, re.IGNORECASE) is not None

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(word.lower()[:5] for word in _LONG_WORD.findall(self.content))

    def name(self, given: str) -> Named | None:
        """What a name stands for; None where the text has no such name."""
        plain = _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(given.split()))) or given
        for written in (given, plain):
            if written in self._named:
                return Named(written, self._named[written])
        if plain in self._implied:
            return Named(plain, vocabulary.load().side_of(plain))
        if group := self._group(plain):
            return group
        whole = _whole_mention(plain)
        if whole and (whole.name in self._named or holds(self.content, plain)):
            return whole
        entry = vocabulary.load().entries.get(plain)
        if entry and any(holds(self.content, word) for word in (*entry.aliases, *entry.zh)):
            return Named(entry.name, entry.side)
        if holds(self.content, plain):
            return _owner(plain) or Named(plain, None)
        if described(self.content, plain):
            return Named(plain, _side_in(plain))
        return None

    def speaker(self, given: str) -> Named | None:
        """Who speaks, in the words of the document or its metadata: a speaker keeps the fullest form, but for
        what the vocabulary has an English name of."""
        plain = " ".join(given.split())
        if plain not in self.signed and not holds(self.content, plain):
            return self.name(given)
        known = _whole_mention(plain)
        name = known.name if known and (known.name == known.side or _HAN.search(plain)) else plain
        return Named(name, known.side if known else self._named.get(plain))

    @cached_property
    def _named(self) -> dict[str, str | None]:
        """Canonical names that the text mentions, with their sides."""
        found = {m.name: m.side for m in self.reading.mentions}
        if _HAN.search(self.content):
            for entry in vocabulary.load().entries.values():
                if any(word in self.content for word in entry.zh):
                    found.setdefault(entry.name, entry.side)
            for mention in chinese.find(script.simplified(self.content), _HOME):
                found.setdefault(mention.name, mention.side)
        return found

    @cached_property
    def _implied(self) -> frozenset[str]:
        """What a text speaks of with the names it mentions: their sides, the makers of its models, and of two
        openings ("open models", "closed models") the other one."""
        found = {name for m in self.reading.mentions for name in (m.side, m.maker) if name}
        groups = vocabulary.load().openness
        return frozenset(found | (groups.keys() if groups.keys() & self._named.keys() else set()))

    def _group(self, name: str) -> Named | None:
        """A national group ("Chinese companies") of a side that the text mentions."""
        known = vocabulary.load()
        sides = {side for side in self._named.values() if side}
        for group in names.find(name):  # "Korean companies" of South Korea
            if group.kind == "group" and (group.start, group.end) == (0, len(name)) and group.side in sides:
                return Named(group.name, group.side)
        for side in sides:
            for start in {side, names.demonym(side)}:
                noun = name[len(start) + 1 :]
                if name.startswith(start + " ") and (noun in known.group_nouns or self._may_be_group(noun)):
                    return Named(f"{names.demonym(side)} {noun}", side)
        return None

    def _may_be_group(self, noun: str) -> bool:
        """Whether a noun in English may stand for one in Chinese: "Chinese chip industry"."""
        return _HAN.search(self.content) is not None and _FEW_WORDS.fullmatch(noun) is not None

    def figure(self, value: float, start: int, end: int, *, months: bool = False) -> bool:
        """Whether the words between two places hold a figure; with `months`, as a stretch of time."""
        return any(_same(value, f) for f in figures(self.content[start:end], months))

    def factor(self, value: float, start: int, end: int) -> bool:
        """Whether the words between two places hold a factor, either way round, or a percentage of it."""
        borne = figures(self.content[start:end], False)
        # "Four to five times" is 4.5.
        borne += [(a + b) / 2 for a, b in pairwise(borne) if 0 < a < b <= 3 * a]
        for f in borne:
            turned = (f, 1 / f if f else 0.0, f / 100, 1 + f / 100, 1 - f / 100, 1 + f)
            if any(abs(value - t) <= 0.01 * abs(t) for t in turned):
                return True
        return False

    def date(self, iso: str) -> bool:
        """Whether the text has a date or period: as it is read here, or by its years."""
        if iso in self._periods:
            return True
        published = self.reading.published
        near = {str(int(published[:4]) + n) for n in (-1, 0, 1)} if published else set()
        years = re.findall(r"\d{4}", iso)
        return bool(years) and all(year in near or year in self.content for year in years)

    @cached_property
    def _periods(self) -> frozenset[str]:
        return frozenset(p.iso for p in self.reading.periods if p.iso)


def _same(value: float, figure: float) -> bool:
    """Whether two figures are one; what is no whole number (a third, 90 days in months) may be rounded."""
    room = 0.0 if figure.is_integer() else min(0.05, 0.02 * abs(figure))
    return abs(value - figure) <= max(room, 1e-9 * abs(figure))


def _whole_mention(words: str) -> Named | None:
    """What the vocabulary says where the words are one name and nothing else."""
    found = names.find(words)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(words):
        return Named(found[0].name, found[0].side)
    if not _HAN.search(words):
        return None
    for entry in vocabulary.load().entries.values():
        if words in entry.zh:
            return Named(entry.name, entry.side)
    whole = han.whole(words, _HOME)
    return Named(*whole) if whole else None


def _side_in(words: str) -> str | None:
    """The side of the one name in a description; None where it names nobody, or two of different sides."""
    named = (
        *names.find(words),
        *(chinese.find(script.simplified(words), _HOME) if _HAN.search(words) else ()),
    )
    sides = {mention.side for mention in named}
    return next(iter(sides)) if len(sides) == 1 else None


def _owner(words: str) -> Named | None:
    """Whose a phrase is, where it begins with an owner: "China's AI industry" is China."""
    for mention in names.find(words):
        owns = words[mention.end : mention.end + 1] in ("'", "’")
        if mention.start == 0 and mention.side and (owns or (mention.adjective and mention.kind == "side")):
            return Named(mention.name, mention.side)
    return None
