"""Questions to tables of records answered: levels, shares and growth, with their sensitivity."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from theodolite.catalog.indicators import Indicator
from theodolite.measure.indicators.columns import has, label_column, number_column, unit_of
from theodolite.measure.indicators.conditions import span
from theodolite.measure.indicators.groups import Group, default_field, every_group, named_groups
from theodolite.measure.indicators.growing import growth
from theodolite.measure.indicators.levels import concentrated, levels
from theodolite.measure.indicators.rows import ADDED, Row, Rows, selected
from theodolite.measure.indicators.shares import shares
from theodolite.model.errors import Misuse, Refusal
from theodolite.model.indicator import (
    Concentration,
    GrowthReport,
    Level,
    LevelReport,
    Question,
    Rule,
    ShareReport,
    Variant,
)
from theodolite.model.table import Table
from theodolite.survey.opened import Opened, basis, opened
from theodolite.survey.shelf import Shelf

_OF_CELLS = re.compile(r"\d+ cells of (\w+) left blank")
_MOST_GROUPS = 8
"""Trends of so many groups are shown where none is named."""
_NO_INTERVAL = "a register is counted, not sampled: no interval; the sensitivity shows what moves the figure"


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


def question(ask: Ask, held: Opened, *, grouped: bool = True) -> Question:
    """The question with what the indicator, or else the table, leaves to be said."""
    one = held.indicator
    value = None if ask.count else ask.value or (one.value if one else None)
    by = ask.by or (one.by if one else None)
    if by is None and grouped:
        by = named_groups(held.table, ask.of, None)[0].field if ask.of else _field(held.table)
    # The cumulative figure of a count of rows would be another indicator: a value asked for is added up.
    statistic = one.statistic if one and value == one.value else "sum" if value else "count"
    unit = one.unit if one and value == one.value else unit_of(held.table, value)
    return Question(
        indicator=one.name if one else None, value=value, statistic=statistic, unit=unit, by=by,
        date=ask.date or (one.date if one else None), where=(*(one.where if one else ()), *ask.where),
        period=ask.period, rule=ask.rule or (one.counting if one else "full"),
    )  # fmt: skip


def said(table: Table, asked: Question) -> tuple[str, ...]:
    """The table's warnings, but for those of cells of columns that the question does not touch."""
    touched = {asked.value, asked.by, asked.date or "date"}
    return tuple(w for w in table.warnings if not (found := _OF_CELLS.match(w)) or found[1] in touched)


def _field(table: Table) -> str | None:
    try:
        return default_field(table)
    except Misuse:
        return None


def _rows(table: Table, asked: Question) -> Rows:
    return selected(
        table, where=asked.where, period=span(asked.period) if asked.period else None, by=asked.by,
        value=asked.value, date=asked.date,
    )  # fmt: skip


def _others(held: Opened, asked: Question) -> list[Rows]:
    """The same selection from other vintages; one that lacks it says nothing."""
    made = []
    for table in held.others:
        try:
            made.append(_rows(table, asked))
        except (Refusal, Misuse):
            continue
    return made


def share_report(ask: Ask) -> tuple[ShareReport, tuple[Refusal, ...]]:
    """Shares of groups, and the files that could not be read. Raises Refusal and Misuse."""
    held = opened(ask.name, ask.data, ask.vintage)
    asked = question(ask, held)
    if asked.by is None:
        raise Misuse("no field to share by: say --by FIELD or --of SIDE")
    if asked.statistic not in ADDED:
        raise Misuse(
            f"the {asked.statistic} of {asked.value} does not add up to a total: "
            "say --sum FIELD or --count"
        )  # fmt: skip
    groups = named_groups(held.table, ask.of, asked.by if ask.by or held.indicator else None)
    if len({g.field for g in groups}) > 1:
        raise Misuse("--of names groups of different kinds: ask for one kind at a time")
    if groups:
        asked = replace(asked, by=groups[0].field)
    found = _rows(held.table, asked)
    report = shares(
        found, groups, asked.rule, asked, basis(held.table, derived=True), top=ask.top,
        others=_others(held, asked),
    )  # fmt: skip
    more = (*said(held.table, asked), *report.warnings, _NO_INTERVAL)
    return replace(report, warnings=more), held.refusals


def level_report(ask: Ask) -> tuple[LevelReport, tuple[Refusal, ...]]:
    """Levels of an indicator by group and year. Where the data lacks it the report says so (`no_data`).

    Raises Misuse for a name that is no indicator.
    """
    from theodolite.catalog.indicators import indicator

    one = indicator(ask.name or "")
    if one is None:
        raise Misuse(f"{(ask.name or '')[:60]!r} is no indicator: see `theodolite indicators`")
    try:
        held = opened(one.name, ask.data, ask.vintage)
        asked = question(ask, held, grouped=False)
        report = _levels(ask, held, one, asked)
    except Refusal as refusal:
        if not str(refusal.reason).startswith(("no vintage", "no row meets")):
            raise
        return _nothing(ask, one, refusal.reason), ()
    return report, held.refusals


def _nothing(ask: Ask, one: Indicator, reason: str) -> LevelReport:
    asked = Question(
        indicator=one.name, value=one.value, statistic=one.statistic, unit=one.unit, by=ask.by or one.by,
        date=one.date, where=(*one.where, *ask.where), period=ask.period, rule=ask.rule or one.counting,
    )  # fmt: skip
    return LevelReport(question=asked, indicator=one.describe(), basis=None, no_data=f"no data: {reason}")


def _levels(ask: Ask, held: Opened, one: Indicator, asked: Question) -> LevelReport:
    found = _rows(held.table, asked)
    groups = _groups(ask, held, found)
    warnings = [*said(held.table, asked), *found.warnings, _NO_INTERVAL]
    unsettled = unsettled_years(held.table, one)
    made = levels(found, groups, asked.statistic, asked.rule, unsettled)
    if one.per:
        made = _per_head(ask, one, made)
        warnings.append("groups and years without a figure of the population are left out")
    if ask.top and groups and not ask.of:
        largest = {name for name, _ in sorted(_last(made).items(), key=lambda p: -p[1])[: ask.top]}
        made = tuple(m for m in made if m.group in largest)
    added = one.statistic in ADDED and groups is not None and not one.per
    return LevelReport(
        question=asked, indicator=one.describe(), basis=basis(held.table, derived=bool(one.per)),
        levels=tuple(made),
        concentration=_concentrations(found, asked) if added else (),
        sensitivity=_level_variants(held, asked, groups, made) if not one.per else (),
        warnings=tuple(warnings),
    )  # fmt: skip


def _concentrations(found: Rows, asked: Question) -> tuple[Concentration, ...]:
    """Concentration over every group, in the last three years."""
    every = every_group((r.cell for r in found.rows), asked.by or "")
    amounts: dict[str, list[float]] = {}
    for m in levels(found, every, asked.statistic, asked.rule):
        amounts.setdefault(m.period, []).append(m.value)
    return tuple(concentrated(amounts[y], y) for y in sorted(amounts)[-3:])


def _groups(ask: Ask, held: Opened, found: Rows) -> list[Group] | None:
    if ask.of:
        return named_groups(held.table, ask.of, found.by)
    return every_group((r.cell for r in found.rows), found.by) if found.by else None


def _last(made: Sequence[Level]) -> dict[str, float]:
    return {m.group: m.value for m in made}


def unsettled_years(table: Table, one: Indicator | None) -> tuple[str, ...]:
    """The last years of the table that its publisher still fills in."""
    if one is None or not one.unsettled or not has(table, one.date):
        return ()
    last = max(d.year for d in table.frame[one.date].to_list() if d is not None)
    return tuple(str(last - k) for k in range(one.unsettled))


def _per_head(ask: Ask, one: Indicator, made: Sequence[Level]) -> tuple[Level, ...]:
    """Levels over another table's figure of the same country and year. Refusal where that is not there."""
    per = one.per
    assert per is not None
    table = opened(per.source, ask.data).table
    by = {
        (m.group, m.period): m.value
        for found in [selected(table, by="countries", value=per.value)]
        for m in levels(found, every_group((r.cell for r in found.rows), "countries"), "last", "full")
    }
    kept = [m for m in made if by.get((m.group, m.period))]
    return tuple(
        replace(m, value=m.value / by[m.group, m.period] * per.times, share=None, rank=None, change=None)
        for m in kept
    )


def _level_variants(
    held: Opened, asked: Question, groups: Sequence[Group] | None, made: Sequence[Level]
) -> tuple[Variant, ...]:
    """The last year of the largest groups under other rules of counting and in other vintages."""
    if not made:
        return ()
    year = max(m.period for m in made)
    large = {m.group for m in sorted((m for m in made if m.period == year), key=lambda m: -m.value)[:3]}
    shown = None if groups is None else [g for g in groups if g.name in large]
    found = _rows(held.table, asked)
    choices: list[tuple[str, str, Rows, Rule]] = []
    if any(len(r.cell) > 1 for r in found.rows) and asked.statistic in ADDED:
        rules: tuple[Rule, ...] = ("full", "fractional", "majority", "headquarters")
        choices += [("counting", r, found, r) for r in rules if r != asked.rule]
    choices += [("vintage", str(r.table.vintage.date), r, asked.rule) for r in _others(held, asked)]
    variants = []
    for axis, setting, rows, rule in choices:
        for m in levels(rows, shown, asked.statistic, rule):
            if m.period == year:
                variants.append(
                    Variant(
                        axis=axis,
                        setting=f"{setting}, {year}",
                        vintage=rows.table.vintage.file,
                        group=m.group,
                        value=m.value,
                        share=m.share,
                        n=m.n,
                    )
                )
    return tuple(variants)


def growth_report(
    ask: Ask, which: str | None = None, since: dt.date | None = None, until: dt.date | None = None
) -> tuple[GrowthReport, tuple[Refusal, ...]]:
    """Growth of a value of rows, or of the yearly levels of an indicator that counts. Refusal and Misuse."""
    held = opened(ask.name, ask.data, ask.vintage)
    one = held.indicator
    grouped = bool(ask.of or ask.by)
    asked = question(ask, held, grouped=grouped)
    if not grouped:
        asked = replace(asked, by=None)
    trend = one.growth if one else None
    of_levels = bool(one and asked.value == one.value and asked.statistic in ADDED) and not (
        trend and trend.of == "rows"
    )
    if asked.value is None and not of_levels:
        asked = replace(asked, value=_value(held.table))
    since = since or (dt.date(trend.since, 1, 1) if trend and trend.since else None)
    chosen = which or (trend.set if trend else "all")
    if ask.of:
        groups = named_groups(held.table, ask.of, asked.by if ask.by or one else None)
        asked = replace(asked, by=groups[0].field)
    found = _rows(held.table, asked)
    if not ask.of:
        groups = every_group((r.cell for r in found.rows), asked.by or "")[:_MOST_GROUPS] if asked.by else []
    varied = [("vintage", str(r.table.vintage.date), r) for r in _others(held, asked)]
    label = label_column(held.table)
    names = dict(zip(*(held.table.frame[c].to_list() for c in ("line", label)), strict=True)) if label else {}
    sets: tuple[str, ...] = ("all", "records", "top:10")
    if of_levels:
        unsettled = unsettled_years(held.table, one)
        varied = [(a, s, yearly(r, groups, asked, unsettled)) for a, s, r in varied]
        if unsettled:
            varied.append(("settled", "with the unsettled years", yearly(found, groups, asked, ())))
        found = yearly(found, groups, asked, unsettled)
        names, sets = {r.line: r.year for r in found.rows}, ()
        if unsettled:
            more = f"{', '.join(sorted(unsettled))} are not settled and left out of the trend"
            found = replace(found, warnings=(*found.warnings, more))
    elif has(held.table, "confidence"):
        varied += _surer(held.table, asked)
    report = growth(
        found, groups, asked, basis(held.table, derived=True), which=chosen, since=since, until=until,
        names=names, varied=varied, sets=sets,
    )  # fmt: skip
    return replace(report, warnings=(*said(held.table, asked), *report.warnings)), held.refusals


def _value(table: Table) -> str:
    """The number that grows where none is named: training compute, or the only one. Misuse for several."""
    numbers = [n for n in table.units if n in table.frame.columns]
    if "compute" in numbers:
        return "compute"
    if len(numbers) == 1:
        return numbers[0]
    return number_column(table, "a value (say --value FIELD)")


def _surer(table: Table, asked: Question) -> list[tuple[str, str, Rows]]:
    """The same with the publisher's confident rows only, and with the likely ones."""
    made = []
    for setting, condition in (
        ("confident only", "confidence=confident"), ("confident and likely", "confidence!=speculative"),
    ):  # fmt: skip
        try:
            made.append(
                ("confidence", setting, _rows(table, replace(asked, where=(*asked.where, condition))))
            )
        except Refusal:
            continue
    return made


def yearly(found: Rows, groups: Sequence[Group], asked: Question, unsettled: Sequence[str]) -> Rows:
    """The yearly levels of a selection as rows, one a group and year, on the first day of the year.

    Without groups the level is the publisher's total where the table has one, else that of all rows.
    """
    if found.whole and not groups:
        made = [("", year, value) for year, value in found.whole.items()]
    else:
        made = [
            (m.group, m.period, m.value)
            for m in levels(found, groups or None, asked.statistic, asked.rule)
            if m.period
        ]
    rows = tuple(
        Row(int(year), (group,), value, dt.date(int(year), 1, 1))
        for group, year, value in made
        if year not in unsettled
    )
    return replace(found, rows=rows, stock=False)
