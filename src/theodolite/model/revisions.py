"""What changed between two vintages of one table of scores, and what that did to a gap."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

from theodolite.model.scores import ScoredModel, Vintage

SCHEMA_VERSION = "1"

Kind = Literal["dropped", "re-attributed", "re-dated", "re-scored", "new"]
KINDS: tuple[Kind, ...] = ("dropped", "re-attributed", "re-dated", "re-scored", "new")
"""In the order in which the sequential split makes them: first what was said of old models, new ones last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One model's row in both vintages; `old` None where it is new, `new` None where it was dropped.

    `kinds` are all that happened to it; empty where the row is the same. `matched_by` says how the two rows
    were found to be one model: "name" or "display name".
    """

    old: ScoredModel | None
    new: ScoredModel | None
    kinds: tuple[Kind, ...]
    matched_by: str | None = None

    @property
    def name(self) -> str:
        """As the later vintage has it."""
        row = self.new or self.old
        assert row is not None
        return row.name

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        return {
            "model": self.name, "kinds": list(self.kinds), "matched_by": self.matched_by,
            "old": _row(self.old), "new": _row(self.new),
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """A quantity of the later vintage with one change of one model taken back; `effect` is what it added."""

    model: str
    kind: Kind
    estimate: float | None
    effect: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The change of one quantity, `before` to `after` on one day, by kind of revision.

    `sequential` makes the kinds in the order of `KINDS`; `shapley` is the mean over all their orders. Both
    add up to the change. They are None where the quantity is undefined in a state between.
    """

    quantity: str
    unit: str
    before: float | None
    after: float | None
    censored_before: str | None
    censored_after: str | None
    sequential: dict[Kind, float] | None
    shapley: dict[Kind, float] | None
    most: Undone | None

    @property
    def change(self) -> float | None:
        """After less before."""
        return None if self.before is None or self.after is None else self.after - self.before

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        return {
            "quantity": self.quantity, "unit": self.unit, "before": self.before, "after": self.after,
            "change": self.change, "censored_before": self.censored_before,
            "censored_after": self.censored_after, "sequential": self.sequential, "shapley": self.shapley,
            "most": None if self.most is None else {
                "model": self.most.model, "kind": self.most.kind, "estimate": self.most.estimate,
                "effect": self.most.effect,
            },
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class AsIf:
    """A quantity in both vintages with a model left out, or in the later with its old date."""

    model: str
    change: str
    quantity: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionReport:
    """Every revision between two vintages, and the split of the gap between two sides on one day."""

    old: Vintage
    new: Vintage
    measure: str
    unit: str
    source: str
    leader: str
    follower: str
    day: dt.date
    tolerance: float
    side_rule: str
    models: tuple[int, int]
    revisions: tuple[Revision, ...] = field(repr=False)
    splits: tuple[Split, ...]
    as_if: tuple[AsIf, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def shared(self) -> int:
        """Models in both."""
        return sum(r.old is not None and r.new is not None for r in self.revisions)

    def count(self, kind: Kind) -> int:
        """Models to which this happened."""
        return sum(kind in r.kinds for r in self.revisions)

    def to_json(self) -> dict[str, Any]:
        """The report as `docs/schema/revisions.json` describes it."""
        return {
            "schema_version": SCHEMA_VERSION, "from": self.old.to_json(), "to": self.new.to_json(),
            "measure": self.measure, "unit": self.unit, "source": self.source, "leader": self.leader,
            "follower": self.follower, "day": self.day.isoformat(), "tolerance": self.tolerance,
            "side_rule": self.side_rule, "models_before": self.models[0], "models_after": self.models[1],
            "shared": self.shared, "counts": {kind: self.count(kind) for kind in KINDS},
            "order": list(KINDS), "gap": [s.to_json() for s in self.splits],
            "as_if": [
                {"model": a.model, "change": a.change, "quantity": a.quantity, "before": a.before,
                 "after": a.after}
                for a in self.as_if
            ],
            "revisions": [r.to_json() for r in self.revisions if r.kinds], "warnings": list(self.warnings),
        }  # fmt: skip


def _row(model: ScoredModel | None) -> dict[str, Any] | None:
    if model is None:
        return None
    return {
        "name": model.name, "display_name": model.display_name, "date": model.date.isoformat(),
        "level": model.level, "countries": list(model.countries),
        "organisations": list(model.organisations), "openness": model.openness,
    }  # fmt: skip
