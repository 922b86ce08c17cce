"""Which single model moves the backward lag most: left out, or re-dated as other vintages date it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from theodolite.measure.frontier import records
from theodolite.measure.quantities import Setting, backward_lag
from theodolite.model.gap import MostMoved
from theodolite.model.scores import ScoredModel, ScoreTable

QUANTITY = "backward_lag_months"


def most_moved_by(table: ScoreTable, others: Sequence[ScoreTable], at: Setting) -> MostMoved | None:
    """The change of one model that moves the day's backward lag most; None where none moves it.

    Left out: every record of either frontier (no other model can matter by its absence). Re-dated: every
    model of a side that another vintage dates differently. The day stays as it is. A change that leaves
    the lag undefined counts as the largest.
    """
    base, _ = backward_lag(table, at)
    if base is None:
        return None
    best: MostMoved | None = None
    most = 0.0
    for changed, moved in _changes(table, others, at):
        lag, _ = backward_lag(changed, at)
        by = math.inf if lag is None else abs(lag - base)
        if by > most:
            most, best = by, replace(moved, estimate_with=base, estimate_without=lag)
    return best


def _changes(
    table: ScoreTable, others: Sequence[ScoreTable], at: Setting
) -> Iterator[tuple[ScoreTable, MostMoved]]:
    on_a_frontier = {
        (r.model, r.date) for side in (at.leader, at.follower) for r in records(table, side, at.day, at.rule)
    }
    elsewhere = _dates_elsewhere(others)
    for i, model in enumerate(table.models):
        if (model.name, model.date) in on_a_frontier:
            rest = table.models[:i] + table.models[i + 1 :]
            yield replace(table, models=rest), _moved(model, "left out")
        if not (at.leader.holds(model, at.rule) or at.follower.holds(model, at.rule)):
            continue
        for date in sorted(elsewhere.get(model.name.casefold(), set()) - {model.date}):
            again = (*table.models[:i], replace(model, date=date), *table.models[i + 1 :])
            yield replace(table, models=again), _moved(model, "re-dated", date)


def _dates_elsewhere(others: Sequence[ScoreTable]) -> dict[str, set[dt.date]]:
    """Release days by name in other vintages; a version counts under its own and its display name."""
    found: dict[str, set[dt.date]] = {}
    for other in others:
        for model in other.models:
            for name in {model.name.casefold(), (model.display_name or model.name).casefold()}:
                found.setdefault(name, set()).add(model.date)
    return found


def _moved(model: ScoredModel, change: str, to: dt.date | None = None) -> MostMoved:
    return MostMoved(
        model=model.name,
        change=change,
        quantity=QUANTITY,
        estimate_with=None,
        estimate_without=None,
        re_dated_from=model.date if to else None,
        re_dated_to=to,
    )
