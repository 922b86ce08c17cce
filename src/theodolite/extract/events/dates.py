"""When something happened: dates as they stand with a happening, resolved against the document's date.

Wider than periods of figures: a month or weekday without a year is the last one before the document's date.
What cannot be resolved ("in March" in an undated text) gives none: dates are never guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from theodolite.extract.reading import Reading
from theodolite.model.period import first_day

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?P<m>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_UNDATED = re.compile(
    rf"(?<![\w-])(?:(?:in|on|last|this|In|On|Last|early|late|mid|since|by)[\s-])(?:(?:early|late|"
    rf"mid)[\s-])?{_MONTH}"
    r"(?:\s(?P<d>\d{1,2})(?:st|nd|rd|th)?)?(?P<y>\s(?:of\s)?last year)?(?![\w-])(?!,?\s(?:19|20)\d\d)|"
    r"(?<![\w-])(?:[Oo]n\s|[Ll]ast\s|this\s)(?P<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|"
    rf"(?<![\w-]){_MONTH.replace('P<m>', 'P<m3>')}\s(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?![\w-])"
    rf"(?!,?\s(?:19|20)\d\d)|"
    rf"(?<![\w-])on\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s{_MONTH.replace('P<m>', 'P<m2>')}(?!,?\s(?:19|"
    rf"20)\d\d)|"
    r"\b(?P<today>[Tt]oday|[Tt]his (?:morning|afternoon|evening)|[Tt]onight|[Ee]arlier today)(?!['’]s)\b|"
    r"\b(?P<night>[Ll]ast night)\b|\b(?P<tomorrow>[Tt]omorrow)(?!['’]s)\b|"
    r"\b(?P<n>\d{1,2}|an?|one|two|three|four|five|six|ten)\s(?P<unit>day|week)s?\s(?:ago|earlier)\b|"
    r"(?<![\w-])[Oo]n\sthe\s(?P<nth>\d{1,2})(?:st|nd|rd|th)\b(?!\s(?:of|floor|day|century|anniversary|[A-Z]))|"
    r"\b(?:[Aa]t the (?:start|beginning|end) of|[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s(?P<month>(?:the|"
    r"this) month)\b",
)
_ORDINALS = tuple(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third
    twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth
    thirty-first""".split()  # noqa: SIM905
)
_IN_WORDS = re.compile(rf"\b[Oo]n\sthe\s(?P<nth>{'|'.join(reversed(_ORDINALS))})(?=[,.;:)]|\sand\b|\Z)")
_PART = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Bb]y|[Ll]ate\sin|[Ee]arly\sin)\sthe\s(?P<o>first|second|third|fourth|final|last)\s"
    r"(?P<unit>quarter|half)\b(?!\s(?:of\s)?(?:the\s)?(?:(?:19|20)\d\d|last|this|next|game|century|decade))"
)
_AFTER = re.compile(
    r"\b(?:the\ssame\s(?P<same>day|week|month|year)|(?:the\s(?:following|next)\s(?P<next>day|week|month|year)|"
    r"the\s(?P<after>day|week|month|year)\safter|"
    r"(?P<n>an?|one|two|three|four|five|six|ten|\d{1,2})\s(?P<unit>day|week|month|year)s?\s(?:later|after\sthat)))"
    r"(?!\sthe\b)\b",
    re.I,
)
"""Dates that hang on the one named before: "the day after", "two months later"."""
_BARE = re.compile(
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|an?|[Tt]his|[Ll]ast)|['’]s)\s"
    rf"{_MONTH}(?=\s(?:public\s|first\s)?(?:release|launch|debut|listing|visit|acquisition|"
    r"takeover|unveiling|announcement|ban|meeting|summit|hearing|ruling|resignation|departure|flotation|IPO|rollout|"
    r"arrest|decision|deal|signing|opening|closure|merger)s?\b)"
)
"""A month before what happened then: "the July release"."""
_POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?\Z|\d{4}-\d\d/\d{4}-\d\d\Z")
SIGN = re.compile(
    r"\b(?:(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|spring|summer|autumn|fall|Christmas|\w+day|today|"
    r"tonight|quarter|half|same|(?:days?|weeks?|months?|years?)\s(?:later|after)|(?:[Ll]ast|[Tt]his|[Pp]ast|[Nn]ext|following)\s\w+|"
    r"\w+(?:th|rst|cond)(?=[,.;:)])|the month|[Yy]esterday|[Tt]omorrow|ago|earlier)\b"
)
"""What a sentence must have to be looked at for a date."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A point in time at `start` to `end`, in ISO 8601; None where it needs a document's date not known."""

    start: int
    end: int
    iso: str | None
    undated: bool = False
    """Whether the words leave out the year, so that `iso` is the last such day or month."""
    since: bool = False
    """Whether it is only said to hold since then."""
    to_come: str | None = None
    """The date where it is still to come, if that is another."""


def find(reading: Reading, start: int, end: int, *, chained: bool = True) -> Iterator[Occasion]:
    """The points in time that are named between two places, in order; `chained`: also those that hang on one
    named before ("two months later")."""
    found = [
        Occasion(p.start, p.end, p.iso.removesuffix("/.."), since=p.iso.endswith("/.."))
        for p in reading.periods_in(start, end)
        if p.iso and _POINT.match(p.iso.removesuffix("/..")) and (not p.leading or p.start > start)
    ]
    day, precision = _today(reading, start)
    for match in _UNDATED.finditer(reading.content, start, end):
        iso = _resolved(match, day, precision) if day is not None and precision >= 7 else None
        if match["y"]:
            found = [o for o in found if o.end <= match.start() or match.end() <= o.start]
        if not any(o.start < match.end() and match.start() < o.end for o in found):
            plain = not any(match[g] for g in ("m", "m2", "m3")) or match.group().lower().startswith("last")
            plain = plain or bool(match["y"])
            began = match.group()[:5].lower() == "since"
            found.append(Occasion(match.start(), match.end(), iso, not plain, since=began))
    for match in _SEASON.finditer(reading.content, start, end):
        if not any(o.start < match.end() and match.start() < o.end for o in found) and day is not None:
            found.append(
                Occasion(
                    match.start(),
                    match.end(),
                    _season(match, day, precision),
                    not match["last"],
                    to_come=_season_to_come(match, day),
                )
            )
    for match in _PART.finditer(reading.content, start, end):
        if not any(o.start < match.end() and match.start() < o.end for o in found) and day is not None:
            past, to_come = _part(match, day)
            found.append(Occasion(match.start(), match.end(), past, to_come=to_come))
    for match in _BARE.finditer(reading.content, start, end):
        at, stop = match.span("m")
        if not any(o.start < stop and at < o.end for o in found) and day is not None and precision >= 7:
            found.append(Occasion(at, stop, _last_month(match["m"], day), True))
    if day is not None and precision == 10:
        for match in _IN_WORDS.finditer(reading.content, start, end):
            nth = _last_nth(_ORDINALS.index(match["nth"]) + 1, day)
            found.append(Occasion(match.start(), match.end(), nth))
    found = [o for o in found if not _LENGTH.search(reading.content, max(start, o.start - 12), o.start)]
    found.sort(key=lambda o: o.start)
    for match in _AFTER.finditer(reading.content, start, end) if chained else ():
        before = [o for o in found if o.end <= match.start()]
        if not any(o.start < match.end() and match.start() < o.end for o in found):
            base = before[-1] if before else _before(reading, start)
            if base is not None and base.iso and (iso := _moved(match, base.iso)):
                found.append(Occasion(match.start(), match.end(), iso))
    yield from sorted(found, key=lambda o: o.start)


_LENGTH = re.compile(r"\b(?:part|half|most|much|lot) of\s\Z")
"""Behind these a year is a length: "the better part of a year earlier"."""
_NEAR = 160
"""How far before its sentence a date may stand that "two months later" hangs on."""


def _before(reading: Reading, start: int) -> Occasion | None:
    """The last date of the sentence before one."""
    number = reading.sentence_at(start)
    if not number:
        return None
    earlier = reading.sentences[number - 1]
    if earlier.paragraph != reading.sentences[number].paragraph:
        return None
    near = list(find(reading, max(earlier.start, earlier.end - _NEAR), earlier.end, chained=False))
    return near[-1] if near else None


def _part(match: re.Match[str], day: dt.date) -> tuple[str, str]:
    """The year of the last such quarter or half that has begun, and of the next that has not ended."""
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(match["o"])
    length = 3 if match["unit"] == "quarter" else 6
    first = 12 - length + 1 if number is None or number * length > 12 else (number - 1) * length + 1
    begun = day.year if first <= day.month else day.year - 1
    to_come = day.year if day.month <= first + length - 1 else day.year + 1
    return f"{begun:04d}", f"{to_come:04d}"


def _moved(match: re.Match[str], iso: str) -> str | None:
    """A date so much later than another, as precise as both allow."""
    if match["same"]:
        return {"day": iso, "week": iso, "month": iso[:7], "year": iso[:4]}[match["same"].lower()]
    unit = (match["next"] or match["after"] or match["unit"]).lower()
    count = 1 if not match["n"] else int(match["n"]) if match["n"].isdigit() else _COUNT[match["n"].lower()]
    try:
        if unit == "year":
            return f"{int(iso[:4]) + count:04d}"
        if unit == "month" and len(iso) in (7, 10):
            months = int(iso[:4]) * 12 + int(iso[5:7]) - 1 + count
            return f"{months // 12:04d}-{months % 12 + 1:02d}"
        if len(iso) == 10:
            later = dt.date.fromisoformat(iso) + dt.timedelta(days=count if unit == "day" else 7 * count)
            return later.isoformat() if unit == "day" else later.isoformat()[:7]
    except ValueError:
        return None
    return None


_SEASON = re.compile(
    r"(?<![\w-])(?:in|over|during|by|this|(?P<last>last)|at)\s(?:the\s|early\s|late\s){0,2}"
    r"(?P<s>spring|summer|autumn|fall|Christmas)\b"
    r"(?!\s(?:of|in|school|term|event|camp|semester|internship|with|short)\b|-|,?\s(?:of\s)?(?:19|20)\d\d)"
)
_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "Christmas": 12}


def _season(match: re.Match[str], day: dt.date, precision: int) -> str | None:
    """The year of a season: the last one that has begun."""
    if precision < 7:
        return None
    since = day.month - _STARTS[match["s"]]
    year = day.year if since >= (3 if match["last"] else 0) else day.year - 1  # "last spring", said in spring
    return f"{year:04d}-12" if match["s"] == "Christmas" else f"{year:04d}"


def _season_to_come(match: re.Match[str], day: dt.date) -> str | None:
    """The year of the next season of that name, or of the one that has not ended."""
    if match["last"] or match["s"] == "Christmas":
        return None
    return f"{day.year if day.month < _STARTS[match['s']] + 3 else day.year + 1:04d}"


def coming(occasion: Occasion, published: str | None) -> str | None:
    """The date of what is still to come: with no year named, the first such day after the document's."""
    iso = occasion.iso
    if occasion.to_come:
        return occasion.to_come
    if not iso or not occasion.undated or not published or iso > published:
        return iso
    try:
        year = int(iso[:4])
    except ValueError:
        return iso
    if len(iso) == 4:
        return iso if iso == published[:4] and len(published) < 7 else f"{year + 1:04d}"
    return iso if iso[:7] == published[:7] else f"{year + 1:04d}{iso[4:]}"


def _today(reading: Reading, at: int) -> tuple[dt.date | None, int]:
    part = reading.part_at(at)
    published = (part.published if part and part.published else None) or reading.published
    try:
        return (first_day(published[:10]), min(len(published), 10)) if published else (None, 0)
    except ValueError:
        return None, 0


_COUNT = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}


def _back(number: str, unit: str, day: dt.date) -> str:
    """The day, or the week, so many days or weeks before."""
    count = int(number) if number.isdigit() else _COUNT[number]
    if unit == "day":
        return (day - dt.timedelta(days=count)).isoformat()
    iso = (day - dt.timedelta(weeks=count)).isocalendar()
    return f"{iso.year}-W{iso.week:02d}"


def _last_nth(number: int, day: dt.date) -> str | None:
    """ "On the 18th": of this month, or of the last one where that day is still to come."""
    month = day if number <= day.day else day.replace(day=1) - dt.timedelta(days=1)
    try:
        return month.replace(day=number).isoformat()
    except ValueError:
        return None


def _last_month(name: str, day: dt.date) -> str:
    """The last such month that has begun."""
    month = next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(name.lower().rstrip(".")[:3]))
    return f"{day.year - (month > day.month):04d}-{month:02d}"


def _resolved(match: re.Match[str], day: dt.date, precision: int) -> str | None:
    if match["today"] or match["night"]:
        back = 1 if match["night"] else 0
        return (day - dt.timedelta(days=back)).isoformat() if precision == 10 else day.isoformat()[:7]
    if match["tomorrow"]:
        return (day + dt.timedelta(days=1)).isoformat() if precision == 10 else day.isoformat()[:7]
    if match["month"]:
        return day.isoformat()[:7]
    if match["n"]:
        return _back(match["n"].lower(), match["unit"], day) if precision == 10 else None
    if match["w"]:
        if precision < 10:
            return None
        back = (day.weekday() - _DAYS.index(match["w"].lower())) % 7
        if match.group().lower().startswith("last") and back == 0:
            back = 7
        return (day - dt.timedelta(days=back)).isoformat()
    if match["nth"]:
        return _last_nth(int(match["nth"]), day) if precision == 10 else None
    name = match["m"] or match["m2"] or match["m3"]
    number = match["d"] or match["d2"] or match["d3"]
    month = next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(name.lower().rstrip(".")[:3]))
    later = month > day.month or (month == day.month and number and int(number) > day.day and precision == 10)
    year = day.year - 1 if later or match["y"] else day.year
    if not number:
        return f"{year:04d}-{month:02d}"
    try:
        return dt.date(year, month, int(number)).isoformat()
    except ValueError:
        return None
