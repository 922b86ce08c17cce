"""The registry: a table of all models that can be filtered, and a page a model with every source's facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from markupsafe import Markup

from theodolite.compose.landscape.bars import axis, ends, standing
from theodolite.compose.landscape.numbers import NumberScale, scale_for, ticks
from theodolite.compose.landscape.page_ranks import level, rank
from theodolite.compose.landscape.parts import Book, Drawn, model_path
from theodolite.compose.landscape.registry import Registry
from theodolite.compose.landscape.view import Fact, ModelView, RankingView
from theodolite.compose.outside import file_name
from theodolite.compose.tables import Cell, Table, table
from theodolite.compose.words import day_words

_ROOT = "../"
_IN_INDEX = 2
_UNKNOWN = "not known"


class _Measures:
    """What the pages of models say of each measure: its scale, its ranking and where all models stand."""

    def __init__(self, book: Book) -> None:
        self.of: dict[str, RankingView] = {}
        for r in book.land.rankings:
            self.of.setdefault(r.measure, r)
        self.scales = {m: scale_for([x.level for x in r.rows], r.unit) for m, r in self.of.items()}
        self.limits = {
            m: tuple(float(q) for q in np.quantile([x.level for x in r.rows], (0, 0.25, 0.75, 1)))
            for m, r in self.of.items()
            if r.rows
        }

    def scale(self, measure: str) -> NumberScale:
        """The scale of a measure's levels."""
        return self.scales.get(measure) or NumberScale("point", decimals=1)


def model_pages(book: Book, registry: Registry) -> None:
    """Add the index of models and a page for each of them."""
    measures = _Measures(book)
    _index(book, measures)
    for model in book.land.models:
        _model(book, registry, measures, model)


def _index(book: Book, measures: _Measures) -> None:
    """One row a model, newest first; levels on the first measures only, so that the page stays fast."""
    shown = list(measures.of)[:_IN_INDEX]
    ordered = sorted(book.land.models, key=lambda m: (m.name.casefold(), m.id))
    ordered.sort(key=lambda m: m.date.toordinal() if m.date else 0, reverse=True)
    rows = [_row(book, measures, m, shown) for m in ordered]
    book.ctx.count("models", len(rows))
    filters = [
        _filter(rows, "Side", "side", 2), _filter(rows, "Openness", "openness", 3),
        _filter(rows, "Year", "year", 4, starts=True), _filter(rows, "Organisation", "organisation", 1),
    ]  # fmt: skip
    header = ("id", "name", "organisation", "side", "openness", "date", "family", "names", "sources")
    csv = book.csv("models", header, [
        (m.id, m.name, m.organisation, m.side, m.openness, m.date.isoformat() if m.date else None, m.family,
         "; ".join(m.names), "; ".join(sorted({f.source for f in m.facts})))
        for m in ordered
    ])  # fmt: skip
    book.page(
        "models/index.html", "models", "Models",
        "Every model that a source knows, under one name; with its side, openness, date and levels.",
        rows=rows, measures=shown, csv=csv,
        source=Markup(" ").join(book.source_line(measures.of[n].basis, _ROOT) for n in shown),
        filters=[f for f in filters if len(f["options"]) > 1],
    )  # fmt: skip


def _filter(
    rows: Sequence[Mapping[str, Any]], label: str, name: str, column: int, *, starts: bool = False
) -> dict[str, Any]:
    """A choice over a column of the table; `starts`: what a cell begins with."""
    options = sorted({r[name] for r in rows}, key=lambda word: (str(word).casefold(), word), reverse=starts)
    return {"label": label, "name": name, "column": column, "options": options, "starts": starts}


def _row(book: Book, measures: _Measures, m: ModelView, shown: Sequence[str]) -> dict[str, Any]:
    levels = {name: row for name, row in reversed(m.levels)}
    cells: list[Cell] = []
    for name in shown:
        row = levels.get(name)
        cells.append(level(book, name, row, measures.scale(name), measures.of.get(name))[0] if row else "")
    return {
        "path": model_path(m.id).removeprefix("models/"), "name": m.name,
        "organisation": m.organisation or _UNKNOWN, "side": m.side or _UNKNOWN,
        "openness": m.openness or _UNKNOWN, "year": str(m.date.year) if m.date else _UNKNOWN,
        "date": m.date.isoformat() if m.date else _UNKNOWN, "levels": cells,
    }  # fmt: skip


def _model(book: Book, registry: Registry, measures: _Measures, m: ModelView) -> None:
    facts = [(k, v) for k, v in (
        ("Organisation", m.organisation), ("Side", m.side), ("Openness", m.openness),
        ("Date", day_words(m.date) if m.date else None), ("Family", m.family),
    ) if v]  # fmt: skip
    names = [n for n in dict.fromkeys(m.names) if n != m.name]
    book.page(
        model_path(m.id), "model", m.name, f"{m.name}: what each source says of it, and where it stands.",
        name=m.name, facts=facts, names=names, picture=_levels(book, measures, m),
        said=_facts(book, m.facts) if m.facts else None,
        built_on=[registry.link(n, _ROOT) for n in m.built_on],
        base_of=[registry.link(n, _ROOT) for n in m.base_of],
    )  # fmt: skip


def _levels(book: Book, measures: _Measures, m: ModelView) -> Drawn | None:
    """Where a model stands on each measure, beside all models of that measure."""
    rows: list[tuple[Cell, ...]] = []
    sources: list[Cell] = []
    for measure, row in m.levels:
        r, scale = measures.of.get(measure), measures.scale(measure)
        picture: Cell = ""
        axis_words: Cell = ""
        if measure in measures.limits:
            low, quarter, three, high = measures.limits[measure]
            marks = ticks(min(low, row.level), max(high, row.level), 5)
            picture = standing((low, quarter, three, high), row.level, axis(marks))
            axis_words = ends([scale.tick(t) for t in (marks[0], marks[-1])] if low < high else [])
        shown, limits = level(book, measure, row, scale, r)
        place, around = rank(book, measure, row, r)
        ranked = place if row.rank_low is None else Markup("{} ({})").format(place, around)
        named: Cell = measure
        if row.model != m.name:
            named = Markup('{}<span class="limits">{}</span>').format(measure, row.model)
        there = picture + axis_words if picture else ""
        rows.append((named, there, shown, limits, ranked, day_words(row.date)))
        if r:
            sources.append(book.source_line(r.basis, _ROOT))
    if not rows:
        return None
    csv = next((book.ranks[n] for n, _ in m.levels if n in book.ranks), "data/models.csv")
    head = ("Measure", "Among all models", "#Level", "#90% limits", "#Rank (90% limits)", "Date")
    return Drawn(
        label=f"Levels of {m.name}", caption="Line: all models of the measure; box: the middle half; mark: "
        "this one. Each measure has a scale of its own.",
        source=Markup("<br>").join(dict.fromkeys(sources)), csv=csv,
        marks=table(f"Levels of {m.name}", head, rows),
    )  # fmt: skip


def _facts(book: Book, facts: Sequence[Fact]) -> Table:
    """What sources say, by field: each value once, with all who say it; where they differ it is marked."""
    by: dict[str, dict[str, list[Fact]]] = {}
    for fact in facts:
        by.setdefault(fact.field, {}).setdefault(fact.value, []).append(fact)
    rows: list[tuple[Cell, ...]] = []
    for field, values in sorted(by.items()):
        said = {v: {f.source for f in told} for v, told in values.items()}
        differ = len({v.casefold() for v in values}) > 1 and len(set().union(*said.values())) > 1
        agree = next((f"{len(s)} sources agree" for s in said.values() if len(s) > 1 and len(said) == 1), "")
        for k, (value, told) in enumerate(values.items()):
            word = "\N{NOT EQUAL TO} differ" if differ else agree
            rows.append((field if k == 0 else "", value, _tellers(book, told), word if k == 0 else ""))
    return table("What sources say, field by field", ("Field", "Value", "Said by", "Agreement"), rows)


def _tellers(book: Book, told: Sequence[Fact]) -> Markup:
    """The sources of one value, each with the file it stands in."""
    files = {f.source: file_name(f.vintage_file) for f in told}
    return Markup("; ").join(
        Markup('{} <span class="when">{}</span>').format(book.source_link(source, _ROOT), file)
        for source, file in files.items()
    )
