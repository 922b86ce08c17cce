"""Doubts about rows that can be read: they contradict each other, or name a country nobody knows."""

from __future__ import annotations

from theodolite.catalog.sources.countries import country
from theodolite.model.names import first_few
from theodolite.model.scores import ScoredModel

_NAMED = 5
"""How many places a warning names before it only counts."""


def contradictions(models: tuple[ScoredModel, ...]) -> tuple[str, ...]:
    """Rows of one name with different countries, or on one day with different scores, and names that stand
    on several days: all are kept, none is taken for the right one.
    """
    seen: dict[tuple[str, str | None], list[ScoredModel]] = {}
    for m in models:
        seen.setdefault((m.name, m.display_name), []).append(m)
    differing, moved = [], []
    for (name, _), rows in seen.items():
        days = sorted({m.date for m in rows})
        scores = [sorted({m.level for m in rows if m.date == day}) for day in days]
        places = sorted({", ".join(m.countries) or "no country" for m in rows})
        told = [
            f"{' and '.join(f'{level:g}' for level in levels[:_NAMED])} on {day}"
            for day, levels in zip(days, scores, strict=True)
            if len(levels) > 1
        ]
        told += [" and ".join(places[:_NAMED])] if len(places) > 1 else []
        if told:
            differing.append(f"{name[:40]} ({'; '.join(told)})")
        elif len(days) > 1:
            moved.append(f"{name[:40]} ({' and '.join(map(str, days[:_NAMED]))})")
    warnings = []
    if differing:
        warnings.append(
            f"{len(differing)} models with rows that contradict each other: {first_few(differing)}"
        )
    if moved:
        warnings.append(f"{len(moved)} names with rows of several days, each row kept: {first_few(moved)}")
    return tuple(warnings)


def unknown_countries(models: tuple[ScoredModel, ...]) -> tuple[str, ...]:
    """Countries that our list does not know: they are sides by the name as written."""
    unknown = sorted({c for m in models for c in m.countries if country(c) is None})
    return (
        (f"{len(unknown)} countries nobody knows, kept as written: {first_few(unknown)}",) if unknown else ()
    )
