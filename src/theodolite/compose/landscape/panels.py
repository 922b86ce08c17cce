"""Small multiples over time: one panel a group, one axis for all, so that panels can be compared by eye.

A value that is not settled is hollow and its line is broken; 90% limits are a pale band. No two kinds of
thing share a panel, and nothing is told by colour alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from theodolite.compose.landscape.numbers import Axis, NumberScale, log_ticks, ticks
from theodolite.compose.landscape.svg import Point, dot, line, path, picture, text
from theodolite.compose.landscape.view import GroupValue

WIDTH, HEIGHT = 236.0, 132.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 228.0, 12.0, 108.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The axes that all panels of a picture share."""

    x: Axis
    y: Axis
    periods: tuple[str, ...]
    scale: NumberScale

    def place(self, value: GroupValue) -> Point:
        """The pixel of a value."""
        return self.x.at(_position(value.period, self.periods)), self.y.at(value.value)


def frame(values: Sequence[GroupValue], scale: NumberScale, ceiling: float | None = None) -> Frame:
    """Shared axes over all values: from zero, or log where values spread over orders of magnitude."""
    periods = tuple(sorted({v.period for v in values}, key=period_order))
    numbers = [n for v in values for n in (v.value, v.low, v.high) if n is not None]
    positive = [n for n in numbers if n > 0]
    if scale.log and positive:
        y = Axis(log_ticks(min(positive), max(positive)), _BOTTOM, _TOP, log=True)
    else:
        y = Axis(ticks(min(0.0, *numbers), ceiling or max(0.0, *numbers), 5), _BOTTOM, _TOP)
    places = [_position(p, periods) for p in periods]
    return Frame(Axis((places[0], max(places[-1], places[0] + 1)), _LEFT + 6, _RIGHT - 8), y, periods, scale)


def panel(values: Sequence[GroupValue], on: Frame, label: str) -> Markup:
    """One group's values as a picture with a label for who cannot see it."""
    told = sorted(values, key=lambda v: period_order(v.period))
    parts = [*_grid(on), *_band(told, on), *_lines(told, on)]
    parts += [dot(on.place(v), "mark" if v.settled else "mark hollow", 2.6) for v in told]
    return picture(WIDTH, HEIGHT, parts, label)


def _grid(on: Frame) -> list[Markup]:
    parts = []
    for tick in on.y.ticks:
        y = on.y.at(tick)
        parts.append(line((_LEFT, y), (_RIGHT, y), "grid"))
        parts.append(text((_LEFT - 4, y + 3.5), on.scale.tick(tick), anchor="end"))
    first, last = on.periods[0], on.periods[-1]
    parts.append(text((_LEFT, HEIGHT - 8), short_period(first)))
    if last != first:
        parts.append(text((_RIGHT, HEIGHT - 8), short_period(last), anchor="end"))
    return parts


def _band(told: Sequence[GroupValue], on: Frame) -> list[Markup]:
    """The limits as a band; where values stand alone, as bars."""
    limited = [(v, v.low, v.high) for v in told if v.low is not None and v.high is not None]
    if len(limited) < 2:
        return [
            line((on.place(v)[0], on.y.at(a)), (on.place(v)[0], on.y.at(b)), "limits") for v, a, b in limited
        ]
    there = [(on.place(v)[0], on.y.at(low)) for v, low, _ in limited]
    back = [(on.place(v)[0], on.y.at(high)) for v, _, high in reversed(limited)]
    return [path([*there, *back], "band", closed=True)]


def _lines(told: Sequence[GroupValue], on: Frame) -> list[Markup]:
    """The line through settled values; the way to and from others is broken."""
    return [
        line(on.place(a), on.place(b), "mark" if a.settled and b.settled else "mark broken")
        for a, b in pairwise(told)
    ]


_PERIOD = re.compile(r"(\d{4})(?:[- ]?(?:Q([1-4])|H([12])|(\d{2})))?(?:-(\d{2}))?\Z")


def _moment(period: str) -> float | None:
    """A period as a year with decimals: "2024", "2024-05", "2024 Q1", "2024-05-17"; None for other words."""
    found = _PERIOD.match(period.strip())
    if not found:
        return None
    year, quarter, half, month, day = found.groups()
    months = 3 * (int(quarter) - 1) if quarter else 6 * (int(half) - 1) if half else int(month or 1) - 1
    return int(year) + months / 12 + (int(day) - 1) / 365 if day else int(year) + months / 12


def is_dated(period: str) -> bool:
    """Whether a period is one of time."""
    return _moment(period) is not None


def period_order(period: str) -> tuple[float, str]:
    """A key that puts periods in order of time; words that are no period come last, by their letters."""
    moment = _moment(period)
    return (float("inf") if moment is None else moment, period)


def _position(period: str, periods: Sequence[str]) -> float:
    moments = [_moment(p) for p in periods]
    own = _moment(period)
    return float(periods.index(period)) if own is None or None in moments else own


def short_period(period: str) -> str:
    """A period in as many letters as a panel has room for."""
    return period if len(period) <= 12 else period[:11] + "…"
