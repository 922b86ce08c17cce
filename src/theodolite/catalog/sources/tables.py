"""Definitions of publishers' tables of records: what each column holds, and what it may hold.

One YAML file a table, beside the definitions of score tables; a shape that is no table of text cells has one
short Python file of the same name beside it, which turns the bytes into rows (`reader: true`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module
from typing import Literal

from pydantic import Field, model_validator

from theodolite.catalog.sources.terms import Strict, Terms, raw_definitions

FieldType = Literal["text", "number", "day", "boolean", "list", "countries", "category"]
Rows = Iterable[tuple[int, Mapping[str, str]]]


class FieldDefinition(Strict):
    """One field: which headers may carry it, what it holds, and what it may hold.

    `needed` columns must be in the file; `filled` cells must hold a value, or the row is left out. `range`
    limits a single number (one outside it is left blank, with a warning); `median` limits the median of all,
    which tells a change of unit. `times` turns the publisher's unit into ours. `categories` maps every word
    the publisher uses to ours (null: says nothing); a word that is not listed refuses the file. `formats` are
    the forms of a day besides ISO; `blank` lists words that mean no value, alone or in a list. `separator`
    divides a list.
    `given` keeps a cell only where other fields' cells match these patterns in full (a name is a country's
    only beside a country's code). `stock` marks a number that holds on a day: it is never added over days.
    """

    headers: tuple[str, ...]
    type: FieldType = "text"
    unit: str | None = None
    needed: bool = False
    filled: bool = False
    range: tuple[float, float] | None = None
    median: tuple[float, float] | None = None
    times: float = 1.0
    categories: dict[str, str | None] | None = None
    formats: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    separator: str = ","
    given: dict[str, str] = Field(default_factory=dict)
    stock: bool = False
    about: str | None = None

    @model_validator(mode="after")
    def _fits(self) -> FieldDefinition:
        if (self.type == "category") != (self.categories is not None):
            raise ValueError("a category has categories, and nothing else has")
        if self.type == "number" and self.unit is None:
            raise ValueError("a number has a unit")
        return self


class CellRepair(Strict):
    """A known fault of a publisher's rows: cells that are replaced, while they still read as they did.

    `where` gives cells (field to text, as in the file) that identify the rows; `was` the faulty cells as
    they stand, `set` what they should be. `seen_in` is the vintage the fault was found in (older ones may
    lack the row); after `review_by` the repair is no longer made.
    """

    where: dict[str, str]
    was: dict[str, str]
    set: dict[str, str]
    reason: str
    seen_in: dt.date
    review_by: dt.date


class TableDefinition(Terms):
    """One table of one publisher.

    `files` are patterns of file names; `by_name` says that the header alone does not tell the table. `share`
    is "unmodified" where its figures may be passed on only as they are. `rows` are the fewest and most rows a
    whole file has; `key` the fields that name a row: rows of one key that differ are named. `vintage_field`
    is a field that holds the day of each row's own snapshot, for files that are panels. `parts` says that one
    vintage is several files, whose rows together are the table. `dated` gives the day of vintages whose file
    names carry none, by the SHA-256 of their bytes. `whole` gives the cells of the rows that hold the
    publisher's own totals.
    """

    shape: Literal["records"]
    title: str
    producer: str
    licence: str
    address: str
    citation: str
    publish: bool
    share: Literal["any", "unmodified", "alike"] = "any"
    files: tuple[str, ...]
    by_name: bool = False
    reader: bool = False
    parts: bool = False
    rows: tuple[int, int]
    key: tuple[str, ...] = ()
    vintage_field: str | None = None
    fields: dict[str, FieldDefinition]
    repairs: tuple[CellRepair, ...] = ()
    faults: tuple[str, ...] = Field(default=())
    dated: dict[str, dt.date] = Field(default_factory=dict)
    whole: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _fits(self) -> TableDefinition:
        named = set(self.key) | self.whole.keys() | ({self.vintage_field} if self.vintage_field else set())
        for repair in self.repairs:
            named |= repair.where.keys() | repair.was.keys() | repair.set.keys()
        for known in self.fields.values():
            named |= known.given.keys()
        if unknown := named - self.fields.keys():
            raise ValueError(f"no such fields: {', '.join(sorted(unknown))}")
        return self

    def named(self, file: str) -> bool:
        """Whether a file's name (without folders) fits one of the patterns."""
        name = file.replace("\\", "/").rsplit("/", 1)[-1]
        return any(fnmatchcase(name, pattern) for pattern in self.files)

    def fits(self, header: Iterable[str]) -> bool:
        """Whether a header has every needed column."""
        found = {h.strip().casefold() for h in header}
        return all(
            any(h.casefold() in found for h in f.headers)
            for f in self.fields.values()
            if f.needed or f.filled
        )

    def rows_of(self) -> Callable[[bytes, str], Rows]:
        """The function of the Python file beside this definition: bytes and file name to (line, cells)."""
        module = import_module(f"{__package__}.{self.name.replace('/', '.')}")
        found: Callable[[bytes, str], Rows] = module.rows
        return found


@cache
def table_definitions() -> tuple[TableDefinition, ...]:
    """Every table of records that the catalogue knows, by name.

    Raises pydantic.ValidationError for a definition that does not parse: a fault of ours, found by tests.
    """
    known = (TableDefinition.model_validate(raw) for raw in raw_definitions() if raw["shape"] == "records")
    return tuple(sorted(known, key=lambda d: d.name))


def table_definition(name: str) -> TableDefinition:
    """The definition of that name. KeyError where there is none."""
    for definition in table_definitions():
        if definition.name == name:
            return definition
    raise KeyError(f"no table definition named {name}")


def recognise_table(file: str, header: Iterable[str]) -> TableDefinition | None:
    """Which table a file is: by its name and header together, else by a header that only one table has.

    A table with a reader of its own is known by its name alone, since its bytes have no header.
    """
    header = tuple(header)
    by_name = [d for d in table_definitions() if d.named(file)]
    for definition in by_name:
        if definition.reader or definition.fits(header):
            return definition
    by_header = [d for d in table_definitions() if not (d.by_name or d.reader) and d.fits(header)]
    if len(by_header) == 1:
        return by_header[0]
    # Where several fit, the one that asks for most of the header is the closest.
    return max(by_header, key=lambda d: sum(f.needed or f.filled for f in d.fields.values()), default=None)


def named_table(file: str) -> TableDefinition | None:
    """The table that a file's name announces, whatever its header: for saying what is wrong with it."""
    return next((d for d in table_definitions() if d.named(file)), None)
