"""Definitions of leaderboards: many boards in one file, by day, keeper and category; strictly parsed.

What makers and licences are written as on them is data too: `lmarena/organisations.yml`, `licences.yml`.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from importlib import resources
from typing import Any, Literal

from pydantic import model_validator

from theodolite.catalog import vocabulary
from theodolite.catalog.sources.terms import Strict, Terms, raw_definitions, recognised
from theodolite.catalog.yaml_files import parse

Openness = Literal["open", "closed"]
_PUBLISHER = "lmarena"


class Keeper(Strict):
    """Who kept a board: its title, its licence (None: none is stated), whether it kept the whole of it."""

    title: str
    licence: str | None
    whole: bool
    note: str


class BoardsDefinition(Terms):
    """One shape of boards. `columns` and `required` as for tables of scores; `source` if no column says.

    The licence is that of its keepers, each once.
    """

    shape: Literal["boards"]
    measure: str
    unit: str
    producer: str
    title: str
    licence: str
    address: str
    citation: str
    columns: dict[str, tuple[str, ...]]
    recognised_by: tuple[str, ...]
    required: tuple[str, ...]
    rating_between: tuple[float, float]
    sources: dict[str, Keeper]
    source: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _of_keepers(cls, raw: Any) -> Any:
        kept = raw["sources"].values()
        return {"licence": ", ".join(sorted({k["licence"] or "none stated" for k in kept})), **raw}

    def recognises(self, header: tuple[str, ...]) -> bool:
        """Whether the tell-tale columns are all in a header."""
        return recognised(header, self.columns, self.recognised_by)


class Spelling(Strict):
    """A maker as boards write it that the vocabulary does not know."""

    written: tuple[str, ...]
    name: str
    countries: tuple[str, ...]
    reason: str
    source: str


class Blank(Strict):
    """The maker of rows that name none."""

    models: tuple[str, ...]
    name: str
    countries: tuple[str, ...]
    reason: str
    source: str


class Organisations(Strict):
    """Spellings and blanks. Blanks are filled on boards from `seen_in` to `review_by`, no longer after it."""

    spellings: tuple[Spelling, ...]
    blank: tuple[Blank, ...]
    seen_in: dt.date
    review_by: dt.date


class OpennessRepair(Strict):
    """Models whose licence word says otherwise than the facts, on boards from `seen_in` to `review_by`."""

    models: tuple[str, ...]
    openness: Openness
    reason: str
    source: str
    seen_in: dt.date
    review_by: dt.date


class Licences(Strict):
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
    known = (BoardsDefinition.model_validate(raw) for raw in raw_definitions() if raw["shape"] == "boards")
    # The record of many days before one day's categories, whose columns a record may have as well.
    return tuple(sorted(known, key=lambda d: d.source is not None))


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
