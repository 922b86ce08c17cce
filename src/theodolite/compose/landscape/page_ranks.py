"""Ranks with their intervals: horizontal stretches, one table a measure."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from theodolite.compose.landscape.bars import axis, ends, interval
from theodolite.compose.landscape.numbers import NumberScale, scale_for, ticks
from theodolite.compose.landscape.parts import Book, Drawn
from theodolite.compose.landscape.registry import Registry, level_key
from theodolite.compose.landscape.view import RankingView, RankRow
from theodolite.compose.outside import file_name
from theodolite.compose.tables import Cell, Table, table
from theodolite.compose.words import count_words, day_words

MOST_SHOWN = 25
MOST_LISTED = 100
_HEAD = (
    "Model",
    "#Rank",
    "With 90% limits",
    "#90% limits",
    "#Level",
    "#90% limits",
    "#First",
    "Side",
    "Openness",
)


def ranks_page(book: Book, registry: Registry) -> None:
    """Add the page of ranks: every measure on it, none mixed with another."""
    found = [_ranking(book, registry, r) for r in book.land.rankings]
    book.page(
        "ranks.html", "ranks", "Ranks",
        "Which model stands where on each measure, and how sure that is: ranks with 90% intervals.",
        rankings=found,
    )  # fmt: skip


def _ranking(book: Book, registry: Registry, r: RankingView) -> dict[str, Any]:
    stem = book.stem(r.measure)
    scale = scale_for([x.level for x in r.rows], r.unit)
    csv = _csv(book, r, stem)
    book.ranks.setdefault(r.measure, csv)
    shown, more = r.rows[:MOST_SHOWN], r.rows[MOST_SHOWN:MOST_LISTED]
    drawn = Drawn(
        label=_label(r),
        caption=f"A mark is the rank, its line the 90% limits; an arrow goes on past the picture. "
        f"{r.interval_method[:1].upper()}{r.interval_method[1:]}. First: the chance to be the best of all.",
        source=book.source_line(r.basis, ""), csv=csv,
        marks=_table(book, registry, r, shown, scale, f"The best {len(shown)} on {r.measure}"),
        tables=(_table(book, registry, r, more, scale, f"The next {len(more)} on {r.measure}"),)
        if more else (),
        command=r.command,
    )  # fmt: skip
    key = book.ctx.count(f"ranks/{stem}", len(r.rows))
    return {
        "anchor": stem, "measure": r.measure, "unit": r.unit, "as_of": day_words(r.as_of), "picture": drawn,
        "lead": _lead(r), "count": book.ctx.store.mark(key),
        "left": max(0, len(r.rows) - MOST_LISTED), "warnings": [book.ctx.public(w) for w in r.warnings],
    }  # fmt: skip


def _lead(r: RankingView) -> str:
    """Who can be called the best: every model whose limits hold the first rank."""
    if not r.rows:
        return "No model is ranked."
    first = [x.model for x in r.rows if x.rank_low == 1 or (x.rank_low is None and x.rank == 1)]
    if not any(x.rank_low is not None for x in r.rows):
        return f"{r.rows[0].model} stands first; no interval is known, so how sure that is cannot be said."
    if len(first) == 1:
        return f"{first[0]} stands first, and its 90% limits hold no other rank."
    names = ", ".join(first[:4]) + (" and others" if len(first) > 4 else "")
    return f"{count_words(len(first), 'model').capitalize()} can be the best within 90% limits: {names}."


def _label(r: RankingView) -> str:
    best = "; ".join(
        f"{x.model} rank {x.rank}"
        + (f" (90% limits {x.rank_low} to {x.rank_high})" if x.rank_low is not None else "")
        for x in r.rows[:3]
    )
    return f"Ranks on {r.measure}: {best}"


def _table(
    book: Book, registry: Registry, r: RankingView, rows: tuple[RankRow, ...], scale: NumberScale,
    caption: str,
) -> Table:  # fmt: skip
    lowest = min((x.rank_low or x.rank for x in rows), default=1)
    highest = max((x.rank for x in rows), default=1)
    marks = ticks(lowest - 1, highest + max(3, (highest - lowest) // 4), 5)
    marks = [max(1.0, m) for m in marks]
    on = axis(marks)
    cells: list[tuple[Cell, ...]] = []
    for row in rows:
        low, high = (float(v) if v is not None else None for v in (row.rank_low, row.rank_high))
        place, around = rank(book, r.measure, row, r)
        cells.append((
            registry.link(row.model, ""), place, interval(float(row.rank), low, high, on), around,
            *level(book, r.measure, row, scale, r), _first(book, r, row), row.side, row.openness or "",
        ))  # fmt: skip
    foot = ("", "", ends([f"{m:g}" for m in marks]), "", "", "", "", "", "")
    return table(caption, _HEAD, cells, foot)


def level(
    book: Book, measure: str, row: RankRow, scale: NumberScale, r: RankingView | None
) -> tuple[Markup, Markup]:
    """A model's level with its limits: one key wherever the same row stands."""
    key = level_key(measure, row)
    basis = r.basis if r else None
    shown = book.number(key, row.level, scale, low=row.low, high=row.high, basis=basis)
    return shown, book.limits(key)


def rank(book: Book, measure: str, row: RankRow, r: RankingView | None) -> tuple[Markup, Markup]:
    """A model's rank with its limits."""
    key = f"{level_key(measure, row)}/rank"
    plain = NumberScale("rank", decimals=0)
    low, high = (float(v) if v is not None else None for v in (row.rank_low, row.rank_high))
    shown = book.number(key, float(row.rank), plain, low=low, high=high, basis=r.basis if r else None)
    return shown, book.limits(key)


def _first(book: Book, r: RankingView, row: RankRow) -> Cell:
    if row.p_first is None:
        return "unknown"
    key = f"{level_key(r.measure, row)}/first"
    return book.number(key, row.p_first, NumberScale("share"), basis=r.basis)


def _csv(book: Book, r: RankingView, stem: str) -> str:
    header = (
        "measure", "as_of", "model", "side", "openness", "date", "level", "low90", "high90", "rank",
        "rank_low90", "rank_high90", "p_first", "source", "vintage_file", "vintage_sha256",
    )  # fmt: skip
    rows = [
        (r.measure, r.as_of.isoformat(), x.model, x.side, x.openness, x.date.isoformat(), x.level, x.low,
         x.high, x.rank, x.rank_low, x.rank_high, x.p_first, r.basis.source, file_name(r.basis.vintage.file),
         r.basis.vintage.sha256)
        for x in r.rows
    ]  # fmt: skip
    return book.csv(f"ranks-{stem}", header, rows)
