"""Dependence of two sides on each other: both ways side by side, declared and claimed ties kept apart."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from theodolite.compose.landscape.bars import axis, ends, interval
from theodolite.compose.landscape.numbers import NumberScale
from theodolite.compose.landscape.panels import Frame, frame, is_dated, panel, period_order
from theodolite.compose.landscape.parts import Book, Drawn, Panel
from theodolite.compose.landscape.registry import Registry
from theodolite.compose.landscape.view import DependenceView, GroupValue, TieRow
from theodolite.compose.outside import readable_stem, slug
from theodolite.compose.tables import Cell, table
from theodolite.compose.words import the

EVIDENCE = (
    ("declared", "Declared in data", "What publishers of models and data say themselves."),
    (
        "claimed",
        "Claimed in documents",
        "What documents say, each with its quote. Kept apart from what is declared.",
    ),
)
_SHARE = NumberScale("share")
MOST_EXAMPLES = 40
MOST_PERIODS = 12
FEWEST_RELEASES = 5
"""Periods with fewer releases are in the table alone: a share of two is no share."""


def dependence_page(book: Book, registry: Registry) -> None:
    """Add the page of dependence."""
    kinds = list(dict.fromkeys((d.kind, d.first, d.second) for d in book.land.dependence))
    book.page(
        "dependence.html", "dependence", "Dependence, both ways",
        "What share of each side's releases rests on the other's, from declared ties and from claims.",
        kinds=[_kind(book, registry, *k) for k in kinds],
        without=[
            title for evidence, title, _ in EVIDENCE
            if not any(d.evidence == evidence for d in book.land.dependence)
        ],
    )  # fmt: skip


def _kind(book: Book, registry: Registry, kind: str, first: str, second: str) -> dict[str, Any]:
    views = [d for d in book.land.dependence if (d.kind, d.first, d.second) == (kind, first, second)]
    parts = [
        {
            "title": title, "about": about,
            "found": [_view(book, registry, d) for d in views if d.evidence == evidence],
        }
        for evidence, title, about in EVIDENCE
    ]  # fmt: skip
    return {
        "title": f"{kind[:1].upper()}{kind[1:]}: {the(first)} and {the(second)}",
        "anchor": slug(f"{kind} {first} {second}"), "parts": parts,
    }  # fmt: skip


def _view(book: Book, registry: Registry, d: DependenceView) -> dict[str, Any]:
    stem = book.stem(f"{d.kind}-{d.first}-{d.second}-{d.evidence}")
    return {
        "picture": _picture(book, d, stem),
        "examples": [
            {"release": registry.link(r, ""), "base": registry.link(b, ""), "source": s}
            for r, b, s in d.examples[:MOST_EXAMPLES]
        ],
        "warnings": [book.ctx.public(w) for w in d.warnings],
    }  # fmt: skip


def _picture(book: Book, d: DependenceView, stem: str) -> Drawn:
    """Two panels on one axis, one a direction; with few periods, intervals in a table."""
    ways = ((d.first, d.second), (d.second, d.first))
    lines = len({r.period for r in d.rows if _drawn(r)}) >= 3
    order = {way: k for k, way in enumerate(ways)}
    rows = sorted(d.rows, key=lambda r: (order.get((r.builder, r.base), 2), period_order(r.period)))
    marks = [0.0, 0.25, 0.5, 0.75, 1.0]
    on = axis(marks)
    cells: list[tuple[Cell, ...]] = []
    for r in rows:
        key = f"ties/{stem}/{readable_stem(r.builder)}-{readable_stem(r.base)}/{readable_stem(r.period)}"
        share = book.number(key, r.share, _SHARE, low=r.low, high=r.high, basis=d.basis)
        picture: Cell = "" if lines else interval(r.share, r.low, r.high, on)
        count = NumberScale("release", decimals=0)
        cells.append((
            f"{r.builder} on {r.base}", r.period, picture, share, book.limits(key),
            *(book.number(f"{key}/{n}", float(v), count, basis=d.basis)
              for n, v in (("ties", r.ties), ("releases", r.releases), ("unresolved", r.unresolved))),
        ))  # fmt: skip
    foot = ("", "", ends([_SHARE.tick(m) for m in marks]), "", "", "", "", "")
    head = (
        "Who on whom",
        "Period",
        "Picture",
        "#Share",
        "#90% limits",
        "#Ties",
        "#Releases",
        "#Not resolved",
    )
    shown = table(f"Ties, {d.kind}, {d.evidence}", head, cells, foot)
    if lines:
        shown = table(
            f"Ties, {d.kind}, {d.evidence}", (*head[:2], *head[3:]), [(*c[:2], *c[3:]) for c in cells]
        )
    if all(r.share is None for r in rows):
        shown = table(
            f"Ties, {d.kind}, {d.evidence}", ("Who on whom", "Period", "#Pairs of names", "#Sayings"),
            [(*c[:2], *c[5:7]) for c in cells],
        )  # fmt: skip
    header = (
        "kind",
        "evidence",
        "builder",
        "base",
        "period",
        "share",
        "low90",
        "high90",
        "ties",
        "releases",
        "unresolved",
    )
    csv = book.csv(f"dependence-{stem}", header, [
        (d.kind, d.evidence, r.builder, r.base, r.period, r.share, r.low, r.high, r.ties, r.releases,
         r.unresolved)
        for r in rows
    ])  # fmt: skip
    return Drawn(
        label=f"Share of releases that rest on the other side, {d.kind}, {d.evidence}: {_finding(rows)}",
        caption=_caption(d, lines),
        source=book.source_line(d.basis, "") if d.basis else "The documents of this survey.", csv=csv,
        panels=_panels(book, d, rows, stem) if lines else (),
        marks=None if lines else shown, tables=(shown,) if lines else (), command=d.command,
    )  # fmt: skip


def _caption(d: DependenceView, lines: bool) -> str:
    if all(r.share is None for r in d.rows):
        return (
            "Pairs of names in documents, and how often they are said: there is no total to take a share of."
        )
    caption = (
        "Share of a side's releases that rest on the other's, with 90% limits. Releases whose base is not "
        "resolved are counted beside it."
    )
    return caption + (
        " Older periods and those with fewer than five releases are in the table alone." if lines else ""
    )


def _finding(rows: list[TieRow]) -> str:
    """The last share of each direction in words."""
    last: dict[tuple[str, str], TieRow] = {(r.builder, r.base): r for r in rows if r.share is not None}
    said = [
        f"{r.ties} of {r.releases} releases of {the(a)} on {the(b)} in {r.period}"
        for (a, b), r in last.items()
    ]
    return "; ".join(said) or "no share is known"


def _drawn(r: TieRow) -> bool:
    """Whether a row has a place on an axis of time."""
    return r.share is not None and is_dated(r.period) and r.releases >= FEWEST_RELEASES


def _panels(book: Book, d: DependenceView, rows: list[TieRow], stem: str) -> tuple[Panel, ...]:
    """A panel a direction, both on one axis; a direction with too few releases says so in its place."""
    ways = ((d.first, d.second), (d.second, d.first))
    periods = sorted({r.period for r in rows if _drawn(r)}, key=period_order)[-MOST_PERIODS:]
    values = {
        way: [
            GroupValue(group=f"{way[0]} on {way[1]}", period=r.period, value=r.share, low=r.low, high=r.high)
            for r in rows
            if (r.builder, r.base) == way and r.share is not None and _drawn(r) and r.period in periods
        ]
        for way in ways
    }
    both = [v for own in values.values() for v in own]
    if not both:
        return ()
    on = frame(both, _SHARE, ceiling=1.0)
    return tuple(_panel(book, way, own, on, rows, stem) for way, own in values.items())


def _panel(
    book: Book, way: tuple[str, str], own: list[GroupValue], on: Frame, rows: list[TieRow], stem: str
) -> Panel:
    builder, base = way
    known = [r.period for r in rows if (r.builder, r.base) == way and r.share is not None]
    last: Cell = "no share is known"
    if known:
        key = f"ties/{stem}/{readable_stem(builder)}-{readable_stem(base)}/{readable_stem(known[-1])}"
        last = Markup('{}% <span class="when">{}</span>').format(book.ctx.store.mark(key), known[-1])
    if not own:
        few = Markup('<p class="note">Fewer than five releases in each period: the table has them.</p>')
        return Panel(heading=f"{builder} on {base}", figure=last, svg=few)
    label = f"Share of releases of {the(builder)} that rest on {the(base)}, by period"
    return Panel(heading=f"{builder} on {base}", figure=last, svg=panel(own, on, label))
