"""The houses of those who say it themselves: "I run engineering at X", "when we started X", "my company, X"."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from theodolite.catalog import vocabulary
from theodolite.extract.reading import Reading
from theodolite.extract.referents.unlisted import Unlisted
from theodolite.extract.voices.spoken import Voices
from theodolite.extract.words.names import COMMON, Mention

_ARTICLE = r"(?:the\s|a\s|an\s)?"
_POST = (
    r"(?:chief|head|director|president|chairman|chairwoman|chair|(?:co-?)?founder|CEO|CTO|CFO|COO|officer|manager|partner|"
    r"executive|owner|lead|engineer|scientist|researcher|developer|professor|dean|member|employee)"
)
_AT_WORK = re.compile(
    r"\b(?:"
    r"I\s(?:(?:now|also|currently|still)\s)?(?:run|lead|head|direct|manage|chair|own)\s"
    r"|I\s(?:(?:now|also|currently|still)\s)?(?:run|lead|head|direct|manage|chair|work|oversee|look\safter|am\sin\scharge\sof)"
    r"\s(?:[^.;:!?\n,]{0,50}?\s)??(?:at|for|of)\s"
    rf"|(?:I\sam|I['’]m|[Aa]s)\s{_ARTICLE}(?:[\w-]+\s){{0,4}}?{_POST}(?:\s[^.;:!?\n,]{{0,40}}?)?\s(?:of|at|for|with)\s"
    r"|(?:[Mm]y|[Oo]ur)\s(?:own\s|little\s|small\s)?(?:company|firm|start-?up|business|employer|house|studio|outfit|lab|group),?\s"
    r"|(?:[Hh]ere\sat|[Ww]e\sat|[Uu]s\sat)\s|\b[Aa]t\s(?=[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3},?\swe\b)"
    rf"){_ARTICLE}(?:[a-z][\w-]*\s){{0,2}}?(?=[A-Z])"
)
"""Where a name follows that is the speaker's own house."""
_TEACHES = re.compile(
    r"\bI\s(?:(?:now|also|currently|still)\s)?(?:teach|study|studied|lecture|do\sresearch)\s(?:[^.;:!?\n,]{0,50}?\s)??(?:at|in)\s(?:the\s)?(?=[A-Z])"
)
"""Where a school follows: nobody's "we"."""
_UNNAMED = re.compile(
    r"\bI\s(?:(?:now|also|currently|still)\s)?(?:work|run|lead|manage|do|handle|am)\s(?:[^.;:!?\n,]{0,40}?\s)??(?:at|for|in)\s"
    r"(?P<house>(?:a|an)\s(?:[a-z][\w-]*\s){0,3}?(?:company|firm|start-?up|insurer|bank|hospital|fund|retailer|manufacturer|"
    r"publisher|agency|lab|utility|startup|shop|studio|consultancy|broker|newspaper|school|clinic|telco|carmaker|fintech))\b"
)
"""A house that its own people leave without a name: "I run inference for a mid-size insurer"."""
_BEGUN = re.compile(
    r"\b(?:[Ii]|[Ww]e)\s(?:first\s)?(?:co-?)?(?:founded|started|set\sup|launched|built|called\sit)\s"
    r"(?:the\s|our\s|a\s)?(?:[a-z][\w-]*\s){0,3}?(?:called\s)?(?=[A-Z])"
)
"""A house that was begun by who speaks: "we" further on in the passage are that house."""
_NO_HOUSES = ("government", "press", "observer")
_INSTITUTIONS = re.compile(
    r"\b(?:Universit\w+|School|College|Faculty|Academy|Polytechnic|Ministry|Department|Committee|Commission|Parliament|"
    r"Laborator\w+|Institut\w+|Cent(?:re|er)|Council|Foundation|Society|Hospital|Agency|Authority|Observatory)\b"
)
_PASSAGE = 900
"""Characters over which a house that was begun is meant."""


class OwnHouses:
    """The houses that the speakers of one document name as their own."""

    def __init__(self, reading: Reading, voices: Voices, unlisted: Unlisted) -> None:
        self._reading = reading
        self._voices = voices
        self._unlisted = unlisted
        self._content = reading.content
        self._of: dict[tuple[str, bool], str | None] = {}

    def of(self, speaker: str, any_body: bool = False) -> str | None:
        """The house of a speaker; `any_body`: a university or an office counts, too."""
        key = (speaker, any_body)
        if key not in self._of:
            stated = (*self._stated, *(self._schools if any_body else ()))
            begun = ((at, name) for at, name in self._begun if self._voices.own_at(at)[1] is None)
            found = (
                name
                for at, name in (*stated, *begun)
                if (any_body or is_company(name)) and self._voices.at(at, at + 1).speaker == speaker
            )
            self._of[key] = next(found, None)
        return self._of[key]

    def said_before(self, at: int) -> str | None:
        """The house that the passage before a place says "we" have begun."""
        number = bisect_left(self._begun, at, key=lambda begun: begun[0]) - 1
        if number < 0:
            return None
        place, name = self._begun[number]
        return name if at - place <= _PASSAGE and self._content.find("\n", place, at) < 0 else None

    def begins(self, at: int) -> bool:
        """Whether at a place somebody says to have begun a house."""
        number = bisect_left(self._begun, at, key=lambda begun: begun[0])
        return number < len(self._begun) and self._begun[number][0] == at

    @cached_property
    def _stated(self) -> list[tuple[int, str]]:
        found = ((m.start(), self._named(m.end())) for m in _AT_WORK.finditer(self._content))
        unnamed = ((m.start(), m["house"].split(maxsplit=1)[1]) for m in _UNNAMED.finditer(self._content))
        return sorted((at, name) for at, name in (*found, *unnamed) if name)

    @cached_property
    def _schools(self) -> list[tuple[int, str]]:
        found = ((m.start(), self._named(m.end())) for m in _TEACHES.finditer(self._content))
        return [(at, name) for at, name in found if name]

    @cached_property
    def _begun(self) -> list[tuple[int, str]]:
        found = ((m.start(), self._named(m.end())) for m in _BEGUN.finditer(self._content))
        return [(at, name) for at, name in found if name and is_company(name)]

    def _named(self, at: int) -> str | None:
        """The organisation, listed or not, whose name begins at a place."""
        near: tuple[Mention, ...] = self._reading.mentions_in(at, at + 80)
        for mention in (*near, *map(self._unlisted.known, self._reading.unknown_in(at, at + 80))):
            if mention.start != at or mention.name in COMMON:
                continue
            if mention.kind == "organisation":
                return mention.name if is_house(mention.name) else None
            return mention.name if mention.kind == "unknown" and len(mention.name) > 2 else None
        return None


def is_house(name: str) -> bool:
    """Whether an organisation speaks for itself rather than for a country or for the press."""
    entry = vocabulary.load().entries.get(name)
    if entry is None:
        return not re.search(r"\b(?:Ministry|Department|Committee|Commission|Parliament)\b", name)
    return entry.kind == "organisation" and entry.what not in _NO_HOUSES


def is_company(name: str) -> bool:
    """Whether a house is neither a school nor an office, whose people speak for their country."""
    entry = vocabulary.load().entries.get(name)
    if entry is not None:
        return entry.kind == "organisation" and entry.what in ("", "investor")
    return not _INSTITUTIONS.search(name)
