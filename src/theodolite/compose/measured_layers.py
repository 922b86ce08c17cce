"""The measured side: definitions light, 90% within the default dark, hindsight hatched, censored dotted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theodolite.compose.plotting import Y2, X, Y, day_number, haloed, layer, rules
from theodolite.compose.survey_view import LagDay, LagSeries
from theodolite.compose.theme import Frame
from theodolite.compose.words import day_words


@dataclass(frozen=True, slots=True)
class Scales:
    """The plot's domains and size: days `x0` to `x1` over `width` pixels, months `y0` to `y1` likewise."""

    x0: int
    x1: int
    y0: float
    y1: float
    width: int
    height: int

    @property
    def days_per_pixel(self) -> float:
        """Days along the x axis for one pixel."""
        return (self.x1 - self.x0) / self.width

    @property
    def months_per_pixel(self) -> float:
        """Months along the y axis for one pixel."""
        return (self.y1 - self.y0) / self.height


def spread_of(day: LagDay) -> tuple[float, float] | None:
    """Lowest and highest value over the definitions of a day; None where none is defined."""
    values = list(day.by_definition.values())
    return (min(values), max(values)) if values else None


def band_layers(series: LagSeries, scales: Scales, frame: Frame) -> list[Any]:
    """The two layers of the leading measure, and the hatching of what was measured in hindsight."""
    colour = frame.theme.measures[0]
    light = [
        {"x": day_number(d.day), "y": s[0], "y2": s[1]}
        for d in series.days
        if (s := spread_of(d)) is not None
    ]
    dark = [
        {"x": day_number(d.day), "y": d.low, "y2": d.high}
        for d in series.days
        if d.low is not None and d.high is not None
    ]
    return [
        _area(light, colour, 0.22),
        _area(dark, colour, 0.42),
        rules(list(_hatch(series, scales)), stroke=colour, strokeWidth=0.8, opacity=0.75),
    ]


def _area(rows: list[dict[str, Any]], colour: str, opacity: float) -> Any:
    return (
        layer(rows)
        .mark_area(color=colour, opacity=opacity, interpolate="linear", clip=True)
        .encode(x=X, y=Y, y2=Y2)
    )


def _hatch(series: LagSeries, scales: Scales) -> Iterator[dict[str, float]]:
    """Diagonals inside the band before the first vintage, 7 pixels apart, the band widened by 3 pixels."""
    first = day_number(series.first_vintage) if series.first_vintage else scales.x1 + 1
    widen = 3 * scales.months_per_pixel
    band = []
    for d in series.days:
        x, s = day_number(d.day), spread_of(d)
        if s is not None and x < first:
            low, high = (
                min(s[0], s[0] if d.low is None else d.low),
                max(s[1], s[1] if d.high is None else d.high),
            )
            band.append((x, max(scales.y0, low - widen), min(scales.y1, high + widen)))
    slope = scales.months_per_pixel / scales.days_per_pixel  # 45 degrees on the screen
    for c in range(-scales.width - scales.height, scales.width + scales.height, 7):
        offset = scales.y0 + c * scales.months_per_pixel
        run: list[tuple[int, float]] = []
        for x, low, high in [*band, (scales.x1 + 9, 1.0, 0.0)]:
            y = offset + (x - scales.x0) * slope
            if low <= y <= high and (not run or x - run[-1][0] <= 10):
                run.append((x, y))
                continue
            if len(run) > 1:
                yield {"x": run[0][0], "y": run[0][1], "x2": run[-1][0], "y2": run[-1][1]}
            run = [(x, y)] if low <= y <= high else []


def line_layers(series: LagSeries, index: int, scales: Scales, frame: Frame) -> list[Any]:
    """The default definition by day, dotted where the data can only say "at least"; the ceiling."""
    colour = frame.theme.measures[index % len(frame.theme.measures)]
    dash = [[1, 0], [7, 3], [3, 3]][index % 3]
    solid: list[dict[str, Any]] = []
    dotted: list[dict[str, Any]] = []
    run = 0
    before: str | None = None
    for d in series.days:
        if series.default not in d.by_definition:
            run, before = run + 1, None
            continue
        censored = d.censored or "no"
        run += before is not None and censored != before
        row = {"x": day_number(d.day), "y": d.by_definition[series.default], "run": run}
        (solid if censored == "no" else dotted).append(row)
        before = censored
    ceiling = [
        {"x": day_number(d.day), "y": d.ceiling, "run": 0}
        for d in series.days
        if d.ceiling is not None and d.ceiling <= scales.y1
    ]
    return [
        _line(ceiling, stroke=colour, strokeWidth=1, strokeDash=[2, 4]),
        _line(solid, stroke=colour, strokeWidth=1.8, strokeDash=dash),
        _line(dotted, stroke=colour, strokeWidth=1.8, strokeDash=[1.5, 2.5]),
    ]


def _line(rows: list[dict[str, Any]], **mark: Any) -> Any:
    return layer(rows).mark_line(clip=True, **mark).encode(x=X, y=Y, detail="run:N")


def vintage_layers(series: LagSeries, peak: float, scales: Scales, frame: Frame) -> list[Any]:
    """A rule at the first vintage, and the words "measured in hindsight" on the side before it."""
    first = day_number(series.first_vintage) if series.first_vintage else scales.x1
    if first <= scales.x0:
        return []
    inside = series.first_vintage is not None and first < scales.x1
    text = "← measured in hindsight" if inside else "all measured in hindsight"
    if inside and not frame.narrow and series.first_vintage is not None:
        text = f"← before {day_words(series.first_vintage)}: measured in hindsight"
    x = min(first, scales.x1)
    note = [{"x": x, "y": peak, "text": text}]
    rule = [{"x": x, "y": scales.y0, "x2": x, "y2": peak}] if inside else []
    return [
        rules(rule, stroke=frame.theme.soft, strokeWidth=1, strokeDash=[4, 3]),
        *haloed(
            note, frame.theme.paper, align="right", dx=-5, fontSize=11, color=frame.theme.soft, baseline="top"
        ),
    ]
