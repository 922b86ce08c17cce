"""Whom "we" means in the mouth of somebody who speaks for a house: its company, as the text itself says.

"We are two years away", says the chief executive of a company, and a press release says it of its publisher.
People of the vocabulary are left to their side, as their words are mostly taken for their country's.
"""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import itertools
import re
from functools import cached_property

from theodolite.catalog import vocabulary
from theodolite.extract.reading import Reading
from theodolite.extract.referents.own_houses import OwnHouses, is_company, is_house
from theodolite.extract.referents.unlisted import Unlisted
from theodolite.extract.voices.spoken import Voices
from theodolite.extract.words.names import Mention

_REACH = 120
_PLACES = 4
"""Places of a speaker's name that are looked at."""
_POST = re.compile(
    r"\b(?:chief|head|director|president|chairman|chairwoman|chair|founder|co-founder|CEO|CTO|CFO|COO|officer|"
    r"manager|partner|executive|engineer|scientist|spokes(?:man|woman|person)|governor|boss|owner|lead)\b",
    re.I,
)
_POST_OF = re.compile(
    r"(?:,|\s\(|\s(?:is|was)\s(?:now\s|also\s)?(?:an?|the|one\sof)\b)\s?[^.;:\n“”\"]{3,90}?"
    r"(?:\s(?:of|at|for|from|with)\s(?:the\s|its\s)?(?:[\w-]+\s){0,2}?|,\s)\Z"
)
_FOUNDED = re.compile(
    r",?\s[^.;:\n]{0,90}?\b(?:(?:co-?)?founded|founds|to\sfound|runs|leads|heads|directs|manages|chairs|started|set\sup)\s"
    r"(?:the\s)?(?:[\w-]+\s){0,3}?(?:(?:at|for)\s)?\Z|,?\s(?:[^.;:\n]{0,40},\s)?whose\s(?:[\w-]+\s){0,3}?"
    r"(?:start-?up|company|firm|studio|outfit|business|lab),?\s\Z"
)
_OF = re.compile(r"\s(?:of|at|from)\s(?:the\s)?\Z")
_JOINED = re.compile(r"\s(?:of|at)\s(?P<house>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})")
"""Taken for one name with the person's: "Ana Ruiz of Kiln"."""
_IN_LIST = re.compile(
    r"(?:,|\s[–—-])\s(?P<post>[A-Z][\w’'& -]{2,60}?)(?:,|\sof|\sat)\s(?P<house>[A-Z][\w.&’'-]*(?:\s[A-Z][\w&’'-]*){0,3})[ \t]*(?=[;)\n]|\Z)"
)
"""In a list of those who take part: "Ana Ruiz, Chief Executive Officer, Kiln;"."""
_BESIDE = re.compile(r",\s(?:the\s)?\Z")
_POST_BEHIND = re.compile(r"['’]s?\s[^.;:\n“”\"]{0,60}")
_POST_BETWEEN = re.compile(r"(?:['’]s?)?\s[\w -]{3,60}?,?\s\Z")


class Houses:
    """The houses of the people who speak in one document."""

    def __init__(self, reading: Reading, voices: Voices, unlisted: Unlisted) -> None:
        self._reading = reading
        self._voices = voices
        self._unlisted = unlisted
        self._content = reading.content
        self._own = OwnHouses(reading, voices, unlisted)
        self._named_beside: dict[tuple[str, bool], str | None] = {}

    def of_we(self, at: int) -> str | None:
        """The organisation that "we" at a place stands for; None where it is a side, or open."""
        if here := self._own.said_before(at):
            return here
        speaker = self._voices.at(at, at + 1).speaker
        if speaker is None:
            return self._publisher
        if itself := self._itself(speaker):
            return itself
        if speaker in vocabulary.load().entries:
            return None
        found = self._stated.get(speaker.split()[-1]) or self._beside(speaker) or self._own.of(speaker)
        found = found or self._named_in(speaker)
        if found and not is_company(found) and self._voices.side_of_we(at):
            return None  # who heads an institute speaks of the country
        return found

    def _itself(self, speaker: str) -> str | None:
        """A house that speaks itself, under the name that it has elsewhere."""
        if speaker in vocabulary.load().entries or self._unlisted.kind(speaker) is not None:
            listed = vocabulary.load().entries.get(speaker)
            kind = listed.kind if listed else self._unlisted.kind(speaker)
            return speaker if kind == "organisation" and is_company(speaker) else None
        named = (m for m in self._reading.mentions if self._words(m) == speaker)
        found = next((m for m in named if m.kind == "organisation"), None)
        return found.name if found and is_company(found.name) else None

    def of_person(self, name: str) -> str | None:
        """The house of somebody of whom the text says so: "her company"."""
        return self._stated.get(name.split()[-1]) or self._beside(name)

    def founder(self, at: int) -> str | None:
        """Who speaks, where "we" at a place are those who began a house: "when we started Kiln"."""
        return self._voices.at(at, at + 1).speaker if self._own.begins(at) else None

    def at_work(self, at: int) -> str | None:
        """The institution that "my lab" or "our school" at a place is, where the text names it."""
        speaker = self._voices.at(at, at + 1).speaker
        if speaker is None:
            return None
        return self._own.of(speaker, any_body=True) or self._beside(speaker, any_body=True)

    def _beside(self, speaker: str, any_body: bool = False) -> str | None:
        """The house that stands beside the name of a speaker whom nothing else shows to be a person."""
        key = (speaker, any_body)
        if key not in self._named_beside:
            places = itertools.islice(re.finditer(re.escape(speaker), self._content), _PLACES)
            houses = (self._house_beside(Mention(*m.span(), speaker, "person", None)) for m in places)
            self._named_beside[key] = next((h for h in houses if h and (any_body or is_company(h))), None)
        return self._named_beside[key]

    @cached_property
    def _publisher(self) -> str | None:
        """Who publishes the text, where the text is about nobody so much: a press release."""
        publisher = self._reading.origin.publisher
        if not publisher or self._content.count(publisher) < 2 or not is_house(publisher):
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
        if (joined := _JOINED.match(self._content, person.end)) and any(
            m.start <= person.start and m.end >= joined.end()
            for m in self._reading.unknown_in(person.start, joined.end() + 40)
        ):
            return self._unlisted.full(joined["house"])
        if (listed := _IN_LIST.match(self._content, person.end)) and _POST.search(listed["post"]):
            return self._unlisted.full(listed["house"])
        for mention in self._organisations(person.end, person.end + _REACH):
            between = self._content[person.end : mention.start]
            if (
                _OF.match(between)
                or _FOUNDED.match(between)
                or (_POST_OF.match(between) and _POST.search(between))
            ):
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
        kept = (m for m in found if m.kind == "organisation" and is_house(m.name))
        return sorted(kept, key=lambda m: m.start)

    def _words(self, mention: Mention) -> str:
        return self._content[mention.start : mention.end]
