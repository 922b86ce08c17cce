"""Releases as tables of records list them, with the ties they declare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from theodolite.catalog import vocabulary
from theodolite.model.names import folded_name
from theodolite.model.scores import ScoredModel, ScoreTable, Vintage
from theodolite.model.table import Table

SOURCES = (
    "epoch/notable_models", "epoch/large_scale_models", "epoch/frontier_models", "epoch/all_models",
    "llm_stats/models",
)  # fmt: skip
"""Tables that declare what a model was built on, the one with the clearest rule of inclusion first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One row. `bases` are names of models as declared; `hardware` those of chips it was trained on."""

    name: str
    date: dt.date | None
    countries: tuple[str, ...]
    organisations: tuple[str, ...]
    openness: str | None
    bases: tuple[str, ...]
    hardware: tuple[str, ...]
    frontier: bool
    source: str
    line: int

    def as_model(self) -> ScoredModel:
        """The release as sides ask for it: its level is not known and stands as 0."""
        return ScoredModel(
            name=self.name,
            level=0.0,
            date=self.date or dt.date.min,
            countries=self.countries,
            organisations=self.organisations,
            openness=self.openness,
        )


def releases_of(table: Table) -> tuple[Release, ...]:
    """The releases of one of `SOURCES`, in the order of the file. KeyError for another table."""
    if table.source == "llm_stats/models":
        return tuple(_of_llm_stats(table.frame.to_dicts()))
    if table.source not in SOURCES:
        raise KeyError(table.source)
    frontier = table.source == "epoch/frontier_models"
    return tuple(_of_epoch(row, table.source, frontier) for row in table.frame.to_dicts())


def _of_epoch(row: Mapping[str, Any], source: str, frontier: bool) -> Release:
    return Release(
        name=row["model"],
        date=row["date"],
        countries=tuple(row["countries"] or ()),
        organisations=tuple(row["organisations"] or ()),
        openness=row.get("access"),
        bases=tuple(row["base_model"] or ()),
        hardware=tuple(row["hardware"] or ()),
        frontier=frontier or bool(row.get("frontier")),
        source=source,
        line=row["line"],
    )


def _of_llm_stats(rows: Sequence[Mapping[str, Any]]) -> Iterable[Release]:
    """Its organisations have identifiers and no country: the vocabulary gives one where it knows the name."""
    sides = {
        folded_name(name): (entry.name, entry.side)
        for entry in vocabulary.load().entries.values()
        if entry.kind == "organisation"
        for name in (entry.name, *entry.aliases)
    }
    for row in rows:
        name, side = sides.get(folded_name(row["organisation"] or ""), (row["organisation"], None))
        yield Release(
            name=row["model"],
            date=row["date"],
            countries=(side,) if side else (),
            organisations=(name,) if name else (),
            openness=row["open"],
            bases=(row["based_on"],) if row["based_on"] else (),
            hardware=(),
            frontier=False,
            source="llm_stats/models",
            line=row["line"],
        )


def as_table(releases: Iterable[Release], vintage: Vintage) -> ScoreTable:
    """The releases in the form in which the names of sides are resolved."""
    return ScoreTable(
        measure="releases",
        unit="release",
        source="releases",
        vintage=vintage,
        models=tuple(r.as_model() for r in releases),
    )
