"""Where trackers disagree: by pair of sources first, then the largest cases."""

from __future__ import annotations

import math

from markupsafe import Markup

from theodolite.compose.landscape.bars import axis, bar, ends, shares
from theodolite.compose.landscape.numbers import NumberScale, scale_for, ticks
from theodolite.compose.landscape.parts import Book, Drawn
from theodolite.compose.landscape.registry import Registry
from theodolite.compose.landscape.view import AgreementRow, Disagreement, DisagreementsView, Fact
from theodolite.compose.outside import file_name, readable_stem
from theodolite.compose.tables import Cell, table

MOST_CASES = 50
_SOURCES = "Each source has a page of its own, with its vintages and its licence."


def disagreements_page(book: Book, registry: Registry, found: DisagreementsView) -> None:
    """Add the page of disagreements."""
    ctx = book.ctx
    ctx.count("disagreements/models", found.models)
    ctx.count("disagreements/two", found.in_two_sources)
    ctx.count("disagreements/cases", len(found.cases))
    book.page(
        "disagreements.html", "disagreements", "Where trackers disagree",
        "How often two sources say the same of one model, by field; then the largest disagreements.",
        summary=_summary(book, found) if found.summary else None,
        cases=_cases(book, registry, found) if found.cases else None,
        warnings=[ctx.public(w) for w in found.warnings],
    )  # fmt: skip


def _summary(book: Book, found: DisagreementsView) -> Drawn:
    rows: list[tuple[Cell, ...]] = []
    ordered = sorted(found.summary, key=lambda r: (r.first, r.second, r.field))
    for k, r in enumerate(ordered):
        stem = f"agree/{k}-{readable_stem(r.field)}"
        count = NumberScale("model", decimals=0)
        share = book.number(f"{stem}/share", r.agree / r.n, NumberScale("share")) if r.n else Markup("none")
        middle: Cell = ""
        if r.median_difference is not None:
            scale = scale_for([r.median_difference], r.unit or "")
            middle = book.number(f"{stem}/median", r.median_difference, scale) + f" {r.unit or ''}"
        rows.append((
            book.source_link(r.first, ""), book.source_link(r.second, ""), r.field,
            book.number(f"{stem}/n", float(r.n), count),
            book.number(f"{stem}/agree", float(r.agree), count), share, shares(_parts(r)),
            _within(book, f"{stem}/week", r.within_week), _within(book, f"{stem}/month", r.within_month),
            middle,
        ))  # fmt: skip
    head = (
        "One source", "Another", "Field", "#Models in both", "#Agree", "#Share", "Agree, near, differ",
        "#Within a week", "#Within a month", "#Median difference",
    )  # fmt: skip
    header = (
        "field",
        "first",
        "second",
        "n",
        "agree",
        "within_week",
        "within_month",
        "median_difference",
        "unit",
    )
    csv = book.csv("agreement", header, [
        (r.field, r.first, r.second, r.n, r.agree, r.within_week, r.within_month, r.median_difference, r.unit)
        for r in ordered
    ])  # fmt: skip
    worst = min((r for r in ordered if r.n), key=lambda r: (r.agree / r.n, r.field), default=None)
    said = f"Least agreement: {worst.field} between {worst.first} and {worst.second}" if worst else "No pair"
    return Drawn(
        label=said, source=_SOURCES,
        caption="Filled: the same. Hatched: within a month. Hollow: further apart, or another word.",
        csv=csv, marks=table("How often two sources agree", head, rows), command=found.command,
    )  # fmt: skip


def _parts(r: AgreementRow) -> tuple[float, float, float]:
    if not r.n:
        return (0.0, 0.0, 0.0)
    near = max(0, (r.within_month or r.agree) - r.agree)
    return (r.agree / r.n, near / r.n, max(0, r.n - r.agree - near) / r.n)


def _within(book: Book, key: str, count: int | None) -> Cell:
    return "" if count is None else book.number(key, float(count), NumberScale("model", decimals=0))


def _cases(book: Book, registry: Registry, found: DisagreementsView) -> list[Drawn]:
    """The largest cases of each unit on an axis of its own; those in words last."""
    units = sorted({c.unit or "" for c in found.cases if _sized_case(c)})
    made = [_sized(book, registry, found, unit) for unit in units]
    words = [c for c in found.cases if not _sized_case(c)]
    if words:
        made.append(_worded(book, registry, words))
    return made


def _sized_case(case: Disagreement) -> bool:
    """Whether a disagreement has a size that can be drawn."""
    return case.size is not None and math.isfinite(case.size)


def _sized(book: Book, registry: Registry, found: DisagreementsView, unit: str) -> Drawn:
    cases = [(c, float(c.size or 0.0)) for c in found.cases if _sized_case(c) and (c.unit or "") == unit]
    cases.sort(key=lambda pair: (-pair[1], pair[0].model, pair[0].field))
    shown = cases[: min(found.shown or MOST_CASES, MOST_CASES)]
    marks = ticks(0.0, max(size for _, size in shown), 4)
    on, scale = axis(marks), scale_for([size for _, size in shown], unit)
    stem = readable_stem(unit) if unit else "size"
    rows: list[tuple[Cell, ...]] = [
        (registry.link(c.model, ""), c.field, _said(book, c.first), _said(book, c.second), bar(size, on),
         book.number(f"case/{stem}/{k}", size, scale))
        for k, (c, size) in enumerate(shown)
    ]  # fmt: skip
    foot = ("", "", "", "", ends([scale.tick(t) for t in marks]), "")
    title = f"{_many(len(shown), len(cases))}, in {scale.words or 'size'}"
    head = ("Model", "Field", "One says", "Another says", "Size", f"#{scale.words or 'Size'}")
    return Drawn(
        label=f"{title}; the largest: {shown[0][0].model}, {shown[0][0].field}", caption=f"{title}.",
        source=_SOURCES,
        csv=_csv(book, f"disagreements-{stem}", [c for c, _ in cases]),
        marks=table(title, head, rows, foot),
    )  # fmt: skip


def _worded(book: Book, registry: Registry, cases: list[Disagreement]) -> Drawn:
    shown = cases[:MOST_CASES]
    title = f"{_many(len(shown), len(cases))}, in words"
    rows = [(registry.link(c.model, ""), c.field, _said(book, c.first), _said(book, c.second)) for c in shown]
    return Drawn(
        label=title, caption=f"{title}.",
        source=_SOURCES,
        csv=_csv(book, "disagreements-words", cases),
        marks=table(title, ("Model", "Field", "One says", "Another says"), rows),
    )  # fmt: skip


def _many(shown: int, found: int) -> str:
    """How many of the cases are shown."""
    if shown < found:
        return f"The largest {shown:,} of {found:,} disagreements"
    return f"All {found:,} disagreements" if found > 1 else "One disagreement"


def _said(book: Book, fact: Fact) -> Markup:
    at = f", line {fact.line:,}" if fact.line is not None else ""
    return Markup('{}<span class="limits">{}{}</span>').format(
        fact.value, book.source_link(fact.source, ""), at
    )


def _csv(book: Book, name: str, cases: list[Disagreement]) -> str:
    header = (
        "model", "field", "first_value", "first_source", "first_file", "second_value", "second_source",
        "second_file", "size", "unit",
    )  # fmt: skip
    return book.csv(name, header, [
        (c.model, c.field, c.first.value, c.first.source, file_name(c.first.vintage_file), c.second.value,
         c.second.source, file_name(c.second.vintage_file), c.size, c.unit)
        for c in cases
    ])  # fmt: skip
