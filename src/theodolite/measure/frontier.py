"""Frontiers: the strict running maximum of a side's capability over date, for one table or many draws.

Everything downstream works on `Ladder`, so an estimate (one row: the table) and an interval (one row a
draw) come from the same code.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from theodolite.measure.sides import Side, SideRule
from theodolite.model.scores import Draws, ScoredModel, ScoreTable


@dataclass(frozen=True, slots=True, eq=False)
class Ladder:
    """A side's models by day, for n rows of levels.

    `days` (d,) are distinct release days as ordinals, rising; `best` (n, d) the highest level released on
    each; `reached` (n, d) the running maximum. Models of one day count together: only the higher shows.
    """

    days: NDArray[np.int64] = field(repr=False)
    best: NDArray[np.float64] = field(repr=False)
    reached: NDArray[np.float64] = field(repr=False)

    def until(self, day: int) -> Ladder:
        """Only what was released on or before a day."""
        k = int(np.searchsorted(self.days, day, side="right"))
        return Ladder(self.days[:k], self.best[:, :k], self.reached[:, :k])

    @property
    def is_record(self) -> NDArray[np.bool_]:
        """(n, d): whether the best of a day is strictly above everything before it."""
        before = np.pad(self.reached[:, :-1], ((0, 0), (1, 0)), constant_values=-np.inf)
        record: NDArray[np.bool_] = self.best > before
        return record


def ladder(levels: NDArray[np.float64], days: NDArray[np.int64]) -> Ladder:
    """Build from `levels` (n, m) of m models and their release `days` (m,), in any order."""
    order = np.argsort(days, kind="stable")
    distinct, starts = np.unique(days[order], return_index=True)
    n = levels.shape[0]
    if not len(distinct):
        return Ladder(distinct, np.empty((n, 0)), np.empty((n, 0)))
    best = np.maximum.reduceat(levels[:, order], starts, axis=1)
    return Ladder(distinct, best, np.maximum.accumulate(best, axis=1))


def members(table: ScoreTable, side: Side, rule: SideRule = "any") -> NDArray[np.int64]:
    """Positions in the table of the side's models."""
    return np.array([i for i, m in enumerate(table.models) if side.holds(m, rule)], dtype=np.int64)


def ordinals(table: ScoreTable) -> NDArray[np.int64]:
    """Release days of the table's models as proleptic Gregorian ordinals, shape (models,)."""
    return np.array([m.date.toordinal() for m in table.models], dtype=np.int64)


def table_levels(table: ScoreTable) -> NDArray[np.float64]:
    """The table's own levels as one row, shape (1, models)."""
    return np.array([[m.level for m in table.models]], dtype=np.float64)


def side_ladder(table: ScoreTable, side: Side, rule: SideRule = "any", draws: Draws | None = None) -> Ladder:
    """A side's ladder over the table's levels, or over the draws of them."""
    chosen = members(table, side, rule)
    levels = table_levels(table) if draws is None else draws.levels.astype(np.float64, copy=False)
    return ladder(levels[:, chosen], ordinals(table)[chosen])


@dataclass(frozen=True, slots=True)
class Record:
    """A model that moved its side's frontier."""

    model: str
    date: dt.date
    level: float


def best_of(models: list[ScoredModel]) -> ScoredModel:
    """The highest of some models; the first listed among equals."""
    return max(models, key=lambda m: m.level)


def records(
    table: ScoreTable, side: Side, until: dt.date, rule: SideRule = "any", step: float = 0.0
) -> list[Record]:
    """The side's frontier up to and with a day; each record at least `step` points above the one kept before.

    With step 0 every strict record is kept. With a larger step a record is compared with the last record
    kept, so that several small advances add up to one.
    """
    by_day: dict[dt.date, list[ScoredModel]] = {}
    for model in table.models:
        if model.date <= until and side.holds(model, rule):
            by_day.setdefault(model.date, []).append(model)
    kept: list[Record] = []
    for date in sorted(by_day):
        best = best_of(by_day[date])
        if not kept or (best.level > kept[-1].level and best.level >= kept[-1].level + step):
            kept.append(Record(best.name, date, best.level))
    return kept
