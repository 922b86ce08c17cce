"""A question to a table of records, completed by what the indicator or the table leaves to be said."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from theodolite.measure.indicators.columns import column, unit_of
from theodolite.measure.indicators.groups import Group, default_field, named_groups
from theodolite.measure.indicators.rows import Rows, selected
from theodolite.model.errors import Misuse, Refusal
from theodolite.model.indicator import Question, Rule
from theodolite.model.period import span
from theodolite.model.table import Table
from theodolite.survey.tables.opened import Opened
from theodolite.survey.tables.shelf import Shelf

_OF_CELLS = re.compile(r"\d+ cells of (\w+) left blank")
NO_INTERVAL = "a register is counted, not sampled: no interval; the sensitivity shows what moves the figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a user asks of a table: see the options of the commands, which these are."""

    data: Path | Shelf
    name: str | None = None
    vintage: dt.date | None = None
    of: tuple[str, ...] = ()
    by: str | None = None
    where: tuple[str, ...] = ()
    period: str | None = None
    rule: Rule | None = None
    value: str | None = None
    count: bool = False
    date: str | None = None
    top: int | None = None


def completed(ask: Ask, held: Opened, *, grouped: bool = True) -> tuple[Question, list[Group]]:
    """The question with what the indicator, or else the table, leaves to be said, and the groups it names.

    `grouped` asks for a field to group by even where the user names none. Raises Refusal and Misuse.
    """
    one, table = held.indicator, held.table
    value = None if ask.count else ask.value or (one.value if one else None)
    groups = named_groups(table, ask.of, ask.by, one.by if one else None)
    if len({g.field for g in groups}) > 1:
        raise Misuse("--of names groups of different kinds: ask for one kind at a time")
    by = groups[0].field if groups else column(table, ask.by) if ask.by else None
    if by is None and grouped:
        by = one.by if one else _field(table)
    own = one is not None and value == one.value
    statistic = one.statistic if one and own else "sum" if value else "count"
    unit = one.unit if one and own else unit_of(table, value)
    return Question(
        indicator=one.name if one else None, value=value, statistic=statistic, unit=unit, by=by,
        date=ask.date or (one.date if one else None), where=(*(one.where if one else ()), *ask.where),
        period=ask.period, rule=ask.rule or (one.counting if one else "full"),
    ), groups  # fmt: skip


def _field(table: Table) -> str | None:
    try:
        return default_field(table)
    except Misuse:
        return None


def rows_for(table: Table, asked: Question, rank: str | None = None) -> Rows:
    """The rows that a question counts, with a second number to choose a set by. Raises Refusal and Misuse."""
    return selected(
        table, where=asked.where, period=span(asked.period) if asked.period else None, by=asked.by,
        value=asked.value, date=asked.date, rank=rank,
    )  # fmt: skip


def other_vintages(held: Opened, asked: Question, rank: str | None = None) -> list[Rows]:
    """The same selection from other vintages; one that lacks it says nothing."""
    made = []
    for table in held.others:
        try:
            made.append(rows_for(table, asked, rank))
        except (Refusal, Misuse):
            continue
    return made


def said(table: Table, asked: Question) -> tuple[str, ...]:
    """The table's warnings, but for those of cells of columns that the question does not touch."""
    touched = {asked.value, asked.by, asked.date or "date"}
    return tuple(w for w in table.warnings if not (found := _OF_CELLS.match(w)) or found[1] in touched)
