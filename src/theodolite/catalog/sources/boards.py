"""Definitions of leaderboards: many boards in one file, by day, keeper and category; strictly parsed.

What makers and licences are written as on them is data too: `lmarena/organisations.yml`, `licences.yml`.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from importlib import resources
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from theodolite.catalog import vocabulary
from theodolite.catalog.yaml_files import parse

Openness = Literal["open", "closed"]
_PUBLISHER = "lmarena"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Keeper(_Strict):
    """Who kept a board: its title, its licence (None: none is stated), whether it kept the whole of it."""

    title: str
    licence: str | None
    whole: bool
    note: str


class BoardsDefinition(_Strict):
    """One shape of boards. `columns` and `required` as for tables of scores; `source` if no column says."""

    name: str
    shape: Literal["boards"]
    measure: str
    unit: str
    producer: str
    title: str
    address: str
    citation: str
    columns: dict[str, tuple[str, ...]]
    recognised_by: tuple[str, ...]
    required: tuple[str, ...]
    rating_between: tuple[float, float]
    sources: dict[str, Keeper]
    source: str | None = None

    def recognises(self, header: tuple[str, ...]) -> bool:
        """Whether the tell-tale columns are all in a header."""
        found = {h.strip().casefold() for h in header}
        return all(any(n.casefold() in found for n in self.columns[f]) for f in self.recognised_by)


class Spelling(_Strict):
    """A maker as boards write it that the vocabulary does not know."""

    written: tuple[str, ...]
    name: str
    countries: tuple[str, ...]
    reason: str
    source: str


class Blank(_Strict):
    """The maker of rows that name none."""

    models: tuple[str, ...]
    name: str
    countries: tuple[str, ...]
    reason: str
    source: str


class Organisations(_Strict):
    """Spellings and blanks. Blanks are filled on boards from `seen_in` to `review_by`, no longer after it."""

    spellings: tuple[Spelling, ...]
    blank: tuple[Blank, ...]
    seen_in: dt.date
    review_by: dt.date


class OpennessRepair(_Strict):
    """Models whose licence word says otherwise than the facts, on boards from `seen_in` to `review_by`."""

    models: tuple[str, ...]
    openness: Openness
    reason: str
    source: str
    seen_in: dt.date
    review_by: dt.date


class Licences(_Strict):
    """Words of the licence column by what they say of the weights."""

    open: tuple[str, ...]
    closed: tuple[str, ...]
    by_model: tuple[OpennessRepair, ...]


def _raw(name: str) -> Any:
    path = resources.files(__package__).joinpath(_PUBLISHER, name)
    return parse(path.read_text(encoding="utf-8"))


@cache
def definitions() -> tuple[BoardsDefinition, ...]:
    """Every definition of boards shipped."""
    return tuple(BoardsDefinition.model_validate(_raw(n)) for n in ("history.yml", "categories.yml"))


def recognise(header: tuple[str, ...]) -> BoardsDefinition | None:
    """The definition that recognises a header, None where none does."""
    return next((d for d in definitions() if d.recognises(header)), None)


@cache
def organisations() -> Organisations:
    """What the vocabulary does not say of makers on boards."""
    return Organisations.model_validate(_raw("organisations.yml"))


@cache
def licences() -> Licences:
    """What licence words say of weights."""
    return Licences.model_validate(_raw("licences.yml"))


def folded(word: str) -> str:
    """One form for comparison: without case, spaces, hyphens, underscores and full stops."""
    return re.sub(r"[\s\-_.]+", "", word.casefold())


@cache
def openness_words() -> dict[str, Openness]:
    """Folded licence word to "open" or "closed"."""
    words: dict[str, Openness] = {folded(w): "open" for w in licences().open}
    return words | {folded(w): "closed" for w in licences().closed}


@cache
def makers() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Folded spelling to (name, countries): the vocabulary's organisations, then the repairs'."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for entry in vocabulary.load().entries.values():
        if entry.kind == "organisation":
            for spelling in (entry.name, *entry.aliases):
                found.setdefault(folded(spelling), (entry.name, (entry.side,) if entry.side else ()))
    for repair in organisations().spellings:
        for spelling in repair.written:
            found[folded(spelling)] = (repair.name, repair.countries)
    return found
