"""The rows that a figure counts, each with its day, its groups and its value, and what was left out."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from theodolite.catalog.sources.countries import fold
from theodolite.measure.indicators.columns import (
    column,
    day_column,
    definition_of,
    field_of,
    number_column,
    ratio_columns,
    words,
)
from theodolite.measure.indicators.conditions import parse, select
from theodolite.model.errors import Refusal
from theodolite.model.period import Span
from theodolite.model.table import Table

ADDED = frozenset({"count", "sum", "last"})
"""Statistics whose groups add up to a total."""


@dataclass(frozen=True, slots=True)
class Row:
    """One counted row: `cell` are the groups it names, `value` 1 where rows are counted.

    `rank` is another number of the row, by which a set is chosen; with one, `value` may be nan.
    """

    line: int
    cell: tuple[str, ...]
    value: float
    day: dt.date | None
    rank: float | None = None

    @property
    def year(self) -> str:
        """The year it counts for; "" without a day."""
        return str(self.day.year) if self.day else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What was selected. `whole` are the publisher's own totals by year, where the table has such rows."""

    table: Table
    rows: tuple[Row, ...]
    by: str | None
    value: str | None
    date: str | None
    stock: bool
    whole: dict[str, float]
    warnings: tuple[str, ...]


def selected(
    table: Table,
    *,
    where: Sequence[str] = (),
    period: Span | None = None,
    by: str | None = None,
    value: str | None = None,
    date: str | None = None,
    rank: str | None = None,
) -> Rows:
    """Rows of a table under conditions. Rows of aggregates (World, blocs) are no countries and never counted.

    `value` may be a ratio, FIELD/FIELD. Rows without a value or, under a period, without a day are left out
    and said; those with a `rank` stay, with nan for the value. Raises Misuse for fields that are not there,
    Refusal where nothing is left.
    """
    by = column(table, by) if by else None
    rank = number_column(table, rank) if rank else None
    if value and (ratio := ratio_columns(table, value)) is not None:
        table, value = _with_ratio(table, *ratio)
    value = number_column(table, value) if value else None
    day = day_column(table, date)
    frame = select(table, [parse(w) for w in where])
    warnings: list[str] = []
    if period and day is None:
        raise Refusal(table.vintage.file, "no column of days to take a period of", "leave out the period")
    if period and day:
        frame, dayless = _within(frame, day, period)
        if dayless:
            warnings.append(f"{dayless} rows without {day} are in no period")
    whole = _whole(table, frame, value, day)
    frame = _without_aggregates(table, frame, by, warnings)
    if value:
        lacking = frame[value].null_count()
        if lacking:
            warnings.append(f"{lacking} of {len(frame)} rows without {value} are left out")
        frame = frame.filter(pl.any_horizontal(pl.col(c).is_not_null() for c in (value, rank) if c))
    if frame.is_empty():
        raise Refusal(table.vintage.file, "no row meets the conditions", "widen --where or --period")
    columns = [
        frame["line"].to_list(),
        frame[by].to_list() if by else [None] * len(frame),
        frame[value].fill_null(math.nan).to_list() if value else [1.0] * len(frame),
        frame[day].to_list() if day else [None] * len(frame),
        frame[rank].to_list() if rank else [None] * len(frame),
    ]
    rows = tuple(Row(n, words(c), v, d, k) for n, c, v, d, k in zip(*columns, strict=True))
    definition = field_of(table, value) if value else None
    return Rows(
        table=table, rows=rows, by=by, value=value, date=day, stock=bool(definition and definition.stock),
        whole=whole, warnings=tuple(warnings),
    )  # fmt: skip


def _with_ratio(table: Table, above: str, below: str) -> tuple[Table, str]:
    """The table with a column for the ratio of two others, null where the lower one is not positive."""
    name = f"{above}/{below}"
    ratio = pl.when(pl.col(below) > 0).then(pl.col(above) / pl.col(below)).alias(name)
    return replace(table, frame=table.frame.with_columns(ratio)), name


def latest(found: Rows, *, each_year: bool) -> Rows:
    """Of a stock the last row of every group, in each year or in all: it is never added over days.

    Of several on that day the highest: a company and its part may be told on one day.
    """
    if not found.stock:
        return found
    last: dict[tuple[str, tuple[str, ...]], Row] = {}
    for row in sorted(found.rows, key=lambda r: (r.day or dt.date.min, r.value)):
        last[row.year if each_year else "", row.cell] = row
    return replace(found, rows=tuple(last.values()))


def _within(frame: pl.DataFrame, day: str, period: Span) -> tuple[pl.DataFrame, int]:
    dayless = frame[day].null_count()
    days = frame[day].to_list()
    kept = [d is not None and period[0] <= d <= period[1] for d in days]
    return frame.filter(pl.Series(kept, dtype=pl.Boolean)), dayless


def published_for(
    found: Rows, name: str, where: Sequence[str], period: Span | None
) -> tuple[str, float] | None:
    """The publisher's own figure of a bloc, where its table has a row for it: the row's name and the sum.

    The members of a bloc added up count what several of them share in each; the publisher's row need not.
    """
    table = found.table
    if found.value is None or found.date is None or found.by != "countries" or found.stock:
        return None
    if "entity" not in table.frame.columns:
        return None
    frame = select(table, [parse(w) for w in where])
    if period:
        frame, _ = _within(frame, found.date, period)
    frame = frame.filter(pl.col("countries").is_null() & pl.col(found.value).is_not_null())
    own = {str(e) for e in frame["entity"].to_list() if fold(str(e)).startswith(fold(name))}
    if not own:
        return None
    entity = max(own, key=len)
    return entity, float(frame.filter(pl.col("entity") == entity)[found.value].sum())


def _whole(table: Table, frame: pl.DataFrame, value: str | None, day: str | None) -> dict[str, float]:
    definition = definition_of(table)
    if definition is None or not definition.whole or value is None or day is None:
        return {}
    for field, text in definition.whole.items():
        frame = frame.filter(pl.col(field) == text)
    return {
        str(d.year): v
        for d, v in zip(frame[day].to_list(), frame[value].to_list(), strict=True)
        if d is not None and v is not None
    }


def _without_aggregates(
    table: Table, frame: pl.DataFrame, by: str | None, warnings: list[str]
) -> pl.DataFrame:
    """Rows of countries only, where a name is a country only beside a code; never the publisher's totals."""
    definition = definition_of(table)
    if definition is None:
        return frame
    countries = definition.fields.get("countries")
    kept = frame
    if by in (None, "countries") and countries is not None and countries.given:
        kept = frame.filter(pl.col("countries").is_not_null())
    for field, text in definition.whole.items():
        kept = kept.filter(pl.col(field) != text)
    # Where the rows are of the whole alone (incidents of the world) they are what is counted.
    if kept.is_empty() or len(kept) == len(frame):
        return frame
    names = dict.fromkeys(
        frame.join(kept, on="line", how="anti")[next(iter(definition.key), "line")].cast(pl.String).to_list()
    )
    shown = ", ".join(str(name) for name in list(names)[:3])
    warnings.append(f"{len(names)} aggregates or bodies that are no country are not counted: {shown}, ...")
    return kept
