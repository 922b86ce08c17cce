"""Ties that documents claim, counted by sides: never mixed with what data declare."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from theodolite.measure.side import Side
from theodolite.model.claim import Claim, Relation

PREDICATES = ("built_on", "supplies", "uses", "funds")
"""Ties of which one end leans on the other; who leans depends on the predicate."""
_LEANS_ON_OBJECT = frozenset({"built_on", "uses"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedRow:
    """Ties of one kind that documents claim between two sides: distinct pairs of names, and sayings of them.

    `denied` pairs are said not to be; `hedged` of the asserted ones are said with reserve only. Forecasts are
    no ties and are left out.
    """

    leaning: str
    on: str
    predicate: str
    pairs: int
    sayings: int
    documents: int
    hedged: int
    denied: int
    examples: tuple[tuple[str, str, str], ...]

    def to_json(self) -> dict[str, Any]:
        """The row in the form of the contract."""
        return {
            "leaning": self.leaning, "on": self.on, "predicate": self.predicate, "pairs": self.pairs,
            "sayings": self.sayings, "documents": self.documents, "hedged": self.hedged,
            "denied": self.denied,
            "examples": [{"leaning": a, "on": b, "quote": quote} for a, b, quote in self.examples],
        }  # fmt: skip


def claimed(claims: Iterable[Claim], leaning: Side, on: Side) -> tuple[ClaimedRow, ...]:
    """The ties of every predicate by which a name of one side leans on a name of the other.

    Sides are countries or blocs: a claim names its two ends' sides and no more. A saying found twice is one.
    """
    found: dict[str, dict[str, Relation]] = {predicate: {} for predicate in PREDICATES}
    for claim in claims:
        if not isinstance(claim, Relation) or claim.predicate not in found or claim.forecast:
            continue
        ends = _ends(claim)
        if ends is None:
            continue
        if ends[0] in leaning.values and ends[1] in on.values:
            found[claim.predicate].setdefault(claim.saying_id, claim)
    return tuple(_row(p, tuple(sayings.values()), leaning, on) for p, sayings in found.items())


def _ends(claim: Relation) -> tuple[str, str] | None:
    """The side that leans and the side it leans on; None where one of them is not told."""
    if claim.subject_side is None or claim.object_side is None:
        return None
    if claim.predicate in _LEANS_ON_OBJECT:
        return claim.subject_side, claim.object_side
    return claim.object_side, claim.subject_side


def _names(claim: Relation) -> tuple[str, str]:
    ends = (claim.subject or claim.subject_text or "", claim.object or claim.object_text or "")
    return ends if claim.predicate in _LEANS_ON_OBJECT else (ends[1], ends[0])


def _row(predicate: str, sayings: tuple[Relation, ...], leaning: Side, on: Side) -> ClaimedRow:
    asserted = [c for c in sayings if c.polarity == "asserted"]
    pairs: dict[tuple[str, str], list[Relation]] = {}
    for claim in asserted:
        pairs.setdefault(_names(claim), []).append(claim)
    denied = {_names(c) for c in sayings if c.polarity == "denied"}
    return ClaimedRow(
        leaning=leaning.name,
        on=on.name,
        predicate=predicate,
        pairs=len(pairs),
        sayings=len(asserted),
        documents=len({c.document for c in asserted}),
        hedged=sum(all(c.hedged for c in told) for told in pairs.values()),
        denied=len(denied),
        examples=tuple((*names, told[0].quote) for names, told in list(pairs.items())[:5]),
    )
