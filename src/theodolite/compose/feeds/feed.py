"""A feed as a value: what all three formats say, and the names that stay."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

MOST = 100
"""Entries of a feed, the latest: what is older stands on the page itself."""
MAKER = "Theodolite"
FOLDER = "feeds"
_NAMES = uuid.uuid5(uuid.NAMESPACE_DNS, "feeds.theodolite")
"""The name space of all ids: RFC 9562, version 5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry: a change, frozen as it was.

    `key` is the identity of the change in the ledger, `at` its moment (ISO 8601 in UTC), `day` the day it
    speaks of (what orders changes of one moment). `path` is its page and place from the site's root. `html`
    is made of our own elements with everything else escaped; it holds no address. `tags` are plain words.
    """

    key: str
    at: str
    day: str
    title: str
    summary: str
    html: str
    path: str
    language: str
    tags: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A name that stays, whatever the site's address."""
        return named("entry", self.key)

    @property
    def updated(self) -> str:
        """RFC 3339, to the second."""
        return rfc3339(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The latest changes of one page, the latest first. `since` is the ledger's first change of any kind:
    what a feed without entries is dated with. `address` is the site's, ending with a slash, None where the
    site does not know it."""

    page: str
    title: str
    description: str
    items: tuple[Item, ...]
    since: str
    address: str | None = None
    private: bool = False

    @property
    def id(self) -> str:
        """A name for the feed of this page of this site."""
        return named("feed", f"{self.address or ''}{self.page}")

    @property
    def updated(self) -> str:
        """When the last entry became known."""
        return rfc3339(max((item.at for item in self.items), default=self.since))

    def file(self, form: str) -> str:
        """The path of the feed in a format ("atom", "rss", "json")."""
        return feed_path(self.page, form)

    def url(self, path: str) -> str | None:
        """The whole address of a path of the site, where the site knows its own."""
        return None if self.address is None else f"{self.address}{path}"


def feed_path(page: str, form: str) -> str:
    """ "feeds/dimensions/capital.atom" for "dimensions/capital.html"."""
    return f"{FOLDER}/{page.removesuffix('.html')}.{form}"


def relative(feed_file: str, path: str) -> str:
    """A path of the site as an address from a feed's file."""
    return "../" * feed_file.count("/") + path


def named(sort: str, key: str) -> str:
    """A UUID as a URN, over a name of ours: the same for the same name, for ever."""
    return uuid.uuid5(_NAMES, f"{sort} {key}").urn


def rfc3339(at: str) -> str:
    """ "2026-11-22T15:47:03Z" for a moment with a zone."""
    moment = dt.datetime.fromisoformat(at).astimezone(dt.UTC)
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def latest(items: Sequence[Item]) -> tuple[Item, ...]:
    """Each change once, the latest first, at most as many as a feed has."""
    once = {item.key: item for item in items}
    ordered = sorted(once.values(), key=lambda i: i.key)
    ordered.sort(key=lambda i: (i.at, i.day), reverse=True)
    return tuple(ordered[:MOST])
