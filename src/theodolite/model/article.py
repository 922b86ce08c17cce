"""A gathered document as those see it who compare, count and retell documents."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.model.gathering import DateBasis
from theodolite.model.watchlist import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The newest state of a document, with what the watchlist says of its source.

    `id` is the document's identity, `text_sha256` its newest text. `published` is ISO 8601 as precise as
    stated, by `basis`; `first_seen` and `last_changed` are moments of this ledger (ISO 8601 with zone) and
    `editions` how many states were seen. `sources` are the names of all sources that list it, the first to do
    so first.
    """

    id: str
    text_sha256: str
    title: str | None
    address: str | None
    publisher: str | None
    author: str | None
    language: str | None
    published: str | None
    basis: DateBasis
    first_seen: str
    last_changed: str
    editions: int
    sources: tuple[str, ...]
    kind: SourceKind | None = None
    tags: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The day it counts for: of publication where it is known to the day, else the day it was seen."""
        if self.published and len(self.published) >= 10:
            return self.published[:10]
        return self.first_seen[:10]
