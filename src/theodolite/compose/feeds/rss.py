"""RSS 2.0, by the specification of the RSS Advisory Board (2.0.11)."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime

from lxml import etree

from theodolite.compose.feeds.atom import ATOM, written
from theodolite.compose.feeds.feed import MAKER, Feed, Item

_SPECIFICATION = "https://www.rssboard.org/rss-specification"


def rss(feed: Feed, version: str = "") -> str:
    """The feed as text.

    RSS knows whole addresses only. Where the site does not know its own, entries have no link (`guid` names
    them all the same, and the text says which page), and the channel's link, which RSS asks for, is its name.
    """
    root = etree.Element("rss", nsmap={"atom": ATOM})
    root.set("version", "2.0")
    channel = etree.SubElement(root, "channel")
    _text(channel, "title", feed.title)
    _text(channel, "link", feed.url(feed.page) or feed.id)
    _text(channel, "description", feed.description)
    _text(channel, "language", "en")
    if feed.private:
        _text(channel, "copyright", "Private build: not for publication.")
    _text(channel, "lastBuildDate", rfc822(feed.updated))
    _text(channel, "generator", f"{MAKER} {version}".strip())
    _text(channel, "docs", _SPECIFICATION)
    own = feed.url(feed.file("rss"))
    if own:
        link = etree.SubElement(channel, f"{{{ATOM}}}link")
        for name, value in (("rel", "self"), ("type", "application/rss+xml"), ("href", own)):
            link.set(name, value)
    for item in feed.items:
        _item(channel, feed, item)
    return written(root)


def _item(channel: etree._Element, feed: Feed, item: Item) -> None:
    made = etree.SubElement(channel, "item")
    _text(made, "title", item.title)
    address = feed.url(item.path)
    if address:
        _text(made, "link", address)
    _text(made, "description", item.html)
    for tag in item.tags:
        _text(made, "category", tag)
    _text(made, "guid", item.id).set("isPermaLink", "false")
    _text(made, "pubDate", rfc822(item.updated))


def rfc822(moment: str) -> str:
    """ "Sun, 22 Nov 2026 15:47:03 GMT" for an RFC 3339 moment in UTC."""
    return format_datetime(dt.datetime.fromisoformat(moment).astimezone(dt.UTC), usegmt=True)


def _text(parent: etree._Element, local: str, value: str) -> etree._Element:
    made = etree.SubElement(parent, local)
    made.text = value
    return made
