"""A page a source: terms, fields, known faults, repairs, and every vintage that is held."""

from __future__ import annotations

from markupsafe import Markup

from theodolite.compose.context import link
from theodolite.compose.landscape.bars import axis, bar, ends
from theodolite.compose.landscape.numbers import NumberScale, scale_for, ticks
from theodolite.compose.landscape.parts import Book, Drawn, source_path
from theodolite.compose.landscape.view import SourceView, VintageRow
from theodolite.compose.outside import file_name, readable_stem
from theodolite.compose.tables import Cell, table
from theodolite.compose.words import day_words

_FIELDS = ("Field", "Column in the file", "Type and unit", "What is checked")
_REPAIRS = ("Rows", "What is set", "Reason", "How long")


def source_page(book: Book, s: SourceView) -> None:
    """Add the page of a source."""
    terms: list[tuple[str, Markup | str | None]] = [
        ("Name in the catalogue", s.id),
        ("Producer", s.producer),
        ("Licence", s.licence),
        ("Licence at", link(s.licence_address) or None),
        ("May be published", "yes" if s.publish else "no: shown in private builds only"),
        ("Page", link(s.address) or None),
        ("Download", link(s.download) or "none: given as a file"),
        ("Citation", s.citation),
        ("The newest file again", f"theodolite pull {s.id}" if s.download else None),
    ]
    book.page(
        source_path(s.id), "source", s.title, f"{s.title}: terms, fields, faults, repairs and vintages.",
        name=s.title, publish=s.publish, terms=[(k, v) for k, v in terms if v],
        fields=table("Fields that are read", _FIELDS, s.fields) if s.fields else None,
        faults=s.faults,
        repairs=table("Repairs, each with its reason", _REPAIRS, s.repairs) if s.repairs else None,
        vintages=_vintages(book, s) if s.vintages else None,
        warnings=[book.ctx.public(w) for w in s.warnings],
    )  # fmt: skip


def _vintages(book: Book, s: SourceView) -> Drawn:
    """Every vintage with its hash; a bar for how many rows each has."""
    stem = readable_stem(s.id)
    counted = [float(v.rows) for v in s.vintages if v.rows is not None]
    marks = ticks(0.0, max([*counted, 1.0]), 4)
    on, scale = axis(marks), scale_for(counted, "row")
    rows: list[tuple[Cell, ...]] = []
    for k, v in enumerate(s.vintages):
        count: Cell = "not known"
        if v.rows is not None:
            key = f"source/{stem}/{k}-{v.sha256[:12]}/rows"
            count = book.number(key, float(v.rows), NumberScale("row", decimals=0))
        dated = day_words(v.date) if v.date else "no date"
        picture = bar(float(v.rows), on) if v.rows is not None else Markup("")
        digest = Markup('<code class="hash">{}</code>').format(v.sha256)
        rows.append((dated, file_name(v.file), count, picture, _pulled(v), digest))
    foot = ("", "", "", ends([scale.tick(t) for t in marks]), "", "")
    header = ("file", "sha256", "date", "rows", "pulled", "in_force_from", "in_force_until")
    csv = book.csv(f"source-{stem}", header, [
        (file_name(v.file), v.sha256, v.date.isoformat() if v.date else None, v.rows, v.pulled,
         v.in_force_from, v.in_force_until) for v in s.vintages
    ])  # fmt: skip
    newest = max((v.date for v in s.vintages if v.date), default=None)
    until = f", the newest of {day_words(newest)}" if newest else ""
    head = ("Vintage", "File", "#Rows", "Rows, as bars", "Pulled and in force", "SHA-256 of the bytes")
    return Drawn(
        label=f"{len(s.vintages)} vintages of {s.title}{until}",
        caption="A vintage is never overwritten: each is kept by the hash of its bytes.",
        source=s.citation or s.producer, csv=csv, marks=table(f"Vintages of {s.title}", head, rows, foot),
    )  # fmt: skip


def _pulled(v: VintageRow) -> str:
    parts = [f"pulled {v.pulled}" if v.pulled else "given as a file"]
    if v.in_force_from or v.in_force_until:
        parts.append(f"in force from {v.in_force_from or 'its first day'} to {v.in_force_until or 'now'}")
    return "; ".join(parts)
