"""What a description stands for: "the company", "the ChatGPT maker", "the Chinese giant", "the continent"."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from theodolite.catalog import vocabulary
from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.reading import Reading
from theodolite.extract.referents import kinds, lexicon
from theodolite.extract.referents.antecedents import Antecedents, Fits, is_chip, is_organisation
from theodolite.extract.referents.referent import Referent, from_mention
from theodolite.extract.voices.spoken import Voices
from theodolite.extract.words import names
from theodolite.extract.words.names import Mention
from theodolite.extract.words.syntax import Parse

_DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their|such)\s", re.I)
_MANY = re.compile(r"(?:these|those|such|their|its)\s", re.I)
_MEASURE = re.compile(r"(?:Eval|Bench|Arena|Index|Leaderboard|QA)\b")
"""What measures models is none: "On EuroEval the model ..."."""
_OF_THING = re.compile(r"\s(?:of|behind)\s(?:the\s)?")
_NAMED_BEFORE = 160
"""Characters before "the country" in which a country's own name says which, whoever speaks."""
_COMPANIES = ("", "investor")
_NO_COUNTRIES = frozenset(
    (
        "Europe",
        "European Union",
        "Africa",
        "Asia",
        "Latin America",
        "North America",
        "Southeast Asia",
        "ASEAN",
    )
)
"""Parts of the world that no "country" is."""


class Descriptions:
    """Resolves the descriptions of one document."""

    def __init__(self, reading: Reading, voices: Voices, antecedents: Antecedents) -> None:
        self.reading = reading
        self.voices = voices
        self.antecedents = antecedents
        self.content = reading.content

    def of(self, parse: Parse, token: Any, words: str, at: int) -> Referent | None:
        """What a definite description headed by `token` goes back to; None where it is none, or nothing fits.

        `words` is its phrase and `at` where that begins.
        """
        if not _DEFINITE.match(words):
            return None
        if (named := self._said_of(parse, token)) is not None:
            return named
        word = lexicon.noun(token)
        start, end = parse.span(token)
        inside = [m for m in self.reading.mentions_in(at, end) if m.end <= start]
        if word in lexicon.MAKER and inside and inside[-1].kind == "model" and inside[-1].maker:
            maker = inside[-1].maker  # "the ChatGPT maker"
            return Referent(maker, words, vocabulary.load().side_of(maker), at, end, "organisation")
        if word in lexicon.MAKER and (made := self._made(end)):
            return Referent(made, words, vocabulary.load().side_of(made), at, end, "organisation")
        if word in lexicon.COUNTRY or word in lexicon.REGIONS:
            return self._side(word, words, at)
        if word in lexicon.THINGS:
            return self._such(word, words, at)
        kind = self._kind(word)
        if kind is None or any(not (m.kind == "side" or _is_backer(self.content, m)) for m in inside):
            return None
        home = next((m.side for m in inside if m.kind == "side"), None) or self._place(words)
        found = self.antecedents.described(
            at,
            lambda m: kind(m) and (home is None or m.side in (home, None)),
            self.antecedents.beside(parse, token),
            self.antecedents.house if word in lexicon.COMPANY else None,
        )
        if found and home and found.side is None and found.kind != "organisation":
            return None
        return found

    def of_a_side(self, parse: Parse, token: Any, words: str, at: int, side: str | None) -> Referent | None:
        """ "The French company": one of that side, or one whose side nobody told."""
        if not re.match(r"(?:the|this|that)\s", words, re.I):
            return None
        return self.antecedents.described(
            at,
            lambda m: is_organisation(m, _COMPANIES) and m.name not in OBSERVERS and m.side in (side, None),
            self.antecedents.beside(parse, token),
        )

    def _made(self, end: int) -> str | None:
        """Whose the thing is that is named behind "the owner of"."""
        of = _OF_THING.match(self.content, end)
        if of is None:
            return None
        named = self.reading.mentions_in(of.end(), of.end() + 60)
        return named[0].maker if named and named[0].start == of.end() and named[0].kind == "model" else None

    def _said_of(self, parse: Parse, token: Any) -> Referent | None:
        """The name that a description is only said of: "MGX, the investor", "Nikon was the giant"."""
        head = token.head if token.dep_ == "appos" and token.head.i < token.i else None
        if token.dep_ == "attr":
            head = parse.subject(token.head)
        if head is None or head.i >= token.i:
            return None
        at = parse.span(head)[0]
        for mention in self.antecedents.names(max(0, at - 60), at + 60):
            if mention.start <= at < mention.end and not mention.adjective:
                return from_mention(self.content, mention)
        return None

    def _kind(self, word: str) -> Fits | None:
        """Which names a noun may describe."""
        if word in lexicon.COMPANY:
            return lambda m: is_organisation(m, _COMPANIES) and m.name not in OBSERVERS
        if word in lexicon.MODEL:
            return lambda m: m.kind == "model" and not is_chip(m.name) and not _MEASURE.search(m.name)
        if word in lexicon.CHIP:
            return lambda m: m.kind == "model" and is_chip(m.name)
        if word in lexicon.INSTITUTE:
            return lambda m: (
                is_organisation(m, ("university", "observer"))
                or (m.kind == "organisation" and word.capitalize() in m.name)
            )
        if word in lexicon.BODY:
            own = word.capitalize() if word.capitalize() in kinds.BODIES else ""  # "the ministry" is one
            return lambda m: is_organisation(m, ("government",)) and own in m.name
        if word in lexicon.OBSERVER:
            return lambda m: is_organisation(m, ("observer", "press"))
        return None

    def _place(self, words: str) -> str | None:
        """The side of a place in a description: "the Hangzhou-based firm"."""
        based = re.search(r"\b([A-Z][\w’']+(?:\s[A-Z]\w+)?)[- ](?:based|headquartered|listed)\b", words)
        return _places().get(based.group(1)) if based else None

    def _side(self, word: str, words: str, at: int) -> Referent | None:
        speaker, side = self.voices.own_at(at)
        near = self.reading.mentions_in(max(0, at - _NAMED_BEFORE), at) if word == "country" else ()
        sides = [m for m in near if m.kind == "side" and not m.adjective]
        countries = [m for m in sides if m.name not in _NO_COUNTRIES]
        if last := next(iter(reversed(countries or sides)), None):
            return from_mention(self.content, last)
        if word in lexicon.COUNTRY and speaker is not None and side:
            return Referent(
                side, words, side, at, at, "side"
            )  # in a speech "the government" is the speaker's
        allowed = lexicon.REGIONS.get(word)
        if allowed is None and (found := self.antecedents.described(at, lambda m: m.kind == "side")):
            return found
        for mention in reversed(self.reading.mentions_in(max(0, at - 1200), at)):
            if mention.kind == "side" and (allowed is None or mention.name in allowed):
                return from_mention(self.content, mention)
        return None

    def _such(self, word: str, words: str, at: int) -> Referent | None:
        """ "These copies" after "Chinese models": the national group they are."""
        if not _MANY.match(words):
            return None
        for mention in reversed(self.reading.mentions_in(max(0, at - 600), at)):
            if mention.kind == "group":
                return from_mention(self.content, mention)
            owns = mention.adjective or self.content[mention.end : mention.end + 2] in ("'s", "’s")
            if mention.kind == "side" and mention.side and owns:
                return Referent(f"{names.demonym(mention.side)} {word}", words, mention.side, at, at, "group")
        return None


def _is_backer(content: str, mention: Mention) -> bool:
    """ "The Microsoft-backed start-up": who only stands behind the one that is meant."""
    return bool(
        re.match(
            r"-(?:backed|owned|funded|led|trained|powered|style)\b", content[mention.end : mention.end + 9]
        )
    )


@cache
def _places() -> dict[str, str]:
    """Every name of a side and of a place in it -> the side."""
    found: dict[str, str] = {}
    for entry in vocabulary.load().entries.values():
        if entry.kind == "side":
            ways = (entry.name, *entry.aliases, *entry.places, *entry.capitals, *entry.metonyms)
            found.update(dict.fromkeys(ways, entry.name))
    return found
