"""Each source of a watchlist asked once: whether it is there, what it lists, how old its newest item is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from theodolite.catalog.sources.terms import raw_definitions
from theodolite.gather.exchange import Answer
from theodolite.gather.web.fetcher import Fetcher
from theodolite.gather.web.manners import Manners
from theodolite.gather.web.request import FEED_TYPES, PAGE_TYPES, Request, Result
from theodolite.model.address import canonical_address
from theodolite.model.errors import Refusal
from theodolite.model.listed import Listing
from theodolite.model.snapshot import Snapshot
from theodolite.model.watchlist import Watched
from theodolite.read.choose import document
from theodolite.read.items import items
from theodolite.read.sitemap import sitemap

MANNERS = Manners(attempts=1)
"""One request to each source, and one for the robots.txt of each host."""
STALE_DAYS = 180
"""From so many days without a new item on, a source is said to be asleep."""

_DATA_BYTES = 64 * 1024
"""Of a table only its beginning is had: whether it is there, not what it holds."""
_FILES = 10_000
_LITTLE = 200
"""Characters under which a page is said to hold next to nothing."""
_LASTING = frozenset((301, 308))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sounded:
    """One source and what asking it came to.

    `status` is the host's, None where it never answered. `moved_to` is the address that answered in place of
    its own, `for_good` whether the host says that it will stay there. `form` is what came (rss, atom, json
    feed, sitemap, sitemap index, addresses, page, folder, data), `items` how many it lists, of a page how
    many characters it reads to. `newest` is the day of the newest item that states one, in ISO 8601.
    """

    source: Watched
    status: int | None = None
    moved_to: str | None = None
    for_good: bool = False
    form: str | None = None
    items: int | None = None
    newest: str | None = None
    age_days: int | None = None
    warnings: tuple[str, ...] = ()
    refusal: Refusal | None = None

    @property
    def live(self) -> bool:
        """Whether it is there and can be read."""
        return self.refusal is None


def sound(
    sources: Sequence[Watched],
    *,
    today: dt.date,
    manners: Manners = MANNERS,
    allow_private: frozenset[str] = frozenset(),
) -> Iterator[Sounded]:
    """Each source once, as its answer comes: folders and faulty entries first, then by who answers first.

    `allow_private` names endpoints that may be reached although they are not public; it is for tests and is
    set by nothing outside the code. Leaving the iteration ends what is under way.
    """
    downloads = {str(one["name"]): one.get("download") for one in raw_definitions()}
    with Fetcher(manners, allow_private=allow_private) as fetcher:
        for one in sources:
            if one.shape != "folder":
                address = downloads.get(one.address) or one.address if one.shape == "data" else one.address
                fetcher.put(_request(one, str(address)))
        for one in sources:
            if one.shape == "folder":
                yield _folder(one, today)
        for result in fetcher.results():
            yield _sounded(result, today)


def _request(one: Watched, address: str) -> Request:
    if one.shape == "data":
        return Request(
            address=address, accept="*/*", text=False, content_bytes=_DATA_BYTES, cut=True, tag=one
        )
    return Request(address=address, accept=PAGE_TYPES if one.shape == "page" else FEED_TYPES, tag=one)


def _sounded(result: Result, today: dt.date) -> Sounded:
    one: Watched = result.request.tag
    if result.answer is None:
        assert result.refusal is not None, "a result is an answer or a refusal"
        return Sounded(source=one, status=result.status, refusal=_named(one, result.refusal))
    answer = result.answer
    moved, for_good = _moved(result.request.address, answer)
    warnings = [f"it has moved to {moved}: put that in the watchlist"] if moved and for_good else []
    try:
        form, count, newest, more = _read(one, answer, today)
    except Refusal as refusal:
        return Sounded(source=one, status=answer.status, moved_to=moved, for_good=for_good,
                       refusal=_named(one, refusal))  # fmt: skip
    age = (today - newest).days if newest is not None else None
    if age is not None and age >= STALE_DAYS:
        warnings.append(f"it has had nothing new for {age:,} days")
    return Sounded(
        source=one,
        status=answer.status,
        moved_to=moved,
        for_good=for_good,
        form=form,
        items=count,
        newest=newest.isoformat() if newest is not None else None,
        age_days=age,
        warnings=(*warnings, *more),
    )


def _read(
    one: Watched, answer: Answer, today: dt.date
) -> tuple[str, int | None, dt.date | None, tuple[str, ...]]:
    """What came, how many items it lists, the newest one's day, and what a reader should know of it."""
    sent = Snapshot(answer.content or b"", answer.media_type)
    if one.shape == "data":
        head = sent.content[:256].lstrip().lower()
        if not head or head.startswith((b"<!doctype html", b"<html")):
            said = "this is a web page, not data" if head else "the answer is empty"
            raise Refusal(answer.address, said, "see whether the publisher has moved the file")
        return "data", None, None, ()
    if one.shape == "page":
        text = document(sent, answer.address, today)
        size = len(text.content)
        little = ("it says next to nothing to a programme that runs no scripts",) if size < _LITTLE else ()
        return "page", size, _day(text.published, today), little
    listing = (sitemap if one.shape == "sitemap" else items)(sent, answer.address, today)
    faults = [f"{len(listing.refused)} items cannot be taken"] if listing.refused else []
    if not listing.items:
        faults.append("it lists nothing")
    return listing.kind, len(listing.items), _newest(listing, today), tuple(faults)


def _newest(listing: Listing, today: dt.date) -> dt.date | None:
    days = [_day(stated, today) for item in listing.items for stated in (item.published, item.updated)]
    return max((day for day in days if day is not None), default=None)


def _day(stated: str | None, today: dt.date) -> dt.date | None:
    """A stated moment's day, where it states one that is not to come."""
    if stated is None or len(stated) < 10:
        return None
    day = dt.date.fromisoformat(stated[:10])
    # In the zone of whoever stated it, it may be tomorrow already.
    return min(day, today) if day <= today + dt.timedelta(days=1) else None


def _moved(asked: str, answer: Answer) -> tuple[str | None, bool]:
    """Where the answer came from if not from the address asked, and whether every redirect is for good."""
    if canonical_address(answer.address) == canonical_address(asked):
        return None, False
    return answer.address, all(hop.status in _LASTING for hop in answer.hops[:-1])


def _folder(one: Watched, today: dt.date) -> Sounded:
    top = Path(one.address)
    if not top.is_dir():
        return Sounded(
            source=one, refusal=Refusal(f"{one.name} ({top})", "there is no such folder", "mend its path")
        )
    count, newest = 0, 0.0
    for path in top.rglob("*"):
        if path.is_file():
            count, newest = count + 1, max(newest, path.stat().st_mtime)
        if count >= _FILES:
            break
    day = _day(dt.datetime.fromtimestamp(newest, dt.UTC).date().isoformat(), today) if count else None
    return Sounded(
        source=one,
        form="folder",
        items=count,
        newest=day.isoformat() if day else None,
        age_days=(today - day).days if day else None,
        warnings=() if count else ("there is no file in it",),
    )


def _named(one: Watched, refusal: Refusal) -> Refusal:
    return Refusal(f"{one.name} ({refusal.place})", refusal.reason, refusal.mend)
