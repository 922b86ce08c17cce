"""A table of records from one vintage of one source, in our names, types and units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

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
