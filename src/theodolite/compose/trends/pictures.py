"""Small multiples: the course of one series each, with the band of what is usual and its bursts marked.

All panels share their days; each has its own height, since a name told daily and one told monthly would hide
each other. A bar under the days marks a burst, so that nothing is told by colour alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from theodolite.compose.landscape.numbers import Axis, NumberScale, ticks
from theodolite.compose.landscape.svg import Point, box, line, path, picture, text
from theodolite.compose.plotting import day_number
from theodolite.compose.words import day_words
from theodolite.model.trends import BurstReport, Step

WIDTH, HEIGHT = 236.0, 132.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 40.0, 230.0, 12.0, 104.0
_SCALE = NumberScale("share")


@dataclass(frozen=True, slots=True)
class _Frame:
    x: Axis
    y: Axis
    days: int

    def middle(self, step: Step) -> float:
        """The pixel of a step's middle."""
        return self.x.at(day_number(dt.date.fromisoformat(step.start)) + self.days / 2)


def panel(steps: Sequence[Step], days: int, bursts: Sequence[BurstReport], label: str) -> Markup:
    """The course of shares in steps of `days` days; `label` says what it shows."""
    first, last = (day_number(dt.date.fromisoformat(s.start)) for s in (steps[0], steps[-1]))
    shares = [v / s.documents for s in steps if s.documents for v in (s.count, s.high)]
    on = _Frame(
        Axis((first, last + days), _LEFT, _RIGHT),
        Axis(ticks(0.0, min(1.0, max(shares, default=0.0)) or 0.01, 4), _BOTTOM, _TOP),
        days,
    )
    parts = [*_grid(on), *_band(steps, on), *_course(steps, on)]
    for burst in bursts:
        start, end = (day_number(dt.date.fromisoformat(d)) for d in (burst.start, burst.end))
        parts.append(box(on.x.at(start), _BOTTOM + 3, on.x.at(end + 1) - on.x.at(start), 5, "bar"))
    ends = (steps[0].start, (dt.date.fromisoformat(steps[-1].start) + dt.timedelta(days - 1)).isoformat())
    parts.append(text((_LEFT, HEIGHT - 6), day_words(ends[0])))
    parts.append(text((_RIGHT, HEIGHT - 6), day_words(ends[1]), anchor="end"))
    return picture(WIDTH, HEIGHT, parts, label)


def _grid(on: _Frame) -> list[Markup]:
    parts = []
    for tick in on.y.ticks:
        y = on.y.at(tick)
        parts += [
            line((_LEFT, y), (_RIGHT, y), "grid"),
            text((_LEFT - 4, y + 3.5), _SCALE.tick(tick), anchor="end"),
        ]
    return parts


def _runs(steps: Sequence[Step]) -> list[list[Step]]:
    """Steps with documents that follow each other: nothing is drawn where there were none."""
    runs: list[list[Step]] = [[]]
    for step in steps:
        if step.documents:
            runs[-1].append(step)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _band(steps: Sequence[Step], on: _Frame) -> list[Markup]:
    made = []
    for run in _runs(steps):
        there = [(on.middle(s), on.y.at(min(1.0, s.high / s.documents))) for s in run]
        back = [(on.middle(s), on.y.at(s.low / s.documents)) for s in reversed(run)]
        if len(run) > 1:
            made.append(path([*there, *back], "band", closed=True))
    return made


def _course(steps: Sequence[Step], on: _Frame) -> list[Markup]:
    made = []
    for run in _runs(steps):
        points: list[Point] = [(on.middle(s), on.y.at(s.count / s.documents)) for s in run]
        if len(points) == 1:
            points = [(points[0][0] - 1, points[0][1]), (points[0][0] + 1, points[0][1])]
        made += [line(a, b, "mark") for a, b in pairwise(points)]
    return made
