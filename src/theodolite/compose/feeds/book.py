"""The feeds of a site: made before its pages, so that each page can point to its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from theodolite.compose.context import Context
from theodolite.compose.feeds.atom import atom
from theodolite.compose.feeds.feed import MAKER, Feed, Item, latest
from theodolite.compose.feeds.gathered import gathered
from theodolite.compose.feeds.items import Telling, Told
from theodolite.compose.feeds.json_feed import json_feed
from theodolite.compose.feeds.opml import PATH as OPML
from theodolite.compose.feeds.opml import opml
from theodolite.compose.feeds.rss import rss
from theodolite.compose.feeds.wanted import Wanted, is_said, wanted
from theodolite.compose.outside import plain
from theodolite.compose.page_stories import INDEX as STORIES

FORMS: Mapping[str, tuple[str, str]] = {
    "atom": ("Atom", "application/atom+xml"),
    "rss": ("RSS", "application/rss+xml"),
    "json": ("JSON", "application/feed+json"),
}
LIST = "feeds.html"
_NEAREST = (
    ("claims/", "claims.html"), ("documents/", "claims.html"), ("findings/", "claims.html"),
    ("models/", "sources.html"), ("stories/", STORIES), ("precision.html", "corrections.html"),
)  # fmt: skip


class FeedBook:
    """The feeds of a site. Empty where the survey does not say what became known."""

    def __init__(self, ctx: Context, series: Sequence[tuple[str, str]] = ()) -> None:
        """`series` are (indicator, title) of the pages of what was said of one series."""
        self.ctx = ctx
        self._series = series
        self._added: list[tuple[str, str, str, tuple[Item, ...]]] = []

    def add(self, page: str, title: str, about: str, items: Iterable[Item]) -> None:
        """Give a page a feed of entries of its own making, before any page is rendered."""
        self._added.append((page, title, about, tuple(items)))

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """An entry for each thing that may be told."""
        return tuple(Telling(self.ctx).told(self.ctx.view.news or ()))

    @cached_property
    def feeds(self) -> Mapping[str, Feed]:
        """By page, in the order of the site."""
        every = self.ctx.view.news
        if not every:
            return {}
        made = {
            w.page: self._feed(w.page, w.title, w.about, self._items(w))
            for w in wanted(self.ctx, self.told, self._series)
        }
        for page, title, about, items in (*gathered(self.ctx), *self._added):
            made[page] = self._feed(page, title, about, latest(items))
        return made

    def _items(self, one: Wanted) -> tuple[Item, ...]:
        if one.chosen is not None:
            return latest([t.item for t in self.told if one.chosen(t)])
        return latest([t.item for claim in one.claims for t in self._of_claim.get(claim, ())])

    @cached_property
    def _of_claim(self) -> Mapping[str, list[Told]]:
        """New claims and verdicts by the claim they are of."""
        found: dict[str, list[Told]] = {}
        for told in self.told:
            if is_said(told) and told.entry is not None:
                found.setdefault(told.entry.claim.id, []).append(told)
        return found

    def _feed(self, page: str, title: str, about: str, items: tuple[Item, ...]) -> Feed:
        view = self.ctx.view
        name = MAKER if page == "index.html" else f"{title} · {MAKER}"
        private = " Private build: not for publication." if view.private else ""
        since = min(n.at for n in view.news or ())
        return Feed(
            page=page, title=plain(name), description=plain(about + private), items=items, since=since,
            address=view.address, private=view.private,
        )  # fmt: skip

    # -- on the pages ----------------------------------------------------------------------------------------
    def nearest(self, page: str) -> Feed | None:
        """The feed of a page, of the page it stands under, or of everything; None where there is no feed."""
        under = next((near for start, near in _NEAREST if page.startswith(start)), "index.html")
        return self.feeds.get(page) or self.feeds.get(under) or self.feeds.get("index.html")

    def links(self, page: str) -> dict[str, Any] | None:
        """What a page says of its feed: (format, media type, path from the site's root) each, and whose."""
        feed = self.nearest(page)
        if feed is None:
            return None
        forms = [(name, kind, feed.file(form)) for form, (name, kind) in FORMS.items()]
        return {"title": feed.title, "own": feed.page == page, "forms": forms, "list": LIST}

    def listing(self) -> dict[str, Any]:
        """What the page of all feeds prints."""
        rows = [
            {
                "title": feed.title.removesuffix(f" · {MAKER}"), "about": feed.description, "page": feed.page,
                "forms": [(name, feed.file(form)) for form, (name, _) in FORMS.items()],
            }
            for feed in self.feeds.values()
        ]  # fmt: skip
        return {"rows": rows, "opml": OPML, "address": self.ctx.view.address}

    def files(self, pages: Iterable[str]) -> dict[str, str]:
        """Every feed of a page that the site has, in the three formats, and the list of all as OPML."""
        there = set(pages)
        version = self.ctx.view.software_version
        shown = [feed for page, feed in self.feeds.items() if page in there]
        made = {}
        for feed in shown:
            made[feed.file("atom")] = atom(feed, version)
            made[feed.file("rss")] = rss(feed, version)
            made[feed.file("json")] = json_feed(feed)
        return made | ({OPML: opml(shown, "Theodolite: all feeds")} if shown else {})
