"""RSS and Atom: one feed is one text, each item a part of it with its own author, date and address."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import logging
import re
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Part, Text, canonical
from theodolite.read.charset import NotTextError, decode
from theodolite.read.html import text_of
from theodolite.read.joining import joined, words
from theodolite.read.limits import FEED_LIMIT, ITEM_LIMIT, TEXT_LIMIT
from theodolite.read.media import declared_charset, xml_encoding
from theodolite.read.stated_date import iso

READER = "feed/1"

logging.getLogger("feedparser").addHandler(logging.NullHandler())

_SNIFFED = 4096
_ROOT_NAME = r"<(?:\w+:)?(?:rss|feed|rdf)(?=[\s>/])"
_PROLOG = re.compile(r"\ufeff?(?>\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_ROOT = re.compile(_ROOT_NAME, re.IGNORECASE)
# The one document type that honest feeds carry: RSS 0.91 asked for it. It is cut out and never loaded.
_RSS_091 = re.compile(
    r"<!DOCTYPE\s+rss\s+PUBLIC\s+\"-//Netscape Communications//DTD RSS 0\.91//EN\"\s+"
    r"\"https?://[\w./-]{1,100}\.dtd\"\s*>\s*",
    re.IGNORECASE,
)
_MAILED = re.compile(r"\A[^\s@<>()]+@[^\s@<>()]+ \(([^()]+)\)\Z|\A([^<>@]+?) <[^\s@]+@[^\s@]+>\Z")
_NAME_LIMIT = 200
_ATTRIBUTES = 100
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def is_feed(content: bytes) -> bool:
    """Whether the bytes begin like a feed, after declaration, comments and at most one document type."""
    try:
        head, _ = decode(content[:_SNIFFED], xml_encoding(content))
    except NotTextError:
        return False
    start = _PROLOG.match(head)
    rest = head[start.end() :] if start else head
    if rest[:9].upper() == "<!DOCTYPE":
        return re.match(r"<!DOCTYPE\s+(?:\w+:)?html\b", rest, re.IGNORECASE) is None and (
            re.search(_ROOT_NAME, rest, re.IGNORECASE) is not None
        )
    return _ROOT.match(rest) is not None


def read(snapshot: Snapshot, name: str, received: dt.date | None = None) -> Text:
    """The items in order, each a title line, a blank line and its content as text.

    Raises Refusal for what is no feed, declares entities or a document type, or holds nothing to read.
    """
    feed, charset = parsed(snapshot, name)
    content, parts = joined(_items(feed, name, received), name, TEXT_LIMIT)
    if not parts:
        raise Refusal(name, "the feed holds no item with text", "check that it is the right feed")
    channel = feed.feed
    return Text(
        snapshot=snapshot.sha256,
        reader=READER,
        content=content,
        charset=charset,
        title=title(channel, name),
        publisher=title(channel, name),
        language=language(channel.get("language")),
        address=address(channel.get("link")),
        parts=tuple(parts),
    )


def parsed(snapshot: Snapshot, name: str, base: str | None = None) -> tuple[Any, str]:
    """The feed as feedparser has it, and its character set; relative links are resolved against `base`.

    Raises Refusal as `read`, also for a feed or a number of items over the limits.
    """
    if len(snapshot.content) > FEED_LIMIT:
        raise Refusal(name, f"the feed is over the limit of {FEED_LIMIT // 1024**2} MiB", "split it")
    try:
        declared = declared_charset(snapshot.media_type) + xml_encoding(snapshot.content)
        markup, charset = decode(snapshot.content, declared)
    except NotTextError as error:
        raise Refusal(name, str(error), "give the feed's XML") from None
    feed = _parsed(_checked(markup, name), name, base)
    if len(feed.entries) > ITEM_LIMIT:
        raise Refusal(name, f"the feed has more than {ITEM_LIMIT:,} items", "split it")
    return feed, charset


def _checked(markup: str, name: str) -> str:
    """The markup from its root on, with nothing before it that a parser could act upon."""
    start = _PROLOG.match(markup)
    rest = markup[start.end() :] if start else markup
    rest = _RSS_091.sub("", rest, count=1) if _RSS_091.match(rest) else rest
    if rest[:9].upper() in ("<!DOCTYPE", "<!ENTITY "):
        if re.match(r"<!DOCTYPE\s+(?:\w+:)?html\b", rest, re.IGNORECASE):
            raise Refusal(name, "this is a web page, not a feed", "give the feed's own address or file")
        raise Refusal(
            name, "the feed declares a document type or entities", "remove the DOCTYPE: feeds need none"
        )
    if not _ROOT.match(rest):
        raise Refusal(
            name, "this is not a feed (no rss, feed or RDF element)", "give RSS or Atom, or a page as .html"
        )
    return rest


def _flooded(content: bytes) -> bool:
    """Whether an element has more attributes than any feed's: the parser's time grows with their square."""
    if all(piece.count(b"=") <= _ATTRIBUTES for piece in content.split(b"<")):
        return False
    most = 0

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal most
        most = max(most, len(attributes))

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    with contextlib.suppress(expat.ExpatError):  # what follows is read by the parser for broken feeds
        parser.Parse(content, True)
    return most > _ATTRIBUTES


def _parsed(markup: str, name: str, base: str | None) -> Any:
    import feedparser

    declared = "<?xml version='1.0' encoding='utf-8'?>\n"
    headers = {"content-type": "application/xml; charset=utf-8"}
    headers |= {"content-location": base} if base else {}
    content = (declared + _NOT_XML.sub(" ", markup)).encode("utf-8", "replace")
    if _flooded(content):
        raise Refusal(name, f"an element has more than {_ATTRIBUTES:,} attributes", "look at the feed")
    try:
        # A stream, never the bytes themselves: feedparser would try bytes as the name of a file to open.
        return feedparser.parse(
            io.BytesIO(content),
            response_headers=headers,
            sanitize_html=False,  # the content is turned into text here, so no markup survives anyway
            resolve_relative_uris=False,
        )
    except Exception as error:
        # A foreign library on hostile input: whatever it raises means that the feed cannot be read.
        raise Refusal(
            name, f"the feed cannot be read ({type(error).__name__})", "check that it is whole"
        ) from None


def _items(feed: Any, name: str, received: dt.date | None) -> Iterator[tuple[str, Part]]:
    """The text of every entry with what the entry states of itself."""
    publisher = title(feed.feed, name)
    for number, entry in enumerate(feed.entries, start=1):
        heading = title(entry, name)
        yield (
            words(heading, body(entry, name)[0]),
            Part(
                start=0,
                end=0,
                kind="item",
                title=heading,
                author=author(entry, feed),
                publisher=publisher,
                published=iso(published(entry, feed.version or ""), received),
                address=address(entry.get("link")),
                place=f"item {number}",
            ),
        )


def title(holder: Any, name: str) -> str | None:
    """The title of a feed or an entry on one line, without markup."""
    return " ".join(_text(holder.get("title_detail"), name).split()) or None


def body(entry: Any, name: str) -> tuple[str, Any]:
    """The full content as text where the feed has it, else the summary; and the construct it was found in."""
    for detail in (*entry.get("content", ()), entry.get("summary_detail")):
        if text := _text(detail, name):
            return text, detail
    return "", None


def _text(detail: Any, name: str) -> str:
    """A text construct as plain text."""
    value = canonical(str((detail or {}).get("value") or ""))
    if (detail or {}).get("type") == "text/plain":
        return value.strip()
    return text_of(value, name)


def author(entry: Any, feed: Any) -> str | None:
    """The item's authors; in Atom an item without one has the feed's."""
    holders = [entry, feed.feed] if str(feed.version).startswith("atom") else [entry]
    for holder in holders:
        whole = " ".join(str(holder.get("author") or "").split())
        if mailed := _MAILED.search(whole):
            # feedparser cuts addresses of long top-level domains in the middle and leaves their rest.
            return canonical(mailed.group(1) or mailed.group(2))[:_NAME_LIMIT]
        details = holder.get("authors") or [holder.get("author_detail") or {}]
        names = [" ".join(str(d.get("name") or "").split()) for d in details if isinstance(d, dict)]
        usable = [canonical(n)[:_NAME_LIMIT] for n in names if n and "@" not in n]
        if usable:
            return ", ".join(dict.fromkeys(usable))
    return None


def published(entry: Any, version: str) -> object:
    """The date of publication as stated.

    `updated` is the day of a change in Atom; in RSS it is where dc:date is found.
    """
    stated = entry.get("published")
    if not stated and not version.startswith("atom"):
        # Not by the entry's own `get`: it answers with the published date where there is no updated one.
        stated = dict.get(entry, "updated")
    return stated


def address(link: Any) -> str | None:
    """An http or https address as stated, None for anything else."""
    usable = isinstance(link, str) and re.fullmatch(r"https?://[^\s<>\"]{1,2000}", link, re.IGNORECASE)
    return canonical(link) if usable else None


def language(tag: Any) -> str | None:
    """The primary language of a tag ("zh" of "zh-CN")."""
    found = re.match(r"([A-Za-z]{2,3})(?:[-_]|\Z)", tag.strip()) if isinstance(tag, str) else None
    return found.group(1).lower() if found else None
