"""Definitions of the tables that publishers of measurements ship: one YAML file a shape, strictly parsed.

A definition says which header names carry which field, what the figures mean, on what terms they may be
used, and which known faults are repaired, with the reason and a guard that ends the repair.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from theodolite.catalog.yaml_files import parse

Shape = Literal["scores", "matrix"]


class Repair(BaseModel):
    """Facts missing from a publisher's rows, filled only where the cell is blank.

    `seen_in` is the vintage in which the fault was found; after `review_by` the repair is no longer made
    and a warning asks for a look at the data.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    models: tuple[str, ...]
    countries: tuple[str, ...]
    organisations: tuple[str, ...]
    reason: str
    seen_in: dt.date
    review_by: dt.date


class SourceDefinition(BaseModel):
    """One shape of one publisher's table.

    `columns` maps our field to the header names that may carry it (compared without case); `required`
    fields must be there. `openness` maps the publisher's words to "open" or "closed"; a word that is not
    listed says nothing. `anchors` fix the scale of a refit (model to level); `fixed_slope` names the
    benchmark whose slope is 1. `per` says whether a row is a model or one of its versions. `address` is the
    page for people, `download` the file itself (with `member` inside a zip), None with the reason in
    `download_note`; `publish` is whether the licence lets a user publish from it; `rows` are the fewest and
    most rows a whole file has.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    shape: Shape
    columns: dict[str, tuple[str, ...]]
    required: tuple[str, ...]
    recognised_by: tuple[str, ...]
    measure: str = "score"
    unit: str = "point"
    per: Literal["model", "version"] = "model"
    producer: str | None = None
    title: str | None = None
    licence: str | None = None
    licence_address: str | None = None
    address: str | None = None
    download: str | None = None
    download_note: str | None = None
    member: str | None = None
    publish: bool = True
    rows: tuple[int, int] | None = None
    citation: str | None = None
    openness: dict[str, Literal["open", "closed"]] = Field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    anchors: dict[str, float] = Field(default_factory=dict)
    fixed_slope: str | None = None
    log_base: float | None = None
    limits_share: float = 0.90
    unnamed_part: str | None = None

    def recognises(self, header: tuple[str, ...]) -> bool:
        """Whether the tell-tale columns of this shape are all in `header`."""
        found = {h.strip().casefold() for h in header}
        return all(any(n.casefold() in found for n in self.columns[f]) for f in self.recognised_by)


@cache
def definitions() -> tuple[SourceDefinition, ...]:
    """Every table definition shipped, publishers' own before the generic ones.

    Raises pydantic.ValidationError for a definition that does not parse: a fault of ours, found by tests.
    """
    found = []
    for folder in sorted(resources.files(__name__).iterdir(), key=lambda p: (p.name == "generic", p.name)):
        if not folder.is_dir():
            continue
        for entry in sorted(folder.iterdir(), key=lambda p: p.name):
            if entry.name.endswith(".yml"):
                raw = parse(entry.read_text(encoding="utf-8"))
                if isinstance(raw, dict) and raw.get("shape") in ("scores", "matrix"):
                    found.append(SourceDefinition.model_validate(raw))
    return tuple(found)


def by_name(name: str) -> SourceDefinition:
    """The definition of that name. KeyError where there is none."""
    return next((d for d in definitions() if d.name == name), None) or _missing(name)


def _missing(name: str) -> SourceDefinition:
    raise KeyError(f"no source definition named {name}")


def recognise(header: tuple[str, ...]) -> SourceDefinition | None:
    """The first definition that recognises a header; a matrix before a table, since it also has scores."""
    matching = [d for d in definitions() if d.recognises(header)]
    return next((d for d in matching if d.shape == "matrix"), None) or next(iter(matching), None)
