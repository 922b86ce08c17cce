"""A feed divided into its items, in one form whatever it is written in: RSS, RDF, Atom or JSON Feed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from theodolite.model.address import absolute
from theodolite.model.errors import Refusal
from theodolite.model.listed import Listed, Listing
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import canonical
from theodolite.read import feed as xml
from theodolite.read import jsonfeed
from theodolite.read.jsonfeed import item_document
from theodolite.read.stated_date import moment

__all__ = ["item_document", "items"]

_KEY_LIMIT = 2000


def items(snapshot: Snapshot, name: str, received: dt.date | None = None) -> Listing:
    """Every item of a feed; `name` is the feed's address or path, against which its links are resolved.

    `received` as in `read.document`. An item with neither words nor a link, or whose markup cannot be read,
    is refused; the rest goes on. Raises Refusal for what is no feed or over the limits.
    """
    if jsonfeed.is_json_feed(snapshot):
        return jsonfeed.listing(snapshot, name, received)
    base = absolute(name)
    feed, _ = xml.parsed(snapshot, name, base)
    taken, refused = [], []
    for number, entry in enumerate(feed.entries, start=1):
        place = f"{name} item {number}"
        try:
            taken.append(_item(entry, feed, base, received, place))
        except Refusal as refusal:
            refused.append(refusal)
    channel = feed.feed
    title = xml.title(channel, name)
    return Listing(
        kind="atom" if str(feed.version).startswith("atom") else "rss",
        items=tuple(taken),
        title=title,
        publisher=title,
        language=xml.language(channel.get("language")),
        home=absolute(channel.get("link"), base),
        refused=tuple(refused),
    )


def _item(entry: Any, feed: Any, base: str | None, received: dt.date | None, place: str) -> Listed:
    title = xml.title(entry, place)
    text, detail = xml.body(entry, place)
    key = canonical(str(entry.get("id") or "").strip())[:_KEY_LIMIT] or None
    address = absolute(entry.get("link"), base) or absolute(key)
    if not (title or text or address):
        raise Refusal(place, "the item has neither words nor a link", "look at the feed")
    is_text = (detail or {}).get("type") == "text/plain"
    published = xml.published(entry, str(feed.version or ""))
    # Not by the entry's own `get`: it answers with the published date where there is no updated one.
    updated = dict.get(entry, "updated")
    return Listed(
        key=key,
        address=address,
        title=title,
        author=xml.author(entry, feed),
        publisher=_source(entry, place),
        published=moment(published, received),
        updated=None if updated == published else moment(updated, received),
        content=(text if is_text else canonical(str(detail["value"]))) if text else None,
        content_type="text" if is_text else "html",
        language=_language(entry, detail) or xml.language(feed.feed.get("language")),
    )


def _source(entry: Any, place: str) -> str | None:
    """The feed or paper that an item was taken over from, where it says so."""
    source = entry.get("source")
    if not isinstance(source, dict):
        return None
    return xml.title(source, place) or canonical(" ".join(str(source.get("title") or "").split())) or None


def _language(entry: Any, detail: Any) -> str | None:
    stated = (detail or {}).get("language") or (entry.get("title_detail") or {}).get("language")
    return xml.language(stated)
