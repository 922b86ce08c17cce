"""More than two sides at a time: the level gap and the backward lag of every pair, from the same draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.measure import lags
from theodolite.measure.coverage import unsaid
from theodolite.measure.frontier import records
from theodolite.measure.intervals import estimated, follower_ahead
from theodolite.measure.opposed import pair
from theodolite.measure.sides import Side, SideRule, resolve
from theodolite.model.errors import Refusal
from theodolite.model.estimate import Estimate
from theodolite.model.scores import Draws, ScoreTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontier:
    """A side's best model on the day; all None where it has none by then."""

    side: str
    models: int
    model: str | None
    date: dt.date | None
    level: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposed:
    """One ordered pair, `leader` held to be ahead: a negative gap and a lag of 0 say that it is not."""

    leader: str
    follower: str
    vertical_gap: Estimate
    backward_lag_months: Estimate
    p_follower_ahead: float | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standoff:
    """Every side's frontier and every ordered pair of sides on one day."""

    table: ScoreTable
    day: dt.date
    frontiers: tuple[Frontier, ...]
    pairs: tuple[Opposed, ...]
    method: str
    warnings: tuple[str, ...]


def standoff(
    names: Sequence[str],
    table: ScoreTable,
    draws: Draws | None,
    *,
    as_of: dt.date | None = None,
    tolerance: float = 0.0,
    rule: SideRule = "any",
) -> Standoff:
    """Hold every side against every other. Raises Refusal for a side nobody belongs to, or named twice."""
    sides = [resolve(name, table, rule) for name in names]
    twice = sorted({s.name for s in sides if sum(s.name == t.name for t in sides) > 1})
    if twice:
        raise Refusal(table.vintage.file, f"sides named twice: {', '.join(twice)}", "name each side once")
    until = table.data_until or dt.date.min
    day = min(as_of or until, until)
    warnings = [*table.warnings, *unsaid(table, *sides)]
    if as_of is not None and as_of > until:
        warnings.append(f"the as-of day {as_of} is past the data: answered for {until}, where the data ends")
    shared = _overlaps(table, sides, rule)
    if shared:
        warnings.append(f"sides that share models: {', '.join(shared)}")
    return Standoff(
        table=table,
        day=day,
        frontiers=tuple(_frontier(table, side, day, rule) for side in sides),
        pairs=tuple(
            _opposed(table, draws, (first, second), day, tolerance, rule)
            for first in sides
            for second in sides
            if first is not second
        ),
        method=draws.method if draws else "none",
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _overlaps(table: ScoreTable, sides: list[Side], rule: SideRule) -> list[str]:
    held = [{i for i, m in enumerate(table.models) if s.holds(m, rule)} for s in sides]
    return [
        f"{sides[i].name} and {sides[j].name} ({len(held[i] & held[j])})"
        for i in range(len(sides))
        for j in range(i)
        if held[i] & held[j]
    ]


def _frontier(table: ScoreTable, side: Side, day: dt.date, rule: SideRule) -> Frontier:
    own = records(table, side, day, rule)
    best = own[-1] if own else None
    return Frontier(
        side=side.name,
        models=sum(side.holds(m, rule) and m.date <= day for m in table.models),
        model=best.model if best else None,
        date=best.date if best else None,
        level=best.level if best else None,
    )


def _opposed(
    table: ScoreTable, draws: Draws | None, sides: tuple[Side, Side], day: dt.date, t: float, rule: SideRule
) -> Opposed:
    at = day.toordinal()
    plain = pair(table, *sides, rule)
    drawn = None if draws is None else pair(table, *sides, rule, draws)
    warnings: list[str] = []
    gaps = lags.vertical(*plain, [at])[0]
    level = estimated(
        "vertical gap", gaps, None if drawn is None else lags.vertical(*drawn, [at])[0], warnings
    )
    months, flags = lags.backward(*plain, [at], t)
    drawn_months, drawn_flags = (None, None) if drawn is None else lags.backward(*drawn, [at], t)
    lag = estimated(
        "backward lag", months[0], None if drawn_months is None else drawn_months[0], warnings,
        "left" if flags[0, 0] else None, None if drawn_flags is None else drawn_flags[0],
    )  # fmt: skip
    if level.estimate is None:
        warnings.append(f"a side has no model by {day}: no gap")
    return Opposed(
        leader=sides[0].name, follower=sides[1].name, vertical_gap=level, backward_lag_months=lag,
        p_follower_ahead=follower_ahead(drawn, at), warnings=tuple(warnings),
    )  # fmt: skip
