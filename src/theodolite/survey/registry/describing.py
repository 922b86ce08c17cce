"""What the registry of models adds to a table to measure on: every tracker's dates, sizes and licences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from theodolite.measure.redating import redated
from theodolite.model.names import folded_name
from theodolite.model.registry import RegisteredModel, Registry
from theodolite.model.scores import ScoredModel, ScoreTable

Dates = Mapping[str, dt.date]
_FIRST_ACCESS = ("released", "published", "listed")
"""Kinds of dates that say when outsiders could use a model, the plainest first."""


@lru_cache(maxsize=1)  # each measure asks anew of the same registry
def tracked_dates(registry: Registry) -> Mapping[str, Dates]:
    """By kind of date and tracker ("announced, LLM Stats"): the day of each name, by folded name.

    A day belongs to a version: a name gets the earliest day that the tracker gives its own version. Where a
    tracker dates only the model as named, without a version, names with a version get none.
    """
    found: dict[str, dict[str, dt.date]] = {}
    for model in registry.models:
        days = _days(model)
        for name, placed in model.names.items():
            for label in {label for label, version in days if version == placed.version}:
                found.setdefault(label, {})[folded_name(name)] = days[label, placed.version]
    return dict(sorted(found.items()))


def _days(model: RegisteredModel) -> dict[tuple[str, str], dt.date]:
    days: dict[tuple[str, str], dt.date] = {}
    for mention in model.mentions:
        placed = model.names.get(mention.name)
        for fact in mention.facts:
            if placed is None or fact.field != "date" or not isinstance(fact.value, dt.date):
                continue
            at = (f"{fact.kind or 'dated'}, {mention.tracker}", placed.version)
            days[at] = min(days.get(at, fact.value), fact.value)
    return days


def first_access(tracked: Mapping[str, Dates]) -> dict[str, dt.date]:
    """One day a name: the plainest kind of date at hand, of several trackers the earliest."""
    found: dict[str, dt.date] = {}
    for kind in reversed(_FIRST_ACCESS):
        of_kind: dict[str, dt.date] = {}
        for label, dates in tracked.items():
            if label.startswith(f"{kind}, "):
                for name, day in dates.items():
                    of_kind[name] = min(of_kind.get(name, day), day)
        found |= of_kind
    return found


def dated_otherwise(table: ScoreTable, tracked: Mapping[str, Dates]) -> tuple[ScoreTable, ...]:
    """The table under each tracker's dates; a model that a tracker does not date keeps its own."""
    made = []
    for label, dates in tracked.items():

        def day(m: ScoredModel, dates: Dates = dates) -> dt.date | None:
            return dates.get(folded_name(m.name)) or dates.get(folded_name(m.display_name or ""))

        count = sum(day(m) is not None for m in table.models)
        other = redated(table, day, f"{label} ({count} of {len(table.models)})")
        if other.models != table.models:
            made.append(other)
    return tuple(made)


def described(table: ScoreTable, registry: Registry) -> ScoreTable:
    """The table with the sizes and licences that the registry knows, where its own rows say none.

    Of several figures for one model the one most sources give is taken; where none leads, none is.
    """
    models = []
    for m in table.models:
        known = registry.by_name.get(m.name) or registry.by_name.get(m.display_name or "")
        if known is not None and (m.parameters is None or m.licence is None):
            size, licence = _agreed(known, "parameters"), _agreed(known, "licence")
            m = replace(
                m,
                parameters=m.parameters or (size if isinstance(size, float) else None),
                licence=m.licence or (licence if isinstance(licence, str) else None),
            )
        models.append(m)
    return replace(table, models=tuple(models))


def _agreed(model: RegisteredModel, field: str) -> object:
    given: dict[object, set[str]] = {}
    for mention in model.mentions:
        for fact in mention.facts:
            if fact.field == field:
                value = float(fact.value) if isinstance(fact.value, int | float) else fact.value
                given.setdefault(value, set()).add(mention.tracker)
    ordered = sorted(given.items(), key=lambda item: -len(item[1]))
    if not ordered or (len(ordered) > 1 and len(ordered[0][1]) == len(ordered[1][1])):
        return None
    return ordered[0][0]
