"""Made streams of documents: so many a day from some sources, each with the names it was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

import numpy as np

from theodolite.extract.mentions import Named
from theodolite.model.article import Article
from theodolite.model.claim import Claim
from theodolite.model.gathering import DateBasis
from theodolite.model.identity import digest
from theodolite.survey.trends.told import Told

FIRST = dt.date(2026, 1, 5)
Shares = Mapping[str, float | Callable[[int], float]]


def article(
    key: str, day: str | None, source: str = "wire", title: str | None = None, basis: DateBasis = "feed"
) -> Article:
    """An article without a text: its hash is that of its key."""
    return Article(
        id=key, text_sha256=digest(key), title=title or f"Title of {key}",
        address=f"https://{source}.example/{key}",
        publisher=source, author=None, language="en", published=day, basis=basis,
        first_seen=f"{day or '2026-01-05'}T06:00:00+00:00", last_changed="2026-06-01T06:00:00+00:00",
        editions=1, sources=(source,),
    )  # fmt: skip


def told(
    key: str, day: str | None, names: Iterable[str] = (), source: str = "wire", unit: str | None = None,
    claims: tuple[Claim, ...] = (), basis: DateBasis = "feed",
) -> Told:  # fmt: skip
    """A document that speaks of some organisations."""
    named = tuple(Named(n, "organisation", None) for n in sorted(names))
    return Told(article=article(key, day, source, basis=basis), unit=unit or key, names=named, claims=claims)


def stream(
    days: int, a_day: int | Callable[[int], int], shares: Shares, seed: int = 1, source: str = "wire"
) -> list[Told]:
    """Documents of `days` days, each speaking of each name with its share (a number, or one by day)."""
    rng = np.random.default_rng(seed)
    made = []
    for day in range(days):
        date = (FIRST + dt.timedelta(day)).isoformat()
        for n in range(a_day if isinstance(a_day, int) else a_day(day)):
            names = [k for k, s in shares.items() if rng.random() < (s if isinstance(s, float) else s(day))]
            made.append(told(f"{source}-{day}-{n}", date, names, source))
    return made
