"""What looking at a source again and again brings: looks, what a source lists, and states of documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DateBasis = Literal["feed", "page", "text", "fetch"]
"""Where a date of publication was found, the most trusted first."""

Looked = Literal["taken", "unchanged", "missed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One look at one source.

    `outcome` is "taken" (it answered and was read), "unchanged" (it said, or its bytes say, that nothing
    changed) or "missed". `at` is ISO 8601 with its zone. `snapshot` is the SHA-256 of what it sent. `listed`
    counts the items it names, `new` the documents that came first by this look, `edited` further states of
    known ones, `refused` items that could not be had. `etag` and `last_modified` are the host's, kept only of
    a look all of whose items are settled. `reason` is why it was missed.
    """

    source: str
    at: str
    outcome: Looked
    address: str
    status: int | None = None
    snapshot: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    listed: int = 0
    new: int = 0
    edited: int = 0
    refused: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item that a source lists.

    `document` is its identity: over its address, else over the source and the item's own id. `number` is its
    place in the `feed` (the SHA-256 of what the source sent), from 1. `stated` is a hash over all that the
    source says of it: another one means that the source has changed its mind.
    """

    document: str
    source: str
    at: str
    address: str | None
    feed: str
    number: int
    stated: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A state of a document: what it was when somebody looked.

    Another edition of the same document is an edit, never a new item. `snapshot`, `reader` and `text_sha256`
    are the bytes, what read them and the text. `published` is ISO 8601 as precise as stated, `basis` where it
    was found. `whole` is False where only what the feed itself says of it could be had, with the `reason`.
    `stated` is the listing it answers to. `etag` and `last_modified` are the host's.
    """

    document: str
    source: str
    at: str
    address: str | None
    snapshot: str
    reader: str
    text_sha256: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    basis: DateBasis = "fetch"
    whole: bool = True
    reason: str | None = None
    stated: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """One attempt at an item that brought nothing.

    `lasting` is whether asking again is of no use (the page is gone, the bytes are no text). `stated` is the
    listing it answers to.
    """

    document: str
    source: str
    at: str
    address: str
    reason: str
    status: int | None = None
    lasting: bool = False
    stated: str | None = None
