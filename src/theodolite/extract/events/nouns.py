"""Happenings in nouns: "the release of B in 2020", "A's launch of B", "its August 2023 release"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.arguments import Arguments, is_named
from theodolite.extract.events import happenings, worth
from theodolite.extract.events.dates import Occasion
from theodolite.extract.events.happening import Happening, dimension
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.relations.lexicon import ARTEFACTS
from theodolite.extract.words import lexicon, predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.names import Mention

_DAYS = lexicon.words("""today yesterday tomorrow week month year monday tuesday wednesday thursday friday""")
_BROUGHT_ABOUT = lexicon.words(
    "complete finish close conclude announce seal agree approve clear block oppose"
)


_WORTHY = (
    ARTEFACTS | worth.LAWS | lexicon.words("ceo chief president minister chairman founder premier delegation")
)
_OF = re.compile(r"\sof\s(?:the\s)?")
_AND = re.compile(r",?\sand\s|,\s")
_OF_EACH = frozenset(("listed", "released", "launched", "debuted", "arrested"))


class NamedHappenings:
    """The happenings in the nouns of one parsed sentence."""

    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.content = arguments.content

    def of(self, noun: Any, occasion: Occasion) -> Iterator[Happening]:
        """ "The release of B in 2020", "A's launch of B", "its August 2023 release", "a meeting with B"."""
        action = happenings.NOUNS[lemma(noun)]
        cue, end = self.parse.span(noun)
        if action == "met":
            yield from self._meeting(noun, cue, end)
            return
        targets = self.arguments.all(
            t for t in predications.behind(noun, "of") if not t.tag_.startswith("VB")
        )
        targets = self._named_behind(end) or targets or self._named_behind(occasion.end)
        owners = self.arguments.all(
            c for c in noun.children if c.dep_ == "poss" and c.text.lower() not in _DAYS
        )
        doers = self.arguments.all(predications.behind(noun, "by"))
        if owners and not targets:
            owner, thing = self._maker_of(owners[0])
            yield Happening(owner, action, thing, cue, end, dimension(None, owner, thing))
            return
        for target in targets if action in _OF_EACH else targets[:1]:
            brought = noun.dep_ == "dobj" and lemma(noun.head) in _BROUGHT_ABOUT
            inner = not is_named(target) or brought
            doer = (owners or doers or (self._clause_subject(noun) if inner else []))[:1]
            if doer:
                yield Happening(doer[0], action, target, cue, end, dimension(None, doer[0], target))
            elif is_named(target) or (target.name or "").lower().split()[-1] in _WORTHY:
                yield Happening(target, action, None, cue, end, dimension(None, target, None))
        if not targets and not owners:
            compound = [c for c in noun.children if c.dep_ in ("compound", "nmod")]
            for named in self.arguments.all(compound):
                if named.kind in ("model", "organisation", "unknown"):
                    yield Happening(named, action, None, cue, end, dimension(None, named, None))

    def _named_behind(self, end: int) -> list[Referent]:
        """The names right behind "of": "the July release of R1", "the listings this month of A and B"."""
        found: list[Mention] = []
        for mention in sorted((*self.arguments.mentions, *self.arguments.unknown), key=lambda m: m.start):
            before = self.content[found[-1].end if found else end : mention.start]
            if mention.start >= end and (_AND if found else _OF).fullmatch(before):
                if self.content[mention.end : mention.end + 1] in "'’" or mention.adjective:
                    return []  # "the visit of Nvidia's CEO"
                found.append(mention)
        return [from_mention(self.content, m) for m in found]

    def _meeting(self, noun: Any, cue: int, end: int) -> Iterator[Happening]:
        others = [r for r in self.arguments.all(predications.behind(noun, "with")) if is_named(r)]
        owner = self.arguments.all(c for c in noun.children if c.dep_ == "poss")
        speaker = self.arguments.scene.voices.at(cue, end, cue).speaker
        if not owner and speaker:
            owner = [Referent(speaker, "", None, cue, cue, "person")]
        for other in others[:1]:
            if owner and owner[0].name != other.name:
                yield Happening(owner[0], "met", other, cue, end, dimension(None, owner[0], other))

    def _maker_of(self, thing: Referent) -> tuple[Referent, Referent | None]:
        """ "Its release", where the sentence says whose the thing is ("Baidu's chatbot Ernie Bot")."""
        if (
            thing.kind == "organisation"
        ):  # "its" may be the maker's: then what is released stands in the sentence
            made = [m for m in self.arguments.mentions if m.kind == "model" and m.maker == thing.name]
            return thing, from_mention(self.content, made[0]) if made else None
        if thing.kind not in ("model", "unknown", "thing"):
            return thing, None
        for mention in self.arguments.mentions:
            behind = self.content[mention.end : mention.end + 2]
            if mention.kind == "organisation" and behind in ("'s", "’s") and mention.name == thing.maker:
                return from_mention(self.content, mention), thing
        return thing, None

    def _clause_subject(self, noun: Any) -> list[Referent]:
        subject = self.parse.subject(self.parse.verb_above(noun))
        if subject is None:
            return []
        start, end = self.parse.phrase(subject)
        inside = [m for m in self.arguments.mentions if start <= m.start < end]
        found = [r for r in self.arguments.all([subject]) if is_named(r)]
        return found or [from_mention(self.content, m) for m in inside[:1]]
