"""Charts of the gap: both frontiers with their intervals, and time to match as a survival curve."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from theodolite.compose.outside import csv_text
from theodolite.compose.plotting import X, Y, day_axis, day_number, finish, haloed, layer, rules, value_axis
from theodolite.compose.survey_view import FrontierView
from theodolite.compose.theme import Frame, frames
from theodolite.compose.words import number, units
from theodolite.model.site import ChartFile


def frontier_chart(
    sides: Sequence[FrontierView], name: str, title: str, subtitle: tuple[str, ...]
) -> ChartFile:
    """The frontiers of the sides on one measure (leader first), as steps; each record with its 90% limits."""
    header = ["measure", "side", "date", "model", "level", "low90", "high90"]
    rows: list[list[object]] = [
        [s.measure, s.side, p.date.isoformat(), p.model, p.level, p.low, p.high]
        for s in sides
        for p in s.points
    ]
    specs = {
        f.variant: finish(_frontiers(sides, f), f, title, subtitle) for f in frames((690, 360), (262, 340))
    }
    return ChartFile(name=name, specs=specs, csv=csv_text(header, rows))


def _frontiers(sides: Sequence[FrontierView], frame: Frame) -> Any:
    points = [p for s in sides for p in s.points]
    first = min(p.date for p in points)
    last = max(s.observed_until for s in sides)
    room = dt.timedelta(days=max(15, (last - first).days // 50))
    x0, x1 = first - room, last + room
    levels = [v for p in points for v in (p.level, p.low, p.high) if v is not None]
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 10**6) if (max(levels) - min(levels)) / s <= 8)
    low, high = (min(levels) // step) * step, (max(levels) // step + 1) * step
    values = [low + k * step for k in range(round((high - low) / step) + 1)]
    grid = [{"x": day_number(x0), "x2": day_number(x1), "y": v, "y2": v} for v in values]
    y = value_axis(low, high, f"{sides[0].measure} ({units(sides[0].unit)})", values)
    hold = layer([{"x": day_number(first), "y": low}]).mark_point(opacity=0)
    layers: list[Any] = [hold.encode(x=day_axis(x0, x1, frame), y=y)]
    layers.append(rules(grid, stroke=frame.theme.grid, strokeWidth=1))
    for k, side in enumerate(sides):
        layers += _side_layers(side, k, frame)
    stack = alt.layer(*layers).properties(width=frame.width, height=frame.height)
    return stack.resolve_scale(shape="independent", color="independent")


def _side_layers(side: FrontierView, k: int, frame: Frame) -> list[Any]:
    colour = frame.theme.measures[k % len(frame.theme.measures)]
    line = [{"x": day_number(p.date), "y": p.level} for p in side.points]
    if side.points:
        line.append({"x": day_number(side.observed_until), "y": side.points[-1].level})
    limits = [
        {"x": day_number(p.date), "x2": day_number(p.date), "y": p.low, "y2": p.high}
        for p in side.points
        if p.low is not None and p.high is not None
    ]
    dash = [[1, 0], [6, 3], [2, 3]][k % 3]
    shape = ["circle", "diamond", "square"][k % 3]
    end = (
        [{"x": day_number(side.observed_until), "y": side.points[-1].level, "text": side.side}]
        if line
        else []
    )
    return [
        rules(limits, stroke=colour, strokeWidth=3, opacity=0.3),
        layer(line)
        .mark_line(interpolate="step-after", stroke=colour, strokeWidth=2, strokeDash=dash)
        .encode(x=X, y=Y),
        layer(line[:-1]).mark_point(shape=shape, filled=True, size=42, color=colour, opacity=1)
        .encode(x=X, y=Y),
        *haloed(
            end, frame.theme.paper, align="right", dy=-10 if k == 0 else 26, color=colour, fontWeight="bold",
            fontSize=13, baseline="middle",
        ),
    ]  # fmt: skip


def curve_points(match: Mapping[str, Any]) -> list[tuple[float, float]]:
    """The Kaplan-Meier curve of a `time_to_match_months` as (months, share not matched yet), from (0, 1)."""
    curve = (match.get("kaplan_meier") or {}).get("curve") or ()
    out = [(float(months), float(share)) for months, share in curve]
    if not out or out[0][0] > 0:
        out.insert(0, (0.0, 1.0))
    return out


def share_at(points: Sequence[tuple[float, float]], months: float) -> float:
    """The height of a curve of steps at a time."""
    return [s for m, s in points if m <= months][-1]


def survival_chart(match: Mapping[str, Any], name: str, title: str, subtitle: tuple[str, ...]) -> ChartFile:
    """Share of the leader's records that the follower has not matched, by months; open records as ticks."""
    points = curve_points(match)
    open_for = sorted(
        float(r["open_for_months"])
        for r in match.get("records") or ()
        if r.get("months") is None and not r.get("already") and r.get("open_for_months") is not None
    )
    rows: list[list[object]] = [["curve", months, share] for months, share in points]
    rows += [["open record", months, share_at(points, months)] for months in open_for]
    specs = {
        f.variant: finish(_survival(points, open_for, match, f), f, title, subtitle)
        for f in frames((690, 250), (262, 250))
    }
    return ChartFile(name=name, specs=specs, csv=csv_text(["what", "months", "share_unmatched"], rows))


def _survival(
    points: list[tuple[float, float]], open_for: list[float], match: Mapping[str, Any], frame: Frame
) -> Any:
    t = frame.theme
    last = max([m for m, _ in points] + open_for + [6.0]) * 1.04
    step = next(s for s in (1, 2, 3, 6, 12, 24, 10**6) if last / s <= (6 if frame.narrow else 12))
    x = alt.X(
        "x:Q", scale=alt.Scale(domain=[0, last], nice=False),
        axis=alt.Axis(
            values=list(range(0, int(last) + 1, step)), title="months since the leader's record", grid=False
        ),
    )  # fmt: skip
    y = value_axis(0, 100, "percent not matched yet", [0, 25, 50, 75, 100])
    hold = layer([{"x": 0, "y": 0}]).mark_point(opacity=0).encode(x=x, y=y)
    grid = [{"x": 0, "x2": last, "y": v, "y2": v} for v in (0, 25, 50, 75, 100)]
    line = [{"x": m, "y": 100 * s} for m, s in [*points, (max([points[-1][0], *open_for]), points[-1][1])]]
    ticks = [
        {"x": m, "x2": m, "y": 100 * share_at(points, m) - 4, "y2": 100 * share_at(points, m) + 4}
        for m in open_for
    ]
    layers = [
        hold,
        rules(grid, stroke=t.grid, strokeWidth=1),
        layer(line).mark_line(interpolate="step-after", stroke=t.measures[0], strokeWidth=2).encode(x=X, y=Y),
        rules(ticks, stroke=t.ink, strokeWidth=1.8),
    ]
    median = (match.get("kaplan_meier") or {}).get("median")
    if median is not None:
        drop = [{"x": median, "x2": median, "y": 0, "y2": 50}]
        note = [{"x": median, "y": 0, "text": f"half matched after {number(float(median))} months"}]
        layers.append(rules(drop, stroke=t.soft, strokeDash=[4, 3], strokeWidth=1))
        layers += haloed(note, t.paper, align="left", dx=6, dy=-8, fontSize=12, color=t.ink)
    return alt.layer(*layers).properties(width=frame.width, height=frame.height)
