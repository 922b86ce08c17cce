"""JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from theodolite.compose.feeds.feed import MAKER, Feed, Item
from theodolite.compose.outside import escape_json

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> str:
    """The feed as text. Addresses are there only where the site knows its own; `_theodolite` gives each
    entry's page from the site's root in any case."""
    made: dict[str, Any] = {
        "version": VERSION, "title": feed.title, "description": feed.description, "language": "en",
        "authors": [{"name": MAKER}], "_theodolite": {"page": feed.page, "private": feed.private},
    }  # fmt: skip
    page, own = feed.url(feed.page), feed.url(feed.file("json"))
    if page and own:
        made |= {"home_page_url": page, "feed_url": own}
    made["items"] = [_item(feed, item) for item in feed.items]
    return escape_json(json.dumps(made, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _item(feed: Feed, item: Item) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": item.id, "title": item.title, "summary": item.summary, "content_html": item.html,
        "date_published": item.updated, "date_modified": item.updated, "tags": list(item.tags),
        "language": item.language, "_theodolite": {"page": item.path},
    }  # fmt: skip
    address = feed.url(item.path)
    return made | {"url": address} if address else made
