"""The shelf: which vintages of which tables a place holds, each read when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from theodolite.catalog.sources.tables import (
    TableDefinition,
    named_table,
    recognise_table,
    table_definition,
)
from theodolite.model.errors import Refusal
from theodolite.model.identity import sha256
from theodolite.model.table import Table, joined
from theodolite.read.delimited import delimited
from theodolite.read.records import records, vintage_in_name

_HEAD = 65_536
"""Bytes in which a header stands."""
_LARGEST = 200_000_000
"""Bytes. The largest published table is some 6 MB; a file of gigabytes would only exhaust the memory."""
_SUFFIXES = frozenset({".csv", ".tsv", ".json", ".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Held:
    """One file of the shelf: the table it is, its vintage (None where it names none), where it lies."""

    definition: TableDefinition
    date: dt.date | None
    path: Path
    shown: str


class Shelf:
    """Tables of records in files or below folders. Files that no definition knows are not looked at.

    `refusals` gathers what could not be read, one a file, as it is found.
    """

    def __init__(self, place: Path | Sequence[Path], vintage: dt.date | None = None) -> None:
        places = (place,) if isinstance(place, Path) else tuple(place)
        self.place = ", ".join(map(str, places))
        self.refusals: list[Refusal] = []
        self._given = vintage if len(places) == 1 and places[0].is_file() else None
        self._tables: dict[Path, Table] = {}
        held: dict[Path, Held] = {}
        for top in places:
            if not top.exists():
                raise Refusal(str(top), "no such file or folder", "check the path")
            for path in _files(top):
                if path not in held and (one := self._held(path, top)) is not None:
                    held[path] = one
        self.held: tuple[Held, ...] = tuple(held.values())

    def sources(self) -> tuple[str, ...]:
        """Names of the tables that are here."""
        return tuple(sorted({h.definition.name for h in self.held}))

    def of(self, source: str) -> tuple[Held, ...]:
        """Every vintage of one table, undated ones first, then oldest first."""
        held = [h for h in self.held if h.definition.name == source]
        return tuple(sorted(held, key=lambda h: (h.date or dt.date.min, h.shown)))

    def table(self, source: str, vintage: dt.date | None = None) -> Table:
        """The newest vintage of a table, or the newest on or before a day.

        Raises Refusal where the place holds none, or where the file cannot be read.
        """
        found = self.of(source)
        if vintage is not None and self._given is None:
            found = tuple(h for h in found if h.date is not None and h.date <= vintage)
        if not found:
            day = f" of {vintage} or before it" if vintage else ""
            title = table_definition(source).title
            raise Refusal(
                self.place, f"no vintage{day} of {source} ({title})",
                f"give a folder that holds it, or `theodolite pull {source}`",
            )  # fmt: skip
        newest = found[-1]
        if newest.definition.parts:
            parts = [self.read(h) for h in found if h.date == newest.date]
            return joined(parts, newest.definition.vintage_field)
        return self.read(newest)

    def tables(self, source: str) -> Sequence[Table]:
        """Every vintage of a table that can be read, oldest first; the others are refusals."""
        made: dict[tuple[dt.date | None, int], list[Table]] = {}
        for place, held in enumerate(self.of(source)):
            try:
                table = self.read(held)
            except Refusal as refusal:
                self.refusals.append(refusal)
                continue
            # Parts of one vintage are one table; whole tables of one day stay two.
            made.setdefault((held.date, 0 if held.definition.parts else place), []).append(table)
        dated_by = table_definition(source).vintage_field
        return [parts[0] if len(parts) == 1 else joined(parts, dated_by) for parts in made.values()]

    def read(self, held: Held) -> Table:
        """One file, read once. Raises Refusal where it is not of its table's shape."""
        if held.path not in self._tables:
            self._tables[held.path] = records(content_of(held.path), held.shown, held.definition, held.date)
        return self._tables[held.path]

    def _held(self, path: Path, top: Path) -> Held | None:
        shown = path.name if path == top else path.relative_to(top).as_posix()
        try:
            definition = recognise_table(path.name, _header(path))
        except Refusal as refusal:
            if path == top:
                raise
            self.refusals.append(refusal)
            return None
        if definition is None and path != top:
            # A name without its header is still that table: who asks for it hears which column is missing.
            definition = named_table(path.name)
        if definition is None:
            return None
        date = self._given or vintage_in_name(path.name)
        if date is None and definition.dated:
            date = definition.dated.get(sha256(content_of(path)))
        return Held(definition, date, path, shown)


def _files(top: Path) -> list[Path]:
    """The file itself, or every file below a folder that may be a table; hidden ones are left alone."""
    if top.is_file():
        return [top]
    return sorted(
        p
        for p in top.rglob("*")
        if p.suffix.lower() in _SUFFIXES
        and p.is_file()
        and not any(part.startswith(".") for part in p.relative_to(top).parts)
    )


def _header(path: Path) -> tuple[str, ...]:
    """The first row of a delimited file; nothing of any other."""
    if path.suffix.lower() not in (".csv", ".tsv"):
        return ()
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise _unreadable(path, error) from None
    line = head.split(b"\n", 1)[0]
    if not line.strip():
        return ()
    try:
        return delimited(line, path.name).header
    except Refusal:
        return ()


def content_of(path: Path, largest: int = _LARGEST, mend: str = "give the table alone") -> bytes:
    """The bytes of a file, of a pipe too. Raises Refusal where it is too large or cannot be read."""
    try:
        with path.open("rb") as file:
            # A device or pipe names no size: what is read is what is counted.
            content = b"" if path.stat().st_size > largest else file.read(largest + 1)
            if len(content) > largest or path.stat().st_size > largest:
                raise Refusal(str(path), f"larger than {largest // 10**6} MB", mend)
            return content
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError) -> Refusal:
    if isinstance(error, FileNotFoundError):
        return Refusal(str(path), "no such file or folder", "check the path")
    return Refusal(str(path), f"cannot be read ({error.strerror})", "check that it is a readable file")
