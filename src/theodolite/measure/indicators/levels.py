"""Levels of groups by year: the figure itself, its share of the year, its rank, its change."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

from theodolite.catalog.sources.countries import fold
from theodolite.measure.indicators.groups import Group
from theodolite.measure.indicators.rows import ADDED, Row, Rows, latest
from theodolite.model.indicator import Concentration, Level, Rule
from theodolite.statistics.concentration import concentration_ratio, herfindahl, ranks

ALL = "all"
"""The group of every row, where none is asked for."""


def figure(rows: Sequence[Row], group: Group | None, statistic: str, rule: Rule) -> tuple[float, int] | None:
    """The statistic over the rows of a group, with how many there are; None where there are none.

    A row that counts in part counts so in counts and sums; in a maximum, median or mean it counts whole.
    """
    parts = [(row, group.part(row.cell, rule) if group else 1.0) for row in rows]
    parts = [(row, part) for row, part in parts if part > 0]
    if not parts:
        return None
    values = [row.value for row, _ in parts]
    if statistic in ADDED:
        return sum(row.value * part for row, part in parts), len(parts)
    if statistic == "max":
        return max(values), len(parts)
    return float(statistics.median(values) if statistic == "median" else statistics.fmean(values)), len(parts)


def levels(
    found: Rows, groups: Sequence[Group] | None, statistic: str, rule: Rule, unsettled: Sequence[str] = ()
) -> tuple[Level, ...]:
    """One level for each group and year that has rows, years in order, the largest group first.

    The total of a year is the publisher's own where the table has one, else that of all rows.
    """
    by_year: dict[str, list[Row]] = {}
    held = latest(found, each_year=True) if statistic in ADDED else found
    for row in held.rows:
        by_year.setdefault(row.year, []).append(row)
    made: list[Level] = []
    before: dict[str, float] = {}
    for year in sorted(by_year):
        rows = by_year[year]
        naming = _naming(rows) if groups is not None else {}
        asked: Sequence[Group | None] = groups if groups is not None else [None]
        figures = [
            (g.name if g else ALL, figure(_possible(rows, naming, g), g, statistic, rule)) for g in asked
        ]
        known = [(name, value, n) for name, f in figures if f for value, n in [f]]
        total = found.whole.get(year, sum(r.value for r in rows)) if statistic in ADDED else None
        order = ranks([value for _, value, _ in known])
        ranked = sorted(zip(known, order, strict=True), key=lambda pair: -pair[0][1])
        for (name, value, n), rank in ranked:
            last = before.get(f"{name} {int(year) - 1}") if year else None
            share = value / total if total and groups is not None else None
            made.append(
                Level(
                    group=name,
                    period=year,
                    value=value,
                    n=n,
                    share=share,
                    rank=rank if groups is not None else None,
                    change=value / last if last else None,
                    settled=year not in unsettled,
                )
            )
            before[f"{name} {year}"] = value
    return tuple(made)


def _naming(rows: Sequence[Row]) -> dict[str, list[int]]:
    """Which rows name a word: most groups are named by few of them."""
    found: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for word in dict.fromkeys(map(fold, row.cell)):
            found.setdefault(word, []).append(at)
    return found


def _possible(rows: Sequence[Row], naming: Mapping[str, Sequence[int]], group: Group | None) -> Sequence[Row]:
    """The rows that can count for a group, in their order."""
    if group is None:
        return rows
    return [rows[at] for at in sorted({at for word in group.values for at in naming.get(word, ())})]


def concentrated(amounts: Sequence[float], period: str | None) -> Concentration:
    """Concentration over the groups of one year or selection."""
    return Concentration(
        period=period, groups=sum(a > 0 for a in amounts), cr1=concentration_ratio(amounts, 1),
        cr3=concentration_ratio(amounts, 3), cr5=concentration_ratio(amounts, 5),
        cr10=concentration_ratio(amounts, 10), hhi=herfindahl(amounts),
    )  # fmt: skip
