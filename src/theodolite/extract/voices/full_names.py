"""The names of a document in the fullest form that it gives: "Ma" is "Rui Ma", "WXO" is spelled out."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from operator import itemgetter

from theodolite.extract.reading import Reading
from theodolite.extract.voices import reporting
from theodolite.extract.voices.people import People
from theodolite.extract.voices.speaker_words import ACRONYM, BODY_BESIDE, BODY_NAME, DESCRIBED
from theodolite.extract.words.names import Mention

_CAP = re.compile(r"[A-Z][\w.'’-]*\w|[A-Z]\.?")
_LONG_NAME = re.compile(
    r"\b[A-Z][a-z][\w’'-]*(?:\s(?:(?:of|for|and|the|on|in)\s){0,2}[A-Z][a-z][\w’'-]*){2,7}"
)
_NAME_TAIL = re.compile(r"['’]s?\Z")


class FullNames:
    """The names of one document, each in its fullest form."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.content = reading.content
        self.people = People(reading)

    def _is_body(self, name: str, end: int) -> bool:
        """Whether a name that nobody listed is an organisation's: by its own words or what is said of it."""
        return bool(BODY_NAME.search(name) or BODY_BESIDE.match(self.content, end, end + 90))

    def at(self, start: int, end: int) -> tuple[str, str, bool] | None:
        """The name that begins at a place; the one behind it where the first only describes the second."""
        if described := DESCRIBED.match(self.content, start, end):
            start = described.end()
        if self.content.startswith("the ", start):
            start += 4
        for mention in self.reading.mentions_in(start, end):
            if mention.start - start <= 1 and mention.kind in ("organisation", "person", "side"):
                words = self.content[mention.start : mention.end]
                return self.fullest_known(mention.name, words, mention.kind == "person"), words, True
        match = re.compile(r"[A-Z][\w&.'’-]*(?:\s(?:of|for|and|the|on|&)?\s?[A-Z][\w&.'’-]*)*").match(
            self.content, start, end
        )
        if match:
            name = _NAME_TAIL.sub("", match.group().rstrip(".,"))
            full = self.fullest(name, start)
            return full, name, full == name
        return None

    def is_known(self, name: str) -> bool:
        """Whether one word is a known person's, or a person's of whom the document has the full name."""
        return name in self._people or bool(self.people.full(name))

    def untitled(self, name: str) -> str:
        """A name without the titles before it."""
        words = name.split()
        while len(words) > 1 and (words[0] in reporting.ROLES or words[0] in ("Ambassador", "Judge", "Lord")):
            words.pop(0)
        return " ".join(words)

    def _may_be_person(self, name: str) -> bool:
        """Whether a name can be a person's: not one capitalised word alone, which is rather a firm's."""
        if not name[:1].isupper():
            return self.people.is_one(name)
        if " " in name:
            return True
        return name in self._full_names or name in self._people

    @cached_property
    def _people(self) -> frozenset[str]:
        """The known people that the document names."""
        return frozenset(m.name for m in self.reading.mentions if m.kind == "person")

    @cached_property
    def people_words(self) -> frozenset[str]:
        """The words of names that can be people's: of known ones, and of others of two words and more."""
        others = (m.name for m in self.reading.unknown if " " in m.name)
        return frozenset(word for name in (*self._people, *others) for word in name.split())

    @cached_property
    def _ways(self) -> dict[str, tuple[str, ...]]:
        """The ways in which the document writes each name of the vocabulary."""
        found: dict[str, dict[str, None]] = {}
        for m in self.reading.mentions:
            if m.kind in ("organisation", "person"):
                found.setdefault(m.name, {})[self.content[m.start : m.end]] = None
        return {name: tuple(ways) for name, ways in found.items()}

    def fullest_known(self, name: str, words: str, person: bool) -> str:
        """The longest way in which the document writes a name of the vocabulary."""
        ways = self._ways.get(name, ())
        longest = max((*ways, words), key=len)
        if not person and (spelled := self.spelled_out(name) or self.spelled_out(words)):
            return spelled
        if person and " " not in longest:
            return self.fullest(longest, 0)
        return name if not person and name in ways else longest

    def spelled_out(self, acronym: str) -> str | None:
        """What an acronym stands for where the document spells it out: "World X Organisation (WXO)"."""
        if not re.fullmatch(r"[A-Z][A-Za-z]{1,9}", acronym) or sum(c.isupper() for c in acronym) < 2:
            return None
        return self._acronyms.get(acronym) or (self._initials.get(acronym) if len(acronym) > 2 else None)

    @cached_property
    def _initials(self) -> dict[str, str]:
        """Long names by their initials, for acronyms that stand without brackets."""
        found: dict[str, str] = {}
        for match in _LONG_NAME.finditer(self.content):
            initials = "".join(w[0] for w in match.group().split() if w[0].isupper())
            found.setdefault(initials, match.group())
        return found

    @cached_property
    def _acronyms(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for match in ACRONYM.finditer(self.content):
            words = match["long"].split()
            for first in range(len(words)):
                initials = "".join(w[0] for w in words[first:] if w[0].isupper())
                if initials == match["short"].upper() and words[first][0].isupper():
                    found.setdefault(match["short"], " ".join(words[first:]))
                    break
        return found

    def fullest(self, name: str, at: int) -> str:
        """The fullest form in which the document gives a person's name: "Ma" is "Rui Ma"."""
        if " " in name:
            return name
        if spelled := self.spelled_out(name):
            return spelled
        candidates = self._full_names.get(name, ())
        if not candidates:
            return self.people.full(name) or name
        return candidates[max(0, bisect_right(candidates, at, key=itemgetter(0)) - 1)][1]

    def by_initials(self, initials: str) -> str | None:
        """The full name that two or three capitals stand for: "DW" is "Dana Whitlock"."""
        for _, full in (pair for pairs in self._full_names.values() for pair in pairs):
            if "".join(word[0] for word in full.split()) == initials:
                return full
        return None

    @cached_property
    def _full_names(self) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = {}
        people = [m for m in self.reading.mentions if m.kind == "person"]
        for mention in sorted((*self.reading.unknown, *people), key=lambda m: m.start):
            for name in re.split(r"\s(?:and|&)\s", self.content[mention.start : mention.end]):
                words = [w for w in name.split() if w not in reporting.ROLES]
                if 2 <= len(words) <= 4 and all(_CAP.fullmatch(w) or w.islower() for w in words):
                    for key in {words[0], words[-1]}:
                        found.setdefault(key, []).append((mention.start, " ".join(words)))
        return found

    @cached_property
    def _perhaps_people(self) -> tuple[Mention, ...]:
        """Names of two words and more that may be people's, in order."""
        named = (*self.reading.mentions, *self.reading.unknown)
        people = (m for m in named if m.kind in ("person", "unknown") and " " in m.name)
        return tuple(sorted(people, key=lambda m: m.start))

    @cached_property
    def _by_post_before(self) -> dict[str, str]:
        """Whom the text names first behind a word: "White House official David Sacks"."""
        found: dict[str, str] = {}
        for mention in self._perhaps_people:
            before = self.content[max(0, mention.start - 40) : mention.start].lower().rstrip()
            if " " in before:
                found.setdefault(before[before.rindex(" ") + 1 :], mention.name)
        return found
