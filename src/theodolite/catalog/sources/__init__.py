"""Definitions of the tables that publishers of measurements ship: one YAML file a shape, strictly parsed.

A definition says which header names carry which field, what the figures mean, on what terms they may be
used, and which known faults are repaired, with the reason and a guard that ends the repair.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Literal

from pydantic import Field

from theodolite.catalog.sources.terms import Strict, Terms, raw_definitions, recognised

Shape = Literal["scores", "matrix"]


class Repair(Strict):
    """Facts missing from a publisher's rows, filled only where the cell is blank.

    `seen_in` is the vintage in which the fault was found; after `review_by` the repair is no longer made
    and a warning asks for a look at the data.
    """

    models: tuple[str, ...]
    countries: tuple[str, ...]
    organisations: tuple[str, ...]
    reason: str
    seen_in: dt.date
    review_by: dt.date


class SourceDefinition(Terms):
    """One shape of one publisher's table of scores, or nobody's own.

    `columns` maps our field to the header names that may carry it (compared without case); `required`
    fields must be there. `openness` maps the publisher's words to "open" or "closed"; a word that is not
    listed says nothing. `anchors` fix the scale of a refit (model to level); `fixed_slope` names the
    benchmark whose slope is 1. `per` says whether a row is a model or one of its versions. `rows` are the
    fewest and most rows a whole file has.
    """

    shape: Shape
    columns: dict[str, tuple[str, ...]]
    required: tuple[str, ...]
    recognised_by: tuple[str, ...]
    measure: str = "score"
    unit: str = "point"
    per: Literal["model", "version"] = "model"
    rows: tuple[int, int] | None = None
    openness: dict[str, Literal["open", "closed"]] = Field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    anchors: dict[str, float] = Field(default_factory=dict)
    fixed_slope: str | None = None
    log_base: float | None = None
    limits_share: float = 0.90
    unnamed_part: str | None = None

    def recognises(self, header: tuple[str, ...]) -> bool:
        """Whether the tell-tale columns of this shape are all in `header`."""
        return recognised(header, self.columns, self.recognised_by)


@cache
def definitions() -> tuple[SourceDefinition, ...]:
    """Every table definition shipped, publishers' own before the generic ones.

    Raises pydantic.ValidationError for a definition that does not parse: a fault of ours, found by tests.
    """
    known = (raw for raw in raw_definitions() if raw["shape"] in ("scores", "matrix"))
    return tuple(SourceDefinition.model_validate(raw) for raw in known)


def by_name(name: str) -> SourceDefinition:
    """The definition of that name. KeyError where there is none."""
    return next((d for d in definitions() if d.name == name), None) or _missing(name)


def _missing(name: str) -> SourceDefinition:
    raise KeyError(f"no source definition named {name}")


def recognise(header: tuple[str, ...]) -> SourceDefinition | None:
    """The first definition that recognises a header; a matrix before a table, since it also has scores."""
    matching = [d for d in definitions() if d.recognises(header)]
    return next((d for d in matching if d.shape == "matrix"), None) or next(iter(matching), None)
