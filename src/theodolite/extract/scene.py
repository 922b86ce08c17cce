"""What rules work with: a reading, its voices and its referents, and drafts of claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from theodolite.extract.reading import Reading
from theodolite.extract.referents import Referent, Referents
from theodolite.extract.referents.unlisted import Unlisted
from theodolite.extract.voices.spoken import Voices
from theodolite.model.claim import Kind


@dataclass(slots=True)
class Draft:
    """A claim as a rule finds it: its kind, evidence, the place of its cue, and the slots of its kind.

    The fields that all claims have are filled in later; `override` holds those that the rule knows better,
    and as `not_by` somebody who does not say it himself.
    """

    kind: Kind
    start: int
    end: int
    cue: int
    sentence: int
    slots: dict[str, Any]
    override: dict[str, Any] = field(default_factory=dict)
    rule: str | None = None
    """Which rule found it, by the name of its module below this package; filled in by the registry."""


class Scene:
    """One document with everything a rule may ask."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.content = reading.content
        self.pairs: list[tuple[int, Referent, Referent | None]] = []
        """(place, follower, leader) of the lags found so far: what "the gap" is about further on."""
        self.readings: dict[int, str | None] = {}
        """The reading of each lag found so far, by the place of its stretch."""
        self.prepared = False
        """Whether the sentences that the rules will ask for are parsed."""
        self.left_off: dict[Kind, int] = {}
        """Kinds that a rule has stopped to look for, as the text holds more than are read, and where."""
        self.found: list[Draft] = []
        """Every draft so far, in the order of the rules: what one kind has said no other says again."""

    @cached_property
    def text_sha256(self) -> str:
        """The identity of the text, hashed once."""
        return self.reading.text.sha256

    def length(self, draft: Draft) -> int:
        """The characters of the sentence that a draft stands in."""
        sentence = self.reading.sentences[draft.sentence]
        return sentence.end - sentence.start

    @cached_property
    def voices(self) -> Voices:
        """Who speaks where."""
        return Voices(self.reading)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The last words of the names of all who are reported to speak."""
        return frozenset(r.name.split()[-1] for r in self.voices.reported if r.name)

    @cached_property
    def referents(self) -> Referents:
        """Who is meant by a phrase."""
        return Referents(self.reading, self.voices, self.unlisted)

    @cached_property
    def unlisted(self) -> Unlisted:
        """What kind of thing a name is that nobody listed. It asks for no syntax, so that it may be asked
        before anything is parsed."""
        return Unlisted(self.reading)
