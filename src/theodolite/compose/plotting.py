"""Building blocks of the charts: a time axis that does not depend on the clock's zone, layers, labels.

Days are numbers (days since 1970-01-01) on a plain linear scale with its own tick words. A time scale would
read the zone of the machine and move marks by a day.
"""

from __future__ import annotations

import datetime as dt
import json
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt

from theodolite.compose.outside import plain
from theodolite.compose.theme import Frame, config

_EPOCH = dt.date(1970, 1, 1)
Rows = Sequence[Mapping[str, Any]]

X, X2, Y, Y2 = alt.X("x:Q"), alt.X2("x2:Q"), alt.Y("y:Q"), alt.Y2("y2:Q")
"""The channels that most layers share, made once: Altair resolves each anew."""
TEXT = alt.Text("text:N")
INK = alt.Color("c:N", scale=None, legend=None)
RIM = alt.Stroke("c:N", scale=None, legend=None)
"""The field `c` holds a colour as it is."""


def day_number(day: dt.date) -> int:
    """Days since 1970-01-01."""
    return (day - _EPOCH).days


def layer(rows: Rows) -> Any:
    """A chart over rows given in place.

    The rows travel as one string, since Altair copies a chart's data at each step; `finish` unpacks them.
    """
    return alt.Chart(alt.InlineData(values=json.dumps(list(rows), ensure_ascii=False, allow_nan=False)))


def day_axis(first: dt.date, last: dt.date, frame: Frame, *, labels: bool = True) -> Any:
    """An x encoding over days: ticks at whole years, halves or quarters as room allows."""
    ticks = _ticks(first, last, 4 if frame.narrow else 9)
    words = {day_number(d): (f"{d.year}" if d.month == 1 else f"{d:%b} {d.year}") for d in ticks}
    expr = "({" + ",".join(f"'{n}':'{w}'" for n, w in words.items()) + "})[datum.value]"
    axis = alt.Axis(
        values=list(words), labelExpr=expr, title=None, grid=False, labels=labels, ticks=labels,
        labelOverlap=True, labelFlush=False,
    )  # fmt: skip
    domain = [day_number(first), day_number(last)]
    return alt.X("x:Q", scale=alt.Scale(domain=domain, nice=False, zero=False), axis=axis)


def _ticks(first: dt.date, last: dt.date, most: int) -> list[dt.date]:
    for months in (1, 2, 3, 6, 12, 24, 60):
        days = [
            dt.date(y, m, 1)
            for y in range(first.year, last.year + 1)
            for m in range(1, 13)
            if ((y * 12 + m - 1) % months == 0) and first <= dt.date(y, m, 1) <= last
        ]
        if len(days) <= most:
            return days
    return days


def value_axis(low: float, high: float, title: str, values: Sequence[float]) -> Any:
    """A y encoding with a fixed domain, its ticks, and its title above, read without turning the head."""
    axis = alt.Axis(
        title=title, titleAngle=0, titleAnchor="start", titleAlign="left", titleY=-12, titleX=-34,
        values=list(values), minExtent=34, maxExtent=34, domain=False, ticks=False, grid=False,
    )  # fmt: skip
    return alt.Y("y:Q", scale=alt.Scale(domain=[low, high], nice=False, zero=False), axis=axis)


def rules(rows: Rows, **mark: Any) -> Any:
    """Straight lines from (x, y) to (x2, y2)."""
    return layer(rows).mark_rule(**mark).encode(x=X, y=Y, x2=X2, y2=Y2)


def words(rows: Rows, **mark: Any) -> Any:
    """Texts at (x, y): the field `text`."""
    safe = [{**r, "text": plain(r["text"])} for r in rows]
    return layer(safe).mark_text(**mark).encode(x=X, y=Y, text=TEXT)


def haloed(rows: Rows, paper: str, **mark: Any) -> list[Any]:
    """Texts that stay readable over lines: a rim in the paper's colour below the words."""
    return [
        words(rows, **{**mark, "stroke": paper, "strokeWidth": 4, "strokeJoin": "round", "color": paper}),
        words(rows, **mark),
    ]


def finish(chart: Any, frame: Frame, title: str, subtitle: Iterable[str] = ()) -> dict[str, Any]:
    """The complete description of a variant, with its title wrapped to the width."""
    room = 42 if frame.narrow else 100
    lines = textwrap.wrap(plain(title), room) or [""]
    under = [
        line for text in subtitle for line in textwrap.wrap(plain(text), room + (8 if frame.narrow else 14))
    ]
    dressed = chart.properties(title=alt.TitleParams(text=lines, subtitle=under)).configure(**config(frame))
    description: dict[str, Any] = dressed.to_dict(validate=False)
    _unpack(description)
    description["autosize"] = {"type": "pad", "contains": "padding"}
    description["padding"] = {"left": 6, "right": 8, "top": 8, "bottom": 8}
    return description


def _unpack(description: dict[str, Any]) -> None:
    """Turn the packed rows of `layer` back into lists, in place. Altair keeps each set once, by hash."""
    sets = description.get("datasets", {})
    for name, rows in sets.items():
        if isinstance(rows, str):
            sets[name] = json.loads(rows)


def staircase(starts: Sequence[float], widths: Sequence[float], gap: float = 10.0) -> list[int]:
    """Rows for labels that begin at `starts` (ascending), so that no label meets another or its leader line.

    Each label stands one row above every label that begins inside it; 0 is the lowest row.
    """
    rows = [0] * len(starts)
    for i in range(len(starts) - 1, -1, -1):
        inside = [rows[j] for j in range(i + 1, len(starts)) if starts[j] < starts[i] + widths[i] + gap]
        rows[i] = 1 + max(inside) if inside else 0
    return rows


def first_fit(starts: Sequence[float], widths: Sequence[float], gap: float = 10.0) -> list[int]:
    """The lowest row for each label (starts ascending) where it meets no label; leader lines may cross it."""
    ends: list[float] = []
    rows = []
    for start, width in zip(starts, widths, strict=True):
        row = next((r for r, end in enumerate(ends) if end <= start), len(ends))
        ends[row : row + 1] = [start + width + gap]
        rows.append(row)
    return rows


def spread(wanted: Sequence[float], gap: float, room: float) -> list[float]:
    """Positions in [0, room] nearest to `wanted` (ascending), at least `gap` apart (pooled adjacent means).

    Where all of them do not fit, the gap shrinks to what does.
    """
    gap = min(gap, room / max(1, len(wanted) - 1))
    blocks: list[tuple[float, int]] = []  # mean of (wanted - index * gap), and how many
    for i, value in enumerate(wanted):
        mean, size = value - i * gap, 1
        while blocks and blocks[-1][0] > mean:
            before, n = blocks.pop()
            mean, size = (before * n + mean * size) / (n + size), n + size
        blocks.append((mean, size))
    flat = [mean for mean, size in blocks for _ in range(size)]
    most = max(0.0, room - (len(flat) - 1) * gap)
    return [min(max(value, 0.0), most) + i * gap for i, value in enumerate(flat)]
