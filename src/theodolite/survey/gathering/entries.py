"""From what a source lists to entries of documents, each with the identity by which it is known again."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from theodolite.catalog.watchlist.about import is_about
from theodolite.model import identity
from theodolite.model.address import canonical_address
from theodolite.model.gathering import Entry
from theodolite.model.listed import Listed, Listing
from theodolite.model.watchlist import Watched
from theodolite.read.dated import stamped

Named = tuple[Entry, Listed]

LONGEST = 500
"""Code points of a title or an author's name."""

_TAG = re.compile(r"<[^<>]{0,2000}>")
_HTTP = re.compile("^http:")
_BETWEEN = re.compile(r"[-_/.+]")


def entries_of(
    source: Watched, listing: Listing, feed: str, at: str, known: Container[str] = ()
) -> list[Named]:
    """The newest of what a source lists, at most `source.most`, each with its entry.

    Lists are taken as newest first; where dates are stated, they decide. An item that is listed twice is
    taken where it stands first. Items that share a page, as those of a changelog do, stay several. Of a
    source of mixed news only what it is watched for is taken. Dates of a feed that dates everything with the
    moment of asking are left out. `known` are the identities of what the source listed before.
    """
    if stamped(listing, at):
        listing = replace(
            listing, items=tuple(replace(item, published=None, updated=None) for item in listing.items)
        )
    numbered = list(enumerate(listing.items, start=1))
    if source.about:
        numbered = [(n, item) for n, item in numbered if is_about(_words(item), source.about)]
    if len(numbered) > source.most:
        numbered = sorted(numbered, key=_newest_first)[: source.most]
    shared = _shared(listing.items)
    found: dict[str, Named] = {}
    for number, item in numbered:
        document = _of_its_own(source, item)
        if item.address and document not in known and at_address(item.address) not in shared:
            document = at_address(item.address)
        entry = _entry(source, item, document, number, feed, at)
        found.setdefault(entry.document, (entry, item))
    return list(found.values())


def _newest_first(numbered: tuple[int, Listed]) -> tuple[int, float, int]:
    """Dated items by their latest date, before those without one; else in the list's order."""
    number, item = numbered
    stated = item.updated or item.published
    if stated is None:
        return 1, 0.0, number
    return 0, -moment_of(stated).timestamp(), number


def _shared(items: Iterable[Listed]) -> set[str]:
    """The identities of pages that several items link to: with anchors of their own, or with ids and titles
    of their own."""
    anchors: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[tuple[str | None, str | None]]] = defaultdict(set)
    for item in items:
        if item.address and (item.key or "#" in item.address):
            page = at_address(item.address)
            anchors[page].add(urlsplit(item.address).fragment)
            if item.key:
                names[page].add((item.key, item.title))
    return {page for page in anchors if len(anchors[page]) > 1 or _told_apart(names[page])}


def _told_apart(named: set[tuple[str | None, str | None]]) -> bool:
    return len({key for key, _ in named}) > 1 and len({title for _, title in named}) > 1


def moment_of(stated: str) -> dt.datetime:
    """A stated date as a moment: the first of the year, month or day that it names, in UTC without a zone."""
    whole = {4: "-01-01", 7: "-01"}.get(len(stated), "")
    moment = dt.datetime.fromisoformat(stated + whole)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _words(item: Listed) -> str:
    """What is said of an item: its title, its content without markup, and the words of its address."""
    content = _TAG.sub(" ", item.content or "")
    path = _BETWEEN.sub(" ", urlsplit(item.address).path) if item.address else ""
    return f"{item.title or ''}\n{content}\n{path}"


def _of_its_own(source: Watched, item: Listed) -> str:
    """The identity of an item that has no page to itself: over its source and its id, else its words, and the
    anchor under which it stands on a page."""
    anchor = urlsplit(item.address).fragment if item.address else ""
    words = None if item.key or anchor else item.content
    return identity.digest("item", source.name, item.key or item.title, words, anchor or None)


def has_page(entry: Entry) -> bool:
    """Whether the page that an item links to is its own."""
    return entry.address is not None and entry.document == at_address(entry.address)


def at_address(address: str) -> str:
    """The identity of a document with an address, whatever tracking parameters came with it, and whether it
    was asked for by http or https: a site that moves to https has no new pages."""
    canonical = canonical_address(address)
    return identity.document(_HTTP.sub("https:", canonical), "")


def in_a_line(words: str | None) -> str | None:
    """A title or a name, cut where it goes on for longer than any does."""
    return words if words is None or len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _entry(source: Watched, item: Listed, document: str, number: int, feed: str, at: str) -> Entry:
    said = (item.address, item.title, item.author, item.published, item.updated, item.content)
    return Entry(
        document=document, source=source.name, at=at, address=item.address, feed=feed, number=number,
        stated=identity.digest("entry", source.name, document, *said), title=in_a_line(item.title),
        author=in_a_line(item.author), published=item.published, updated=item.updated,
    )  # fmt: skip


def only_words_changed(before: Entry | None, now: Entry) -> bool:
    """Whether all that changed is what the feed quotes of the item: often a count of comments."""
    if before is None:
        return False
    same: Iterator[bool] = (
        getattr(before, name) == getattr(now, name) for name in ("address", "title", "published", "updated")
    )
    return all(same)
