"""How each kind of item and feed of the made-up web answers, look by look."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from html import escape

from web_world import Feed, Item, World


@dataclass(slots=True)
class Reply:
    """One answer. `promised` is a Content-Length that may lie; `cut` ends the connection after the body.

    `chunked` sends the body in chunks, the last one missing where `cut`; `endless` repeats the body until the
    other side has enough; `seconds` pass before the first byte.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    promised: int | None = None
    cut: bool = False
    chunked: bool = False
    endless: bool = False


@cache
def bomb(size: int = 80_000_000) -> bytes:
    """Zeros, packed a thousand times smaller. Packing them takes a while."""
    return gzip.compress(bytes(size), 6)


def page(world: World, item: Item, look: int, charset: str = "utf-8") -> bytes:
    """The page as HTML; what stands around the article changes with each look where the kind is noise."""
    token = f"token-{look}-{look * 7919}" if item.kind == "noise" else "token"
    day = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=item.number)).isoformat()
    told = "\n".join(f"<p>{escape(text)}</p>" for text in item.paragraphs(world.seed, world.phase))
    language = "zh" if item.chinese else "en"
    declared = "utf-8" if item.kind == "lying" else charset
    text = f"""<!DOCTYPE html>
<html lang="{language}"><head><meta charset="{declared}"><title>{escape(item.title)}</title>
<meta property="article:published_time" content="{day}"><meta name="csrf" content="{token}"></head>
<body><nav><a href="/">Home</a> <a href="/about">About</a></nav>
<div class="ad">Advertisement {token}</div>
<article><h1>{escape(item.title)}</h1>
{told}
</article>
<footer>Served to {token}. <a href="/imprint">Imprint</a></footer></body></html>
"""
    return text.encode(charset)


def _html(body: bytes, charset: str | None = "utf-8", **more: str) -> Reply:
    declared = f"; charset={charset}" if charset else ""
    return Reply(body=body, headers={"Content-Type": f"text/html{declared}", **more})


def _moved(target: str, status: int = 302) -> Reply:
    return Reply(status, b"moved", {"Location": target})


def reply(world: World, item: Item, look: int, headers: dict[str, str], place: str = "") -> Reply:
    """The answer to the `look`-th request (from 0) of an item's address, or of a place before it: "/moved" is
    where it moved to, "/r" leads to it."""
    if place == "/moved":
        return _html(page(world, item, look))
    if place == "/r":
        return _moved(world.address(item))
    kind = item.kind
    if kind in _FIRST and look == 0:
        return _FIRST[kind](world, item)
    if kind in _ALWAYS:
        return _ALWAYS[kind](world, item)
    if kind == "slow":
        whole = _html(page(world, item, look))
        whole.seconds = 0.4
        return whole
    if kind == "gzip":
        return _html(gzip.compress(page(world, item, look)), **{"Content-Encoding": "gzip"})
    if kind == "gb18030":
        return _html(page(world, item, look, "gb18030"), "gb2312")
    if kind == "lying":
        return _html(page(world, item, look, "gb18030"), "utf-8")
    if kind == "western":
        return _html(page(world, item, look, "cp1252"), None)
    if kind == "etag":
        mark = f'"{item.number}"'
        if headers.get("if-none-match") == mark:
            return Reply(304, headers={"ETag": mark})
        return _html(page(world, item, look), ETag=mark)
    return _html(page(world, item, look))


_Answering = Callable[[World, Item], Reply]


def _half(world: World, item: Item) -> Reply:
    whole = page(world, item, 0)
    return Reply(200, whole[: len(whole) // 2], {"Content-Type": "text/html"}, promised=len(whole), cut=True)


def _other_host(world: World, item: Item) -> str:
    good = [feed.number for feed in world.feeds if feed.good]
    return world.host(good[(good.index(item.host) + 1) % len(good)])


_FIRST: dict[str, _Answering] = {
    "late429": lambda w, i: Reply(429, b"slow down", {"Retry-After": "1"}),
    "late503": lambda w, i: Reply(503, b"later", {}),
    "late500": lambda w, i: Reply(500, b"oh", {}),
    "half": _half,
    "chunks": lambda w, i: Reply(200, page(w, i, 0)[:400], {"Content-Type": "text/html"}, cut=True,
                                 chunked=True),
    "cut_gzip": lambda w, i: _html(gzip.compress(page(w, i, 0))[:-20], **{"Content-Encoding": "gzip"}),
    "empty_first": lambda w, i: _html(b""),
}  # fmt: skip

_ALWAYS: dict[str, _Answering] = {
    "moved": lambda w, i: _moved(f"/moved{i.path}", 301),
    "moved_host": lambda w, i: _moved(f"http://{_other_host(w, i)}/moved{i.path}", 308),
    "gone404": lambda w, i: Reply(404, b"<p>not here</p>"),
    "gone410": lambda w, i: Reply(410, b"<p>gone</p>"),
    "forbidden": lambda w, i: Reply(403, b"<p>no</p>"),
    "always500": lambda w, i: Reply(500, b"oh"),
    "loop": lambda w, i: _moved(i.path),
    "private": lambda w, i: _moved("http://10.0.0.1/secret"),
    "metadata": lambda w, i: _moved("http://169.254.169.254/latest/meta-data/"),
    "other_port": lambda w, i: _moved(f"http://127.0.0.1:{w.port + 1}/admin"),
    "file": lambda w, i: _moved("file:///etc/passwd"),
    "bomb": lambda w, i: _html(bomb(), **{"Content-Encoding": "gzip"}),
    "endless": lambda w, i: Reply(200, b"<p>and so on " * 5000, {"Content-Type": "text/html"}, endless=True),
    "always_half": _half,
    "always_empty": lambda w, i: _html(b""),
    "picture": lambda w, i: Reply(200, b"\x89PNG\r\n\x1a\n" + bytes(500), {"Content-Type": "image/png"}),
    "binary": lambda w, i: Reply(200, bytes(range(256)) * 40, {"Content-Type": "text/html"}),
}


def robots(world: World, feed: Feed) -> Reply:
    """Some hosts have none, some ask for a distance, one cannot say."""
    if feed.kind == "robots503":
        return Reply(503, b"later")
    if (
        feed.number % 5 == 4
        and feed.good
        and not any(item.kind == "disallowed" and item.host == feed.number for item in world.items)
    ):
        return Reply(404, b"none")
    return Reply(200, b"User-agent: *\nDisallow: /private/\n", {"Content-Type": "text/plain"})


def feed_reply(world: World, feed: Feed, look: int, headers: dict[str, str]) -> Reply:
    """The feed in its form, 304 where the reader has it, or what a bad one does."""
    if feed.kind == "feed404":
        return Reply(404, b"none")
    if feed.kind == "feed500":
        return Reply(500, b"oh")
    if feed.kind == "busy":
        return Reply(429, b"go away", {"Retry-After": "86400"})
    if feed.kind == "feed_bomb":
        return Reply(200, bomb(), {"Content-Type": "application/rss+xml", "Content-Encoding": "gzip"})
    if feed.kind == "feed_broken":
        return Reply(200, b"<html><body>Our feed has moved.</body></html>", {"Content-Type": "text/xml"})
    mark = f'"{feed.number}-{world.phase}"'
    if headers.get("if-none-match") == mark:
        return Reply(304, headers={"ETag": mark})
    if feed.number % 7 == 3 and look == 0 and not world.well_behaved:
        return Reply(503, b"later", {"Retry-After": "1"})
    written = {"rss": _rss, "atom": _atom, "json": _json}[feed.kind](world, feed)
    types = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
    return Reply(200, written.encode(), {"Content-Type": types[feed.kind], "ETag": mark})


def _when(item: Item) -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=item.number)


def _updated(world: World, item: Item) -> str | None:
    """When the page was changed, as its feed says: of this and nothing else a reader can know of an edit."""
    if item.kind != "edited" or not world.phase:
        return None
    return (_when(item) + timedelta(minutes=world.phase)).isoformat()


def _summary(item: Item) -> str:
    return f"摘要{item.number}" if item.chinese else f"In short: number {item.number:05d}."


def _rss(world: World, feed: Feed) -> str:
    items = []
    for item in world.listed(feed):
        guid = "" if item.kind == "nameless" else f'<guid isPermaLink="false">sighting-{item.number}</guid>'
        date = "" if item.kind == "undated" else f"<pubDate>{format_datetime(_when(item))}</pubDate>"
        changed = _updated(world, item)
        date += f"<atom:updated>{changed}</atom:updated>" if changed else ""
        items.append(
            f"<item><title>{escape(item.title)}</title><link>{escape(world.link(item, feed.number))}</link>"
            f"<description>{escape(_summary(item))}</description>{guid}{date}</item>"
        )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        f'xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Feed {feed.number}</title>'
        f"<link>http://{world.host(feed.number)}/</link><description>Sightings</description>"
        f"{''.join(items)}</channel></rss>"
    )


def _atom(world: World, feed: Feed) -> str:
    entries = []
    for item in world.listed(feed):
        name = "" if item.kind == "nameless" else f"<id>tag:made.example,2026:{item.number}</id>"
        date = "" if item.kind == "undated" else f"<published>{_when(item).isoformat()}</published>"
        changed = _updated(world, item)
        date += f"<updated>{changed}</updated>" if changed else ""
        entries.append(
            f"<entry><title>{escape(item.title)}</title>{name}{date}"
            f'<link href="{escape(world.link(item, feed.number))}"/>'
            f"<summary>{escape(_summary(item))}</summary></entry>"
        )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>Feed {feed.number}</title><id>tag:made.example,2026:feed{feed.number}</id>"
        f"<updated>2026-01-01T00:00:00Z</updated>{''.join(entries)}</feed>"
    )


def _json(world: World, feed: Feed) -> str:
    items = []
    for item in world.listed(feed):
        entry = {"url": world.link(item, feed.number), "title": item.title, "content_text": _summary(item)}
        if item.kind != "nameless":
            entry["id"] = f"sighting-{item.number}"
        if item.kind != "undated":
            entry["date_published"] = _when(item).isoformat()
        if changed := _updated(world, item):
            entry["date_modified"] = changed
        items.append(entry)
    feed_of = {"version": "https://jsonfeed.org/version/1.1", "title": f"Feed {feed.number}", "items": items}
    return json.dumps(feed_of, ensure_ascii=False)
