"""Any number of sides on one page: where each stands, and how far behind every other it is."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from theodolite.compose.landscape.numbers import NumberScale, scale_for
from theodolite.compose.landscape.parts import Book, Drawn
from theodolite.compose.landscape.view_pairs import SidesApart, SidesView
from theodolite.compose.outside import file_name, readable_stem
from theodolite.compose.tables import Cell, table
from theodolite.compose.words import day_words

PATH = "sides.html"
_MONTHS = NumberScale("months", decimals=1)
_LAG = "day minus the release of the first model of the leader above the best of the follower"


def sides_page(book: Book) -> None:
    """Add the page."""
    book.page(
        PATH, "sides", "All sides", "Every side against every other, on each measure of capability.",
        measures=[_measure(book, view) for view in book.land.sides],
    )  # fmt: skip


def _measure(book: Book, view: SidesView) -> dict[str, Any]:
    stem = book.stem(f"sides-{view.measure}")
    return {
        "measure": view.measure, "anchor": readable_stem(view.measure), "until": day_words(view.as_of),
        "best": _best(book, view, stem), "lags": _lags(book, view, stem), "warnings": view.warnings,
    }  # fmt: skip


def _best(book: Book, view: SidesView, stem: str) -> Drawn:
    """Each side's best model, the best side first."""
    scale = scale_for([s.level for s in view.standings if s.level is not None], view.unit)
    ordered = sorted(view.standings, key=lambda s: (-(s.level or float("-inf")), s.side))
    rows: list[tuple[Cell, ...]] = [
        (
            s.side, s.model or "none yet", day_words(s.date) if s.date else "",
            book.number(f"{stem}/best/{readable_stem(s.side)}", s.level, scale, basis=view.basis),
            str(s.models),
        )
        for s in ordered
    ]  # fmt: skip
    csv = book.csv(
        f"{stem}-best", ("side", "model", "date", "level", "models", "as_of", "source", "vintage"),
        [
            (s.side, s.model, s.date.isoformat() if s.date else None, s.level, s.models,
             view.as_of.isoformat(), view.basis.source, file_name(view.basis.vintage.file))
            for s in ordered
        ],
    )  # fmt: skip
    head = ("Side", "Best model", "Released", f"#Level, {scale.words}s", "#Scored models")
    return Drawn(
        label=f"The best model of each side on {view.measure}", caption="", csv=csv,
        source=book.source_line(view.basis, ""), marks=table("The best of each side", head, rows),
    )  # fmt: skip


def _lags(book: Book, view: SidesView, stem: str) -> Drawn:
    """A square: who is behind stands at the left, who is ahead at the top, months in the cell."""
    names = [s.side for s in view.standings]
    by = {(p.leader, p.follower): p for p in view.pairs}
    rows: list[tuple[Cell, ...]] = []
    for follower in names:
        cells = [_cell(book, view, stem, by.get((leader, follower))) for leader in names]
        rows.append((follower, *cells))
    csv = book.csv(
        f"{stem}-pairs",
        ("leader", "follower", "lag_months", "lag_low90", "lag_high90", "censored", "gap", "gap_low90",
         "gap_high90", "unit", "as_of", "source", "vintage"),
        [
            (p.leader, p.follower, p.lag, p.lag_low, p.lag_high, p.censored, p.gap, p.gap_low, p.gap_high,
             view.unit, view.as_of.isoformat(), view.basis.source, file_name(view.basis.vintage.file))
            for p in view.pairs
        ],
    )  # fmt: skip
    head = ("Behind", *(f"#{name}" for name in names))
    return Drawn(
        label=f"Months that each side is behind each other on {view.measure}",
        caption="Months behind the side above, with 90% limits; 0 where it is not behind. "
        "“At least” where the other was ahead from its first model.",
        csv=csv, source=book.source_line(view.basis, ""), command=view.command,
        marks=table("Months behind, every pair", head, rows),
    )  # fmt: skip


def _cell(book: Book, view: SidesView, stem: str, p: SidesApart | None) -> Cell:
    if p is None:
        return Markup("&ndash;")
    key = f"{stem}/lag/{readable_stem(p.leader)}/{readable_stem(p.follower)}"
    shown = book.number(
        key, p.lag, _MONTHS, low=p.lag_low, high=p.lag_high, definition=_LAG, basis=view.basis
    )
    if p.lag is None or p.lag_low is None or p.lag_high is None:
        return ("at least " if p.censored else "") + shown
    if p.lag_high == 0:
        return shown
    return Markup("{}<br><small>{}</small>").format(shown, book.limits(key))
