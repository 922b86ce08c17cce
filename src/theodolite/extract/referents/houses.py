"""Whom "we" means in the mouth of somebody who speaks for a house: its company, as the text itself says.

"We are two years away", says the chief executive of a company, and a press release says it of its publisher.
People of the vocabulary are left to their side, as their words are mostly taken for their country's.
"""

from __future__ import annotations

import re
from functools import cached_property

from theodolite.catalog import vocabulary
from theodolite.extract.reading import Reading
from theodolite.extract.referents.unlisted import Unlisted
from theodolite.extract.voices.spoken import Voices
from theodolite.extract.words.names import Mention

_REACH = 120
_POST = re.compile(
    r"\b(?:chief|head|director|president|chairman|chairwoman|chair|founder|co-founder|CEO|CTO|CFO|COO|officer|"
    r"manager|partner|executive|engineer|scientist|spokes(?:man|woman|person)|governor|boss|owner|lead)\b",
    re.I,
)
_POST_OF = re.compile(
    r"(?:,|\s\()\s?[^.;:\n“”\"]{3,90}?\s(?:of|at|for|from|with)\s(?:the\s|its\s)?(?:[\w-]+\s){0,2}?\Z"
)
_FOUNDED = re.compile(
    r"\s[^.;:\n]{0,90}?\b(?:founded|founds|to\sfound|runs|leads|heads|started|set\sup)\s(?:the\s)?(?:[\w-]+\s){0,2}?\Z"
)
_BESIDE = re.compile(r",\s(?:the\s)?\Z")
_POST_BEHIND = re.compile(r"['’]s?\s[^.;:\n“”\"]{0,60}")
_POST_BETWEEN = re.compile(r"(?:['’]s?)?\s[\w -]{3,60}?,?\s\Z")
_NO_HOUSES = ("government", "press", "observer")


class Houses:
    """The houses of the people who speak in one document."""

    def __init__(self, reading: Reading, voices: Voices, unlisted: Unlisted) -> None:
        self._reading = reading
        self._voices = voices
        self._unlisted = unlisted
        self._content = reading.content

    def of_we(self, at: int) -> str | None:
        """The organisation that "we" at a place stands for; None where it is a side, or open."""
        speaker = self._voices.at(at, at + 1).speaker
        if speaker is None:
            return self._publisher
        if speaker in vocabulary.load().entries:
            return None
        return self._stated.get(speaker.split()[-1]) or self._named_in(speaker)

    @cached_property
    def _publisher(self) -> str | None:
        """Who publishes the text, where the text is about nobody so much: a press release."""
        publisher = self._reading.origin.publisher
        if not publisher or self._content.count(publisher) < 2 or not _is_house(publisher):
            return None
        listed = vocabulary.load().entries.get(publisher)
        if listed or self._unlisted.kind(publisher) == "organisation":
            return publisher
        return None

    def _named_in(self, speaker: str) -> str | None:
        """ "A spokesperson for Helvane" speaks for Helvane."""
        if not _POST.search(speaker):
            return None
        for mention in self._organisations(0, len(self._content)):
            if re.search(rf"(?<!\w){re.escape(self._words(mention))}(?!\w)", speaker):
                return mention.name
        return None

    @cached_property
    def _stated(self) -> dict[str, str]:
        """The last words of people's names, and the houses that the text gives them."""
        found: dict[str, str] = {}
        for person in self._unlisted.within(0, len(self._content)):
            if person.kind == "person" and (house := self._house_beside(person)):
                found.setdefault(person.name.split()[-1], house)
        return found

    def _house_beside(self, person: Mention) -> str | None:
        """The house that stands beside a person's name with a post."""
        for mention in self._organisations(person.end, person.end + _REACH):
            between = self._content[person.end : mention.start]
            if _FOUNDED.match(between) or (_POST_OF.match(between) and _POST.search(between)):
                return mention.name
            behind = _POST_BEHIND.match(self._content, mention.end)
            if _BESIDE.match(between) and behind and _POST.search(behind.group()):
                return mention.name
            break
        for mention in reversed(self._organisations(max(0, person.start - _REACH), person.start)):
            between = self._content[mention.end : person.start]
            if _POST_BETWEEN.match(between) and _POST.search(between):
                return mention.name
            break
        return None

    def _organisations(self, start: int, end: int) -> list[Mention]:
        found = (*self._reading.mentions_in(start, end), *self._unlisted.within(start, end))
        kept = (m for m in found if m.kind == "organisation" and _is_house(m.name))
        return sorted(kept, key=lambda m: m.start)

    def _words(self, mention: Mention) -> str:
        return self._content[mention.start : mention.end]


def _is_house(name: str) -> bool:
    """Whether an organisation speaks for itself rather than for a country or for the press."""
    entry = vocabulary.load().entries.get(name)
    if entry is None:
        return not re.search(r"\b(?:Ministry|Department|Committee|Commission|Parliament)\b", name)
    return entry.kind == "organisation" and entry.what not in _NO_HOUSES
