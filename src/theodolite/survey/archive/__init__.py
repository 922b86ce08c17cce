"""The archive: every vintage of every source that was ever pulled, and which is in force on a day.

For whoever measures: `table_in_force(ledger, source, on=None)` gives the bytes of the vintage in force, their
file name and their `Vintage`; `on` is a day, None is now. `tables_in_force` gives all files of it where a
vintage is several, and `vintages(ledger, source)` lists every vintage.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import PurePosixPath

from theodolite.catalog.sources.tables import TableDefinition
from theodolite.ledger.base import AsOf, Ledger
from theodolite.model.errors import Refusal
from theodolite.model.scores import Vintage
from theodolite.read.records import vintage_in_name
from theodolite.survey.archive.pullable import sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """One vintage of a source.

    `date` is the day the file stands for. It is in force from that day up to, and not with, `in_force_until`,
    the day of the next vintage (None: still; its own day where another of the same day came later).
    `pulled_at` is when this ledger took it and `known_from` when that was certain, ISO 8601 in UTC.
    """

    source: str
    date: dt.date
    file: str
    sha256: str
    rows: int | None
    private: bool
    address: str
    pulled_at: str
    known_from: str | None
    in_force_until: dt.date | None = None

    @property
    def dated_file(self) -> str:
        """The file's name with the vintage's day in it, as readers look for it there."""
        if vintage_in_name(self.file) == self.date:
            return self.file
        path = PurePosixPath(self.file)
        return f"{path.stem}_{self.date}{path.suffix}"


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """A vintage with its bytes, ready for a reader. Figures of a `private` one are never published."""

    content: bytes = field(repr=False)
    file: str
    vintage: Vintage
    private: bool


def vintages(ledger: Ledger, source: str, known: AsOf = None) -> tuple[Archived, ...]:
    """Every vintage of a source, oldest first; with `known`, those that the ledger had at that moment.

    Of two of one day the later pulled comes last and is the one in force.
    """
    found = [
        Archived(
            source=source, date=p.vintage, file=p.file, sha256=p.snapshot, rows=p.rows, private=p.private,
            address=p.address, pulled_at=p.at, known_from=k.known_from,
        )
        for k in ledger.pulls(source, known)
        if (p := k.value).outcome == "vintage" and p.vintage and p.file and p.snapshot
    ]  # fmt: skip
    found.sort(key=lambda v: v.date)  # stable: the order of arrival within a day
    # Of a source in parts each file has vintages of its own.
    lines: dict[str, list[int]] = {}
    for at, one in enumerate(found):
        lines.setdefault(one.file if in_parts(source) else "", []).append(at)
    for line in lines.values():
        for at, after in pairwise(line):
            found[at] = replace(found[at], in_force_until=found[after].date)
    return tuple(found)


def in_parts(source: str) -> bool:
    """Whether one vintage of the source is several files: so it says, or it lists several by name."""
    definition = next((s.definition for s in sources() if s.name == source), None)
    if not isinstance(definition, TableDefinition):
        return False
    return definition.parts or sum("*" not in name for name in definition.files) > 1


def in_force(ledger: Ledger, source: str, on: dt.date | None = None, known: AsOf = None) -> Archived | None:
    """The vintage in force on a day (None: the latest of all); None where there was none by then."""
    until = [v for v in vintages(ledger, source, known) if on is None or v.date <= on]
    return until[-1] if until else None


def table_in_force(ledger: Ledger, source: str, on: dt.date | None = None, known: AsOf = None) -> InForce:
    """The vintage of a source in force on a day, with its bytes. Raises Refusal where there is none.

    `on` counts by the day the vintage stands for ("known then"); `known` also leaves out what this ledger
    took only after that moment. Of a source in parts this is one part: ask for `tables_in_force`.
    """
    return tables_in_force(ledger, source, on, known)[-1]


def tables_in_force(
    ledger: Ledger, source: str, on: dt.date | None = None, known: AsOf = None
) -> tuple[InForce, ...]:
    """The files of the vintage in force: one, or every part of that day. Refuses as `table_in_force`."""
    last = in_force(ledger, source, on, known)
    if last is None:
        day = f" of {on} or before it" if on else ""
        raise Refusal(source, f"no vintage{day} is in the archive", f"run `theodolite pull {source}`")
    if not in_parts(source):
        return (opened(ledger, last),)
    of_the_day = {v.file: v for v in vintages(ledger, source, known) if v.date == last.date}
    return tuple(opened(ledger, one) for one in of_the_day.values())


def opened(ledger: Ledger, one: Archived) -> InForce:
    """A vintage with its bytes, checked against their hash."""
    kept = ledger.snapshot(one.sha256)
    if kept is None:
        raise Refusal(one.source, f"the bytes of the vintage of {one.date} are gone", "restore the ledger")
    vintage = Vintage(file=one.dated_file, sha256=one.sha256, date=one.date)
    return InForce(content=kept.content, file=one.dated_file, vintage=vintage, private=one.private)
