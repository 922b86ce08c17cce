"""Checks on the feeds of a composed site: what their formats ask for, and that every entry leads to a page.

Atom 1.0 is RFC 4287, RSS 2.0 the RSS Advisory Board's 2.0.11, JSON Feed 1.1 that of jsonfeed.org, OPML 2.0
that of opml.org. Of content only a few elements without addresses are allowed: nothing in it can load or run.
"""

from __future__ import annotations

import datetime as dt
import json
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from theodolite.model.site import Site

_ATOM = "{http://www.w3.org/2005/Atom}"
_XML = ".atom", ".rss", ".opml"
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)\Z")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+\Z")
_ELEMENTS = frozenset({"p", "blockquote", "ul", "li"})
_VERSION = "https://jsonfeed.org/version/1.1"
_ANY_ID = frozenset({""})


class Places:
    """Where a feed's addresses may lead: to the pages of the site, and to ids on them."""

    def __init__(self, known: Iterable[str], ids: Mapping[str, set[str]]) -> None:
        self._known = set(known)
        self._ids = ids

    def fault(self, file: str, address: str, base: str | None) -> str | None:
        """What is wrong with an address in a file; `base` is the site's, where the feed says it."""
        if base is not None:
            if not address.startswith(base):
                return f"leads to {address!r}, outside the site"
            target, _, fragment = address[len(base) :].partition("#")
        else:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or address.startswith("/"):
                return f"leads to {address!r}, though the site does not know its address"
            path, _, fragment = address.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
        return self.path_fault(unquote(target), unquote(fragment))

    def path_fault(self, path: str, fragment: str) -> str | None:
        """What is wrong with a path from the site's root."""
        if path not in self._known:
            return f"leads to {path!r}, which is no page of the site"
        if fragment and "=" not in fragment and fragment not in self._ids.get(path, _ANY_ID):
            return f"leads to {path}#{fragment}, where nothing has that id"
        return None


def feed_faults(site: Site, ids: Mapping[str, set[str]]) -> list[str]:
    """Every fault of the feeds of a site in words; `ids` are the ids on each page."""
    places = Places(site.files, ids)
    checks: tuple[tuple[str, Callable[[str, str, Places], Iterator[str]]], ...] = (
        (".atom", _atom), (".rss", _rss), (".opml", _opml), (".json", _json),
    )  # fmt: skip
    out = []
    for path, text in sorted(site.files.items()):
        check = next((c for ending, c in checks if path.endswith(ending)), None)
        if check is not None and (path.endswith(_XML) or path.startswith("feeds/")):
            try:
                out += [f"{path}: {fault}" for fault in check(path, text, places)]
            except (etree.XMLSyntaxError, ValueError) as error:
                out.append(f"{path}: is not well-formed ({error})")
    return out


def _root(text: str) -> Any:
    return etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False, no_network=True))


def _atom(path: str, text: str, places: Places) -> Iterator[str]:
    root = _root(text)
    if root.tag != f"{_ATOM}feed":
        yield "its root is no Atom feed"
        return
    base = _base(path, [e.get("href", "") for e in root.findall(f"{_ATOM}link") if e.get("rel") == "self"])
    entries = root.findall(f"{_ATOM}entry")
    if root.find(f"{_ATOM}author/{_ATOM}name") is None:
        yield "has no author"
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            if len(one.findall(f"{_ATOM}{name}")) != 1 or not (one.findtext(f"{_ATOM}{name}") or "").strip():
                yield f"{_what(one)} has not one {name}"
        for name in ("updated", "published"):
            for date in one.findall(f"{_ATOM}{name}"):
                yield from _rfc3339(date.text or "")
        alternate = [e for e in one.findall(f"{_ATOM}link") if e.get("rel") == "alternate"]
        if len(alternate) != 1:
            yield f"{_what(one)} has not one link to its page"
        yield from _leads(places, path, (e.get("href", "") for e in alternate), base)
        for content in one.findall(f"{_ATOM}content"):
            if content.get("type") != "html":
                yield "has content that is not html"
            yield from _markup(content.text or "")
    yield from _names([one.findtext(f"{_ATOM}id") or "" for one in (root, *entries)])


def _rss(path: str, text: str, places: Places) -> Iterator[str]:
    root = _root(text)
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        yield "its root is no RSS 2.0"
        return
    for name in ("title", "link", "description"):
        if len(channel.findall(name)) != 1 or not (channel.findtext(name) or "").strip():
            yield f"the channel has not one {name}"
    base = _base(path, [e.get("href", "") for e in channel.findall(f"{_ATOM}link") if e.get("rel") == "self"])
    items = channel.findall("item")
    if base is not None:
        yield from _leads(places, path, [e.findtext("link") or "" for e in (channel, *items)], base)
    elif any(e.find("link") is not None for e in items) or not _IRI.match(channel.findtext("link") or ""):
        yield "has links, though the site does not know its address"
    for one in items:
        if not (one.findtext("title") or one.findtext("description")):
            yield "an item has neither title nor description"
        guid = one.find("guid")
        if guid is None or guid.get("isPermaLink") != "false":
            yield "an item has no guid that is a name"
        yield from _rfc822(one.findtext("pubDate") or "")
        yield from _markup(one.findtext("description") or "")
    yield from _rfc822(channel.findtext("lastBuildDate") or "")
    yield from _names([one.findtext("guid") or "" for one in items])


def _json(path: str, text: str, places: Places) -> Iterator[str]:
    found = json.loads(text)
    if not isinstance(found, dict) or found.get("version") != _VERSION or not found.get("title"):
        yield "is no JSON Feed 1.1 with a title"
        return
    base = _base(path, [found["feed_url"]] if "feed_url" in found else [])
    items = found.get("items")
    if not isinstance(items, list):
        yield "has no items"
        return
    for one in items:
        if not isinstance(one.get("id"), str) or not (one.get("content_html") or one.get("content_text")):
            yield "an item has no id or no content"
        for name in ("date_published", "date_modified"):
            yield from _rfc3339(one.get(name) or "")
        if base is not None:
            yield from _leads(places, path, [one.get("url", "")], base)
        elif "url" in one:
            yield "has addresses, though the site does not know its own"
        target, _, fragment = str(one.get("_theodolite", {}).get("page", "")).partition("#")
        fault = places.path_fault(target, fragment)
        yield from [fault] if fault else []
        yield from _markup(one.get("content_html") or "")
    yield from _names([str(one.get("id")) for one in items])


def _opml(path: str, text: str, places: Places) -> Iterator[str]:
    root = _root(text)
    if root.tag != "opml" or root.get("version") != "2.0" or root.find("head/title") is None:
        yield "is no OPML 2.0"
    for one in root.iter("outline"):
        if one.get("type") != "rss" or not one.get("text"):
            yield "an outline is no feed with a name"
        address = one.get("xmlUrl", "")
        at = address.find("/feeds/")
        base = address[: at + 1] if urlsplit(address).scheme and at > 0 else None
        yield from _leads(places, path, (address, one.get("htmlUrl", "")), base)


def _base(path: str, own: list[str]) -> str | None:
    """The site's address, by the feed's link to itself; None where it has none."""
    if not own:
        return None
    if not own[0].endswith(path) or not urlsplit(own[0]).scheme:
        raise ValueError(f"its link to itself is {own[0]!r}")
    return own[0].removesuffix(path)


def _leads(places: Places, path: str, addresses: Iterable[str], base: str | None) -> Iterator[str]:
    for address in addresses:
        fault = places.fault(path, address, base)
        if fault:
            yield fault


def _names(found: list[str]) -> Iterator[str]:
    yield from (f"the id {name!r} stands {n} times" for name, n in Counter(found).items() if n > 1)
    yield from (f"the id {name!r} is no IRI" for name in found if not _IRI.match(name))


def _what(one: Any) -> str:
    return "the feed" if one.tag == f"{_ATOM}feed" else "an entry"


def _rfc3339(date: str) -> Iterator[str]:
    try:
        dt.datetime.fromisoformat(date)
        sound = bool(_RFC3339.match(date))
    except ValueError:
        sound = False
    if not sound:
        yield f"the date {date!r} is not of RFC 3339"


def _rfc822(date: str) -> Iterator[str]:
    try:
        parsedate_to_datetime(date)
    except (ValueError, TypeError):
        yield f"the date {date!r} is not of RFC 822"


def _markup(html: str) -> Iterator[str]:
    found = _Markup(html).faults
    yield from found


class _Markup(HTMLParser):
    """The content of an entry: what stands in it that may not."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Only a few elements, with a language at most."""
        if tag not in _ELEMENTS:
            self.faults.append(f"an entry holds <{tag}>")
        self.faults += [f"an entry holds the attribute {name}" for name, _ in attrs if name != "lang"]
