"""A table of records from bytes: our names, types and units, checked against the source's definition."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from theodolite.catalog.sources.tables import (
    FieldDefinition,
    TableDefinition,
    named_table,
    recognise_table,
)
from theodolite.model.errors import Refusal
from theodolite.model.identity import sha256
from theodolite.model.scores import Vintage
from theodolite.model.table import Table
from theodolite.read.cells import DTYPES, Column
from theodolite.read.delimited import CONTROL, Delimited, delimited
from theodolite.read.scores import date_in_name

_MONTH_IN_NAME = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?![\d-])")
_NAMED = 5
"""How many places a warning names before it only counts."""


def vintage_in_name(file: str) -> dt.date | None:
    """The day in a file's name; of a month alone its last day, by which it was surely known."""
    day = date_in_name(file)
    if day is not None:
        return day
    for year, month in reversed(_MONTH_IN_NAME.findall(file.replace("\\", "/").rsplit("/", 1)[-1])):
        if 1 <= int(month) <= 12 and 1900 <= int(year) <= 2200:
            return dt.date(int(year), int(month), calendar.monthrange(int(year), int(month))[1])
    return None


def records(
    content: bytes,
    file: str,
    definition: TableDefinition | None = None,
    vintage: dt.date | None = None,
    *,
    strict: bool = False,
) -> Table:
    """Read one vintage of a table of records.

    Without a `definition` it is recognised by name and header. `vintage` overrides the date in the file's
    name. A cell that cannot be what it should is left blank, a row without a value it must have is left
    out, both with a warning that names lines. Raises Refusal for bytes that are no table, a missing column,
    a word of a category that the definition does not list, numbers whose median says that the unit has
    changed and, where `strict` (a download, not a user's extract), for fewer or more rows than expected.
    """
    rows = None if definition is not None and definition.reader else _delimited(content, file, definition)
    if definition is None:
        # A name without its header is still that table: the reader then says which column is missing.
        definition = recognise_table(file, rows.header if rows else ()) or named_table(file)
    if definition is None:
        raise Refusal(
            file, "no table that the catalogue knows", "give a file that `theodolite pull --list` names"
        )
    lines = _cells(content, file, definition, rows)
    digest = sha256(content)
    date = vintage or vintage_in_name(file) or definition.dated.get(digest)
    repairing = _Repairing(definition, date)
    for _, cells in lines:
        repairing.mend(cells)
    columns = {
        name: Column(
            name, f, file, [_cell(name, f, cells) for _, cells in lines], [line for line, _ in lines]
        )
        for name, f in definition.fields.items()
    }
    frame = pl.DataFrame(
        {"line": [line for line, _ in lines]} | {n: c.values for n, c in columns.items()},
        schema={"line": pl.Int64} | {n: DTYPES[c.definition.type] for n, c in columns.items()},
    )
    warnings = [w for c in columns.values() for w in c.warnings()]
    frame, left_out = _filled(frame, definition)
    warnings += left_out
    if frame.is_empty():
        raise Refusal(file, "no row can be used", f"give a table of the shape of {definition.name}")
    _check_rows(file, definition, len(frame), strict, warnings)
    warnings += _contradictions(frame, definition)
    warnings += repairing.warnings()
    if date is None and definition.vintage_field is None:
        warnings.append(f"{file}: no date of the vintage is given or in the file's name")
    return Table(
        source=definition.name,
        vintage=Vintage(file=file, sha256=digest, date=date),
        frame=frame,
        units={n: f.unit for n, f in definition.fields.items() if f.unit},
        publishable=definition.publish,
        warnings=tuple(warnings),
        stale=repairing.stale(),
    )


def _cell(name: str, f: FieldDefinition, cells: Mapping[str, str]) -> str:
    """The cell of a field, blank where another field says that it is not what it looks like."""
    fits = all(re.fullmatch(pattern, cells.get(other, "")) for other, pattern in f.given.items())
    return cells.get(name, "") if fits else ""


def _delimited(content: bytes, file: str, definition: TableDefinition | None) -> Delimited | None:
    """The rows of a delimited file; None for one whose name announces another shape."""
    announced = definition or named_table(file)
    if announced is not None and announced.reader:
        return None
    return delimited(content, file)


def _cells(
    content: bytes, file: str, definition: TableDefinition, rows: Delimited | None
) -> list[tuple[int, dict[str, str]]]:
    """Each row's line and its cells by field."""
    if rows is None:
        try:
            foreign = [
                (line, {name: CONTROL.sub("\ufffd", text) for name, text in cells.items()})
                for line, cells in definition.rows_of()(content, file)
            ]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            reason = f"not of the shape of {definition.name} ({type(error).__name__}: {str(error)[:80]})"
            raise Refusal(file, reason, "give the file as its publisher ships it") from error
        header = tuple(dict.fromkeys(name for _, cells in foreign for name in cells))
        positions = _positions(file, definition, Delimited(file, header, ()))
        names = {field_name: header[at] for field_name, at in positions.items()}
        return [(line, {f: cells.get(h, "") for f, h in names.items()}) for line, cells in foreign]
    positions = _positions(file, definition, rows)
    return [
        (line, {f: cells[at].strip() if at < len(cells) else "" for f, at in positions.items()})
        for line, cells in rows.rows
    ]


def _positions(file: str, definition: TableDefinition, rows: Delimited) -> dict[str, int]:
    """Where each field stands in the header. Raises Refusal naming what is missing and what was found."""
    found = {name: rows.column(f.headers) for name, f in definition.fields.items()}
    missing = [
        f.headers[0]
        for name, f in definition.fields.items()
        if (f.needed or f.filled) and found[name] is None
    ]
    if missing:
        shown = ", ".join(h[:40] for h in rows.header[:30])
        word = "column" if len(missing) == 1 else "columns"
        raise Refusal(
            file,
            f"missing {word} {', '.join(missing)}; found: {shown}",
            f"restore the {word}, or name the new header in the definition of {definition.name}",
        )
    return {name: at for name, at in found.items() if at is not None}


def _filled(frame: pl.DataFrame, definition: TableDefinition) -> tuple[pl.DataFrame, list[str]]:
    """Rows that hold what they must, and what was left out."""
    warnings = []
    for name, f in definition.fields.items():
        if not f.filled:
            continue
        lacking = frame.filter(pl.col(name).is_null())
        if len(lacking):
            places = first([f"line {line}" for line in lacking["line"]])
            warnings.append(f"{len(lacking)} of {len(frame)} rows without {name} left out: {places}")
            frame = frame.filter(pl.col(name).is_not_null())
    return frame, warnings


def _check_rows(file: str, definition: TableDefinition, n: int, strict: bool, warnings: list[str]) -> None:
    fewest, most = definition.rows
    if fewest <= n <= most:
        return
    reason = f"{n} rows where {fewest} to {most} are expected of {definition.name}"
    if strict:
        raise Refusal(file, reason, "try again later: the file may be incomplete")
    warnings.append(f"{file}: {reason}")


def _contradictions(frame: pl.DataFrame, definition: TableDefinition) -> list[str]:
    """Rows of one key that differ otherwise are named, all kept; plain repeats are only counted."""
    if not definition.key:
        return []
    others = [c for c in frame.columns if c != "line" and c not in definition.key]
    keyed = frame.filter(pl.all_horizontal(pl.col(k).is_not_null() for k in definition.key))
    groups = keyed.group_by(definition.key, maintain_order=True).agg(
        pl.len().alias("n"), pl.struct(others).n_unique().alias("kinds"), pl.col("line").alias("lines")
    )
    differing = groups.filter((pl.col("n") > 1) & (pl.col("kinds") > 1))
    repeated = groups.filter((pl.col("n") > 1) & (pl.col("kinds") == 1))
    warnings = []
    if len(differing):
        places = [f"{row[definition.key[0]]!s:.40} (lines {', '.join(map(str, row['lines'][:4]))})"
                  for row in differing.iter_rows(named=True)]  # fmt: skip
        word = " and ".join(definition.key)
        warnings.append(f"{len(differing)} times rows of one {word} contradict each other: {first(places)}")
    if len(repeated):
        warnings.append(f"{len(repeated)} rows stand more than once, word for word")
    return warnings


@dataclass(slots=True)
class _Repairing:
    """One pass of the known repairs over the rows."""

    definition: TableDefinition
    date: dt.date | None
    made: dict[int, int] = field(default_factory=dict)

    def mend(self, cells: dict[str, str]) -> None:
        for at, repair in enumerate(self.definition.repairs):
            if self._over(repair.review_by) or not _reads(cells, repair.where):
                continue
            if _reads(cells, repair.was):
                cells.update(repair.set)
                self.made[at] = self.made.get(at, 0) + 1

    def _over(self, review_by: dt.date) -> bool:
        return self.date is not None and self.date > review_by

    def stale(self) -> tuple[str, ...]:
        """Repairs that should have matched this vintage and did not, or whose time is over."""
        found = []
        for at, repair in enumerate(self.definition.repairs):
            named = ", ".join(f"{k} {v!r}" for k, v in repair.where.items())
            if self._over(repair.review_by):
                found.append(
                    f"{self.definition.name}: the repair of {named} is past its review day {repair.review_by}"
                )
            elif at not in self.made and self.date is not None and self.date >= repair.seen_in:
                found.append(f"{self.definition.name}: the repair of {named} matches no row any more")
        return tuple(found)

    def warnings(self) -> list[str]:
        made = []
        for at, repair in enumerate(self.definition.repairs):
            if at in self.made:
                rows = f"{', '.join(repair.where.values())} ({self.made[at]} rows)"
                made.append(f"repaired {', '.join(repair.set)} of {rows}: {repair.reason}")
        return made


def _reads(cells: Mapping[str, str], expected: Mapping[str, str]) -> bool:
    return all(cells.get(name, "") == text for name, text in expected.items())


def first(places: list[str]) -> str:
    """The first few places, and how many more."""
    more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
    return ", ".join(places[:_NAMED]) + more
