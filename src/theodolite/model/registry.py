"""Models as one registry: what each source says of each model, side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from theodolite.model.scores import Vintage

Field = Literal[
    "date", "organisation", "country", "openness", "licence", "parameters", "context", "input_price",
    "output_price",
]  # fmt: skip
Value = str | float | dt.date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What one source says. `kind` tells dates apart: "announced", "released", "listed", "first seen"."""

    field: Field
    value: Value
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in one row of one vintage of one source, with what the row says of the model.

    `source` is the catalogue's name of the source, `tracker` whose opinion it is ("Epoch AI"): several
    sources of one publisher are one tracker. `provider` is who offers it, where the row is an offer; `day`
    the day of the row's own snapshot in a panel, else the vintage's. `shown` is the name the source shows
    people, where `name` is one for machines.
    """

    name: str
    source: str
    tracker: str
    vintage: Vintage
    line: int | None
    facts: tuple[Fact, ...]
    shown: str | None = None
    provider: str | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a name belongs: its version of the model, how it is run, and by which rules it was put there."""

    version: str
    variant: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RegisteredModel:
    """One model. `versions` are labels, oldest stamp first; "" is the model as named, without a version."""

    name: str
    family: str | None
    maker: str | None
    names: Mapping[str, Placed] = field(repr=False)
    mentions: tuple[Mention, ...] = field(repr=False)

    @property
    def trackers(self) -> tuple[str, ...]:
        """Who speaks of it."""
        return tuple(sorted({m.tracker for m in self.mentions}))

    @property
    def versions(self) -> tuple[str, ...]:
        """Its versions by label."""
        return tuple(sorted({p.version for p in self.names.values()}))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Registry:
    """Every model of the sources at hand. `by_name` finds a model by any name that a source writes."""

    models: tuple[RegisteredModel, ...] = field(repr=False)
    by_name: Mapping[str, RegisteredModel] = field(repr=False)
    warnings: tuple[str, ...] = ()
