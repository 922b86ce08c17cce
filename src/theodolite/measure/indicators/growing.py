"""Growth of a value: which rows make the trend, its two intervals, and what moves it."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence

from theodolite.measure.indicators.groups import Group
from theodolite.measure.indicators.rows import Row, Rows
from theodolite.model.basis import Basis
from theodolite.model.errors import Misuse, Refusal
from theodolite.model.indicator import GroupGrowth, GrowthReport, Limits, Question, Variant
from theodolite.statistics.trend import (
    Trend,
    doubling_limits,
    factor_limits,
    records,
    running_top,
    trend,
)

DAYS_PER_MONTH = 30.4375
_TOP = re.compile(r"top:(\d{1,4})(?::(.+))?")
SUMS = "sums"
_MOST_LEFT_OUT = 1500
"""Above this many values no single one is left out: it could not move the trend."""
Points = list[tuple[dt.date, float, int]]
"""Day, value, line."""


def rank_of(which: str) -> str | None:
    """The field by which a set is chosen (top:N:FIELD); None where it is chosen by the value itself."""
    found = _TOP.fullmatch(which)
    return found[2] if found else None


def chosen(rows: Sequence[Row], which: str) -> Sequence[Row]:
    """The rows of a set: all, sums (the rows of a day added up to one), records (above every earlier one),
    top:N (among the N largest when it came).

    top:N:FIELD chooses by that field, which rows carry as `rank`. Raises Misuse for another word.
    """
    if which == SUMS:
        return _added_up(rows)
    found = _TOP.fullmatch(which)
    if which not in ("all", "records") and (found is None or int(found[1]) < 1):
        raise Misuse(f"--set {which[:40]}: give all, sums, records, top:N or top:N:FIELD")
    ranked = bool(found and found[2])
    sizes = [(r.rank or 0.0) if ranked else r.value for r in rows]
    held = [(r, r.day, size) for r, size in zip(rows, sizes, strict=True) if r.day is not None and size > 0]
    days, values = [day for _, day, _ in held], [size for *_, size in held]
    if which == "all":
        kept: Sequence[int] = range(len(held))
    else:
        kept = records(days, values) if found is None else running_top(days, values, int(found[1]))
    return [held[k][0] for k in kept]


def _added_up(rows: Sequence[Row]) -> list[Row]:
    """One row a day, the sum of its values, under the line of the first of them."""
    days: dict[dt.date, list[Row]] = {}
    for row in rows:
        if row.day is not None and row.value > 0:
            days.setdefault(row.day, []).append(row)
    return [Row(of[0].line, (), math.fsum(r.value for r in of), day) for day, of in sorted(days.items())]


def points(rows: Sequence[Row], which: str, since: dt.date | None, until: dt.date | None) -> Points:
    """The values of a set within a stretch. The set is made of every row: what came before sets records."""
    kept = [(r.day, r.value, r.line) for r in chosen(rows, which) if r.day is not None and r.value > 0]
    return [p for p in kept if (since is None or p[0] >= since) and (until is None or p[0] <= until)]


def growth(
    found: Rows,
    groups: Sequence[Group],
    question: Question,
    basis: Basis,
    *,
    which: str,
    since: dt.date | None,
    until: dt.date | None,
    names: dict[int, str],
    varied: Sequence[tuple[str, str, Rows]] = (),
    sets: Sequence[str] = ("all", "records", "top:10"),
) -> GrowthReport:
    """The trend of all rows, or of each group. `names` calls rows by line; `varied` are (axis, setting, rows)
    of other vintages or filters, `sets` what else to try. Refusal where no group has two days of values.
    """
    warnings = list(found.warnings)
    left_out = sum(1 for r in found.rows if r.day is None or r.value <= 0)
    if left_out:
        warnings.append(f"{left_out} rows without a day or with no positive value are left out")
    made = []
    for group in _each(groups):
        rows = [r for r in found.rows if group is None or group.part(r.cell, "full") > 0]
        name = group.name if group else None
        one = _trend(points(rows, which, since, until))
        if one is None:
            warnings.append(f"{name or 'the set'}: fewer than two days of values, no trend")
            continue
        made.append(_grown(name, points(rows, which, since, until), one, names))
    if not made:
        raise Refusal(
            found.table.vintage.file, "fewer than two days of values", "widen --since, --until or --where"
        )
    return GrowthReport(
        question=question, basis=basis, set=which, since=since, until=until, trends=tuple(made),
        sensitivity=tuple(_sensitivity(found, groups, which, since, until, varied, sets)),
        interval_method="90%, resampled rows of the set; beside it the standard error of the slope",
        warnings=tuple(warnings),
    )  # fmt: skip


def _each(groups: Sequence[Group]) -> Sequence[Group | None]:
    """Every group; None, for all rows, where there is none."""
    return groups or (None,)


def _trend(values: Points, draws: int = 2000) -> Trend | None:
    try:
        return trend([p[0] for p in values], [p[1] for p in values], draws)
    except ValueError:
        return None


def _grown(name: str | None, values: Points, found: Trend, names: dict[int, str]) -> GroupGrowth:
    doubling = found.doubling_days
    moved = _most_moved(values, found)
    return GroupGrowth(
        group=name, n=found.n, first=min(p[0] for p in values), last=max(p[0] for p in values),
        factor_per_year=_limits(found.factor_per_year, factor_limits(found.bootstrap)),
        factor_per_year_ols=_limits(found.factor_per_year, factor_limits(found.ols)),
        doubling_days=_limits(doubling, doubling_limits(found.bootstrap)),
        doubling_days_ols=_limits(doubling, doubling_limits(found.ols)),
        doubling_months=doubling / DAYS_PER_MONTH if doubling is not None else None,
        r_squared=found.r_squared, residual_sd=found.residual_sd,
        most_moved_by=names.get(moved[0], f"line {moved[0]}") if moved else None,
        without_it=moved[1] if moved else None,
    )  # fmt: skip


def _limits(estimate: float | None, limits: tuple[float, float] | None) -> Limits:
    low, high = limits if limits else (None, None)
    return Limits(estimate=estimate, low=low, high=high)


def _most_moved(values: Points, found: Trend) -> tuple[int, float] | None:
    """The line whose loss moves the slope most, and the yearly factor without it."""
    if not 3 <= len(values) <= _MOST_LEFT_OUT:
        return None
    best: tuple[int, float] | None = None
    largest = -1.0
    for k, (_, _, line) in enumerate(values):
        without = _trend(values[:k] + values[k + 1 :], draws=0)
        if without is not None and abs(without.slope - found.slope) > largest:
            largest, best = abs(without.slope - found.slope), (line, without.factor_per_year)
    return best


def _sensitivity(
    found: Rows,
    groups: Sequence[Group],
    which: str,
    since: dt.date | None,
    until: dt.date | None,
    varied: Sequence[tuple[str, str, Rows]],
    sets: Sequence[str],
) -> list[Variant]:
    """The yearly factor with the start a year earlier or later, other sets, other vintages, other filters."""
    made: list[Variant] = []

    def add(axis: str, setting: str, rows: Rows, how: str, start: dt.date | None) -> None:
        for group in _each(groups):
            held = [r for r in rows.rows if group is None or group.part(r.cell, "full") > 0]
            one = _trend(points(held, how, start, until), draws=0)
            made.append(
                Variant(
                    axis=axis,
                    setting=setting,
                    vintage=rows.table.vintage.file,
                    group=group.name if group else None,
                    value=one.factor_per_year if one else None,
                    n=one.n if one else 0,
                )
            )

    if since is not None:
        for years in (-1, 1):
            start = _moved(since, years)
            add("since", start.isoformat(), found, which, start)
    for other in sets:
        if other != which:
            add("set", other, found, other, since)
    for axis, setting, rows in varied:
        add(axis, setting, rows, which, since)
    return made


def _moved(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
