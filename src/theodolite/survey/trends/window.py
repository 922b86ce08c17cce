"""Over which days trends can be told, and which sources were there all the time.

A source that is added, fails or ends changes every count. So the rates are per documents of the same sources:
those that have a document in each quarter of the window. The window is the longest for which these have at
least half of the latest documents.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from theodolite.survey.trends.told import Told

SPANS = (364, 182, 91, 56, 42)
"""Days of a window, whole weeks: each weekday counts as often as any other."""
LEAST_DAYS = SPANS[-1]
LEAST_DOCUMENTS = 100
LEAST_BEFORE = 28
"""Days before the day asked for, without which nothing can be called new, rising or quiet."""
_LATEST = 28
_QUARTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """`first` to `until` with the day `since` on which now begins, and the `sources` that are counted."""

    first: dt.date
    since: dt.date
    until: dt.date
    sources: frozenset[str]

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until - self.first).days + 1

    def counts(self, told: Told) -> bool:
        """Whether a document is of the same sources and of a day inside."""
        day = told.day
        return (
            day is not None
            and self.first <= day <= self.until
            and not self.sources.isdisjoint(told.article.sources)
        )


def window(told: Sequence[Told], since: dt.date | None, until: dt.date) -> Window | str:
    """The window to tell trends over, or why there is none."""
    dated = [(t, t.day) for t in told]
    known = [(t, day) for t, day in dated if day is not None and day <= until]
    first_of_all = min((day for _, day in known), default=until)
    for span in SPANS if known else ():
        first = until - dt.timedelta(span - 1)
        begins = since or until - dt.timedelta(_LATEST - 1 if span > SPANS[-2] else _LATEST // 2 - 1)
        if (begins - first).days < LEAST_BEFORE:
            break
        if (until - begins).days < 0:
            return f"the day asked for is after {until.isoformat()}, the last day with documents"
        sources = _always_there(known, first, span)
        made = Window(first=first, since=begins, until=until, sources=sources)
        counted = sum(made.counts(t) for t, _ in known)
        latest = [t for t, day in known if (until - day).days < _LATEST]
        same = sum(made.counts(t) for t in latest)
        if counted >= LEAST_DOCUMENTS and 2 * same >= len(latest):
            return made
    if since and (since - first_of_all).days < LEAST_BEFORE:
        return (
            f"trends need {LEAST_BEFORE} days before the day asked for; "
            f"the first document is of {first_of_all.isoformat()}"
        )
    inside = [t for t, day in known if (until - day).days < SPANS[0]]
    days = min((until - first_of_all).days + 1, SPANS[0]) if known else 0
    return (
        f"trends need at least {LEAST_DOCUMENTS} documents with a day of publication, over at least "
        f"{LEAST_DAYS} days, from sources that were there all the time; here are {len(inside)} documents "
        f"over {days} days"
    )


def _always_there(known: Sequence[tuple[Told, dt.date]], first: dt.date, span: int) -> frozenset[str]:
    """The sources with a document in each quarter of the window."""
    seen: set[tuple[str, int]] = set()
    for told, day in known:
        if day >= first:
            quarter = (day - first).days * _QUARTERS // span
            seen |= {(name, quarter) for name in told.article.sources}
    quarters = Counter(name for name, _ in seen)
    return frozenset(name for name, n in quarters.items() if n == _QUARTERS)
