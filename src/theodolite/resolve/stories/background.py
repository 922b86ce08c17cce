"""How rare a term is: in how many documents it stood so far, older ones counting less and less."""

from __future__ import annotations

import math
from collections.abc import Iterable

HALF_LIFE = 120.0
"""Days after which a document counts half: what was rare last year may be on every page today."""
_PRIOR = 40.0
"""Documents that are taken as read before the first, with each term in half a one: so few tell little."""
BURST = 0.5
"""The documents of the day count by this power: an event that all tell of does not make its own words
common."""
_RESCALE = 1e6


class Background:
    """Document frequencies that adapt as days go by."""

    def __init__(self) -> None:
        self._weight = 1.0
        self._day: int | None = None
        self._documents = 0.0
        self._frequency: dict[str, float] = {}
        self._today = 0
        self._new: dict[str, int] = {}

    def add(self, day: int, documents: Iterable[Iterable[str]]) -> None:
        """Count documents of a day (an ordinal). Days that go back count as the newest one."""
        if self._day is not None and day > self._day:
            self._weight *= 2 ** ((day - self._day) / HALF_LIFE)
        self._day = day if self._day is None else max(day, self._day)
        if self._weight > _RESCALE:
            self._rescale()
        self._settle()
        for terms in documents:
            self._today += 1
            for term in terms:
                self._new[term] = self._new.get(term, 0) + 1

    def _settle(self) -> None:
        """What was counted last is background from now on."""
        self._documents += self._weight * self._today
        for term, count in self._new.items():
            self._frequency[term] = self._frequency.get(term, 0.0) + self._weight * count
        self._today, self._new = 0, {}

    def rarity(self, term: str) -> float:
        """Inverse document frequency: ln((N + prior) / (n + 1/2)), never under zero."""
        n = self._frequency.get(term, 0.0) / self._weight + self._new.get(term, 0) ** BURST
        total = self._documents / self._weight + self._today
        return max(0.0, math.log((total + _PRIOR) / (n + 0.5)))

    def _rescale(self) -> None:
        """Keep numbers small, and forget terms that count for almost nothing any more."""
        scale = 1 / self._weight
        self._frequency = {t: f * scale for t, f in self._frequency.items() if f * scale > 0.01}
        self._documents *= scale
        self._weight = 1.0
