"""The said side: bars, arrows for open ends, hollow struck marks for denials, ticks, flags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from theodolite.compose.measured_layers import Scales
from theodolite.compose.plotting import (
    INK,
    RIM,
    X2,
    Y2,
    Rows,
    X,
    Y,
    day_number,
    first_fit,
    haloed,
    layer,
    rules,
    spread,
    staircase,
    words,
)
from theodolite.compose.said import Flag, OpenRecord, SaidMark
from theodolite.compose.theme import Frame
from theodolite.compose.verdicts import LOOKS

BAR = 6
APART = 8.0
LABEL_ROW = 15
ARROW = 34
"""Pixels: a bar's width, the least distance of two, a row of labels, the arrow of an open end."""

_STAIRS, _MOST_ROWS = 10, 15
_LETTER = 6.1  # mean width of a letter at 12 pixels: for room only, never for content


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its place: x in days after spreading, its row of labels, and its label."""

    mark: SaidMark
    x: float
    row: int
    label: str
    compact: bool

    @property
    def height(self) -> int:
        """Pixels of a row: a label alone, or a number above its sign."""
        return 26 if self.compact else LABEL_ROW


def place(marks: Sequence[SaidMark], x0: int, x1: int, frame: Frame) -> list[Placed]:
    """Stand marks of nearby days side by side, and give each label a row.

    Whole labels where the frame is wide and they fit, first so that no leader line crosses a label, else so
    that only leader lines pass behind them; numbers only where neither fits or the frame is narrow.
    """
    ordered = sorted(marks, key=lambda m: (m.day, m.number))
    per_day = frame.width / (x1 - x0)
    pixels = spread([(day_number(m.day) - x0) * per_day for m in ordered], APART, frame.width)
    labels = [f"{m.number} {m.brief}" for m in ordered]
    widths = [18 + _LETTER * len(t) for t in labels]
    rows = staircase(pixels, widths)
    if max(rows, default=0) >= _STAIRS:
        rows = first_fit(pixels, widths)
    compact = frame.narrow or max(rows, default=0) >= _MOST_ROWS
    if compact:
        labels = [str(m.number) for m in ordered]
        rows = first_fit(pixels, [_LETTER * len(t) + 4 for t in labels], gap=0)
    return [
        Placed(m, x0 + p / per_day, r, t, compact)
        for m, p, r, t in zip(ordered, pixels, rows, labels, strict=True)
    ]


def strip_height(placed: Sequence[Placed]) -> int:
    """Pixels above the plot that the labels need."""
    return (max(p.row for p in placed) + 1) * placed[0].height + 10 if placed else 0


def claim_layers(placed: Sequence[Placed], top: float, scales: Scales, frame: Frame) -> list[Any]:
    """Every mark of one lane with its label; `top` is the value (months) where the strip of labels begins."""
    per = scales.months_per_pixel
    out: list[Any] = []
    bars, dashes, shafts, heads, hollow, strikes, ticks, leaders, icons, texts = ([] for _ in range(10))
    for p in placed:
        m, colour = p.mark, _colour(p.mark, frame)
        low, high = ends(m)
        half = 5 * scales.days_per_pixel
        if m.denied:
            hollow.append(
                {"x": p.x - half, "x2": p.x + half, "y": low, "y2": max(high, low + 8 * per), "c": colour}
            )
            strikes.append(
                {
                    "x": p.x - 1.6 * half,
                    "x2": p.x + 1.6 * half,
                    "y": low,
                    "y2": max(high, low + 8 * per),
                    "c": colour,
                }
            )
        elif m.low is not None and m.low == m.high:
            dashes.append({"x": p.x - 1.2 * half, "x2": p.x + 1.2 * half, "y": low, "y2": low, "c": colour})
        else:
            bars.append({"x": p.x, "x2": p.x, "y": low, "y2": high, "c": colour})
        for start, end, name in arrows(m, low, high, scales):
            shafts.append({"x": p.x, "x2": p.x, "y": start, "y2": end, "c": colour})
            heads.append({"x": p.x, "y": end, "d": name, "c": colour})
        for k, repeat in enumerate(m.repeats, 1):
            same = repeat.day == m.day
            x = p.x + (5 + 4 * k) * scales.days_per_pixel if same else day_number(repeat.day)
            middle = (low + high) / 2
            ticks.append({"x": x, "x2": x, "y": middle - 5 * per, "y2": middle + 5 * per, "c": colour})
        y = top + (p.row * p.height + 10) * per
        highest = max([high, *(end for _, end, _ in arrows(m, low, high, scales))])
        leaders.append({"x": p.x, "x2": p.x, "y": highest, "y2": y - 6 * per})
        icons.append({"x": p.x, "y": y, "v": m.verdict})
        texts.append({"x": p.x, "y": y, "text": p.label})
    out.append(rules(leaders, stroke=frame.theme.soft, strokeWidth=0.7, opacity=0.7))
    out.append(_coloured(rules(bars, strokeWidth=BAR)))
    out.append(_coloured(rules(dashes, strokeWidth=4)))
    out.append(_coloured(rules(shafts, strokeWidth=2.2)))
    out.append(_heads(heads))
    out.append(_boxes(hollow, frame))
    out.append(_coloured(rules(strikes, strokeWidth=1.6)))
    out.append(_coloured(rules(ticks, strokeWidth=1.6)))
    out.append(verdict_points(icons, frame))
    if placed and placed[0].compact:
        out += haloed(texts, frame.theme.paper, align="center", dy=-11, fontSize=11, baseline="middle")
    else:
        out += haloed(texts, frame.theme.paper, align="left", dx=9, baseline="middle")
    return out


def ends(mark: SaidMark) -> tuple[float, float]:
    """Both ends as drawn: an open end has no length of its own beside its arrow."""
    low = mark.low if mark.low is not None else mark.high
    high = mark.high if mark.high is not None else mark.low
    assert low is not None and high is not None  # a claim with neither end is never drawn
    return float(low), float(high)


def arrows(mark: SaidMark, low: float, high: float, scales: Scales) -> list[tuple[float, float, str]]:
    """(from, to, direction) of each arrow: open ends, and the side a denial points to."""
    length = ARROW * scales.months_per_pixel
    out = []
    up = (mark.points == "up") if mark.denied else mark.high is None
    down = (mark.points == "down") if mark.denied else mark.low is None
    if up:
        out.append((high, high + length, "up"))
    if down:
        out.append((low, max(low - length, scales.y0 + 0.02 * (scales.y1 - scales.y0)), "down"))
    return out


def _colour(mark: SaidMark, frame: Frame) -> str:
    look = LOOKS[mark.verdict]
    return look.dark if frame.theme.dark else look.light


def _coloured(chart: Any) -> Any:
    return chart.encode(color=INK)


def _heads(rows: Rows) -> Any:
    shape = alt.Shape(
        "d:N", scale=alt.Scale(domain=["up", "down"], range=["triangle-up", "triangle-down"]), legend=None
    )
    points = layer(rows).mark_point(filled=True, size=90, opacity=1)
    return points.encode(x=X, y=Y, shape=shape, color=INK)


def _boxes(rows: Rows, frame: Frame) -> Any:
    boxes = layer(rows).mark_rect(fill=frame.theme.paper, fillOpacity=0.6, strokeWidth=1.6, strokeDash=[3, 2])
    return boxes.encode(x=X, x2=X2, y=Y, y2=Y2, stroke=RIM)


def verdict_points(rows: Rows, frame: Frame, size: int = 70) -> Any:
    """The verdict's own shape and colour at (x, y): the field `v`."""
    names = list(LOOKS)
    shape = alt.Shape("v:N", scale=alt.Scale(domain=names, range=[LOOKS[n].path for n in names]), legend=None)
    hues = [LOOKS[n].dark if frame.theme.dark else LOOKS[n].light for n in names]
    colour = alt.Color("v:N", scale=alt.Scale(domain=names, range=hues), legend=None)
    points = layer(rows).mark_point(filled=True, size=size, opacity=1, strokeWidth=0)
    return points.encode(x=X, y=Y, shape=shape, color=colour)


def flag_layers(flags: Sequence[Flag], top: float, scales: Scales, frame: Frame) -> list[Any]:
    """Objections to the measure: a flag on its pole in the top margin, with its number."""
    per, wide = scales.months_per_pixel, scales.days_per_pixel
    xs = spread([(day_number(f.day) - scales.x0) / wide for f in flags], 30.0, scales.width)
    poles, cloths, texts = [], [], []
    for f, px in zip(flags, xs, strict=True):
        x = scales.x0 + px * wide
        poles.append({"x": x, "x2": x, "y": top, "y2": top + 18 * per})
        cloths.append({"x": x + 4.5 * wide, "y": top + 14 * per})
        texts.append({"x": x + 10 * wide, "y": top + 13 * per, "text": str(f.number)})
    ink = frame.theme.ink
    cloth = layer(cloths).mark_point(shape="M-1,-1L1,0L-1,1Z", filled=True, size=70, color=ink, opacity=1)
    return [
        rules(poles, stroke=ink, strokeWidth=1.4),
        cloth.encode(x=X, y=Y),
        words(texts, align="left", dx=1, baseline="middle"),
    ]


def open_record_layers(
    records: Sequence[OpenRecord], measures: Sequence[str], scales: Scales, frame: Frame
) -> list[Any]:
    """Records not matched yet: hollow arrows at the data's end, at the months they have stood."""
    rows = [
        {
            "x": day_number(r.day), "y": r.months,
            "c": frame.theme.measures[measures.index(r.measure) % len(frame.theme.measures)],
        }
        for r in records
        if r.measure in measures and r.months <= scales.y1
    ]  # fmt: skip
    points = layer(rows).mark_point(
        shape="triangle-up", size=55, fill=frame.theme.paper, strokeWidth=1.4, opacity=1
    )
    return [points.encode(x=X, y=Y, stroke=RIM)]
