"""The plane of a chip rule: total processing performance against performance density, both logarithmic."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import altair as alt

from theodolite.compose.landscape.view import ChipRegion, ChipRow
from theodolite.compose.outside import csv_text
from theodolite.compose.plotting import INK, X, Y, finish, haloed, layer, rules
from theodolite.compose.theme import Frame, frames
from theodolite.model.site import ChartFile

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
_LANE = 0.72
"""Chips without a density stand in a lane below the axis, at this share of its lower end."""


def plane(
    rows: Sequence[ChipRow], regions: Sequence[ChipRegion], name: str, title: str, subtitle: tuple[str, ...]
) -> ChartFile:
    """Chips as marks with a shape a class; regions as bounded areas with their class's name."""
    header = ["chip", "class", "tpp", "performance_density"]
    data: list[list[object]] = [[r.chip, r.cls, r.tpp, r.performance_density] for r in rows]
    specs = {
        f.variant: finish(_chart(rows, regions, f), f, title, subtitle)
        for f in frames((690, 420), (262, 380))
    }
    return ChartFile(name=name, specs=specs, csv=csv_text(header, data))


def _domain(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    return low / 1.35, high * 1.35


def _chart(rows: Sequence[ChipRow], regions: Sequence[ChipRegion], frame: Frame) -> Any:
    t = frame.theme
    limits = [(r.tpp_from, r.tpp_to) for r in regions]
    x0, x1 = _domain([float(r.tpp or 1) for r in rows] + [v for pair in limits for v in pair if v])
    density = [d for d in map(_density, rows) if d]
    bounds = [v for r in regions for v in (r.density_from, r.density_to) if v]
    y0, y1 = _domain([*density, *bounds, 1.0])
    lane = y0 * _LANE
    x = alt.X(
        "x:Q", scale=alt.Scale(type="log", domain=[x0, x1], nice=False),
        axis=alt.Axis(title="total processing performance", values=_powers(x0, x1), format="~s", grid=False),
    )  # fmt: skip
    y = alt.Y(
        "y:Q", scale=alt.Scale(type="log", domain=[y0 * _LANE**2, y1], nice=False),
        axis=alt.Axis(
            title="TPP per mm²", titleAngle=0, titleAnchor="start", titleAlign="left", titleY=-12,
            titleX=-34, values=_powers(y0, y1), format="~g", grid=False, minExtent=34, maxExtent=34,
        ),
    )  # fmt: skip
    hold = layer([{"x": x0, "y": y0}]).mark_point(opacity=0).encode(x=x, y=y)
    boxes = [
        {
            "x": max(r.tpp_from or x0, x0), "x2": min(r.tpp_to or x1, x1),
            "y": max(r.density_from or y0, y0), "y2": min(r.density_to or y1, y1), "text": r.cls,
        }
        for r in regions
    ]  # fmt: skip
    classes = sorted({r.cls for r in rows})
    shape = {cls: SHAPES[k % len(SHAPES)] for k, cls in enumerate(classes)}
    colour = {cls: t.measures[k % len(t.measures)] for k, cls in enumerate(classes)}
    marks = [
        {
            "x": float(r.tpp or 1), "y": _density(r) or lane, "s": r.cls,
            "c": colour[r.cls], "text": r.chip,
        }
        for r in rows
    ]  # fmt: skip
    scale = alt.Scale(domain=classes, range=[shape[c] for c in classes])
    legend = alt.Legend(
        title=None, orient="bottom", columns=2 if frame.narrow else 4, labelColor=t.ink,
        symbolStrokeColor=t.ink, labelLimit=250, symbolFillColor=t.paper,
    )  # fmt: skip
    area = layer(boxes).mark_rect(filled=True, color=t.measures[0], opacity=0.08)
    layers = [
        hold,
        area.encode(x=X, y=Y, x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q")),
        rules([edge for b in boxes for edge in _edges(b)], stroke=t.soft, strokeWidth=1, strokeDash=[4, 3]),
        rules([{"x": x0, "x2": x1, "y": y0, "y2": y0}], stroke=t.grid, strokeWidth=1),
        layer(marks).mark_point(filled=False, size=52, strokeWidth=1.6, opacity=1)
        .encode(x=X, y=Y, color=INK, shape=alt.Shape("s:N", scale=scale, legend=legend)),
    ]  # fmt: skip
    named = _named(boxes, (x0, x1), frame)
    layers += haloed(named, t.paper, align="left", dx=5, dy=11, fontSize=11, fontStyle="italic", color=t.soft)
    layers += haloed(
        _labels(marks, (x0, x1), (y0 * _LANE**2, y1), frame), t.paper, align="left", dx=7, fontSize=11,
        color=t.ink, baseline="middle",
    )  # fmt: skip
    return alt.layer(*layers).properties(width=frame.width, height=frame.height)


def _density(r: ChipRow) -> float | None:
    """A density that has a place on a log axis."""
    known = r.performance_density
    return known if known is not None and known > 0 else None


def _edges(b: dict[str, Any]) -> list[dict[str, float]]:
    return [
        {"x": b["x"], "x2": b["x2"], "y": b["y"], "y2": b["y"]},
        {"x": b["x"], "x2": b["x2"], "y": b["y2"], "y2": b["y2"]},
        {"x": b["x"], "x2": b["x"], "y": b["y"], "y2": b["y2"]},
        {"x": b["x2"], "x2": b["x2"], "y": b["y"], "y2": b["y2"]},
    ]


def _powers(low: float, high: float) -> list[float]:
    """Round numbers of a log axis: one, two and five times each power of ten."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    steps = (1, 2, 5) if last - first <= 4 else (1,)
    return [s * 10.0**k for k in range(first, last + 1) for s in steps if low <= s * 10.0**k <= high]


def _named(boxes: Sequence[dict[str, Any]], xs: tuple[float, float], frame: Frame) -> list[dict[str, Any]]:
    """The names of the regions that have room for one; no two meet on one line."""
    out: list[dict[str, Any]] = []
    for b in sorted(boxes, key=lambda b: (b["y2"], b["x"])):
        room = 12 + 6 * len(str(b["text"]))
        if _along(b["x2"], xs, frame) - _along(b["x"], xs, frame) < room:
            continue
        near = (o for o in out if o["y"] == b["y2"])
        if all(abs(_along(o["x"], xs, frame) - _along(b["x"], xs, frame)) >= room for o in near):
            out.append({"x": b["x"], "y": b["y2"], "text": b["text"]})
    return out


def _along(x: float, xs: tuple[float, float], frame: Frame) -> float:
    """The pixel of a value on the log axis."""
    return math.log(x / xs[0]) / math.log(xs[1] / xs[0]) * frame.width


def _labels(
    marks: Sequence[dict[str, Any]], xs: tuple[float, float], ys: tuple[float, float], frame: Frame
) -> list[dict[str, Any]]:
    """Names for the marks that have room for one: no name meets another name or another mark."""

    def pixel(m: dict[str, Any]) -> tuple[float, float]:
        return _along(m["x"], xs, frame), (
            1 - math.log(m["y"] / ys[0]) / math.log(ys[1] / ys[0])
        ) * frame.height

    places = [pixel(m) for m in marks]
    taken: list[tuple[float, float, float, float]] = [(x - 5, y - 5, x + 5, y + 5) for x, y in places]
    out = []
    for k in sorted(range(len(marks)), key=lambda k: (-marks[k]["x"], marks[k]["text"])):
        x, y = places[k]
        wanted = (x + 6, y - 7, x + 12 + 6.2 * len(marks[k]["text"]), y + 7)
        own = (x - 5, y - 5, x + 5, y + 5)
        free = all(
            t == own or wanted[2] < t[0] or wanted[0] > t[2] or wanted[3] < t[1] or wanted[1] > t[3]
            for t in taken
        )
        if free and wanted[2] < frame.width + 40:
            taken.append(wanted)
            out.append({key: marks[k][key] for key in ("x", "y", "text")})
    return out
