"""From counted documents to the report of what is moving. The same documents give the same report."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import numpy as np

from theodolite.model.trends import (
    OFS,
    BurstReport,
    Coverage,
    Example,
    Followed,
    Of,
    RatioEstimate,
    SourceCount,
    TrendReport,
)
from theodolite.statistics.bursts import Counts
from theodolite.statistics.rate_ratio import dispersion, ratios
from theodolite.survey.trends.bursting import Called, called, outside
from theodolite.survey.trends.changing import gone_quiet, movements, quiet_sources
from theodolite.survey.trends.counting import Key, Table, table
from theodolite.survey.trends.course import course, step_days
from theodolite.survey.trends.new import new_claims, new_names
from theodolite.survey.trends.told import Told
from theodolite.survey.trends.window import Window, window

RATE = 0.05
_EXAMPLES = 3
_SELECTED = (
    "a burst is reported because it is high: how many times as often as usual is told without correction "
    "for that"
)


def trends(
    told: Sequence[Told], since: dt.date | None = None, until: dt.date | None = None,
    of: Sequence[Of] = OFS, rate: float = RATE,
) -> TrendReport:  # fmt: skip
    """What moves in the documents until `until` (by default the last day that any was published).

    Now begins `since` (by default 28 days before the end, 14 in a short window). `rate` is the stated rate
    of false alarms, over all series of `of` together.
    """
    last = until or max((day for t in told if (day := t.day) is not None), default=dt.date.min)
    seen = window(told, since, last)
    if isinstance(seen, str):
        return _too_little(told, since, last, rate, seen)
    return _Report(told, seen, of, rate).made()


class _Report:
    def __init__(self, told: Sequence[Told], seen: Window, of: Sequence[Of], rate: float) -> None:
        self.told, self.window, self.of, self.rate = told, seen, of, rate
        whole = table(told, seen, of)
        keep = whole.looked_at
        self.table = Table(
            keys=tuple(k for k, kept in zip(whole.keys, keep, strict=True) if kept),
            relevant=whole.relevant[keep], total=whole.total, strata=whole.strata,
        )  # fmt: skip
        self.sorts = {n.name: (n.sort, n.side) for t in told for n in t.names}
        self.found = called(self.table.relevant, self.table.total, self.table.strata, rate)
        self.size = step_days(seen.days)

    def made(self) -> TrendReport:
        """Everything in one report."""
        seen, t = self.window, self.table
        rising, falling = movements(t.relevant, t.total, t.strata, seen, self.rate, self.followed)
        quiet = gone_quiet(t.keys, t.relevant, t.total, t.strata, seen, self.rate, self.followed)
        quiet += quiet_sources(self.told, seen, t.strata, self.rate)
        claims, count = new_claims(self.told, seen)
        bursts = sorted(
            (self._burst(one) for one in self.found),
            key=lambda b: (-dt.date.fromisoformat(b.end).toordinal(), -b.weight, b.of.name),
        )
        return TrendReport(
            first=seen.first.isoformat(), since=seen.since.isoformat(), until=seen.until.isoformat(),
            rate=self.rate, enough=True, reason=None, looked_at=len(t.keys),
            coverage=_coverage(self.told, seen, t.total), bursts=tuple(bursts), rising=rising,
            falling=falling, quiet=tuple(quiet),
            new_names=new_names(self.told, seen) if "names" in self.of else (),
            new_claims=claims, new_claims_count=count,
            series=self._series({b.of.name for b in bursts} | {m.of.name for m in (*rising, *falling)}),
            step_days=self.size, warnings=(_SELECTED,) if bursts else (),
        )  # fmt: skip

    def followed(self, row: int) -> Followed:
        """A series without its course."""
        key, counts = self.table.keys[row], self.table.relevant[row]
        sort, side = (
            self.sorts.get(key.name, ("name", None)) if key.what == "names" else (key.what[:-1], None)
        )
        return Followed(
            what=key.what, name=key.name, sort=sort, side=side, count=int(counts.sum()),
            active_days=int((counts > 0).sum()),
        )  # fmt: skip

    def _series(self, named: set[str]) -> tuple[Followed, ...]:
        made = []
        for row, key in enumerate(self.table.keys):
            if key.what != "names" or key.name in named:
                plain = self.followed(row)
                quiet = outside(self.found, row, self.window.days)
                steps = course(
                    self.table.relevant[row], self.table.total, quiet, self.window.first, self.size
                )
                made.append(
                    Followed(
                        what=plain.what, name=plain.name, sort=plain.sort, side=plain.side,
                        count=plain.count, active_days=plain.active_days, steps=steps,
                    )
                )  # fmt: skip
        return tuple(made)

    def _burst(self, one: Called) -> BurstReport:
        burst, t = one.burst, self.table
        counts = t.relevant[burst.series]
        inside = np.zeros(self.window.days, dtype=np.bool_)
        inside[burst.start : burst.end + 1] = True
        usual = outside(self.found, burst.series, self.window.days)
        elsewhere = int(t.total[usual].sum())
        return BurstReport(
            of=self.followed(burst.series), start=self._day(burst.start), end=self._day(burst.end),
            goes_on=_goes_on(counts, t.total, burst.start, burst.end), count=int(counts[inside].sum()),
            documents=int(t.total[inside].sum()),
            usual=float(counts[usual].sum()) / elsewhere if elsewhere else 0.0,
            times_usual=_times(counts, t.total, inside, usual), weight=burst.weight,
            threshold=one.threshold, probability=one.probability, level=one.level,
            peak=(self._day(one.peak[0]), self._day(one.peak[1])),
            examples=self._examples(t.keys[burst.series], one),
        )  # fmt: skip

    def _day(self, at: int) -> str:
        return (self.window.first + dt.timedelta(at)).isoformat()

    def _examples(self, key: Key, one: Called) -> tuple[Example, ...]:
        """Documents of the burst that speak of it: those of its peak and with its name in the title first."""
        first = self.window.first
        found = []
        for t in self.told:
            day = t.day
            if day is None or not self.window.counts(t) or key.name not in t.speaks_of(key.what):
                continue
            at = (day - first).days
            if one.burst.start <= at <= one.burst.end:
                peak = one.peak[0] <= at <= one.peak[1]
                titled = key.name.casefold() in (t.article.title or "").casefold()
                found.append(((not peak, not titled, at, t.article.id), t))
        units: dict[str, Told] = {}
        for _, t in sorted(found, key=lambda pair: pair[0]):
            units.setdefault(t.unit, t)
        return tuple(t.example() for t in list(units.values())[:_EXAMPLES])


def _goes_on(counts: Counts, total: Counts, first: int, last: int) -> bool:
    """Whether a burst has been silent since for no longer than it was silent inside."""
    told = np.flatnonzero(counts[first : last + 1][total[first : last + 1] > 0])
    longest = int(np.diff(told).max(initial=1)) - 1
    return int((total[last + 1 :] > 0).sum()) <= longest


def _times(
    counts: Counts, total: Counts, inside: np.ndarray[tuple[int], np.dtype[np.bool_]],
    usual: np.ndarray[tuple[int], np.dtype[np.bool_]],
) -> RatioEstimate:  # fmt: skip
    """How many times as often as usual, with a prior of one mention."""
    kept = inside | usual
    spread = dispersion(counts[None, kept], total[kept], inside[kept])
    found = ratios(
        counts[None, inside].sum(axis=1), counts[None, usual].sum(axis=1), float(total[inside].sum()),
        max(float(total[usual].sum()), 1.0), spread, prior=1.0,
    )  # fmt: skip
    return RatioEstimate(
        estimate=float(found.estimate[0]), low=float(found.low[0]), high=float(found.high[0])
    )


def _coverage(told: Sequence[Told], seen: Window, total: Counts) -> Coverage:
    per: Counter[str] = Counter()
    counted = other = by_fetch = out = 0
    units = False
    for one in told:
        day = one.day
        if day is None:
            by_fetch += 1
        elif not seen.first <= day <= seen.until:
            out += 1
        else:
            per.update(one.article.sources)
            counts = seen.counts(one)
            counted += counts
            other += not counts
        units |= one.unit != one.article.id
    return Coverage(
        documents=counted, units=int(total.sum()), counted_as="origins" if units else "documents",
        days_with_documents=int((total > 0).sum()), other_sources=other, by_fetch=by_fetch, outside=out,
        sources=tuple(
            SourceCount(name=name, documents=n, counted=name in seen.sources)
            for name, n in sorted(per.items(), key=lambda item: (-item[1], item[0]))
        ),
    )  # fmt: skip


def _too_little(
    told: Sequence[Told], since: dt.date | None, last: dt.date, rate: float, reason: str
) -> TrendReport:
    nothing = Window(first=last, since=since or last, until=last, sources=frozenset())
    return TrendReport(
        first=last.isoformat(), since=(since or last).isoformat(), until=last.isoformat(), rate=rate,
        enough=False, reason=reason, looked_at=0,
        coverage=_coverage(told, nothing, np.zeros(0, dtype=np.int64)), warnings=(reason,),
    )  # fmt: skip
