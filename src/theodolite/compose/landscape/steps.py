"""Steps in small pictures: frontiers of two sides, and the share of records that is not matched yet."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from theodolite.compose.landscape.numbers import Axis, NumberScale, log_ticks, scale_for, ticks
from theodolite.compose.landscape.svg import dot, line, path, picture, text
from theodolite.compose.plotting import day_number
from theodolite.compose.survey_view import FrontierView

WIDTH, HEIGHT = 288.0, 168.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 52.0, 276.0, 14.0, 138.0


def frontiers(sides: Sequence[FrontierView], label: str) -> Markup:
    """The records of two sides as steps: the leader's whole with filled marks, the follower's broken."""
    levels = [p.level for s in sides for p in s.points]
    scale = scale_for(levels, sides[0].unit)
    if scale.log and min(levels) > 0:
        y = Axis(log_ticks(min(levels), max(levels)), _BOTTOM, _TOP, log=True)
    else:
        y = Axis(ticks(min(levels), max(levels), 5), _BOTTOM, _TOP)
    first = min(p.date for s in sides for p in s.points)
    last = max(s.observed_until for s in sides)
    x = Axis((day_number(first), max(day_number(last), day_number(first) + 1)), _LEFT + 6, _RIGHT - 4)
    parts = _grid(y, scale, (f"{first:%b %Y}", f"{last:%b %Y}"))
    for k, side in enumerate(sides):
        points = [(x.at(day_number(p.date)), y.at(p.level)) for p in side.points]
        end = (x.at(day_number(side.observed_until)), points[-1][1])
        parts.append(path([*points, end], "mark" if k == 0 else "mark broken", steps=True))
        parts += [dot(p, "mark" if k == 0 else "mark hollow", 2.8) for p in points]
    return picture(WIDTH, HEIGHT, parts, label)


def survival(curve: Sequence[tuple[float, float]], open_for: Sequence[float], label: str) -> Markup:
    """A falling curve of steps from 100%; records that are still open are upright ticks on it."""
    last = max([m for m, _ in curve] + list(open_for) + [6.0])
    y = Axis((0.0, 0.5, 1.0), _BOTTOM, _TOP)
    on = ticks(0.0, last, 6)
    x = Axis(on, _LEFT + 2, _RIGHT - 12)
    parts = _grid(y, NumberScale("share"), ("", ""))
    parts += [text((x.at(t), HEIGHT - 14), f"{t:g}", anchor="middle") for t in on]
    parts.append(text((_RIGHT, HEIGHT - 2), "months", anchor="end"))
    end = max([curve[-1][0], *open_for])
    points = [(x.at(m), y.at(s)) for m, s in [*curve, (end, curve[-1][1])]]
    parts.append(path(points, "mark", steps=True))
    for months in open_for:
        height = y.at([s for m, s in curve if m <= months][-1])
        parts.append(line((x.at(months), height - 5), (x.at(months), height + 5), "upright"))
    return picture(WIDTH, HEIGHT, parts, label)


def _grid(y: Axis, scale: NumberScale, ends: tuple[str, str]) -> list[Markup]:
    parts = []
    for tick in y.ticks:
        at = y.at(tick)
        parts += [
            line((_LEFT, at), (_RIGHT, at), "grid"),
            text((_LEFT - 5, at + 3.5), scale.tick(tick), anchor="end"),
        ]
    if ends[0]:
        parts.append(text((_LEFT, HEIGHT - 12), ends[0]))
        parts.append(text((_RIGHT, HEIGHT - 12), ends[1], anchor="end"))
    return parts
