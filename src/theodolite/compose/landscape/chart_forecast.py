"""The fan of a forecast: history, the median, and its 50% and 90% limits as two shades with edges."""

from __future__ import annotations

import datetime as dt
from typing import Any

import altair as alt

from theodolite.compose.landscape.numbers import ticks
from theodolite.compose.landscape.view import ForecastView
from theodolite.compose.outside import csv_text
from theodolite.compose.plotting import (
    Y2,
    X,
    Y,
    day_axis,
    day_number,
    finish,
    haloed,
    layer,
    rules,
    value_axis,
)
from theodolite.compose.theme import Frame, frames
from theodolite.compose.words import units
from theodolite.model.site import ChartFile


def forecast_chart(f: ForecastView, name: str, title: str, subtitle: tuple[str, ...]) -> ChartFile:
    """History as steps to the last known day, then the fan."""
    header = ["what", "date", "value", "low50", "high50", "low90", "high90"]
    rows: list[list[object]] = [["history", d.isoformat(), v] + [None] * 4 for d, v in f.history]
    rows += [
        ["forecast", p.day.isoformat(), p.median, p.low50, p.high50, p.low90, p.high90] for p in f.points
    ]
    specs = {
        each.variant: finish(_chart(f, each), each, title, subtitle)
        for each in frames((690, 340), (262, 320))
    }
    return ChartFile(name=name, specs=specs, csv=csv_text(header, rows))


def _chart(f: ForecastView, frame: Frame) -> Any:
    t = frame.theme
    first = f.history[0][0]
    last = max([f.made_for, *(p.day for p in f.points)])
    room = dt.timedelta(days=max(15, (last - first).days // 40))
    numbers = [v for _, v in f.history] + [v for p in f.points for v in (p.low90, p.high90)]
    marks = ticks(min(numbers), max(numbers), 8)
    y = value_axis(marks[0], marks[-1], f"{f.measure} ({units(f.unit)})", marks)
    x0, x1 = first - room, last + room
    hold = layer([{"x": day_number(first), "y": marks[0]}]).mark_point(opacity=0)
    grid = [{"x": day_number(x0), "x2": day_number(x1), "y": v, "y2": v} for v in marks]
    history = [{"x": day_number(d), "y": v} for d, v in f.history]
    history.append({"x": day_number(f.made_for), "y": f.history[-1][1]})
    colour = t.measures[0]
    made = day_number(f.made_for)
    cut = [{"x": made, "x2": made, "y": marks[0], "y2": marks[-1]}]
    layers: list[Any] = [
        hold.encode(x=day_axis(x0, x1, frame), y=y),
        rules(grid, stroke=t.grid, strokeWidth=1),
        *_fan(f, frame, colour),
        rules(cut, stroke=t.soft, strokeDash=[4, 3], strokeWidth=1),
        layer(history).mark_line(interpolate="step-after", stroke=t.ink, strokeWidth=2).encode(x=X, y=Y),
        layer(history[:-1]).mark_point(shape="circle", filled=True, size=30, color=t.ink, opacity=1)
        .encode(x=X, y=Y),
    ]  # fmt: skip
    note = [{"x": made, "y": marks[-1], "text": "known until here"}]
    layers += haloed(note, t.paper, align="right", dx=-6, dy=8, fontSize=12, color=t.soft)
    stack = alt.layer(*layers).properties(width=frame.width, height=frame.height)
    return stack.resolve_scale(color="independent")


def _fan(f: ForecastView, frame: Frame, colour: str) -> list[Any]:
    """Two shades of limits with drawn edges, the broken median and its marks."""
    start = {"x": day_number(f.made_for), "y": f.history[-1][1], "y2": f.history[-1][1]}
    layers = []
    for low, high, opacity in (("low90", "high90", 0.16), ("low50", "high50", 0.3)):
        rows = [start] + [
            {"x": day_number(p.day), "y": getattr(p, low), "y2": getattr(p, high)} for p in f.points
        ]
        layers.append(
            layer(rows).mark_area(color=colour, opacity=opacity, line=False).encode(x=X, y=Y, y2=Y2)
        )
        for end in ("y", "y2"):
            edge = [{"x": r["x"], "y": r[end]} for r in rows]
            layers.append(layer(edge).mark_line(stroke=colour, strokeWidth=0.8, opacity=0.8).encode(x=X, y=Y))
    middle = [{"x": start["x"], "y": start["y"]}] + [
        {"x": day_number(p.day), "y": p.median} for p in f.points
    ]
    layers.append(layer(middle).mark_line(stroke=colour, strokeWidth=2, strokeDash=[5, 3]).encode(x=X, y=Y))
    layers.append(
        layer(middle[1:]).mark_point(shape="diamond", filled=False, size=46, color=colour, opacity=1)
        .encode(x=X, y=Y)
    )  # fmt: skip
    return layers
