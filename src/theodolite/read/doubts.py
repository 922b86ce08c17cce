"""Doubts about rows that can be read: they contradict each other, or name a country nobody knows."""

from __future__ import annotations

import datetime as dt

from theodolite.catalog.sources.countries import country
from theodolite.model.scores import ScoredModel

_NAMED = 5
"""How many places a warning names before it only counts."""


def contradictions(models: tuple[ScoredModel, ...]) -> tuple[str, ...]:
    """Rows of one name and one day with different scores: both are kept, neither is taken for the right
    one.
    """
    seen: dict[tuple[str, dt.date, str | None], set[float]] = {}
    for m in models:
        seen.setdefault((m.name, m.date, m.display_name), set()).add(m.level)
    found = [
        f"{name} of {date} ({' and '.join(f'{level:g}' for level in sorted(levels))})"
        for (name, date, _), levels in seen.items()
        if len(levels) > 1
    ]
    return (f"{len(found)} models with rows that contradict each other: {some(found)}",) if found else ()


def unknown_countries(models: tuple[ScoredModel, ...]) -> tuple[str, ...]:
    """Countries that our list does not know: they are sides by the name as written."""
    unknown = sorted({c for m in models for c in m.countries if country(c) is None})
    return (f"{len(unknown)} countries nobody knows, kept as written: {some(unknown)}",) if unknown else ()


def some(places: list[str]) -> str:
    """The first few of some places, and how many more there are."""
    more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
    return ", ".join(places[:_NAMED]) + more
