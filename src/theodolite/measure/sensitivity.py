"""What moves a gap: the same quantities under other tolerances, windows, vintages and side rules."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from theodolite.measure import quantities as q
from theodolite.measure.frontier import Ladder
from theodolite.measure.lags import backward_beyond_doubt, vertical
from theodolite.measure.sides import SIDE_RULES, Side, SideRule, resolve_pair
from theodolite.model.errors import Refusal
from theodolite.model.gap import Sensitivity
from theodolite.model.scores import ScoreTable

TOLERANCES = (0.0, 0.5, 1.0)
WINDOW_DAYS = 90
ON_THE_DAY = "day"
_WINDOW = f"range of {WINDOW_DAYS} days each way"
LOWEST, HIGHEST = f"{_WINDOW}: lowest", f"{_WINDOW}: highest"
ONE_SIDED = "backward_lag_months_one_sided_5_percent"
"""The leader exceeds the follower's frontier in at least 95% of the draws, in place of a tolerance."""
STANDARD_ERROR = "backward_lag_months_one_standard_error"
"""The tolerance is the standard deviation over the draws of the two frontiers' difference on the day."""


def sensitivity(
    table: ScoreTable,
    others: Sequence[ScoreTable],
    at: q.Setting,
    data_until: dt.date,
    drawn: tuple[Ladder, Ladder] | None = None,
) -> tuple[Sensitivity, ...]:
    """One axis varied at a time around the report's own setting; the window with each tolerance.

    `others` are the further vintages at hand; `drawn` are the sides' ladders in the draws, for the one-sided
    test. A side that a vintage or a rule leaves empty gives no rows.
    """
    rows = [*_by_tolerance(table, at, data_until), *_level_quantities(table, at)]
    if drawn is not None:
        months, first = backward_beyond_doubt(*drawn, at.day.toordinal())
        rows.append(_row(ONE_SIDED, table, at, q.defined(months), first))
        error = float(vertical(*drawn, [at.day.toordinal()])[0].std())
        if math.isfinite(error):
            wide = replace(at, tolerance=error)
            lag, censored = q.backward_lag(table, wide)
            rows.append(_row(STANDARD_ERROR, table, wide, lag, censored))
    for rule in SIDE_RULES:
        if rule != at.rule:
            rows += _again(table, replace(at, rule=rule))
    for other in others:
        if other.data_until is not None:
            rows += _again(other, replace(at, day=min(at.day, other.data_until)))
    return tuple(rows)


def _by_tolerance(table: ScoreTable, at: q.Setting, data_until: dt.date) -> Iterator[Sensitivity]:
    for tolerance in sorted({*TOLERANCES, at.tolerance}):
        here = replace(at, tolerance=tolerance)
        lag, censored = q.backward_lag(table, here)
        yield _row("backward_lag_months", table, here, lag, censored)
        window = q.backward_lag_window(table, here, window_days(at.day, data_until))
        for name, pick in ((LOWEST, min), (HIGHEST, max)):
            months, flag = pick(window, default=(None, False))
            yield _row("backward_lag_months", table, here, months, flag, name)
        for step in q.STEPS:
            yield _row(f"time_to_match_median_step_{step:g}", table, here, q.match_median(table, here, step))


def window_days(day: dt.date, data_until: dt.date) -> list[dt.date]:
    """Every day within 90 days of `day`, to the end of the data."""
    span = range(-WINDOW_DAYS, WINDOW_DAYS + 1)
    return [d for d in (day + dt.timedelta(days=k) for k in span) if d <= data_until]


def _level_quantities(table: ScoreTable, at: q.Setting) -> Iterator[Sensitivity]:
    yield _row("vertical_gap", table, at, q.vertical_gap(table, at))
    yield _row("level_shift_months", table, at, q.shift(table, at))


def _again(table: ScoreTable, at: q.Setting) -> Iterator[Sensitivity]:
    """Every quantity once more, with the sides looked up anew in this table and under this rule."""
    try:
        leader, follower = _sides(table, at, at.rule)
    except Refusal:
        return
    here = replace(at, leader=leader, follower=follower)
    lag, censored = q.backward_lag(table, here)
    yield _row("backward_lag_months", table, here, lag, censored)
    yield from _level_quantities(table, here)
    for step in q.STEPS:
        yield _row(f"time_to_match_median_step_{step:g}", table, here, q.match_median(table, here, step))


def _sides(table: ScoreTable, at: q.Setting, rule: SideRule) -> tuple[Side, Side]:
    return resolve_pair(at.leader.query, at.follower.query, table, rule)


def _row(
    quantity: str,
    table: ScoreTable,
    at: q.Setting,
    estimate: float | None,
    censored: bool = False,
    window: str = ON_THE_DAY,
) -> Sensitivity:
    date = table.vintage.date
    return Sensitivity(
        quantity=quantity,
        vintage=date.isoformat() if date else table.vintage.file,
        tolerance=at.tolerance,
        window=window,
        rule=at.rule,
        date_basis=table.date_basis,
        estimate=estimate,
        censored="left" if censored else None,
        observed_until=at.day,
    )
