"""Atom 1.0 (RFC 4287)."""

from __future__ import annotations

from lxml import etree

from theodolite.compose.feeds.feed import MAKER, Feed, Item, relative

ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def atom(feed: Feed, version: str = "") -> str:
    """The feed as text. Without the site's address links are relative to the feed's own place, as Atom
    allows, and there is no link to itself."""
    root = etree.Element(_name("feed"), nsmap={None: ATOM})
    root.set(_LANG, "en")
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.description)
    _text(root, "updated", feed.updated)
    author = etree.SubElement(root, _name("author"))
    _text(author, "name", MAKER)
    generator = _text(root, "generator", MAKER)
    if version:
        generator.set("version", version)
    if feed.private:
        _text(root, "rights", "Private build: not for publication.")
    own = feed.url(feed.file("atom"))
    if own:
        _link(root, "self", own, "application/atom+xml")
    _link(root, "alternate", _address(feed, feed.page), "text/html")
    for item in feed.items:
        _entry(root, feed, item)
    return written(root)


def _entry(root: etree._Element, feed: Feed, item: Item) -> None:
    entry = etree.SubElement(root, _name("entry"))
    entry.set(_LANG, item.language)
    _text(entry, "id", item.id)
    _text(entry, "title", item.title)
    _text(entry, "published", item.updated)
    _text(entry, "updated", item.updated)
    _link(entry, "alternate", _address(feed, item.path), "text/html")
    for tag in item.tags:
        etree.SubElement(entry, _name("category")).set("term", tag)
    _text(entry, "summary", item.summary)
    _text(entry, "content", item.html).set("type", "html")


def _address(feed: Feed, path: str) -> str:
    return feed.url(path) or relative(feed.file("atom"), path)


def _name(local: str) -> str:
    return f"{{{ATOM}}}{local}"


def _text(parent: etree._Element, local: str, value: str) -> etree._Element:
    made = etree.SubElement(parent, _name(local))
    made.text = value
    return made


def _link(parent: etree._Element, rel: str, href: str, kind: str) -> None:
    made = etree.SubElement(parent, _name("link"))
    made.set("rel", rel)
    made.set("type", kind)
    made.set("href", href)


def written(root: etree._Element) -> str:
    """An XML document as text, the same for the same elements."""
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return text.decode("utf-8")
