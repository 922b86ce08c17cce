"""Origination: who moves the joint frontier of two sides, and who was first in a class of capability.

A family of its own: these are neither times nor levels. Both rest on which models were scored: who was
never measured moved nothing and was first in nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from theodolite.measure.frontier import Ladder, side_ladder
from theodolite.measure.side import Side, SideRule
from theodolite.model.estimate import Estimate
from theodolite.model.scores import Draws, ScoredModel, ScoreTable, Vintage
from theodolite.statistics.bootstrap import interval
from theodolite.statistics.proportion import jeffreys

DAYS_PER_MONTH = 30.4375
FEWEST = 5
"""Scored models of a side under which its absence from a class says little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What one side added to the joint frontier after its first record: points, and in how many records.

    A record that both sides set on one day at one level counts half for each.
    """

    side: str
    points: Estimate
    share: Estimate
    records: float

    def to_json(self) -> dict[str, Any]:
        """The figures as JSON values."""
        return {
            "side": self.side, "points": self.points.to_json(), "share": self.share.to_json(),
            "records": self.records,
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class JointFrontier:
    """Who moved the joint frontier up to a day; `years` are (year, points of the first, of the second)."""

    until: dt.date
    sides: tuple[Moved, Moved]
    years: tuple[tuple[int, float, float], ...]
    interval_method: str


def joint_frontier(
    table: ScoreTable, first: Side, second: Side, *, until: dt.date | None = None, rule: SideRule = "any",
    draws: Draws | None = None,
) -> JointFrontier | None:  # fmt: skip
    """Points that each side added to the strict running maximum over both; None where a side has no model.

    The first record of all sets the start and adds nothing. Limits are those of the draws: within a draw all
    records are told anew, so they say what noise in the scores leaves open, not which models were scored.
    """
    end = (until or dt.date.max).toordinal()
    ladders = [side_ladder(table, side, rule).until(end) for side in (first, second)]
    if not all(len(found.days) for found in ladders):
        return None
    added, records, days = _added(*ladders)
    drawn = None
    if draws is not None:
        drawn = _added(*(side_ladder(table, side, rule, draws).until(end) for side in (first, second)))[0]
    totals = added.sum(axis=2)[:, 0]
    spread = None if drawn is None else drawn.sum(axis=2)
    moved = tuple(
        Moved(
            side=side.name,
            points=_estimate(float(totals[k]), None if spread is None else spread[k]),
            share=_share(totals, spread, k),
            records=float(records[k, 0].sum()),
        )
        for k, side in enumerate((first, second))
    )
    years = np.array([dt.date.fromordinal(int(d)).year for d in days])
    return JointFrontier(
        until=min(until or dt.date.max, dt.date.fromordinal(int(days[-1]))),
        sides=(moved[0], moved[1]),
        years=tuple(
            (int(y), float(added[0, 0, years == y].sum()), float(added[1, 0, years == y].sum()))
            for y in np.unique(years)
        ),
        interval_method="none" if draws is None else draws.method,
    )


def _added(one: Ladder, two: Ladder) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Points (2, n, d) and records (2, n, d) by side, draw and day, with the days (d,)."""
    days = np.union1d(one.days, two.days)
    best = np.stack([_spread(found, days) for found in (one, two)])
    joint = best.max(axis=0)
    reached = np.maximum.accumulate(joint, axis=1)
    before = np.pad(reached[:, :-1], ((0, 0), (1, 0)), constant_values=-np.inf)
    jump = np.where(joint > before, joint - before, 0.0)
    jump[:, 0] = 0.0
    whose = (best == joint).astype(np.float64)
    part = whose / whose.sum(axis=0)
    record = (joint > before).astype(np.float64)
    record[:, 0] = 0.0
    return part * jump, part * record, days


def _spread(found: Ladder, days: NDArray[np.int64]) -> NDArray[np.float64]:
    """A ladder's best of each day over more days: nothing where it released nothing."""
    made = np.full((found.best.shape[0], len(days)), -np.inf)
    made[:, np.searchsorted(days, found.days)] = found.best
    return made


def _estimate(value: float, drawn: NDArray[np.float64] | None) -> Estimate:
    low, high = (interval(drawn) if drawn is not None else None) or (None, None)
    return Estimate(value, low, high)


def _share(totals: NDArray[np.float64], spread: NDArray[np.float64] | None, k: int) -> Estimate:
    whole = float(totals.sum())
    if whole <= 0:
        return Estimate(None)
    if spread is None:
        return Estimate(float(totals[k]) / whole)
    of = spread.sum(axis=0)
    return _estimate(float(totals[k]) / whole, spread[k] / np.where(of > 0, of, np.nan))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One score of a model on a benchmark, as a share of the way from chance to a full score."""

    benchmark: str
    share: float
    model: ScoredModel


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """Who was first past a share of one benchmark. `first` is None where nobody was, "both" on one day.

    `months` is how long the other side took, None while it has not (then `open_for` to the last release that
    was scored). `left` says that the side that was first has no earlier model scored below: the true first
    may be older, so the months are "at least". `scored` are the scored models of each side, `thin` where one
    side has under 5.
    """

    benchmark: str
    first: str | None
    model: str | None
    date: dt.date | None
    other_model: str | None
    other_date: dt.date | None
    months: float | None
    open_for: float | None
    left: bool
    scored: tuple[int, int]

    @property
    def thin(self) -> bool:
        """Whether one side has too few scored models for its absence to say anything."""
        return min(self.scored) < FEWEST

    def to_json(self) -> dict[str, Any]:
        """The row as JSON values."""
        return {
            "benchmark": self.benchmark, "first": self.first, "model": self.model, "date": _iso(self.date),
            "other_model": self.other_model, "other_date": _iso(self.other_date), "months": self.months,
            "open_for": self.open_for, "left": self.left, "scored": list(self.scored), "thin": self.thin,
        }  # fmt: skip


def runs_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Run, ...]:
    """Rows of `epoch/benchmark_runs` that have a score within its scale and a release date."""
    found = []
    for row in rows:
        if row["score"] is None or row["date"] is None:
            continue
        chance = row["chance"] or 0.0
        found.append(
            Run(
                benchmark=row["benchmark"],
                share=(row["score"] - chance) / (1 - chance) if chance < 1 else 0.0,
                model=ScoredModel(
                    name=row["model"],
                    level=row["score"],
                    date=row["date"],
                    countries=tuple(row["countries"] or ()),
                    organisations=tuple(row["organisations"] or ()),
                ),
            )
        )
    return tuple(found)


def as_table(runs: Sequence[Run], vintage: Vintage) -> ScoreTable:
    """The runs in the form in which the names of sides are resolved."""
    return ScoreTable(
        measure="benchmark runs", unit="share", source="epoch/benchmark_runs", vintage=vintage,
        models=tuple(r.model for r in runs),
    )  # fmt: skip


def firsts(
    runs: Sequence[Run], first: Side, second: Side, level: float = 0.5, rule: SideRule = "any"
) -> tuple[First, ...]:
    """Who was first to reach a share of each benchmark, by the release day of the model, in its order."""
    by_benchmark: dict[str, list[Run]] = {}
    for run in runs:
        by_benchmark.setdefault(run.benchmark, []).append(run)
    made = [_first(name, found, (first, second), level, rule) for name, found in by_benchmark.items()]
    return tuple(sorted(made, key=lambda f: (f.date or dt.date.max, f.benchmark)))


def _first(name: str, runs: Sequence[Run], sides: tuple[Side, Side], level: float, rule: SideRule) -> First:
    own = [[r for r in runs if side.holds(r.model, rule)] for side in sides]
    scored = (len({r.model.name for r in own[0]}), len({r.model.name for r in own[1]}))
    passed = [
        min((r.model for r in members if r.share >= level), key=lambda m: (m.date, m.name), default=None)
        for members in own
    ]
    last = max((r.model.date for members in own for r in members), default=None)
    order = sorted((k for k in (0, 1) if passed[k] is not None), key=lambda k: passed[k].date)  # type: ignore[union-attr]
    if not order:
        return First(benchmark=name, first=None, model=None, date=None, other_model=None, other_date=None,
                     months=None, open_for=None, left=False, scored=scored)  # fmt: skip
    one, other = passed[order[0]], passed[order[1]] if len(order) > 1 else None
    assert one is not None and last is not None
    level_day = other is not None and other.date == one.date
    return First(
        benchmark=name,
        first="both" if level_day else sides[order[0]].name,
        model=one.name,
        date=one.date,
        other_model=other.name if other else None,
        other_date=other.date if other else None,
        months=(other.date - one.date).days / DAYS_PER_MONTH if other else None,
        open_for=None if other else (last - one.date).days / DAYS_PER_MONTH,
        left=not any(r.model.date < one.date for r in own[order[0]]),
        scored=scored,
    )


def first_share(found: Sequence[First], side: str) -> tuple[int, int, tuple[float, float] | None]:
    """In how many classes a side was first, of those that somebody reached and both are scored in; limits."""
    counted = [f for f in found if f.first is not None and not f.thin]
    k = sum(f.first == side for f in counted)
    return k, len(counted), jeffreys(k, len(counted))


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
