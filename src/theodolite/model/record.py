"""What stands beside findings: what changed between two issues, what people judged, how often they agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from theodolite.model.claim import Kind
from theodolite.model.version import Version

Voice = Literal["person", "organisation", "group"]
"""Who speaks: one named person, a body with a name, or people without one ("industry insiders")."""
Changed = Literal[
    "verdict then", "verdict now", "definitions", "vintage", "datum", "reading", "judged", "binding",
    "method", "figures", "words",
]  # fmt: skip
CORRECTS: frozenset[Changed] = frozenset({"verdict then", "verdict now", "definitions", "datum", "judged"})
"""Changes that are entries of the corrections log; a new vintage that leaves the verdict alone is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is another in a later issue of a finding; None where one of the two has none of it."""

    what: Changed
    before: str | None
    after: str | None

    @property
    def words(self) -> str:
        """ "definitions: lag/1, now lag/2" """
        if self.what == "judged":
            return self.after or f"no longer so: {self.before}"
        if self.before is None and self.after is None:
            return f"{self.what} changed"
        return f"{self.what}: {self.before or 'none'}, now {self.after or 'none'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One entry of the log: a finding that was issued again with something put right, or taken back.

    `at` is the moment, ISO 8601 in UTC. `name` is that of the issue it puts right, `present` that of the one
    in its place (None: taken back). `before` and `after` are verdicts in words; `why` says what else changed,
    or who said so.
    """

    at: str
    claim_id: str
    name: str
    present: str | None
    before: str
    after: str
    why: tuple[str, ...]

    @property
    def day(self) -> str:
        """The day of the moment."""
        return self.at[:10]

    def to_json(self) -> dict[str, Any]:
        """The day and every other field as JSON values."""
        rest = {name: value for name, value in asdict(self).items() if name != "at"}
        return {"day": self.day, **rest, "why": list(self.why)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one person decided of a claim, a finding or an identity; `fields` as (field, read, corrected)."""

    about: Literal["claim", "finding", "identity"]
    kind: Literal["accepted", "rejected", "corrected"]
    subject: str
    judge: str
    reason: str
    made_at: str
    fields: tuple[tuple[str, str, str], ...] = ()

    @property
    def day(self) -> str:
        """The day it was made."""
        return self.made_at[:10]


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """How many of the judged were accepted, of one sort; the interval holds 90%, None where too few were."""

    about: Literal["claim", "finding", "identity"]
    kind: Kind | None
    accepted: int
    rejected: int
    corrected: int
    value: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def n(self) -> int:
        """All that were judged: the last word on each counts."""
        return self.accepted + self.rejected + self.corrected


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The record of a survey's documents, as its pages show it; keys are claim ids, of `voices` speakers.

    `lineages` has every issue of the finding on a claim, the earliest first. `drafts` are claims of named
    people whose present verdict nobody accepted. `words` is what people judged, the earliest first. `changed`
    says, by the name of an issue, what the one after it has otherwise.
    """

    lineages: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    voices: Mapping[str, Voice] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    words: Mapping[str, tuple[Word, ...]] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    precision: tuple[Precision, ...] = ()
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
