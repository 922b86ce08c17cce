"""A table that the catalogue does not know: its columns by their own headers, types told from the cells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import polars as pl

from theodolite.catalog.sources.tables import FieldDefinition, FieldType
from theodolite.model.errors import Refusal
from theodolite.model.identity import sha256
from theodolite.model.scores import Vintage
from theodolite.model.table import Table
from theodolite.read.cells import DTYPES, Column
from theodolite.read.delimited import delimited
from theodolite.read.records import vintage_in_name

SOURCE = "a file of your own"
"""What such a table is called where a source is named."""
_MOST = 0.9
"""So many of a column's cells must be of a type for the column to be."""
_MOST_ROWS = 2_000_000
_COUNTRIES = re.compile(r"\b(?:country|countries|nation)\b", re.IGNORECASE)
_LIST = re.compile(r"\borgani[sz]ations?\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")
_BLANK = ("NA", "N/A", "nan", "NaN", "null", "None", "-")
_FORMATS = ("%Y-%m", "%m/%d/%Y", "%d.%m.%Y")


def inferred(content: bytes, file: str, vintage: dt.date | None = None) -> Table:
    """Read any delimited table with a header.

    A column is of days, numbers or yes and no where nine in ten of its cells are; of countries or a list
    where its header says country or organisation; else text. The licence is not known, so nothing of it may
    be published. Raises Refusal for bytes that are no table.
    """
    found = delimited(content, file)
    rows = found.rows[:_MOST_ROWS]
    if not rows:
        raise Refusal(file, "the table has no rows", "give a table with a header and rows")
    frame: dict[str, object] = {"line": [line for line, _ in rows]}
    types: dict[str, FieldType] = {}
    warnings: list[str] = []
    for at, header in enumerate(found.header):
        name = _name(header, at, frame)
        cells = [c[at].strip() if at < len(c) else "" for _, c in rows]
        kind = _kind(header, cells)
        formats = (("%Y",) if kind == "day" else ()) + (_FORMATS if kind == "day" else ())
        definition = FieldDefinition(
            headers=(header,), type=kind, unit="as in the file" if kind == "number" else None,
            formats=formats, blank=_BLANK,
        )  # fmt: skip
        column = Column(name, definition, file, cells, [line for line, _ in rows])
        frame[name], types[name] = column.series, kind
        warnings += column.warnings()
    date = vintage or vintage_in_name(file)
    if date is None:
        warnings.append(f"{file}: no date of the vintage is given or in the file's name")
    warnings.append(f"{file} is no table of the catalogue: its licence and units are not known")
    return Table(
        source=SOURCE,
        vintage=Vintage(file=file, sha256=sha256(content), date=date),
        frame=pl.DataFrame(frame, schema={"line": pl.Int64} | {n: DTYPES[t] for n, t in types.items()}),
        publishable=False,
        warnings=tuple(warnings),
    )


def _name(header: str, at: int, taken: Mapping[str, object]) -> str:
    """The header in small letters with underscores; one that is blank or taken gets its place."""
    name = re.sub(r"\W+", "_", header.strip().casefold()).strip("_")
    if _COUNTRIES.search(header) and "countries" not in taken:
        return "countries"
    return name if name and name not in taken else f"{name or 'column'}_{at + 1}"


def _kind(header: str, cells: list[str]) -> FieldType:
    if _COUNTRIES.search(header):
        return "countries"
    if _LIST.search(header):
        return "list"
    known = [c for c in cells if c and c not in _BLANK]
    if not known:
        return "text"
    sample = known[:2000]
    year = re.search(r"\byear\b", header, re.IGNORECASE) is not None
    if year and _share(sample, lambda c: bool(_YEAR.fullmatch(c))) >= _MOST:
        return "day"
    if {c.casefold() for c in sample} <= {"true", "false", "yes", "no"}:
        return "boolean"
    if _share(sample, _is_number) >= _MOST:
        return "number"
    return "day" if _share(sample, _is_day) >= _MOST else "text"


def _share(cells: list[str], test: object) -> float:
    assert callable(test)
    return sum(bool(test(c)) for c in cells) / len(cells)


def _is_number(cell: str) -> bool:
    try:
        float(cell.replace(",", ""))
    except ValueError:
        return False
    return "_" not in cell


def _is_day(cell: str) -> bool:
    head = re.split(r"[T ]", cell, maxsplit=1)[0]
    if re.fullmatch(r"\d{4}-\d{2}", head):
        return True
    try:
        dt.date.fromisoformat(head)
    except ValueError:
        return bool(re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4}", head))
    return True
