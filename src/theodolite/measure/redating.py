"""The same levels under other dates: the date basis as an axis of what moves a gap.

A score table lists one date a model and rarely says which. Other vintages of it list others, and many names
carry the day of their snapshot; each makes a table of its own, in which only the dates differ.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from theodolite.measure.release_dates import day_in_name, of_tables
from theodolite.model.names import folded_name
from theodolite.model.scores import ScoredModel, ScoreTable

DAY_IN_NAME = "day in the name, else as listed"


def rebased(table: ScoreTable, others: Sequence[ScoreTable] = ()) -> tuple[ScoreTable, ...]:
    """The table re-dated by each other vintage and by the days in its names; those that change nothing left
    out.
    """
    made = []
    for other in others:
        dates = of_tables([other])

        def listed(m: ScoredModel, dates: dict[str, dt.date] = dates) -> dt.date | None:
            return dates.get(folded_name(m.name)) or dates.get(folded_name(m.display_name or ""))

        label = other.vintage.date.isoformat() if other.vintage.date else other.vintage.file
        made.append(redated(table, listed, f"as listed in {label}"))
    until = table.data_until or dt.date.max
    made.append(redated(table, lambda m: _stamp(m, until), DAY_IN_NAME))
    return tuple(t for t in made if t.models != table.models)


def redated(table: ScoreTable, date: Callable[[ScoredModel], dt.date | None], basis: str) -> ScoreTable:
    """The table with each model on another date, where one is given."""
    models = tuple(replace(m, date=date(m) or m.date) for m in table.models)
    return replace(table, models=models, date_basis=basis)


def _stamp(model: ScoredModel, until: dt.date) -> dt.date | None:
    return day_in_name(model.name, until) or day_in_name(model.display_name or "", until)
