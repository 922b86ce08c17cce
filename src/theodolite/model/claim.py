"""Claims: one statement a document makes that a reader could check, dispute or quote.

The fields are those of the claims contract; every field of a kind is always present, None where the text
does not say. A name slot X (subject, object, follower, leader, speaker) holds the canonical form, X_text
the words used, X_side the country or bloc it belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Literal

from theodolite.model.identity import digest

Kind = Literal["lag", "quantity", "comparison", "relation", "event", "assessment"]
Attribution = Literal["direct", "indirect", "own_voice", "consensus"]
Polarity = Literal["asserted", "denied"]
Dimension = Literal[
    "capability", "compute", "data", "talent", "research", "patents", "capital", "adoption", "policy",
    "openness", "efficiency", "economy", "energy", "access", "origination",
]  # fmt: skip
Predicate = Literal[
    "funds", "built_on", "develops", "founded", "leads", "partners_with", "owns", "supplies", "uses",
    "restricts", "part_of",
]  # fmt: skip
"""The ties that a relation may state."""
Number = float | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The fields that every claim has. `quote` is exactly `text[start:end]`, in code points."""

    KIND: ClassVar[Kind]
    SLOTS: ClassVar[tuple[str, ...]] = ()
    """The fields that define what was said, in canonical form: they enter the identities."""

    text_sha256: str
    document: str
    source: str
    quote: str
    start: int
    end: int
    speaker: str | None = None
    speaker_text: str | None = None
    speaker_side: str | None = None
    attribution: Attribution | None = None
    via: tuple[str, ...] = ()
    cites: str | None = None
    polarity: Polarity = "asserted"
    hedged: bool = False
    forecast: bool = False
    condition: str | None = None
    scope: str | None = None
    dimension: Dimension | None = None
    said_on: str | None = None
    group: str | None = None

    @property
    def kind(self) -> Kind:
        """Which of the six kinds this is."""
        return self.KIND

    @property
    def slots(self) -> tuple[Any, ...]:
        """The values of the defining slots, in order."""
        return tuple(getattr(self, name) for name in self.SLOTS)

    @property
    def id(self) -> str:
        """Over the text, the kind, the place and the defining slots; not over how or where it was read."""
        return digest(self.text_sha256, self.KIND, self.start, self.end, *_numbers(self.slots))

    @property
    def saying_id(self) -> str:
        """Over what was said, by whom, in which work: equal for one statement found twice."""
        return digest(self.document, self.KIND, self.speaker, self.polarity, *_numbers(self.slots))

    def to_json(self) -> dict[str, Any]:
        """The claim in the form of the contract: JSON values only, every field present."""
        head: dict[str, Any] = {"id": self.id, "saying_id": self.saying_id, "kind": self.KIND}
        for f in fields(self):
            if f.name != "text_sha256":
                value = getattr(self, f.name)
                head[f.name] = list(value) if isinstance(value, tuple) else value
        return head


def _numbers(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """12 and 12.0 are one number: identities see them alike."""
    return tuple(float(v) if isinstance(v, int) and not isinstance(v, bool) else v for v in values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lag(Claim):
    """One side trails another by a stretch of time, in months; None is an open end."""

    KIND: ClassVar[Kind] = "lag"
    SLOTS: ClassVar[tuple[str, ...]] = (
        "follower", "leader", "subject", "low_months", "high_months", "trend", "reading", "anchor",
        "dimension",
    )  # fmt: skip

    follower: str | None = None
    follower_text: str | None = None
    follower_side: str | None = None
    leader: str | None = None
    leader_text: str | None = None
    leader_side: str | None = None
    subject: str | None = None
    subject_text: str | None = None
    subject_side: str | None = None
    low_months: Number = None
    high_months: Number = None
    trend: Literal["narrowing", "widening", "steady"] | None = None
    reading: Literal["standing", "record", "catch_up"] | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Claim):
    """A figure for somebody or something; equal values for a point, None for an open end."""

    KIND: ClassVar[Kind] = "quantity"
    SLOTS: ClassVar[tuple[str, ...]] = (
        "subject", "metric", "value_low", "value_high", "unit", "period", "statistic", "of",
    )  # fmt: skip

    subject: str | None = None
    subject_text: str | None = None
    subject_side: str | None = None
    metric: str | None = None
    value_low: Number = None
    value_high: Number = None
    unit: str | None = None
    period: str | None = None
    statistic: Literal["stock", "flow", "cumulative", "share", "change", "rank", "threshold"] | None = None
    of: str | None = None
    base: str | None = None
    counted: str | None = None
    sample: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Claim):
    """One side against another with no stretch of time; `factor` is subject over object."""

    KIND: ClassVar[Kind] = "comparison"
    SLOTS: ClassVar[tuple[str, ...]] = ("subject", "object", "metric", "direction", "factor", "period")

    subject: str | None = None
    subject_text: str | None = None
    subject_side: str | None = None
    object: str | None = None
    object_text: str | None = None
    object_side: str | None = None
    metric: str | None = None
    direction: Literal["above", "below", "equal"] | None = None
    factor: Number = None
    period: str | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Claim):
    """A tie between two names: funds, built_on, develops, founded, leads, and so on."""

    KIND: ClassVar[Kind] = "relation"
    SLOTS: ClassVar[tuple[str, ...]] = ("subject", "predicate", "object", "amount", "unit")

    subject: str | None = None
    subject_text: str | None = None
    subject_side: str | None = None
    predicate: str | None = None
    object: str | None = None
    object_text: str | None = None
    object_side: str | None = None
    amount: Number = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """Something dated that happened; `date` is ISO 8601, as precise as the document allows."""

    KIND: ClassVar[Kind] = "event"
    SLOTS: ClassVar[tuple[str, ...]] = ("subject", "action", "object", "date")

    subject: str | None = None
    subject_text: str | None = None
    subject_side: str | None = None
    action: str | None = None
    object: str | None = None
    object_text: str | None = None
    object_side: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Claim):
    """A judgement on a side's strength or weakness, with no figure and no named other side."""

    KIND: ClassVar[Kind] = "assessment"
    SLOTS: ClassVar[tuple[str, ...]] = ("subject", "dimension", "direction")

    subject: str | None = None
    subject_text: str | None = None
    subject_side: str | None = None
    direction: Literal["strength", "weakness", "neutral"] | None = None


KINDS: dict[str, type[Claim]] = {
    cls.KIND: cls for cls in (Lag, Quantity, Comparison, Relation, Event, Assessment)
}


def from_json(row: dict[str, Any], text_sha256: str) -> Claim:
    """The claim that `to_json` wrote. Raises KeyError for an unknown kind, TypeError for unknown fields."""
    cls = KINDS[row["kind"]]
    values = {k: v for k, v in row.items() if k not in ("id", "saying_id", "kind")}
    values["via"] = tuple(values.get("via") or ())
    return cls(text_sha256=text_sha256, **values)
