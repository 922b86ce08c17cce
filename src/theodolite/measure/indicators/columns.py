"""The columns of a table as a user names them, and their cells as plain values."""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl

from theodolite.catalog.sources.countries import fold
from theodolite.catalog.sources.tables import FieldDefinition, TableDefinition, table_definition
from theodolite.model.errors import Misuse
from theodolite.model.table import Table

_ALSO = {
    "country": "countries", "organisation": "organisations", "organization": "organisations",
    "organizations": "organisations", "openness": "access", "weights": "access", "year": "date",
    "published": "date", "domain": "domains", "task": "tasks", "flop": "compute",
}  # fmt: skip


def definition_of(table: Table) -> TableDefinition | None:
    """The catalogue's definition; None for a table that it does not know."""
    try:
        return table_definition(table.source)
    except KeyError:
        return None


def field_of(table: Table, name: str) -> FieldDefinition | None:
    """The definition of a column; None where there is none."""
    known = definition_of(table)
    return known.fields.get(name) if known else None


def column(table: Table, name: str) -> str:
    """The column meant by our name, a plain word for it, or the publisher's header. Misuse for none."""
    wanted = fold(name).replace("-", "_")
    names = {fold(c): c for c in table.frame.columns}
    for spelling in (wanted, wanted.replace(" ", "_"), _ALSO.get(wanted, "")):
        if spelling in names:
            return names[spelling]
    known = definition_of(table)
    for field, definition in (known.fields if known else {}).items():
        if fold(name) in (fold(h) for h in definition.headers):
            return field
    columns = ", ".join(c for c in table.frame.columns if c != "line")
    raise Misuse(f"{table.vintage.file} has no field {name[:60]!r}; it has: {columns[:600]}")


def has(table: Table, name: str) -> bool:
    """Whether a column is there and holds anything."""
    return name in table.frame.columns and table.frame[name].null_count() < len(table.frame)


def day_column(table: Table, asked: str | None) -> str | None:
    """The column of days that places a row in time: the one asked for, else `date`, else the first."""
    days = [c for c, kind in table.frame.schema.items() if kind == pl.Date]
    if asked is not None:
        found = column(table, asked)
        if found not in days:
            raise Misuse(f"{asked[:60]!r} of {table.vintage.file} holds no days; choose {', '.join(days)}")
        return found
    return "date" if "date" in days else next(iter(days), None)


def number_column(table: Table, asked: str) -> str:
    """A column of numbers. Misuse for one that holds none."""
    found = column(table, asked)
    numbers = [c for c, kind in table.frame.schema.items() if kind == pl.Float64]
    if found not in numbers:
        raise Misuse(
            f"{asked[:60]!r} of {table.vintage.file} holds no numbers; choose {', '.join(numbers)[:400]}"
        )
    return found


def ratio_columns(table: Table, asked: str) -> tuple[str, str] | None:
    """The columns of a ratio written FIELD/FIELD; None where it is a column's own name or header.

    Misuse where one of the two holds no numbers.
    """
    above, slash, below = asked.partition("/")
    if not slash or "/" in below:
        return None
    try:
        column(table, asked)
    except Misuse:
        return number_column(table, above.strip()), number_column(table, below.strip())
    return None


def label_column(table: Table) -> str | None:
    """The column that names a row: the first text that must be there, else the first text."""
    texts = [c for c, kind in table.frame.schema.items() if kind == pl.String]
    filled = [c for c in texts if (f := field_of(table, c)) is not None and f.filled]
    return next(iter(filled or texts), None)


def words(value: Any) -> tuple[str, ...]:
    """The groups that a cell names: every item of a list, a text as it is, the year of a day."""
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(str(v) for v in value)
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, dt.date):
        return (str(value.year),)
    if isinstance(value, float):
        return (f"{value:g}",)
    return (str(value),)


def unit_of(table: Table, name: str | None) -> str:
    """The unit of a column, or of a ratio of two; "rows" for a count of rows."""
    if name is None:
        return "rows"
    ratio = ratio_columns(table, name)
    if ratio is None:
        return table.units.get(name, "as in the file")
    return " per ".join(table.units.get(c, "unit as in the file") for c in ratio)
