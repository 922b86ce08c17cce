"""Documents counted by day: how many there are, and how many of them speak of each thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from theodolite.model.trends import Of
from theodolite.statistics.bursts import Counts
from theodolite.survey.trends.told import Told
from theodolite.survey.trends.window import Window

LEAST_COUNT, LEAST_ACTIVE = 8, 4
"""Documents and days below which a series is not looked at. They do not depend on the order of days, so that
what is looked at is no different when days are shuffled."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a series is of."""

    what: Of
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`relevant` (series, days) documents of `total` (days,) speak of each of `keys`, in their order.

    Copies of one origin count once a day together.
    """

    keys: tuple[Key, ...]
    relevant: Counts
    total: Counts
    strata: Counts

    @property
    def looked_at(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Which series have enough to be looked at."""
        enough: np.ndarray[tuple[int], np.dtype[np.bool_]] = (self.relevant.sum(axis=1) >= LEAST_COUNT) & (
            (self.relevant > 0).sum(axis=1) >= LEAST_ACTIVE
        )
        return enough


def table(told: Sequence[Told], window: Window, of: Sequence[Of]) -> Table:
    """Count the documents inside the window, by day of publication."""
    every: set[tuple[int, str]] = set()
    speaking: dict[Key, set[tuple[int, str]]] = {}
    for one in told:
        day = one.day
        if day is None or not window.counts(one):
            continue
        unit = ((day - window.first).days, one.unit)
        every.add(unit)
        for what in of:
            for name in one.speaks_of(what):
                speaking.setdefault(Key(what, name), set()).add(unit)
    keys = tuple(sorted(speaking))
    relevant = np.zeros((len(keys), window.days), dtype=np.int64)
    for row, key in zip(relevant, keys, strict=True):
        np.add.at(row, [day for day, _ in speaking[key]], 1)
    total = np.zeros(window.days, dtype=np.int64)
    np.add.at(total, [day for day, _ in every], 1)
    weekdays = (window.first.weekday() + np.arange(window.days)) % 7
    return Table(keys=keys, relevant=relevant, total=total, strata=weekdays)
