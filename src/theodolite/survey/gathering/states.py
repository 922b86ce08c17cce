"""From what a host answered, or a feed says, to a state of a document: bytes, text, date and edition."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from theodolite.gather.exchange import Validators
from theodolite.ledger.base import Ledger
from theodolite.model.gathering import Edition, Entry, Visit
from theodolite.model.listed import Listed
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text
from theodolite.model.watchlist import Watched
from theodolite.read.choose import document
from theodolite.read.dated import Dated, address_date, dated
from theodolite.read.text_date import text_date
from theodolite.survey.gathering.entries import in_a_line

_TEASER = 0.6
"""A page with less than this share of the feed's own words is a teaser: the feed has the whole text."""


Dates = tuple[str | None, str | None]
"""What a list states of an item: when it was published, and when changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A document as somebody found it, ready to be put. `gathered` is None where its bytes are kept."""

    edition: Edition
    gathered: Gathered | None
    text: Text | None

    @property
    def size(self) -> int:
        """Bytes that are to be written."""
        return len(self.gathered.snapshot.content) if self.gathered else 0

    def put(self, ledger: Ledger) -> None:
        """Write it, inside a run."""
        if self.gathered is not None and self.text is not None:
            ledger.put_gathered(self.gathered)
            ledger.put_text(self.text)
        ledger.put_edition(self.edition)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Bytes that stand for a document: a page that was fetched, a file, or an item cut out of its feed."""

    snapshot: Snapshot
    location: str
    address: str | None
    at: str
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    whole: bool = True
    reason: str | None = None


def state(
    source: Watched,
    identity: str,
    found: Found,
    before: Edition | None,
    said: Entry | None = None,
    origin: Origin | None = None,
) -> State:
    """The state that bytes show. Where the text is the one before, its bytes are not kept again: what differs
    is a page's frame. `origin` is what a file's sidecar says. Raises Refusal where there is no text."""
    received = dt.datetime.fromisoformat(found.at).date()
    text = document(found.snapshot, found.address or found.location, received)
    stated = said.stated if said else None
    if before is not None and before.text_sha256 == text.sha256 and before.whole == found.whole:
        return repeated(before, source, found.at, stated, found)
    origin = origin or Origin(location=found.location)
    date = _date(found, text, (said.published, said.updated) if said else (origin.published, None), before)
    title = in_a_line((said.title if said else origin.title) or text.title)
    author = in_a_line((said.author if said else origin.author) or text.author)
    origin = replace(
        origin, address=found.address or origin.address, title=title, author=author,
        publisher=origin.publisher or source.publisher or text.publisher or source.title,
        language=origin.language or text.language,
        published=date.published[:10] if date.published and date.basis != "fetch" else None,
        licence=origin.licence or source.licence,
        may_republish=origin.may_republish or source.may_republish,
    )  # fmt: skip
    edition = Edition(
        document=identity, source=source.name, at=found.at, address=found.address,
        snapshot=text.snapshot, reader=text.reader, text_sha256=text.sha256, title=title, author=author,
        published=date.published if date.basis != "fetch" else None, basis=date.basis, whole=found.whole,
        reason=found.reason, stated=stated, etag=found.etag, last_modified=found.last_modified,
    )  # fmt: skip
    gathered = Gathered(origin, found.snapshot, fetched_at=found.at, status=found.status)
    return State(edition=edition, gathered=gathered, text=text)


def repeated(
    before: Edition, source: Watched, at: str, stated: str | None, found: Found | None = None
) -> State:
    """The state before, seen again: nothing is kept but that it was seen."""
    edition = replace(
        before, source=source.name, at=at, stated=stated,
        etag=found.etag if found else before.etag,
        last_modified=found.last_modified if found else before.last_modified,
    )  # fmt: skip
    return State(edition=edition, gathered=None, text=None)


def _date(found: Found, text: Text, said: Dates, before: Edition | None) -> Dated:
    """The day of publication. An edit does not move it, unless a more trusted statement turns up."""
    published, updated = said
    received = dt.datetime.fromisoformat(found.at).date()
    now = dated(
        received=received, feed=published, updated=updated, page=text.published,
        text=text_date(text.content, received, published or text.published),
        address=address_date(found.address),
    )  # fmt: skip
    if before is not None and before.published is not None and _rank(before.basis) <= _rank(now.basis):
        return Dated(published=before.published, basis=before.basis)
    return now


def _rank(basis: str) -> int:
    return ("feed", "page", "text", "fetch").index(basis)


def validators(seen: Visit | Edition | None) -> Validators | None:
    """What the host said of the bytes it sent, to ask whether they changed; None where it said nothing."""
    if seen is None or not (seen.etag or seen.last_modified):
        return None
    return Validators(etag=seen.etag, last_modified=seen.last_modified)


def is_teaser(page: Text, item: Listed | None, words: Text | None) -> bool:
    """Whether the feed holds so much more of an item than its page that the page is not the whole of it."""
    return item is not None and words is not None and len(page.content) < _TEASER * len(words.content)
