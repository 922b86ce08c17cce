"""What is spoken of more or less since a day, and what has gone quiet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import numpy as np

from theodolite.model.trends import Followed, Movement, Quiet, RatioEstimate
from theodolite.statistics.bursts import Counts
from theodolite.statistics.false_discovery import cut
from theodolite.statistics.rate_ratio import dispersion, ratios
from theodolite.statistics.shifts import shifted
from theodolite.statistics.silence import probability, silent_days
from theodolite.survey.trends.bursting import AIMED
from theodolite.survey.trends.counting import LEAST_ACTIVE, LEAST_COUNT, Key
from theodolite.survey.trends.told import Told
from theodolite.survey.trends.window import Window


def movements(
    relevant: Counts, total: Counts, strata: Counts, window: Window, rate: float,
    followed: Callable[[int], Followed],
) -> tuple[tuple[Movement, ...], tuple[Movement, ...]]:  # fmt: skip
    """What is rising and what is falling, the most first: both together at the stated rate."""
    later = np.arange(window.days) >= (window.since - window.first).days
    if not len(relevant) or not total[later].sum() or not total[~later].sum():
        return (), ()
    up, down = shifted(relevant, total, strata, later)
    now, before = relevant[:, later].sum(axis=1), relevant[:, ~later].sum(axis=1)
    spread = dispersion(relevant, total, later)
    found = ratios(now, before, float(total[later].sum()), float(total[~later].sum()), spread)

    def listed(chance: np.ndarray[tuple[int], np.dtype[np.float64]], sign: float) -> tuple[Movement, ...]:
        least = cut(chance, AIMED * rate / 2)
        # A change whose shrunk limits hold "none" cannot be told by how much: it is not called either.
        sure = (chance <= least) & ((found.low > 1.0) if sign > 0 else (found.high < 1.0))
        order = sorted(np.flatnonzero(sure).tolist(), key=lambda i: (-sign * np.log(found.estimate[i]), i))
        return tuple(
            Movement(
                of=followed(i), now=int(now[i]), before=int(before[i]), probability=float(chance[i]),
                ratio=RatioEstimate(
                    estimate=float(found.estimate[i]), low=float(found.low[i]), high=float(found.high[i])
                ),
            )
            for i in order
        )  # fmt: skip

    return listed(up, 1.0), listed(down, -1.0)


def gone_quiet(
    keys: Sequence[Key], relevant: Counts, total: Counts, strata: Counts, window: Window, rate: float,
    followed: Callable[[int], Followed],
) -> list[Quiet]:  # fmt: skip
    """What was there and is silent, for longer than ever in the window and than chance would have it."""
    rows = relevant > 0
    sorts = [(key.what, key.name, followed(i).sort) for i, key in enumerate(keys)]
    return _quiet(sorts, rows, relevant.sum(axis=1), total > 0, strata, window, rate)


def quiet_sources(told: Sequence[Told], window: Window, strata: Counts, rate: float) -> list[Quiet]:
    """Sources that used to publish and have not for longer than ever in the window.

    All sources count here, also those that are not there in every quarter: that one ended is what is asked.
    """
    days: dict[str, list[int]] = {}
    for one in told:
        day = one.day
        if day is not None and window.first <= day <= window.until:
            for source in one.article.sources:
                days.setdefault(source, []).append((day - window.first).days)
    names = sorted(days)
    counts = np.zeros((len(names), window.days), dtype=np.int64)
    for row, name in zip(counts, names, strict=True):
        np.add.at(row, days[name], 1)
    enough = (counts.sum(axis=1) >= LEAST_COUNT) & ((counts > 0).sum(axis=1) >= LEAST_ACTIVE)
    kept = [(("sources"), name, "source") for name, is_enough in zip(names, enough, strict=True) if is_enough]
    counts = counts[enough]
    every_day = np.ones(window.days, dtype=np.bool_)
    return _quiet(kept, counts > 0, counts.sum(axis=1), every_day, strata, window, rate)


def _quiet(
    named: Sequence[tuple[str, str, str]], active: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
    counts: Counts, open_days: np.ndarray[tuple[int], np.dtype[np.bool_]], strata: Counts, window: Window,
    rate: float,
) -> list[Quiet]:  # fmt: skip
    chance = np.array([probability(row, open_days, strata) for row in active])
    least = cut(chance, AIMED * rate)
    made = []
    for i in np.flatnonzero(chance <= least).tolist() if least else []:
        silent, longest = silent_days(active[i], open_days)
        if silent > longest:
            last = window.first + dt.timedelta(int(np.flatnonzero(active[i])[-1]))
            what, name, sort = named[i]
            made.append(
                Quiet(
                    what=what, name=name, sort=sort, last=last.isoformat(), silent=silent,  # type: ignore[arg-type]
                    longest_before=longest, count=int(counts[i]), probability=float(chance[i]),
                )
            )  # fmt: skip
    return sorted(made, key=lambda q: (q.probability, q.name))
