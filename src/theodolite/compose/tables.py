"""Tables and charts as a page shows them: plain values for the templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

Cell = str | Markup


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head; `number` columns are aligned on their figures."""

    text: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption. The first cell of each row heads the row.

    `foot` is the axis under columns of marks: seen, not read aloud.
    """

    caption: str
    head: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[Cell, ...] = ()


def table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], foot: Sequence[Cell] = ()
) -> Table:
    """A table from plain words: a head that begins with "#" is a column of numbers."""
    heads = tuple(Head(h.removeprefix("#"), h.startswith("#")) for h in head)
    return Table(caption, heads, tuple(tuple(r) for r in rows), tuple(foot))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartOnPage:
    """A chart as a page shows it: what it is called, what it says to who cannot see it, and its data."""

    name: str
    alt: str
    caption: Cell
    source: Cell
    description: tuple[str, ...]
    tables: tuple[Table, ...]
