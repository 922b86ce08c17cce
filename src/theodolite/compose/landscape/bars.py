"""Marks for the rows of a table: bars from zero, intervals on a shared axis, parts of a whole.

The figures stand in the same row, so the marks are hidden from who reads the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from theodolite.compose.landscape.numbers import Axis
from theodolite.compose.landscape.svg import arrow, box, dot, element, hatched, line, picture

WIDTH, HEIGHT = 220.0, 22.0
_MIDDLE = HEIGHT / 2


def axis(ticks: Sequence[float], *, log: bool = False) -> Axis:
    """The axis that the marks of one column share."""
    return Axis(ticks, 6, WIDTH - 8, log)


def bar(
    value: float, on: Axis, *, settled: bool = True, low: float | None = None, high: float | None = None
) -> Markup:
    """A bar from the axis' start; hatched where the value is not settled, with its limits as a thin line."""
    zero = on.at(max(0.0, on.ticks[0])) if not on.log else on.start
    end = on.at(value)
    x, width = min(zero, end), abs(end - zero)
    parts = [box(x, 5, width, HEIGHT - 10, "bar")] if settled else hatched(x, 5, width, HEIGHT - 10)
    if low is not None and high is not None:
        parts.append(line((on.at(low), _MIDDLE), (on.at(high), _MIDDLE), "limits-line"))
    return picture(WIDTH, HEIGHT, [*_grid(on), *parts])


def interval(
    value: float | None, low: float | None, high: float | None, on: Axis, censored: str | None = None,
    target: float | None = None,
) -> Markup:  # fmt: skip
    """A value with its 90% limits on the shared axis.

    A censored value ("left" or "right": at least so much) is hollow with an arrow; a limit past the axis' end
    is an arrow too. `target` is an upright line: what was promised.
    """
    parts = _grid(on)
    if target is not None:
        parts.append(line((on.at(target), 1), (on.at(target), HEIGHT - 1), "upright"))
    if value is not None:
        ends = [e for e in (low, high) if e is not None]
        a, b = min([value, *ends]), max([value, *ends])
        parts.append(line((on.at(a), _MIDDLE), (on.at(b), _MIDDLE), "mark"))
        if censored or on.beyond(b):
            tip = min(on.at(b) + (18 if censored else 0), WIDTH - 1)
            parts.append(line((on.at(b), _MIDDLE), (tip, _MIDDLE), "mark"))
            parts.append(arrow((tip, _MIDDLE), 1))
        if not on.beyond(value):
            parts.append(dot((on.at(value), _MIDDLE), "mark hollow" if censored else "mark", 4))
    return picture(WIDTH, HEIGHT, parts)


def shares(parts: Sequence[float]) -> Markup:
    """Parts of one whole side by side: the first filled, the second hatched, the third hollow."""
    room, at = WIDTH - 12, 6.0
    out: list[Markup] = []
    for k, part in enumerate(parts):
        width = max(0.0, part) * room
        if width > 0.3:
            out += [box(at, 4, width, HEIGHT - 8, "bar")] if k == 0 else []
            out += hatched(at, 4, width, HEIGHT - 8) if k == 1 else []
            out += [box(at, 4, width, HEIGHT - 8, "hollow")] if k == 2 else []
        at += width
    return picture(WIDTH, HEIGHT, out)


def span(start: float, end: float, on: Axis, *, open_end: bool = False) -> Markup:
    """A stretch on the shared axis; an end that is still open is an arrow."""
    parts = [*_grid(on), box(on.at(start), 6, on.at(end) - on.at(start), HEIGHT - 12, "bar")]
    if open_end:
        parts.append(arrow((min(on.at(end) + 7, WIDTH - 1), _MIDDLE), 1))
    return picture(WIDTH, HEIGHT, parts)


def standing(limits: tuple[float, float, float, float], value: float, on: Axis) -> Markup:
    """One value among many: a line over all of them, a box over the middle half, and the value."""
    low, quarter, three, high = (on.at(x) for x in limits)
    parts = [
        line((low, _MIDDLE), (high, _MIDDLE), "limits-line"),
        box(quarter, 6, three - quarter, HEIGHT - 12, "middle"),
        dot((on.at(value), _MIDDLE), "mark", 5),
    ]
    return picture(WIDTH, HEIGHT, parts)


def ends(words: Sequence[str]) -> Markup:
    """The words of an axis under a column of marks, spread from its start to its end."""
    return Markup('<span class="ends">{}</span>').format(
        Markup("").join(Markup("<span>{}</span>").format(w) for w in words)
    )


@lru_cache(maxsize=256)
def _lines(places: tuple[float, ...]) -> Markup:
    return element("path", d="".join(f"M{x:.1f},0V{HEIGHT:g}" for x in places), class_="grid")


def _grid(on: Axis) -> list[Markup]:
    return [_lines(tuple(on.at(t) for t in on.ticks))]
