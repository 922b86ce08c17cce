"""Whether something is told to a reader, and what of the reader's profile it touches: rules, no score."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from theodolite.catalog import vocabulary
from theodolite.compose.outside import language_of
from theodolite.compose.survey_view import DocumentView
from theodolite.model.article import Article
from theodolite.model.claim import Claim, Dimension, Kind
from theodolite.model.profile import Profile
from theodolite.model.watchlist import KINDS, SourceKind

_SLOTS = ("subject", "object", "follower", "leader", "speaker")
_SIDES = ("subject_side", "object_side", "follower_side", "leader_side")
DECIDED = ("not checkable", "undecided", "mixed", "supported", "contradicted")
"""Verdicts from the least decided on; the last two decide alike."""
KIND_ORDER: tuple[Kind, ...] = ("lag", "comparison", "quantity", "event", "assessment", "relation")
"""Kinds of claim as a brief tells them: who leads by how much first, who makes what last."""
LINES = {"short": (3, 1, 1), "normal": (10, 4, 2), "full": (500, 200, 500)}
"""Most lines of a part, of each dimension of a part by dimension, and of one document in either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a line would be about, as far as it is known; None is not known."""

    names: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    dimension: Dimension | None = None
    kind: Kind | None = None
    language: str | None = None
    source: SourceKind | None = None
    words: str = field(default="", repr=False)


class Reader:
    """A profile that answers for each topic what of it is touched."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.part_lines, self.dimension_lines, self.document_lines = LINES[profile.length]

    def touched(self, topic: Topic) -> tuple[str, ...] | None:
        """The interests that a topic touches; None where it is not told: beyond a limit, or touching none.

        Languages and kinds of source are asked of what comes from a document, kinds of what is a claim.
        """
        p = self.profile
        limits = ((p.kinds, topic.kind), (p.languages, topic.language), (p.sources, topic.source))
        if any(allowed and given not in allowed for allowed, given in limits):
            return None
        return self.interests(topic)

    def interests(self, topic: Topic) -> tuple[str, ...] | None:
        """The same of what is measured or counted, which no limit is about."""
        p = self.profile
        found = [name for name, known in self._names.items() if known.met(topic)]
        found += [d for d in p.dimensions if d == topic.dimension]
        found += [s for s in p.sides if s in topic.sides or s in topic.names]
        return tuple(dict.fromkeys(found)) if found or not p.interested else None

    def decided(self, verdict: str) -> bool:
        """Whether a verdict is as decided as the reader asks for."""
        least = self.profile.least
        if least is None or verdict not in DECIDED:
            return True
        return min(DECIDED.index(verdict), 3) >= min(DECIDED.index(least), 3)

    @cached_property
    def _names(self) -> dict[str, _Name]:
        return {name: _name(name) for name in self.profile.names}


@dataclass(frozen=True, slots=True)
class _Name:
    """A name with what belongs to it and the ways to write it."""

    own: frozenset[str]
    family: tuple[str, ...]
    written: re.Pattern[str]

    def met(self, topic: Topic) -> bool:
        """Whether a slot has it or a version of it, or the words name it."""
        if any(n.casefold() in self.own or n.casefold().startswith(self.family) for n in topic.names):
            return True
        return bool(self.written.search(topic.words))


def known_names() -> list[str]:
    """Every way to write a name that the vocabulary lists."""
    return [w for e in vocabulary.load().entries.values() for w in (e.name, *e.aliases, *e.zh)]


def _name(given: str) -> _Name:
    """A name as it is looked for: an organisation's models belong to it, a family's versions too."""
    entries = vocabulary.load().entries
    name = vocabulary.canonical(given) or given
    entry = entries.get(name)
    own = {given.casefold(), name.casefold()}
    own |= {e.name.casefold() for e in entries.values() if e.maker == name}
    ways = {given, name, *(entry.aliases if entry else ()), *(entry.zh if entry else ())}
    # Short or ambiguous ways of writing ("xAI") mean it only where the reading says so, in a slot; a listed
    # name is met as it is written ("meta" is not "Meta").
    sure = sorted((w for w in ways if len(w) > 3 or not w.isascii()), key=len, reverse=True)
    sure = sure if entry is None or not entry.ambiguous else [w for w in sure if not w.isascii()]
    parts = [rf"(?<![^\W_]){re.escape(w)}(?![^\W_])" if w.isascii() else re.escape(w) for w in sure]
    family = tuple(f"{n}{joint}" for n in sorted(own) for joint in (" ", "-"))
    return _Name(frozenset(own), family, re.compile("|".join(parts) or r"(?!)", 0 if entry else re.I))


def topic_of(claim: Claim, document: DocumentView | None, article: Article | None) -> Topic:
    """What a claim is about."""
    names = {v for n in _SLOTS if isinstance(v := getattr(claim, n, None), str)}
    sides = {v for n in _SIDES if isinstance(v := getattr(claim, n, None), str)}
    told = (document.origin.language or document.text.language) if document else None
    stated = article.kind if article else document.origin.kind if document else None
    return Topic(
        names=frozenset(names), sides=frozenset(sides), dimension=claim.dimension, kind=claim.kind,
        language=language_of(claim.quote, told), source=next((k for k in KINDS if k == stated), None),
        words=claim.quote,
    )  # fmt: skip
