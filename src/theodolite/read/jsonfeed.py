"""JSON Feed 1.0 and 1.1: items of a list, or one text whose parts are the items.

A document of a single item is that item: a text of one voice, with what the item states as the text's own
facts. Such documents are also made here, where a feed is all that can be had of an item.

https://www.jsonfeed.org/version/1.1/ (fields and their meaning).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from theodolite.model.address import absolute
from theodolite.model.errors import Refusal
from theodolite.model.identity import digest
from theodolite.model.listed import ContentType, Listed, Listing
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Part, Text, canonical
from theodolite.read.charset import NotTextError, decode
from theodolite.read.feed import language as primary
from theodolite.read.html import text_of
from theodolite.read.joining import joined, words
from theodolite.read.limits import FEED_LIMIT, ITEM_LIMIT, TEXT_LIMIT, check_length
from theodolite.read.media import JSON_FEED, declared_charset
from theodolite.read.stated_date import moment

READER = "jsonfeed/1"

_VERSION = "https://jsonfeed.org/version/1"
_WRITTEN = "https://jsonfeed.org/version/1.1"
_NAME_LIMIT = 200
_KEY_LIMIT = 2000
_STATED = "_stated"
"""Our extension of an item: what the feed states and JSON Feed has no field for."""
_NO_WORDS = "the item has neither words nor a link"
_LOOK = "look at the feed"


def is_json_feed(snapshot: Snapshot) -> bool:
    """Whether the bytes are a JSON Feed, or are declared to be one."""
    declared = (snapshot.media_type or "").split(";")[0].strip().lower()
    if declared == JSON_FEED:
        return True
    head = snapshot.content[:FEED_LIMIT]
    if b"jsonfeed.org" not in head or head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] != b"{":
        return False
    try:
        return _is_feed(_loaded(snapshot, "")[0])
    except Refusal:
        return False


def listing(snapshot: Snapshot, name: str, received: dt.date | None = None) -> Listing:
    """The feed's items as values; `name` is its path or address. Raises Refusal for what is no JSON Feed.

    An item with neither words nor a link, or with fields of foreign types, is refused; the rest goes on.
    """
    return _listing(_loaded(snapshot, name)[0], name, received)


def read(snapshot: Snapshot, name: str, received: dt.date | None = None) -> Text:
    """The items in order, each a title line, an empty line and its content; a single item is the text itself.

    Raises Refusal for what is no JSON Feed, is too long or holds nothing to read.
    """
    feed, charset = _loaded(snapshot, name)
    found = _listing(feed, name, received)
    if len(feed["items"]) == 1 and found.items:
        return _one(snapshot, found, charset, name)
    content, parts = joined(_parts(found, name), name, TEXT_LIMIT)
    if not parts:
        raise Refusal(name, "the feed holds no item with text", "check that it is the right feed")
    return Text(
        snapshot=snapshot.sha256,
        reader=READER,
        content=content,
        charset=charset,
        title=found.title,
        publisher=found.publisher,
        language=found.language,
        address=found.home,
        parts=tuple(parts),
    )


def item_document(listing: Listing, item: Listed) -> Snapshot:
    """One item as a JSON Feed of its own: what is left of it where the page it links to cannot be had.

    The bytes depend on what the list says of itself and of this item alone, never on the other items or on
    when it was fetched; the same item gives the same bytes. An item without an id has its address for one,
    else a hash over what it says.
    """
    stated = {
        "publisher": item.publisher,
        # JSON Feed has moments only; a day or a year would have to be given a time that nobody stated.
        "published": item.published if item.published and "T" not in item.published else None,
        "updated": item.updated if item.updated and "T" not in item.updated else None,
    }
    entry = {
        "id": item.key or item.address or f"urn:sha256:{digest(item.title, item.content)}",
        "url": item.address,
        "title": item.title,
        "authors": [{"name": item.author}] if item.author else None,
        "date_published": item.published if item.published and "T" in item.published else None,
        "date_modified": item.updated if item.updated and "T" in item.updated else None,
        "language": item.language,
        f"content_{item.content_type}": item.content or "",
        _STATED: _held(stated) or None,
    }
    whole = {
        "version": _WRITTEN,
        "title": listing.title or listing.publisher or "",
        "home_page_url": listing.home,
        "language": listing.language,
        "items": [_held(entry)],
    }
    written = json.dumps(_held(whole), ensure_ascii=False, sort_keys=True, indent=1)
    return Snapshot(canonical(written + "\n").encode(), JSON_FEED)


def _held(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


def _loaded(snapshot: Snapshot, name: str) -> tuple[dict[str, Any], str]:
    """The feed's object, and its character set."""
    if len(snapshot.content) > FEED_LIMIT:
        raise Refusal(name, f"the feed is over the limit of {FEED_LIMIT // 1024**2} MiB", "split it")
    try:
        written, charset = decode(snapshot.content, declared_charset(snapshot.media_type))
        feed = json.loads(written.removeprefix("\ufeff"), strict=False)
    except NotTextError as error:
        raise Refusal(name, str(error), "give the feed's JSON") from None
    except (ValueError, RecursionError):
        raise Refusal(name, "this is no whole JSON", "check that the feed was saved whole") from None
    if not _is_feed(feed):
        raise Refusal(name, "this is not a JSON Feed (no version or no items)", "give a feed")
    if len(feed["items"]) > ITEM_LIMIT:
        raise Refusal(name, f"the feed has more than {ITEM_LIMIT:,} items", "split it")
    return feed, charset


def _is_feed(feed: object) -> bool:
    return (
        isinstance(feed, dict)
        and isinstance(feed.get("version"), str)
        and feed["version"].replace("http://", "https://").replace("//www.", "//").startswith(_VERSION)
        and isinstance(feed.get("items"), list)
    )


def _listing(feed: dict[str, Any], name: str, received: dt.date | None) -> Listing:
    base = absolute(feed.get("feed_url")) or absolute(name) or absolute(feed.get("home_page_url"))
    language = primary(feed.get("language"))
    author = _author(feed)
    items, refused = [], []
    for number, entry in enumerate(feed["items"], start=1):
        item = _item(entry, base, received, language, author) if isinstance(entry, dict) else None
        if item is None:
            reason = _NO_WORDS if isinstance(entry, dict) else "the item is no object"
            refused.append(Refusal(f"{name} item {number}", reason, _LOOK))
        else:
            items.append(item)
    title = _line(feed.get("title"))
    return Listing(
        kind="json feed",
        items=tuple(items),
        title=title,
        publisher=title,
        language=language,
        home=absolute(feed.get("home_page_url"), base),
        refused=tuple(refused),
    )


def _item(
    entry: dict[str, Any],
    base: str | None,
    received: dt.date | None,
    language: str | None,
    author: str | None,
) -> Listed | None:
    key = _key(entry.get("id"))
    content, content_type = _content(entry)
    title = _line(entry.get("title"))
    address = absolute(entry.get("url"), base) or absolute(entry.get("external_url"), base) or absolute(key)
    if not (content or title or address):
        return None
    stated = entry.get(_STATED)
    ours: dict[str, Any] = stated if isinstance(stated, dict) else {}
    return Listed(
        key=key,
        address=address,
        title=title,
        author=_author(entry) or author,
        publisher=_line(ours.get("publisher")),
        published=moment(entry.get("date_published") or ours.get("published"), received),
        updated=moment(entry.get("date_modified") or ours.get("updated"), received),
        content=content,
        content_type=content_type,
        language=primary(entry.get("language")) or language,
    )


def _content(entry: dict[str, Any]) -> tuple[str | None, ContentType]:
    """The first of HTML, text and summary that holds anything."""
    kinds: tuple[tuple[str, ContentType], ...] = (
        ("content_html", "html"),
        ("content_text", "text"),
        ("summary", "text"),
    )
    for field, kind in kinds:
        value = entry.get(field)
        if isinstance(value, str) and value.strip():
            return canonical(value), kind
    return None, "text"


def _parts(found: Listing, name: str) -> Iterator[tuple[str, Part]]:
    for number, item in enumerate(found.items, start=1):
        yield (
            words(item.title, body_text(item, name)),
            Part(
                start=0,
                end=0,
                kind="item",
                title=item.title,
                author=item.author,
                publisher=item.publisher or found.publisher,
                published=item.day,
                address=item.address,
                place=f"item {number}",
            ),
        )


def _one(snapshot: Snapshot, found: Listing, charset: str, name: str) -> Text:
    """The text of the only item."""
    (item,) = found.items
    content = words(item.title, body_text(item, name))
    if not content:
        raise Refusal(name, "the feed's one item holds no text", "give the page that it links to")
    return Text(
        snapshot=snapshot.sha256,
        reader=READER,
        content=check_length(content, name),
        charset=charset,
        title=item.title,
        author=item.author,
        publisher=item.publisher or found.publisher,
        published=item.day,
        language=item.language,
        address=item.address,
    )


def body_text(item: Listed, name: str) -> str:
    """The item's content as text. Raises Refusal where its markup is nested too deep."""
    if not item.content:
        return ""
    return text_of(item.content, name) if item.content_type == "html" else item.content.strip()


def _author(holder: dict[str, Any]) -> str | None:
    """The names of version 1.1's `authors`, else of version 1.0's `author`."""
    stated = holder.get("authors")
    several = stated if isinstance(stated, list) and stated else [holder.get("author")]
    names = [_line(one.get("name")) for one in several[:100] if isinstance(one, dict)]
    usable = [name[:_NAME_LIMIT] for name in names if name and "@" not in name]
    return ", ".join(dict.fromkeys(usable)) or None


def _key(value: object) -> str | None:
    """The id; numbers are taken as their digits, as the specification asks."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return canonical(value.strip())[:_KEY_LIMIT] or None if isinstance(value, str) else None


def _line(value: object) -> str | None:
    return canonical(" ".join(value.split())) or None if isinstance(value, str) else None
