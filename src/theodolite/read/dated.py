"""When a document was published, by order of trust: feed, page, its own words, else only when it was seen."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from theodolite.model.gathering import DateBasis
from theodolite.model.listed import Listing
from theodolite.model.period import is_day

_EARLIEST_IN_A_FEED = 1990
"""Feeds are younger than that: an earlier date is what software writes for none."""
_STAMP = dt.timedelta(minutes=10)
_STAMPED_ITEMS = 3
_PATHS = (
    re.compile(r"/(20\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/_.-]|\Z)"),
    re.compile(r"/(20\d\d)[/-]?(0[1-9]|1[0-2])/?(0[1-9]|[12]\d|3[01])(?=/)"),
    re.compile(r"/(?:[a-z]{0,4}[-_]?)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])_\d{3,12}(?=[./]|\Z)"),
)

_EVENTS = re.compile(r"/(?:events?|calendar|agenda|huodong)/", re.IGNORECASE)
"""Where the day is that of an event."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of publication (ISO 8601 as precise as known) and where it was found.

    With the basis "fetch" nobody states a date: `published` is None, and the document counts for the day on
    which it was first seen.
    """

    published: str | None
    basis: DateBasis


def dated(
    *,
    received: dt.date,
    feed: str | None = None,
    updated: str | None = None,
    page: str | None = None,
    text: str | None = None,
    address: str | None = None,
    stamped: bool = False,
) -> Dated:
    """The date to hold, of those stated by the feed, the page, the text and the address.

    Each is ISO 8601 as precise as stated, None where nothing is. The rules, in order:

    1. A date after the day on which the document was received, by more than a day (zones), is none; nor is a
       feed's before 1990.
    2. The feed's goes before the page's, the page's before the text's, the text's before the address's
       (`address_date`, held as the page's).
    3. A feed that is `stamped` (see below) dates its items with the moment of asking: it goes last.
    4. `updated`, a feed's date of change, goes last, too, and only where the feed states no other: what was
       changed then was published then at the latest.
    5. A date that is less precise than a later one in this order gives way to it where both agree ("2024" to
       "2024-05-15", not to "2023-12-31").

    A disagreement of two full days is not settled in between: the more trusted is held as it is.
    """
    stated: list[tuple[DateBasis, str | None]] = [
        ("feed", None if stamped else _of_feed(feed)),
        ("page", page),
        ("text", text),
        ("page", address),
        ("feed", _of_feed(feed) if stamped else _of_feed(updated) if feed is None else None),
    ]
    possible = [(basis, date[:10]) for basis, date in stated if date and _is_possible(date, received)]
    if not possible:
        return Dated(None, "fetch")
    basis, date = possible[0]
    for other, finer in possible[1:]:
        if len(finer) > len(date) and finer.startswith(date):
            basis, date = other, finer
    return Dated(date, basis)


def _of_feed(date: str | None) -> str | None:
    return date if date and int(date[:4]) >= _EARLIEST_IN_A_FEED else None


def _is_possible(date: str, received: dt.date) -> bool:
    # Compared as written: "2024" and "2024-05" are their own first days or later.
    return date[:10] <= (received + dt.timedelta(days=1)).isoformat()[: len(date[:10])]


def stamped(listing: Listing, received_at: str) -> bool:
    """Whether a feed dates its items with the moment it is asked, which says nothing of them.

    It does where it lists three items or more and all have a moment within ten minutes of `received_at` (ISO
    8601 with zone). A feed that appears once a day has one moment for all as well, but not the one of asking.
    """
    moments = [item.published or "" for item in listing.items]
    if len(moments) < _STAMPED_ITEMS or not all("T" in moment for moment in moments):
        return False
    asked = dt.datetime.fromisoformat(received_at)
    return all(abs(dt.datetime.fromisoformat(moment) - asked) <= _STAMP for moment in moments)


def address_date(address: str | None) -> str | None:
    """The day that the path of an address names, as papers and public offices number their pages.

    >>> address_date("https://harbour.example/2024/05/15/two-years.html")
    '2024-05-15'
    """
    path = re.sub(r"\A[a-z]+://[^/]*|[?#].*", "", (address or "")[:2000], flags=re.IGNORECASE | re.DOTALL)
    if _EVENTS.search(path):
        return None
    for form in _PATHS:
        found = {"-".join(match.groups()) for match in form.finditer(path)}
        days = {day for day in found if is_day(day)}
        if days:
            return days.pop() if len(days) == 1 else None
    return None
