"""OPML 2.0 of all feeds of a site, for a reader to take in at once."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from theodolite.compose.feeds.atom import written
from theodolite.compose.feeds.feed import FOLDER, Feed, relative

PATH = f"{FOLDER}/feeds.opml"


def opml(feeds: Sequence[Feed], title: str) -> str:
    """The list as text, each feed as Atom. Without the site's address the feeds' are relative to this file,
    which a reader can use only where it knows where it took the file from."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for feed in feeds:
        made = etree.SubElement(body, "outline")
        file = feed.file("atom")
        for name, value in (
            ("text", feed.title), ("title", feed.title), ("type", "rss"),
            ("description", feed.description), ("xmlUrl", feed.url(file) or relative(PATH, file)),
            ("htmlUrl", feed.url(feed.page) or relative(PATH, feed.page)),
        ):  # fmt: skip
            made.set(name, value)
    return written(root)
