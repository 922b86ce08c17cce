"""How much earlier one side reached each score that the other reaches, over many benchmarks.

After Håvard Ihle, "How far behind are open models?" (2026): for every accuracy at which the follower's best
moves up, the days since the leader first had it.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Iterable, Mapping, Sequence

from theodolite.statistics.trend import records

DAYS_PER_MONTH = 30.4375
Scored = tuple[dt.date, float]


def lags(leader: Sequence[Scored], follower: Sequence[Scored]) -> list[float]:
    """Months from the leader's first score at or above each record of the follower to that record.

    Negative where the follower was first; a level that the leader never reached is left out.
    """
    made = []
    for at in records([d for d, _ in follower], [v for _, v in follower]):
        day, level = follower[at]
        first = min((d for d, v in leader if v >= level), default=None)
        if first is not None:
            made.append((day - first).days / DAYS_PER_MONTH)
    return made


def mean_lag(by_benchmark: Iterable[Sequence[float]]) -> float:
    """Mean over all levels of all benchmarks, each level once. ValueError where there is none."""
    every = [lag for found in by_benchmark for lag in found]
    if not every:
        raise ValueError("no level that both sides reached")
    return statistics.fmean(every)


def scored(rows: Iterable[Mapping[str, str]], access: Mapping[str, str], kind: Sequence[str]) -> list[Scored]:
    """Day and score of the rows of one benchmark whose model's accessibility begins with one of `kind`.

    The score is the first column behind the model's name that is no date, country or organisation.
    """
    made = []
    for row in rows:
        if not access.get(row.get("Model version", ""), "").startswith(tuple(kind)):
            continue
        column = next(c for c in row if c not in ("Model version", "Release date", "Organization", "Country"))
        try:
            day = dt.date.fromisoformat(row.get("Release date", ""))
            made.append((day, float(row[column].replace("%", ""))))
        except ValueError:
            continue
    return made
