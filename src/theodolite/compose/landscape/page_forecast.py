"""Forecasts: the fan beside what the same method would have said before, promised and kept."""

from __future__ import annotations

from typing import Any

from theodolite.compose.landscape.bars import axis, ends, interval
from theodolite.compose.landscape.chart_forecast import forecast_chart
from theodolite.compose.landscape.numbers import NumberScale
from theodolite.compose.landscape.parts import Book
from theodolite.compose.landscape.view import BacktestRow, ForecastView
from theodolite.compose.outside import readable_stem
from theodolite.compose.tables import Cell, ChartOnPage, Table, table
from theodolite.compose.words import day_words, the, units

MOST_CHARTS = 6
_SHARE = NumberScale("share")
_PROMISED = 0.9


def forecast_page(book: Book) -> None:
    """Add the page of forecasts."""
    found = [_forecast(book, f, k) for k, f in enumerate(book.land.forecasts)]
    book.page(
        "forecast.html", "forecast", "Forecasts",
        "Where each side's frontier may go, and how often such a forecast held in the past.", forecasts=found,
    )  # fmt: skip


def _forecast(book: Book, f: ForecastView, k: int) -> dict[str, Any]:
    stem = book.stem(f"forecast {f.measure} {f.side}")
    title = f"The frontier of {the(f.side)} on {f.measure}"
    return {
        "title": title, "anchor": stem, "method": f.method, "made_for": day_words(f.made_for),
        "points": _points(book, f, stem),
        "chart": _chart(book, f, stem, title) if k < MOST_CHARTS and f.history and f.points else None,
        "backtest": _backtest(book, f, stem) if f.backtest else None,
        "warnings": [book.ctx.public(w) for w in f.warnings], "command": f.command,
        "source": book.source_line(f.basis, ""),
    }  # fmt: skip


def _points(book: Book, f: ForecastView, stem: str) -> Table:
    rows: list[tuple[Cell, ...]] = []
    scale = NumberScale(f.unit, decimals=1)
    for p in f.points:
        key = f"forecast/{stem}/{p.day.isoformat()}"
        wide = book.number(
            key, p.median, scale, low=p.low90, high=p.high90, basis=f.basis, definition=f.method
        )
        book.number(f"{key}/50", p.median, scale, low=p.low50, high=p.high50, basis=f.basis)
        months = book.number(f"{key}/months", p.months, NumberScale("months", decimals=0))
        rows.append((day_words(p.day), months, wide, book.limits(f"{key}/50"), book.limits(key)))
    head = ("Day", "#Months ahead", f"#Median, {units(f.unit)}", "#50% limits", "#90% limits")
    return table(f"Forecast for {the(f.side)}, made for {day_words(f.made_for)}", head, rows)


def _chart(book: Book, f: ForecastView, stem: str, title: str) -> ChartOnPage:
    under = f"Known to {day_words(f.made_for)}. Dark: half of what may come; pale with its edge: 90%."
    file = forecast_chart(f, stem, title, (under,))
    book.charts.append(file)
    last = book.ctx.store[f"forecast/{stem}/{f.points[-1].day.isoformat()}"].text
    said = f"{title}: known as steps, then a fan whose median is {last} on {day_words(f.points[-1].day)}"
    return ChartOnPage(
        name=file.name, alt=f"Chart. {said}. The values follow as a table.",
        caption=f"Method: {f.method}.", source=book.source_line(f.basis, ""), description=(f"{said}.",),
        tables=(),
    )  # fmt: skip


def _backtest(book: Book, f: ForecastView, stem: str) -> dict[str, Any]:
    """What was promised and what it covered, by method and horizon; one axis from 0 to 100%."""
    marks = [0.0, 0.25, 0.5, 0.75, 1.0]
    on = axis(marks)
    used: list[tuple[Cell, ...]] = []
    others: list[tuple[Cell, ...]] = []
    scale = NumberScale(f.unit, decimals=2)
    for b in sorted(f.backtest, key=lambda b: (b.months, b.method)):
        cells = used if _is_used(b.method, f) else others
        key = f"backtest/{stem}/{readable_stem(b.method)}/{b.months:g}"
        picture = interval(b.coverage90, None, None, on, target=_PROMISED)
        half: Cell = "" if b.coverage50 is None else book.number(f"{key}/coverage50", b.coverage50, _SHARE)
        cells.append((
            b.method, book.number(f"{key}/months", b.months, NumberScale("months", decimals=0)),
            book.number(f"{key}/n", float(b.n), NumberScale("forecast", decimals=0)),
            book.number(f"{key}/mae", b.mae, scale), book.number(f"{key}/crps", b.crps, scale),
            picture, book.number(f"{key}/coverage90", b.coverage90, _SHARE), _kept(b), half,
        ))  # fmt: skip
    foot = ("", "", "", "", "", ends([_SHARE.tick(m) for m in marks]), "", "", "")
    head = (
        "Method", "#Months", "#Forecasts", "#Mean error", "#CRPS", "Covered, of 90% promised", "#Covered",
        "Promise", "#Covered, of 50%",
    )  # fmt: skip
    csv = book.csv(f"backtest-{stem}", ("method", "months", "n", "mae", "crps", "coverage90", "coverage50"), [
        (b.method, b.months, b.n, b.mae, b.crps, b.coverage90, b.coverage50) for b in f.backtest
    ])  # fmt: skip
    caption = f"What was promised and what was kept, {the(f.side)}"
    if not used:
        used, others = others, []
    more = table(f"{caption}, other methods", head, others, foot) if others else None
    return {"table": table(caption, head, used, foot), "others": more, "csv": csv}


def _is_used(method: str, f: ForecastView) -> bool:
    """Whether a row of the backtest is of the method that made the forecast ("pool: half ...")."""
    return f.method == method or f.method.startswith((f"{method}:", f"{method},"))


def _kept(b: BacktestRow) -> str:
    """Whether 90% limits covered what they promise, within what so many forecasts can tell."""
    slack = 1.645 * (_PROMISED * (1 - _PROMISED) / b.n) ** 0.5 if b.n else 1.0
    return "kept" if b.coverage90 >= _PROMISED - slack else "not kept: too narrow"
