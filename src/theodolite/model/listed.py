"""What a feed or a sitemap lists: one value for each item, in one form whatever the list was written in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from theodolite.model.errors import Refusal

ContentType = Literal["html", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One item of a list.

    `key` is the id it states of itself (guid, id), `address` absolute. `published` and `updated` are ISO
    8601 as precise as stated: "2024", "2024-05", "2024-05-15" or, where a time with its zone is stated,
    "2024-05-15T09:30:00+08:00"; the day is the one in the zone of whoever stated it. `content` is what the
    list itself holds of the item, the full content else the summary, HTML or text by `content_type`.
    `publisher` is set only where the item states another source than the list. None means that the item does
    not say.
    """

    key: str | None = None
    address: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    updated: str | None = None
    content: str | None = field(default=None, repr=False)
    content_type: ContentType = "text"
    language: str | None = None

    @property
    def day(self) -> str | None:
        """`published` without its time: no more precise than a day."""
        return self.published[:10] if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list's items in its order, what it says of itself, and the items that could not be taken.

    `kind` is what it is written in: "rss", "atom", "json feed", "sitemap", "sitemap index" or "addresses".
    `home` is the page a reader would open.
    """

    kind: str
    items: tuple[Listed, ...]
    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    home: str | None = None
    refused: tuple[Refusal, ...] = ()
