"""Every chip of a list under the rules of one day."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from theodolite.catalog import controls
from theodolite.catalog.controls import Event, Rule
from theodolite.measure.controls.chips import Chip, Figure, chips_of
from theodolite.measure.controls.evaluate import Outcome, evaluate
from theodolite.model.scores import Vintage
from theodolite.model.table import Table

SCHEMA_VERSION = "1"
NO_RULE = "no rule"
"""The class of every chip on a day when none of the rules held."""
UNKNOWN = "unknown"
DIFFERS = 1e-3
"""Relative difference from the publisher's own TPP that is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassedChip:
    """A chip with its class under one rule; `review` is how a licence is reviewed, where a rule says so."""

    chip: Chip
    outcome: Outcome
    review: Outcome | None = None

    @property
    def name(self) -> str:
        """The class in one word."""
        return self.outcome.decided or UNKNOWN

    def to_json(self) -> dict[str, Any]:
        """The chip in the form of the contract."""
        chip = self.chip
        rate = chip.performance
        return {
            "chip": chip.name,
            "maker": chip.maker.name if chip.maker else None,
            "country": chip.maker.country if chip.maker else None,
            "released": chip.released.isoformat() if chip.released else None,
            "class": self.name,
            "possible": list(self.outcome.possible),
            "decided_by": self.outcome.why,
            "review": None if self.review is None else self.review.decided or UNKNOWN,
            "tpp": round(rate.tpp, 6) if rate else None,
            "tpp_format": rate.format if rate else None,
            "tpp_rate": rate.rate if rate else None,
            "tpp_published": chip.published,
            "performance_density": density(chip),
            "die_mm2": _figure(chip.die),
            "interconnect_gb_s": _figure(chip.interconnect),
            "memory_bandwidth_gb_s": _figure(chip.memory_bandwidth),
            "datasheet": chip.datasheet,
            "notes": list(chip.notes),
        }


@dataclass(frozen=True, slots=True)
class Differing:
    """A chip whose TPP is not the publisher's; None where one of the two is missing."""

    chip: str
    ours: float | None
    published: float | None

    def to_json(self) -> dict[str, Any]:
        """The three values."""
        return {"chip": self.chip, "ours": self.ours, "published": self.published}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The chips of a list under the rules of a day."""

    on: dt.date
    rules: tuple[Rule, ...]
    vintage: Vintage
    source: str
    chips: tuple[ClassedChip, ...]
    differing: tuple[Differing, ...]
    events: tuple[Event, ...]
    warnings: tuple[str, ...]

    def counts(self) -> dict[str, int]:
        """How many chips are in each class, most first."""
        return dict(Counter(c.name for c in self.chips).most_common())

    def to_json(self) -> dict[str, Any]:
        """The report in the form of the contract."""
        return {
            "schema_version": SCHEMA_VERSION,
            "on": self.on.isoformat(),
            "rules": [
                {
                    "id": r.id, "kind": r.kind, "title": r.title, "announced": r.announced.isoformat(),
                    "from": r.start.isoformat(), "until": r.until.isoformat() if r.until else None,
                    "words": r.words, "note": r.note, "sources": list(r.sources),
                }
                for r in self.rules
            ],
            "source": self.source,
            "vintage": self.vintage.to_json(),
            "counts": self.counts(),
            "chips": [c.to_json() for c in self.chips],
            "tpp_differences": [d.to_json() for d in self.differing],
            "events": [
                {"date": e.date.isoformat(), "title": e.title, "rule": e.rule, "sources": list(e.sources)}
                for e in self.events
            ],
            "warnings": list(self.warnings),
        }  # fmt: skip


def unmatched(table: Table, names: Sequence[str]) -> list[str]:
    """Those of `names` that no chip of the table has."""
    known = table.frame["chip"].to_list()
    return [n for n in names if not any(_named(n, chip) for chip in known)]


def classed(table: Table, day: dt.date, names: Sequence[str] = ()) -> Report:
    """Class the chips of a table of `epoch/ml_hardware` under the rules of a day.

    `names` keep those chips only whose name has every word of one of them ("RTX 4090", "A800"). A chip whose
    class a missing figure could change is "unknown", with the classes that are possible.
    """
    chips, said = chips_of(table)
    if names:
        chips = tuple(c for c in chips if any(_named(n, c.name) for n in names))
    rules = controls.in_force(day)
    giving = next((r for r in reversed(rules) if r.kind == "class"), None)
    review = next((r for r in reversed(rules) if r.kind == "review"), None)
    made = tuple(_classed(chip, giving, review) for chip in chips)
    suspect = [c.name for c in chips if c.performance is not None and c.performance.suspect]
    warnings = [*table.warnings, *said]
    if suspect:
        warnings.append(
            "one format stands twice above the others, perhaps a figure for sparse matrices: "
            + ", ".join(suspect)
        )
    if giving is None:
        warnings.append(f"no rule of arithmetic held on {day}")
    return Report(
        on=day,
        rules=rules,
        vintage=table.vintage,
        source=table.source,
        chips=made,
        differing=_differing(chips),
        events=tuple(e for e in controls.events() if e.date <= day),
        warnings=tuple(warnings),
    )


def _classed(chip: Chip, giving: Rule | None, review: Rule | None) -> ClassedChip:
    if giving is None:
        return ClassedChip(chip=chip, outcome=Outcome((NO_RULE,), "no rule held that day"))
    outcome = evaluate(giving, chip)
    reviewed = review is not None and any(c in review.of for c in outcome.possible)
    return ClassedChip(
        chip=chip, outcome=outcome, review=evaluate(review, chip) if review is not None and reviewed else None
    )


def _named(asked: str, name: str) -> bool:
    """Whether a chip's name has every word that was asked for, in any case."""
    words = set(_words(name))
    return all(word in words for word in _words(asked))


def _words(name: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in name.casefold()).split()


def _differing(chips: Sequence[Chip]) -> tuple[Differing, ...]:
    found = []
    for chip in chips:
        ours = chip.performance.tpp if chip.performance else None
        if ours is None and chip.published is None:
            continue
        if ours is None or chip.published is None or abs(ours / chip.published - 1) > DIFFERS:
            found.append(Differing(chip.name, ours, chip.published))
    return tuple(found)


def density(chip: Chip) -> float | None:
    """TPP over the area of the die, per mm2; None where one of them is not known."""
    if chip.tpp.value is None or not chip.die.value:
        return None
    return chip.tpp.value / chip.die.value


def _figure(figure: Figure) -> dict[str, Any] | None:
    """A figure that is known or bounded, with its source."""
    if not figure.bounded:
        return None
    return {
        "value": figure.value,
        "least": figure.low or None,
        "most": figure.high if math.isfinite(figure.high) else None,
        "source": figure.source,
    }
