"""A table of records from one vintage of one source, in our names, types and units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from theodolite.model.identity import digest
from theodolite.model.scores import Vintage


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """One vintage of one table.

    `frame` has one column a field of the source's definition: Utf8 for text, links and categories, Float64
    for numbers, Date for days, Boolean, List(Utf8) for lists and countries (canonical short names, in
    order); and `line`, the line of the file where the row starts. A field that the file lacks is a column
    of nulls. `units` gives each number's unit. `stale` lists repairs that match nothing any more.
    """

    source: str
    vintage: Vintage
    frame: pl.DataFrame = field(repr=False)
    units: Mapping[str, str] = field(default_factory=dict)
    publishable: bool = True
    warnings: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()


def joined(parts: Sequence[Table], dated_by: str | None = None) -> Table:
    """The table whose rows lie in several files of one vintage.

    Its hash is over those of the files, in the order of their names. Where the files' names give no date it
    is the newest day in the field `dated_by`. ValueError for no parts.
    """
    if not parts:
        raise ValueError("a table of parts has at least one")
    ordered = sorted(parts, key=lambda p: p.vintage.file)
    frame = pl.concat([p.frame for p in ordered])
    date = max((p.vintage.date for p in ordered if p.vintage.date), default=None)
    if date is None and dated_by is not None:
        newest = frame[dated_by].max()
        date = newest if isinstance(newest, dt.date) else None
    first = ordered[0].vintage.file
    named = first if len(ordered) == 1 else f"{first} and {len(ordered) - 1} more"
    return Table(
        source=ordered[0].source,
        vintage=Vintage(file=named, sha256=digest(*(p.vintage.sha256 for p in ordered)), date=date),
        frame=frame,
        units=ordered[0].units,
        publishable=all(p.publishable for p in ordered),
        warnings=tuple(w for p in ordered for w in p.warnings),
        stale=tuple(dict.fromkeys(s for p in ordered for s in p.stale)),
    )
