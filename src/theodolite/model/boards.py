"""Leaderboards as published: what stood on a board on one day, kept by one source, in one category."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from theodolite.model.scores import Vintage


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """A model on a board. `rating` compares with the same board's ratings only; limits are as published.

    `organisation` is canonical where it is known; `countries` are empty where the maker has none or is not
    known; `openness` is "open", "closed" or None; `licence` as written.
    """

    model: str
    rating: float
    low: float | None = None
    high: float | None = None
    votes: int | None = None
    organisation: str | None = None
    countries: tuple[str, ...] = ()
    openness: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One board. `licence` is that of whoever kept it, None where none is stated; `whole`: not only its
    top.
    """

    date: dt.date
    source: str
    category: str
    licence: str | None
    whole: bool
    rows: tuple[BoardRow, ...] = field(repr=False)

    @property
    def publishable(self) -> bool:
        """Whether a figure measured on it may be published: the licence is stated."""
        return self.licence is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Boards:
    """The boards of one file, oldest first; of one day those without a stated licence come first.

    `first_seen` is the day on which a model, by its folded name, first stood on any board of the file.
    """

    measure: str
    unit: str
    source: str
    vintage: Vintage
    boards: tuple[Board, ...] = field(repr=False)
    first_seen: Mapping[str, dt.date] = field(repr=False)
    warnings: tuple[str, ...] = ()

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days that have a board, each once."""
        return tuple(sorted({b.date for b in self.boards}))
