"""One place that is looked at again and again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Shape = Literal["feed", "page", "sitemap", "folder", "data"]
"""How a place is read: a feed's items, one page, the pages a sitemap lists, files, or a catalogued table."""

SourceKind = Literal["official", "wire", "press", "blog", "forum", "research"]
"""Who speaks there: a government, company or institute for itself; a news agency; a newspaper or magazine;
one author or a newsletter; many in discussion; papers and studies."""

SHAPES: tuple[Shape, ...] = get_args(Shape)
KINDS: tuple[SourceKind, ...] = get_args(SourceKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A place on a watchlist.

    `name` is its own in the list. `address` is an http(s) address; of a folder its path, of data the name of
    the catalogue's source. `home` is the page a reader would open. `full_text` is whether the pages that a
    feed or sitemap links to are fetched. `most` is how many items of one look are taken, the newest first;
    `about` narrows a source of mixed news to items with one of these words ("ai" stands for the field's own).
    `confirmed` is the public page on which the address was looked up, where it was. `may_republish` says
    whether whole texts may be shown to the public.
    """

    name: str
    shape: Shape
    address: str
    title: str | None = None
    publisher: str | None = None
    kind: SourceKind | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    home: str | None = None
    full_text: bool = True
    most: int = 200
    about: tuple[str, ...] = ()
    licence: str | None = None
    may_republish: bool = False
    confirmed: str | None = None
