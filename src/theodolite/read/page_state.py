"""What a page built by script states of its article in the data that it carries along.

Only an object that carries the page's own title counts, and only what its fields are named for.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.html

_SCRIPT_LIMIT = 3_000_000
_MOST_OBJECTS = 50_000
_TITLES = ("title", "headline", "name")
_DATES = (
    "datePublished", "published_at", "publishedAt", "firstPublishedAt", "first_published_at", "publishDate",
    "publish_date", "publishTime", "publish_time", "pubDate", "post_date", "created_at", "createdAt",
    "created",
)  # fmt: skip
_AUTHORS = ("author", "creator", "authors", "user")
_NAMES = ("name", "displayName", "display_name", "nickname", "username")
_WEIXIN = re.compile(r"\bvar ct\s*=\s*[\"'](\d{10})[\"']")
_CHINA = dt.timezone(dt.timedelta(hours=8))


def stated(tree: lxml.html.HtmlElement, titles: list[str], chinese: bool) -> tuple[str | None, str | None]:
    """Date (ISO 8601) and author of the object with one of the page's `titles`, None where it has none.

    A moment in seconds since 1970 is a day of China where the page is `chinese`, else of UTC.
    """
    wanted = {" ".join(title.split()) for title in titles if title}
    for script in tree.iter("script"):
        source = script.text or ""
        if not 2 < len(source) <= _SCRIPT_LIMIT:
            continue
        if found := _WEIXIN.search(source):
            return _day(int(found.group(1)), _CHINA), None
        if "json" not in (script.get("type") or "").lower() or "ld+json" in (script.get("type") or ""):
            continue
        for one in _objects(source):
            if not any(
                isinstance(one.get(key), str) and " ".join(one[key].split()) in wanted for key in _TITLES
            ):
                continue
            date = next((d for key in _DATES if (d := _date(one.get(key), chinese))), None)
            if date:
                return date, _author(one)
    return None, None


def _objects(source: str) -> Iterator[dict[str, Any]]:
    try:
        waiting = [json.loads(source)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        value = waiting.pop()
        seen += 1
        if isinstance(value, dict):
            yield value
            waiting.extend(v for v in value.values() if isinstance(v, dict | list))
        elif isinstance(value, list):
            waiting.extend(v for v in value if isinstance(v, dict | list))


def _date(value: object, chinese: bool) -> str | None:
    if isinstance(value, str) and not value.isdecimal():
        return value
    if isinstance(value, str | int) and not isinstance(value, bool) and len(str(value)) in (10, 13):
        return _day(int(str(value)[:10]), _CHINA if chinese else dt.UTC)
    return None


def _day(seconds: int, zone: dt.tzinfo) -> str:
    return dt.datetime.fromtimestamp(seconds, zone).date().isoformat()


def _author(one: dict[str, Any]) -> str | None:
    for key in _AUTHORS:
        value = one.get(key)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, dict):
            value = next((value[k] for k in _NAMES if isinstance(value.get(k), str)), None)
        if isinstance(value, str) and value.strip():
            return value
    return None
