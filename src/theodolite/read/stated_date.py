"""Dates as machines and editors write them, to ISO 8601 no more precise than written.

Only what is unambiguous is read: "03/04/2024" is two days, so it is none. No relative dates, no guesses.
"""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*\.?,?\s+)?"
_TIME = r"(?:[T\s,]+\d.*)?"
_FORMS = tuple(
    re.compile(form + r"\Z", re.IGNORECASE | re.ASCII)
    for form in (
        rf"(?P<y>\d{{4}})(?:-(?P<m>\d{{1,2}})(?:-(?P<d>\d{{1,2}}){_TIME})?)?",
        rf"(?P<y>\d{{4}})(?P<s>[/.])(?P<m>\d{{1,2}})(?:(?P=s)(?P<d>\d{{1,2}}){_TIME})?",
        r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})(?:T?\d{4,6}Z?)?",
        r"(?P<y>\d{4})\s*年(?:\s*(?P<m>\d{1,2})\s*月(?:\s*(?P<d>\d{1,2})\s*[日号])?)?(?:\s*(?:上午|下午|\d).*)?",
        rf"{_WEEKDAY}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<n>{_MONTH})\.?,?[\s-]+(?P<y>\d{{4}}){_TIME}",
        rf"{_WEEKDAY}(?P<d>\d{{1,2}})\s+(?P<n>{_MONTH})\s+(?P<yy>\d{{2}}){_TIME}",
        rf"{_WEEKDAY}(?P<n>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}}){_TIME}",
        rf"(?P<n>{_MONTH})\.?,?\s+(?P<y>\d{{4}})",
        rf"{_WEEKDAY}(?P<n>{_MONTH})\s+(?P<d>\d{{1,2}})\s+[\d:.]+\s+(?:[A-Z]{{2,5}}\s+)?(?P<y>\d{{4}})",
    )
)
_EARLIEST = 1900
_NOTHING = frozenset({"1970-01-01", "1900-01-01", "1901-01-01"})
"""What software writes where it has no date."""


def iso(stated: object, received: dt.date | None = None) -> str | None:
    """ "YYYY", "YYYY-MM" or "YYYY-MM-DD" as stated, None where it is no date or an impossible one.

    The day is the one in the zone of whoever stated it. `received` is the day the document was received
    (default: today, UTC); what lies more than one day after it cannot be a publication.

    >>> iso("Wed, 15 May 2024 10:00:00 +0800")
    '2024-05-15'
    """
    if not isinstance(stated, str):
        return None
    text = " ".join(stated[:200].split())
    for form in _FORMS:
        if found := form.match(text):
            return _checked(found.groupdict(), received)
    return None


def _checked(parts: dict[str, str | None], received: dt.date | None) -> str | None:
    full, short = parts.get("y"), parts.get("yy")
    year = int(full) if full else 2000 + int(short or 0)
    name, month, day = parts.get("n"), parts.get("m"), parts.get("d")
    number = _MONTHS[name.lower()] if name else int(month) if month else None
    try:
        first = dt.date(year, number or 1, int(day) if day else 1)
    except ValueError:
        return None
    latest = (received or dt.datetime.now(dt.UTC).date()) + dt.timedelta(days=1)
    if year < _EARLIEST or first > latest:
        return None
    written = first.isoformat()[: 10 if day else 7 if number else 4]
    return None if written in _NOTHING else written


_CLOCK = re.compile(
    r"[T\s](?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,]\d+)?)?\s*"
    r"(?P<zone>[Zz]|(?P<sign>[+-])(?P<zh>0\d|1[0-4]):?(?P<zm>[0-5]\d)|[A-Z]{2,4})\b"
)
_ZONES = {
    "Z": 0, "z": 0, "UT": 0, "UTC": 0, "GMT": 0,
    "EST": -5, "EDT": -4, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
"""Zones by name as mail has them. CST is left out: Chinese and American hosts mean different zones by it."""


def moment(stated: object, received: dt.date | None = None) -> str | None:
    """As `iso`, with time and zone where both are stated; a time without a zone says no moment.

    >>> moment("Wed, 15 May 2024 10:00:00 +0800")
    '2024-05-15T10:00:00+08:00'
    >>> moment("2024-05-15 10:00")
    '2024-05-15'
    """
    day = iso(stated, received)
    if day is None or len(day) < 10:
        return day
    found = _CLOCK.search(" ".join(str(stated)[:200].split()))
    if not found:
        return day
    if found["sign"]:
        minutes = int(found["sign"] + "1") * (60 * int(found["zh"]) + int(found["zm"]))
    elif found["zone"] in _ZONES:
        minutes = 60 * _ZONES[found["zone"]]
    else:
        return day
    zone = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return f"{day}T{int(found['h']):02}:{found['m']}:{found['s'] or '00'}{zone}"
