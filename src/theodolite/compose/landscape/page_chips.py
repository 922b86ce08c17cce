"""Chip controls: rules on a time line, every chip by class, and the plane that the rules divide."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from theodolite.compose.landscape.bars import axis, bar, ends, span
from theodolite.compose.landscape.chart_chips import plane
from theodolite.compose.landscape.numbers import NumberScale, ticks
from theodolite.compose.landscape.parts import Book, Drawn
from theodolite.compose.landscape.view import ChipRow, ChipsView
from theodolite.compose.outside import linkable, readable_stem
from theodolite.compose.plotting import day_number
from theodolite.compose.tables import Cell, ChartOnPage, Table, table
from theodolite.compose.words import count_words, day_words

MOST_PLANES = 3


def chips_page(book: Book, chips: ChipsView) -> None:
    """Add the page of chips."""
    book.page(
        "chips.html", "chips", "Chip controls",
        "The rules with their dates, every chip of the data by class, and why.",
        line=_line(book, chips) if chips.rules else None,
        rules=[_rule(book, chips, name, k) for k, name in enumerate(_in_order(chips))],
        warnings=[book.ctx.public(w) for w in chips.warnings],
    )  # fmt: skip


def _in_order(chips: ChipsView) -> list[str]:
    """The newest rule first: it is the one in force."""
    begins = {name: start for name, start, *_ in chips.rules}
    return sorted(chips.by_rule, key=lambda n: (-begins[n].toordinal() if n in begins else 0, n))


def _line(book: Book, chips: ChipsView) -> Drawn:
    """Rules as stretches of time; one that is in force goes on past the last day known."""
    known = [d for _, start, end, *_ in chips.rules for d in (start, end) if d]
    if chips.basis.vintage.date:
        known.append(chips.basis.vintage.date)
    first, last = min(known).year, max(known).year + 1
    marks = ticks(float(first), float(last), 4)
    on = axis(marks)

    def at(ordinal: int) -> float:
        return 1970 + ordinal / 365.2425

    rows: list[tuple[Cell, ...]] = []
    for name, start, end, words, address in chips.rules:
        until = at(day_number(end)) if end else at(day_number(max(known)))
        picture = span(at(day_number(start)), until, on, open_end=end is None)
        upto = day_words(end) if end else "in force"
        rows.append((name, picture, day_words(start), upto, words, _text(address)))
    foot = ("", ends([f"{t:g}" for t in marks]), "", "", "", "")
    header = ("rule", "from", "to", "words", "address")
    csv = book.csv("chip-rules", header, [
        (n, a.isoformat(), b.isoformat() if b else None, w, s) for n, a, b, w, s in chips.rules
    ])  # fmt: skip
    now = [n for n, _, end, *_ in chips.rules if end is None]
    head = ("Rule", "Time", "From", "To", "In words", "Text")
    return Drawn(
        label=f"{count_words(len(chips.rules), 'rule')} on a time line; in force: {', '.join(now) or 'none'}",
        caption="An arrow: still in force.", source="The rules' own texts, linked in each row.", csv=csv,
        marks=table("Rules and when they hold", head, rows, foot),
        command=chips.command,
    )  # fmt: skip


def _text(address: str) -> Cell:
    """A link to a rule's text, named by its house; other addresses as plain text."""
    if not linkable(address):
        return address
    host = urlsplit(address).hostname or address
    return Markup('<a href="{}" rel="noreferrer noopener nofollow">{}</a>').format(address, host)


def _rule(book: Book, chips: ChipsView, name: str, k: int) -> dict[str, Any]:
    rows, stem = chips.by_rule[name], readable_stem(name)
    return {
        "name": name, "anchor": f"rule-{stem}",
        "classes": _classes(book, chips, name, stem),
        "plane": _plane(book, chips, name, stem) if k < MOST_PLANES else None,
        "table": _table(book, chips, rows, stem),
    }  # fmt: skip


def _classes(book: Book, chips: ChipsView, name: str, stem: str) -> Drawn:
    """How many chips are in each class, and which cannot be classed."""
    counts = Counter(r.cls for r in chips.by_rule[name])
    marks = ticks(0.0, max([*counts.values(), 1]), 4)
    on = axis(marks)
    rows: list[tuple[Cell, ...]] = []
    for cls, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])):
        key = f"chips/{stem}/{readable_stem(cls)}"
        number = book.number(key, float(n), NumberScale("chip", decimals=0), basis=chips.basis)
        rows.append((cls, number, bar(float(n), on)))
    foot = ("", "", ends([f"{t:g}" for t in marks]))
    header = (
        "chip", "maker", "released", "tpp", "die_mm2", "performance_density", "interconnect_gb_s", "class",
        "why", "unknown_because",
    )  # fmt: skip
    csv = book.csv(f"chips-{stem}", header, [
        (r.chip, r.maker, r.released.isoformat() if r.released else None, r.tpp, r.die_mm2,
         r.performance_density, r.interconnect_gb_s, r.cls, r.why, r.unknown_because)
        for r in chips.by_rule[name]
    ])  # fmt: skip
    said = ", ".join(f"{cls} {n}" for cls, n in counts.most_common())
    return Drawn(
        label=f"Chips by class under {name}: {said}", caption=f"Chips of the data by class under {name}.",
        source=book.source_line(chips.basis, ""), csv=csv,
        marks=table(f"Chips by class, {name}", ("Class", "#Chips", "Picture"), rows, foot),
        command=chips.command,
    )  # fmt: skip


def _plane(book: Book, chips: ChipsView, name: str, stem: str) -> ChartOnPage | None:
    """TPP against performance density with the rule's regions, where it has any."""
    regions = chips.regions.get(name, ())
    rows = [r for r in chips.by_rule[name] if r.tpp and r.tpp > 0]
    if not regions or not rows:
        return None
    counts = Counter(r.cls for r in rows)
    title = f"Chips by class under {name}: total processing performance and its density"
    under = "Bounded: where the rule gives a class. Marks below the axis: density not known."
    file = plane(rows, regions, f"chips-{stem}", title, (under,))
    book.charts.append(file)
    said = ", ".join(f"{n} in {cls}" for cls, n in sorted(counts.items()))
    return ChartOnPage(
        name=file.name, alt=f"Chart. {title}. {said}. Every chip follows as a table.",
        caption="Both axes are logarithmic. Each class has a shape of its own.",
        source=book.source_line(chips.basis, ""), description=(f"{title}: {said}.",), tables=(),
    )  # fmt: skip


def _table(book: Book, chips: ChipsView, rows: tuple[ChipRow, ...], stem: str) -> Table:
    ordered = sorted(rows, key=lambda r: (r.cls, -(r.tpp or 0), r.chip))
    cells: list[tuple[Cell, ...]] = []
    for r in ordered:
        told = (r.maker, r.released, r.tpp, r.die_mm2, r.performance_density, r.interconnect_gb_s)
        key = f"chip/{readable_stem(f'{r.chip} {told}')}"
        numbers = [
            _number(book, chips, f"{key}/{name}", value, decimals)
            for name, value, decimals in (
                ("tpp", r.tpp, 0), ("die", r.die_mm2, 0), ("density", r.performance_density, 2),
                ("link", r.interconnect_gb_s, 0),
            )
        ]  # fmt: skip
        why = (
            r.why
            if not r.unknown_because
            else f"{r.why}; {r.unknown_because}"
            if r.why
            else r.unknown_because
        )
        released = day_words(r.released) if r.released else ""
        cells.append((r.chip, r.cls, *numbers, r.maker or "", released, why))
    head = (
        "Chip",
        "Class",
        "#TPP",
        "#Die, mm²",
        "#TPP per mm²",
        "#Interconnect, GB/s",
        "Maker",
        "Released",
        "Why",
    )
    return table("Every chip, its class and the condition that decided", head, cells)


def _number(book: Book, chips: ChipsView, key: str, value: float | None, decimals: int) -> Cell:
    if value is None:
        return ""
    return book.number(key, value, NumberScale("", decimals=decimals), basis=chips.basis)
