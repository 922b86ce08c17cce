"""One quantity on one day from one table: the unit that sensitivity and influence vary."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from theodolite.measure.frontier import side_ladder
from theodolite.measure.lags import backward, level_shift, vertical
from theodolite.measure.matching import time_to_match
from theodolite.measure.sides import Side, SideRule
from theodolite.model.scores import ScoreTable

STEPS = (0.0, 1.0, 3.0)
"""Least points between the leader's records that count; 3 is nearest to a generation of models."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a quantity is measured under, besides the table."""

    leader: Side
    follower: Side
    day: dt.date
    tolerance: float
    rule: SideRule


def defined(value: float) -> float | None:
    """None for nan."""
    return None if math.isnan(value) else float(value)


def backward_lag(table: ScoreTable, at: Setting, day: dt.date | None = None) -> tuple[float | None, bool]:
    """Backward lag in months and whether it is left-censored."""
    ahead, behind = side_ladder(table, at.leader, at.rule), side_ladder(table, at.follower, at.rule)
    months, flags = backward(ahead, behind, [(day or at.day).toordinal()], at.tolerance)
    return defined(months[0, 0]), bool(flags[0, 0])


def backward_lag_window(table: ScoreTable, at: Setting, days: list[dt.date]) -> list[tuple[float, bool]]:
    """Every defined backward lag over some days, with its left-censoring flag."""
    ahead, behind = side_ladder(table, at.leader, at.rule), side_ladder(table, at.follower, at.rule)
    months, flags = backward(ahead, behind, [d.toordinal() for d in days], at.tolerance)
    return [(float(m), bool(f)) for m, f in zip(months[:, 0], flags[:, 0], strict=True) if not math.isnan(m)]


def vertical_gap(table: ScoreTable, at: Setting) -> float | None:
    """Leader's frontier minus follower's, in points."""
    ahead, behind = side_ladder(table, at.leader, at.rule), side_ladder(table, at.follower, at.rule)
    return defined(vertical(ahead, behind, [at.day.toordinal()])[0, 0])


def shift(table: ScoreTable, at: Setting) -> float | None:
    """Level-averaged shift in months."""
    ahead, behind = side_ladder(table, at.leader, at.rule), side_ladder(table, at.follower, at.rule)
    return defined(level_shift(ahead, behind, [at.day.toordinal()])[0, 0])


def match_median(table: ScoreTable, at: Setting, step: float = 0.0) -> float | None:
    """Median time to match in months, of the lognormal fit; None under 3 matched records."""
    found = time_to_match(table, at.leader, at.follower, at.day, at.tolerance, at.rule, step)
    return found.fit.median if found.fit else None
