"""A side's frontier as seen from a past day: only what was released by then, the scale refitted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from theodolite.catalog.sources.countries import fold
from theodolite.measure.frontier import members, ordinals, table_levels
from theodolite.measure.scale import fitted
from theodolite.measure.sides import Side, SideRule
from theodolite.model.period import DAYS_PER_MONTH
from theodolite.model.scores import ScoreMatrix, ScoreTable

Values = NDArray[np.float64]

LEAST_RECORDS = 3
LEAST_MONTHS = 12
"""Before a side has this much of a record no forecast is made: there is no slope to speak of."""
_LEAST_MODELS = 5
_PEER_MONTHS = 6
"""An organisation's pace is known when its own frontier has two records and this many months."""


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """Strict records of a side to a day: `days` as ordinals and `levels`, both (n,), rising.

    `peers` are the monthly gains of every organisation's own frontier to that day, one array each: how fast
    anybody's frontier has moved, on this side or another.
    """

    day: int
    days: NDArray[np.int64] = field(repr=False)
    levels: Values = field(repr=False)
    peers: tuple[Values, ...] = field(default=(), repr=False)

    @property
    def enough(self) -> bool:
        """Whether there is enough of a record to forecast from."""
        return (
            len(self.days) >= LEAST_RECORDS and self.day - int(self.days[0]) >= LEAST_MONTHS * DAYS_PER_MONTH
        )

    @property
    def monthly(self) -> Values:
        """The frontier every 30.4375 days back from the day to the first record, earliest first."""
        back = np.arange(int((self.day - self.days[0]) / DAYS_PER_MONTH) + 1)[::-1]
        at = np.searchsorted(self.days, self.day - back * DAYS_PER_MONTH, side="right") - 1
        levels: Values = self.levels[np.maximum(at, 0)]
        return levels


def history(days: NDArray[np.int64], levels: Values, day: int) -> History:
    """The records among models with release `days` (ordinals) and `levels`, to and with a day."""
    known = days <= day
    order = np.lexsort((-levels[known], days[known]))
    at, level = days[known][order], levels[known][order]
    record = level > np.concatenate(([-np.inf], np.maximum.accumulate(level)[:-1]))
    return History(day, at[record], level[record])


def as_listed(table: ScoreTable, side: Side, rule: SideRule, day: int) -> History:
    """The frontier to a day with the table's own levels, whenever they were measured."""
    every = np.arange(len(table.models))
    return _seen(table, every, table_levels(table)[0], side, rule, day)


def _seen(
    table: ScoreTable, rows: NDArray[np.int64], levels: Values, side: Side, rule: SideRule, day: int
) -> History:
    """The side's history from the table's `rows` with `levels`, both (n,), and the paces of organisations."""
    days = ordinals(table)[rows]
    own = np.isin(rows, members(table, side, rule))
    found = history(days[own], levels[own], day)
    labs: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for name in table.models[row].organisations[:1]:
            labs.setdefault(fold(name), []).append(at)
    lines = (history(days[at], levels[at], day) for at in labs.values())
    peers = tuple(
        np.diff(line.monthly)
        for line in lines
        if len(line.days) > 1 and day - int(line.days[0]) >= _PEER_MONTHS * DAYS_PER_MONTH
    )
    return replace(found, peers=peers)


def refitted(table: ScoreTable, matrix: ScoreMatrix, side: Side, rule: SideRule, day: int) -> History | None:
    """The frontier to a day on a scale fitted to what existed by then; None where too little did.

    Scores of models released by the day, on benchmarks released by the day; a benchmark without a date counts
    as soon as a model scored on it was released. Models that no score connects to the others are left out.
    The two models that fix the scale may not have existed: the
    refit is brought to the table's points by the line of least squares over every model in it (two numbers,
    the only thing a past day is told of the present).
    """
    released = dict(zip((m.name for m in table.models), ordinals(table), strict=True))
    day_of = np.array([released.get(name, np.iinfo(np.int64).max) for name in matrix.models])
    opened = np.array([0 if d is None else d.toordinal() for d in matrix.benchmark_released], dtype=np.int64)
    opened = opened if len(opened) else np.zeros(len(matrix.benchmarks), dtype=np.int64)
    known = (day_of[matrix.model] <= day) & (opened[matrix.benchmark] <= day)
    if not known.any():
        return None
    models, model = np.unique(matrix.model[known], return_inverse=True)
    benchmarks, benchmark = np.unique(matrix.benchmark[known], return_inverse=True)
    if len(models) < _LEAST_MODELS or len(benchmarks) < 2:
        return None
    part = replace(
        matrix,
        models=tuple(matrix.models[i] for i in models), model=model.astype(np.int64),
        benchmarks=tuple(matrix.benchmarks[i] for i in benchmarks), benchmark=benchmark.astype(np.int64),
        score=matrix.score[known],
        benchmark_released=tuple(matrix.benchmark_released[i] for i in benchmarks)
        if matrix.benchmark_released else (),
    )  # fmt: skip
    scale = fitted(part)
    main = scale.islands.main
    raw = scale.fit.parameters.level[main]
    row = {m.name: i for i, m in enumerate(table.models)}
    rows = np.array([row[name] for name, on in zip(part.models, main, strict=True) if on], dtype=np.int64)
    if len(rows) < _LEAST_MODELS or np.ptp(raw) <= 0:
        return None
    slope, shift = np.polyfit(raw, table_levels(table)[0][rows], 1)
    return _seen(table, rows, slope * raw + shift, side, rule, day)


def first_of_months(first: dt.date, last: dt.date) -> list[dt.date]:
    """The first day of every month from `first` to `last`."""
    days, year, month = [], first.year, first.month
    while (day := dt.date(year, month, 1)) <= last:
        if day >= first:
            days.append(day)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return days
