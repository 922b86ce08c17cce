"""Dates as precise as they are known, and the months between days."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from theodolite.model.errors import Misuse

Span = tuple[dt.date, dt.date]
"""First and last day, both within."""
DAYS_PER_MONTH = 30.4375
"""Mean length of a month in the Julian year; months are never rounded to calendar months."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_PART = re.compile(r"(\d{4})-(?:W(\d{2})|Q([1-4])|H([12]))\Z")


def months_between(earlier: dt.date, later: dt.date) -> float:
    """Days between two days over 30.4375; negative where `later` is before `earlier`."""
    return (later - earlier).days / DAYS_PER_MONTH


def first_day(date: str) -> dt.date:
    """The first day a partial ISO date can mean ("2024-05" is 2024-05-01). ValueError if it is no date.

    Weeks, quarters and halves of a year ("2024-W13", "2024-Q2", "2024-H1"), as claims have them, too.
    """
    if part := _PART.match(date):
        return _part(*part.groups())[0]
    found = _ISO.match(date)
    if not found:
        raise ValueError(f"not an ISO date: {date!r}")
    year, month, day = (int(x) if x else 1 for x in found.groups())
    return dt.date(year, month, day)


def last_day(date: str) -> dt.date:
    """The last day a partial ISO date can mean ("2024-02" is 2024-02-29). ValueError if it is no date."""
    if part := _PART.match(date):
        return _part(*part.groups())[1]
    start = first_day(date)
    if len(date) == 4:
        return dt.date(start.year, 12, 31)
    if len(date) == 7:
        return start.replace(day=calendar.monthrange(start.year, start.month)[1])
    return start


def day_of(published: str | None) -> str | None:
    """The day of a moment; a day or less stays as it is. None for what is no date."""
    stated = published.partition("T")[0].partition(" ")[0] if published else ""
    try:
        return stated if stated and first_day(stated) else None
    except ValueError:
        return None


def is_day(written: str) -> bool:
    """Whether something written is a day that there is."""
    try:
        dt.date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _part(year: str, week: str | None, quarter: str | None, half: str | None) -> Span:
    """First and last day of a week (Monday to Sunday), a quarter or a half of a year."""
    if week:
        monday = dt.date.fromisocalendar(int(year), int(week), 1)
        return monday, monday + dt.timedelta(days=6)
    length = 3 if quarter else 6
    last = int(quarter or half or 1) * length
    days = calendar.monthrange(int(year), last)[1]
    return dt.date(int(year), last - length + 1, 1), dt.date(int(year), last, days)


def span(text: str) -> Span:
    """First and last day of a year, a month, a day, or of a range of these with a colon. Misuse else.

    An end that is left open is the first or the last day there is.
    """
    first, colon, last = (part.strip() for part in text.partition(":"))
    try:
        if not (first or last):
            raise ValueError(text)
        start = first_day(first) if first else dt.date.min
        end = last_day(last if colon else first) if last or not colon else dt.date.max
    except ValueError:
        raise Misuse(f"{text[:40]!r} is no year, month or day, nor a range like 2015:2023") from None
    if end < start:
        raise Misuse(f"{text[:40]!r} ends before it begins")
    return start, end
