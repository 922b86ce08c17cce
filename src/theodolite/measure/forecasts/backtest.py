"""Forecasts from past days held against what came: one cut-off a month, the scale refitted at each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np

from theodolite.measure.forecasts.history import (
    LEAST_MONTHS,
    History,
    as_listed,
    first_of_months,
    refitted,
)
from theodolite.measure.forecasts.methods import BASELINES, LEAST_PEERS, METHODS, PEERS
from theodolite.measure.sides import Side, SideRule
from theodolite.model.errors import Refusal
from theodolite.model.forecast import Backtest, Score
from theodolite.model.period import DAYS_PER_MONTH
from theodolite.model.scores import ScoreMatrix, ScoreTable
from theodolite.statistics.scoring import crps, holds

TARGET = (
    "the side's frontier (highest level released by the target day) as this table measures it; the forecast "
    "is made from the first of each month, as many times 30.4375 days before"
)


def day_ahead(day: int, months: int) -> int:
    """The day that many months of 30.4375 days after a day, as ordinals."""
    return day + round(months * DAYS_PER_MONTH)


def seen_from(
    table: ScoreTable, matrix: ScoreMatrix | None, side: Side, rule: SideRule, day: int
) -> History | None:
    """The side's frontier as seen from a day: refitted where there is a matrix. None where too short."""
    found = as_listed(table, side, rule, day) if matrix is None else refitted(table, matrix, side, rule, day)
    return found if found is not None and found.enough else None


def backtest(
    table: ScoreTable,
    matrix: ScoreMatrix | None,
    side: Side,
    rule: SideRule,
    horizons: Sequence[int],
    most: int | None = None,
) -> Backtest:
    """Score every method at every horizon (months) from the first of each month, the `most` last of them.

    A cut-off counts at a horizon where its target day is in the data, so that all methods have the same
    cut-offs and targets. Raises Refusal where no cut-off has a target.
    """
    until = table.data_until
    assert until is not None, "a table without models is refused when it is read"
    whole = as_listed(table, side, rule, until.toordinal())
    first = dt.date.fromordinal(int(whole.days[0] + np.ceil(LEAST_MONTHS * DAYS_PER_MONTH)))
    last = until - dt.timedelta(round(min(horizons) * DAYS_PER_MONTH))
    days = first_of_months(first, last)
    seen = [s for d in days if (s := seen_from(table, matrix, side, rule, d.toordinal())) is not None]
    seen = seen[-most:] if most else seen
    if not seen:
        raise Refusal(
            table.vintage.file,
            f"{side.name} has too short a record for a backtest over {min(horizons)} months",
            f"give data over more than {LEAST_MONTHS + min(horizons)} months",
        )
    scores = [
        _score(name, months, [s for s in seen if day_ahead(s.day, months) <= until.toordinal()], whole)
        for months in horizons
        for name in METHODS
    ]
    return Backtest(
        first=dt.date.fromordinal(seen[0].day), last=dt.date.fromordinal(seen[-1].day), cutoffs=len(seen),
        refitted=matrix is not None, target=TARGET, scores=tuple(s for s in scores if s is not None),
    )  # fmt: skip


def _score(name: str, months: int, seen: Sequence[History], whole: History) -> Score | None:
    """One method at one horizon; None where no cut-off has its target in the data, or one lacks peers."""
    if not seen or (name == PEERS and any(len(one.peers) < LEAST_PEERS for one in seen)):
        return None
    errors, scores, half, most = [], [], [], []
    for one in seen:
        sample = METHODS[name](one, months)
        came = int(np.searchsorted(whole.days, day_ahead(one.day, months), side="right")) - 1
        target = float(whole.levels[came])
        errors.append(abs(float(np.median(sample)) - target))
        scores.append(crps(sample, target))
        half.append(holds(sample, target, 0.5))
        most.append(holds(sample, target, 0.9))
    span = (seen[-1].day - seen[0].day) / DAYS_PER_MONTH + months
    return Score(
        method=name, ours=name not in BASELINES, months=months, n=len(seen), separate=span / months,
        mae=float(np.mean(errors)), crps=float(np.mean(scores)),
        coverage_50=float(np.mean(half)), coverage_90=float(np.mean(most)),
    )  # fmt: skip
