"""Files of a folder by the source whose table they are, for taking them in place of an address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from theodolite.catalog.sources.tables import TableDefinition
from theodolite.gather.files import receive
from theodolite.model.errors import Refusal
from theodolite.model.identity import sha256
from theodolite.read.boards import boards
from theodolite.read.records import records, vintage_in_name
from theodolite.survey.archive.pullable import Source, source_of

_SUFFIXES = frozenset({".csv", ".tsv", ".json", ".jsonl", ".yaml", ".yml", ".zip"})


def files_of(
    place: Path, wanted: Sequence[Source], given: dt.date | None
) -> Iterator[tuple[Source, bytes, str, dt.date | None] | Refusal]:
    """Yield (source, bytes, place, day) for each file of a wanted source, the oldest vintage first.

    A single file is the one wanted source's, whatever its name; in a folder, and where no source is named, a
    file's source is told by its name and header, and what no definition knows is passed over. The day is
    `given`, else the one in the file's name.
    """
    if not place.exists():
        yield Refusal(str(place), "no such file or folder", "check the path")
        return
    found: list[tuple[dt.date, str, Source, bytes, dt.date | None]] = []
    for path in [place] if place.is_file() else _below(place):
        try:
            content = receive(path)
        except Refusal as refusal:
            yield refusal
            continue
        source = wanted[0] if place.is_file() and len(wanted) == 1 else source_of(path.name, content)
        if source is None or (wanted and source not in wanted):
            if place.is_file():
                yield Refusal(str(path), "no table that the catalogue knows", "name its source")
            continue
        try:
            day = given or day_of(source, path.name, content)
        except Refusal:
            day = given  # what is wrong with it is said when it is taken
        found.append((day or dt.date.min, str(path), source, content, day))
    for _, name, source, content, day in sorted(found, key=lambda f: f[:2]):
        yield source, content, name, day


def day_of(source: Source, file: str, content: bytes) -> dt.date | None:
    """The day a file stands for: that in its name, else what its definition or its rows say, or None.

    The definition may know these bytes; the rows of a panel carry the days of their own snapshots, and the
    last of them is the day of the whole.
    """
    day = vintage_in_name(file)
    definition = source.definition
    if day is not None:
        return day
    if source.boards:
        return max((b.date for b in boards(content, file).boards), default=None)
    if not isinstance(definition, TableDefinition):
        return None
    if definition.dated:
        day = definition.dated.get(sha256(content))
    if day is None and definition.vintage_field and not definition.parts:
        last = records(content, file, definition).frame[definition.vintage_field].max()
        day = last if isinstance(last, dt.date) else None
    return day


def _below(folder: Path) -> list[Path]:
    """Data files below a folder, hidden ones and links that leave it left out."""
    root = folder.resolve()
    return sorted(
        p
        for p in folder.rglob("*")
        if p.suffix.lower() in _SUFFIXES
        and p.is_file()
        and not any(part.startswith(".") for part in p.relative_to(folder).parts)
        and p.resolve().is_relative_to(root)
    )
