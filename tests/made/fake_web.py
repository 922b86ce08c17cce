"""A web in memory for rounds of gathering: what each address answers, and a log of what was asked."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from theodolite.gather.answers import LastingRefusal, PassingRefusal
from theodolite.gather.exchange import Answer, Hop, Validators
from theodolite.model.errors import Refusal

AT = "2026-11-22T10:00:00+00:00"


@dataclass
class FakeWeb:
    """`pages` maps an address to bytes, text, a status, an address to redirect to, or a Refusal."""

    pages: dict[str, Any] = field(default_factory=dict)
    at: str = AT
    asked: list[str] = field(default_factory=list)
    _waiting: deque[tuple[Any, ...]] = field(default_factory=deque)

    def ask(self, address: str, kept: Validators | None, taken: Any, *, is_list: bool = False) -> None:
        self._waiting.append((address, kept, taken))

    def run(self, idle: Any) -> None:
        while self._waiting:
            address, kept, taken = self._waiting.popleft()
            self.asked.append(address)
            taken(self._answer(address, kept))

    def _answer(self, address: str, kept: Validators | None) -> Answer | Refusal:
        found, hops = self.pages.get(address, 404), [Hop(address, 200)]
        while isinstance(found, str) and found.startswith("-> "):
            address = found[3:]
            hops.append(Hop(address, 200))
            found = self.pages.get(address, 404)
        if isinstance(found, Refusal):
            return found
        if isinstance(found, int):
            kind = PassingRefusal if found >= 500 else LastingRefusal
            return kind(address, f"the host answered with status {found}", "look there", status=found)
        content = found.encode() if isinstance(found, str) else found
        etag = f'"{hash(content)}"'
        same = kept is not None and kept.etag == etag
        return Answer(
            address=address, hops=tuple(hops), status=304 if same else 200, content=None if same else content,
            media_type=None, validators=Validators(etag=etag), at=self.at,
        )  # fmt: skip


def page(title: str, words: str, *, published: str | None = None, frame: str = "") -> str:
    """A page with a main text of its own and a frame that is not part of it."""
    date = f'<meta property="article:published_time" content="{published}">' if published else ""
    return (
        f"<html><head><title>{title}</title>{date}</head><body><nav>{frame}</nav><article><h1>{title}</h1>"
        f"<p>{words} The rest of this paragraph is here so that it is as long as paragraphs are.</p>"
        f"<p>{words} A second paragraph says it again in the same words, as papers do.</p>"
        "</article></body></html>"
    )


def rss(*items: str) -> str:
    """An RSS feed of items made by `item`."""
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Lab News</title><link>https://lab.test/</link>'
        + "".join(items)
        + "</channel></rss>"
    )


def item(address: str | None, title: str, *, words: str = "", date: str = "", guid: str = "") -> str:
    """One item of an RSS feed."""
    link = f"<link>{address}</link>" if address else ""
    return (
        f"<item><title>{title}</title>{link}"
        + (f"<description>{words}</description>" if words else "")
        + (f"<pubDate>{date}</pubDate>" if date else "")
        + (f'<guid isPermaLink="false">{guid}</guid>' if guid else "")
        + "</item>"
    )
