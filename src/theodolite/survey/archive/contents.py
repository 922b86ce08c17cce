"""What was pulled, for commands that are given no data: the files of the archive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from theodolite import ledger
from theodolite.catalog.sources.tables import TableDefinition, table_definition
from theodolite.ledger.base import Ledger
from theodolite.model.table import Table
from theodolite.read.records import records
from theodolite.survey import archive
from theodolite.survey.archive.pullable import sources
from theodolite.survey.place import default_ledger
from theodolite.survey.tables.shelf import Held, Shelf

PLACE = "the archive"


def score_files(path: Path | None = None) -> list[tuple[str, bytes]]:
    """Every vintage of every score table and matrix in a ledger (None: the user's own), dated by name.

    Empty where there is no ledger or nothing was pulled. Raises Refusal for a ledger that cannot be read.
    """
    place = path or default_ledger()
    if not place.is_file():
        return []
    with ledger.open(place, create=False) as store:
        return score_files_of(store)


def score_files_of(store: Ledger) -> list[tuple[str, bytes]]:
    """The same of a ledger that is open."""
    files: dict[str, tuple[str, bytes]] = {}
    for source in sources():
        if not (source.scores or source.matrix or source.boards):
            continue
        for one in archive.vintages(store, source.name):
            if one.sha256 not in files:
                found = archive.opened(store, one)
                files[one.sha256] = (found.file, found.content)
    return list(files.values())


class PulledShelf(Shelf):
    """The tables of records of the archive as a shelf, for whoever is given no folder."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(())
        self.place = PLACE
        self._ledger = path or default_ledger()
        self._kept: dict[Path, archive.Archived] = {}
        if not self._ledger.is_file():
            return
        with ledger.open(self._ledger, create=False) as store:
            for source in sources():
                if isinstance(source.definition, TableDefinition):
                    for one in archive.vintages(store, source.name):
                        self._kept[Path(source.name) / one.sha256] = one
        self.held = tuple(
            Held(table_definition(one.source), one.date, path, one.dated_file)
            for path, one in self._kept.items()
        )

    def read(self, held: Held) -> Table:
        """See `Shelf.read`; the bytes come from the ledger, checked against their hash."""
        if held.path not in self._tables:
            with ledger.open(self._ledger, create=False) as store:
                found = archive.opened(store, self._kept[held.path])
            table = records(found.content, held.shown, held.definition, held.date)
            self._tables[held.path] = replace(table, publishable=table.publishable and not found.private)
        return self._tables[held.path]


def shelf(place: Path | Sequence[Path] | None, vintage: dt.date | None = None) -> Shelf:
    """The shelf of a place, or of what was pulled where none is named."""
    return PulledShelf() if place is None else Shelf(place, vintage)
