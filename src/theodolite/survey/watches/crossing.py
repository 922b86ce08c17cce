"""When a gap has crossed a line and stayed beyond it.

Time is that of the data, not the clock's: nothing is known after the day up to which a vintage's models are
observed, so no gap stays beyond a line by silence. A gap has stayed beyond for N days when every vintage
observed over a stretch of at least N days says so, the first and the last of them included.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from theodolite.model.identity import digest
from theodolite.model.news import GapFigure, GapMoved
from theodolite.model.watch import GapLine
from theodolite.survey.archive.headlines import is_by_model
from theodolite.survey.watches.matching import canonical

_OPENNESS = {"open": "open weights", "open models": "open weights", "closed models": "closed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The figure of one vintage; `day` is the one up to which its models are observed."""

    day: dt.date
    gap: GapMoved
    figure: GapFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """A stretch of readings beyond a line, long enough: `readings` up to the one that completed it, `through`
    the last day of it so far."""

    line: GapLine
    measure: str
    readings: tuple[Reading, ...]
    through: dt.date

    @property
    def at(self) -> str:
        """When the reading that completed it, and all before it, had become known."""
        return max(r.gap.at for r in self.readings)

    @property
    def began(self) -> dt.date:
        """The first day beyond the line."""
        return self.readings[0].day

    @property
    def reached(self) -> dt.date:
        """The day on which it had stayed long enough."""
        return self.readings[-1].day

    @property
    def id(self) -> str:
        """Over the line, the measure and the day it began."""
        line = self.line
        limits = (line.below, line.above, line.for_days, line.interval)
        return digest("news", "crossing", self.measure, _side(line.leader), _side(line.follower),
                      line.quantity, *limits, self.began.isoformat())  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a gap stands to a line now: the last reading, since which day it is beyond, for how many days of
    the data (None: it is not)."""

    measure: str
    last: Reading
    since: dt.date | None
    days: int | None
    why: str | None


def readings(line: GapLine, gaps: Iterable[GapMoved]) -> dict[str, list[Reading]]:
    """The figures that a line is held against, by measure, a day each in order: of two of one day the one of
    the later vintage, or known later."""
    sides = _side(line.leader), _side(line.follower)
    found: dict[str, dict[dt.date, Reading]] = {}
    for gap in sorted(gaps, key=lambda g: (g.day or "", is_by_model(g.source), g.at)):
        if (_side(gap.leader), _side(gap.follower)) != sides or not is_measure(line.measure, gap):
            continue
        figure = next((f for f in gap.figures if f.quantity == line.quantity), None)
        if figure is not None and gap.until is not None:
            day = dt.date.fromisoformat(gap.until)
            found.setdefault(gap.measure, {})[day] = Reading(day=day, gap=gap, figure=figure)
    return {measure: [by[day] for day in sorted(by)] for measure, by in sorted(found.items())}


def _side(name: str) -> str:
    """A side as it is compared: "open models" are the side "open weights"."""
    return _OPENNESS.get(canonical(name), canonical(name))


def is_measure(wanted: str | None, gap: GapMoved) -> bool:
    """Whether a measure is the one named: by its name, its initials ("ECI") or its source."""
    if wanted is None:
        return True
    initials = "".join(word[0] for word in gap.measure.split())
    return wanted.strip().casefold() in {gap.measure.casefold(), gap.source.casefold(), initials.casefold()}


def beyond(line: GapLine, figure: GapFigure) -> str | None:
    """None where a figure lies beyond the line, else why it does not.

    A censored figure is "at least" so much: it can lie above a line, never below one.
    """
    if figure.value is None:
        return "undefined"
    low: float | None = figure.low if line.interval else figure.value
    high: float | None = figure.high if line.interval else figure.value
    if low is None or high is None:
        return "it has no interval"
    if line.below is not None:
        if figure.censored:
            return f"at least {figure.value:g}, so not known to be below {line.below:g}"
        return None if high < line.below else f"{high:g} is not below {line.below:g}"
    assert line.above is not None
    return None if low > line.above else f"{low:g} is not above {line.above:g}"


def crossings(line: GapLine, gaps: Iterable[GapMoved]) -> list[Crossing]:
    """Every time the gap stayed beyond the line for long enough, once a stretch, in order."""
    made = []
    for measure, found in readings(line, gaps).items():
        for is_beyond, run in groupby(found, key=lambda r: beyond(line, r.figure) is None):
            stretch = list(run)
            long = [n for n in range(len(stretch)) if _days(stretch[: n + 1]) >= line.for_days]
            if is_beyond and long:
                completed = tuple(stretch[: long[0] + 1])
                made.append(Crossing(line=line, measure=measure, readings=completed, through=stretch[-1].day))
    return made


def standings(line: GapLine, gaps: Iterable[GapMoved]) -> list[Standing]:
    """Where each measure's gap stands to the line now."""
    made = []
    for measure, found in readings(line, gaps).items():
        stretch: list[Reading] = []
        for one in found:
            stretch = [*stretch, one] if beyond(line, one.figure) is None else []
        made.append(
            Standing(
                measure=measure, last=found[-1], since=stretch[0].day if stretch else None,
                days=_days(stretch) if stretch else None, why=beyond(line, found[-1].figure),
            )
        )  # fmt: skip
    return made


def _days(stretch: Sequence[Reading]) -> int:
    return (stretch[-1].day - stretch[0].day).days
