"""Where things stand: the front sentence, or why it is withheld."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from theodolite.compose.survey_view import LagSeries, SurveyView
from theodolite.compose.words import between, count_words, day_words, the

OLDEST_DAYS = 120
"""Data older than this does not carry a front sentence."""

WINDOW_DAYS = 90
"""The headline is a range over this many days up to the data's end: no headline rests on one day."""

MEASURES = 2
"""The headline rests on the two measures that come first; a third, run on few models, cannot stop it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredRange:
    """The lag over the last days of one measure, in months; `until` is the last day that is known.

    `low` and `high` are the lowest and highest 90% limit within the default definition over the window
    (the values themselves where no limits exist); `definitions_low` and `_high` span every definition.
    """

    measure: str
    low: float
    high: float
    definitions_low: float
    definitions_high: float
    since: dt.date
    until: dt.date
    with_limits: bool

    @property
    def widest(self) -> tuple[float, float]:
        """From the lowest to the highest of limits and definitions: what a sentence may claim."""
        return min(self.low, self.definitions_low), max(self.high, self.definitions_high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The headline of one pair of sides. `sentence` is None where it is withheld for `withheld` reasons."""

    leader: str
    follower: str
    ranges: tuple[MeasuredRange, ...]
    low: float | None
    high: float | None
    until: dt.date | None
    sentence: str | None
    withheld: tuple[str, ...]


def measured_range(series: LagSeries) -> MeasuredRange | None:
    """The range over the last `WINDOW_DAYS` of a series; None where nothing is measured in them."""
    if not series.days:
        return None
    until = series.days[-1].day
    days = [
        d for d in series.days if (until - d.day).days <= WINDOW_DAYS and series.default in d.by_definition
    ]
    if not days:
        return None
    lows = [d.low for d in days if d.low is not None]
    highs = [d.high for d in days if d.high is not None]
    values = [d.by_definition[series.default] for d in days]
    spread = [v for d in days for v in d.by_definition.values()]
    return MeasuredRange(
        measure=series.measure, low=min(lows or values), high=max(highs or values),
        definitions_low=min(spread), definitions_high=max(spread), since=days[0].day, until=until,
        with_limits=bool(lows and highs),
    )  # fmt: skip


def standing(view: SurveyView) -> Standing | None:
    """The headline for the first pair of the view; None where no pair was measured at all."""
    if not view.lag_series:
        return None
    leader, follower = view.lag_series[0].leader, view.lag_series[0].follower
    pair = [s for s in view.lag_series if (s.leader, s.follower) == (leader, follower)][:MEASURES]
    ranges = tuple(r for s in pair if (r := measured_range(s)) is not None)
    low = min((r.widest[0] for r in ranges), default=None)
    high = max((r.widest[1] for r in ranges), default=None)
    until = min((r.until for r in ranges), default=None)
    withheld = withheld_because(view, leader, follower, ranges)
    sentence = None
    if not withheld and low is not None and high is not None:
        sentence = headline(leader, follower, ranges, low, high, until)
    return Standing(
        leader=leader, follower=follower, ranges=ranges, low=low, high=high, until=until, sentence=sentence,
        withheld=withheld,
    )  # fmt: skip


def headline(
    leader: str,
    follower: str,
    ranges: tuple[MeasuredRange, ...],
    low: float,
    high: float,
    until: dt.date | None,
) -> str:
    """ "China is between 4 and 8 months behind the United States on two measures, data to 31 July 2026." """
    on, data = count_words(len(ranges), "measure"), f"data to {day_words(until)}"
    return f"{the(follower, start=True)} is {between(low, high)} behind {the(leader)} on {on}, {data}."


def withheld_because(
    view: SurveyView, leader: str, follower: str, ranges: Sequence[MeasuredRange]
) -> tuple[str, ...]:
    """Why no range of this pair may stand as a headline, in words; empty where one may."""
    if not ranges:
        return ("nothing was measured for this pair in the last days of the data",)
    until = min(r.until for r in ranges)
    out = []
    age = (view.generated_for - until).days
    if age < 0:
        day = day_words(view.generated_for)
        out.append(f"the data goes on to {day_words(until)}, past {day}, the day these pages speak of")
    if age > OLDEST_DAYS:
        out.append(f"the data ends on {day_words(until)}, {age} days before {day_words(view.generated_for)}")
    for gap in view.gaps:
        if (gap.leader, gap.follower) == (leader, follower):
            moved = moves_too_much(gap.report)
            if moved:
                out.append(f"{moved} (on {gap.measure})")
    pairs = itertools.combinations(ranges, 2)
    out += [
        f"the measures disagree: {a.measure} {between(a.low, a.high)}, {b.measure} {between(b.low, b.high)}"
        for a, b in pairs
        if a.high < b.low or b.high < a.low
    ]
    return tuple(out)


def moves_too_much(report: Mapping[str, Any]) -> str | None:
    """Why one model left out or re-dated halves or doubles the lag, in words; None where none does."""
    moved = report.get("most_moved_by")
    if not isinstance(moved, Mapping) or moved.get("estimate_with") is None:
        return None
    base, after = float(moved["estimate_with"]), moved.get("estimate_without")
    change = f"one model, {moved.get('model')}, {moved.get('change')}"
    if after is None:
        return f"{change}, leaves the lag of {base:.1f} months undefined"
    low, high = sorted((base, float(after)))
    if high <= 0 or low * 2 > high:
        return None
    return f"{change}, moves the lag from {base:.1f} to {float(after):.1f} months"
