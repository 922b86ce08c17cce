"""When something happened: dates as they stand with a happening, resolved against the document's date.

Wider than periods of figures: a month or weekday without a year is the last one before the document's date.
What cannot be resolved ("in March" in an undated text) gives none: dates are never guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from theodolite.extract.events import date_words as words
from theodolite.extract.reading import Reading
from theodolite.model.period import first_day


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
    fine: bool = False
    """Whether the words tell a month or a day, though no date of the text says which."""

    @property
    def exact(self) -> bool:
        """Whether it is a month, a week or a day: who spoke "in 2020" is no event."""
        return self.fine or (self.iso is not None and len(self.iso) >= _EXACTLY)


_EXACTLY = 7


def find(reading: Reading, start: int, end: int, *, chained: bool = True) -> Iterator[Occasion]:
    """The points in time that are named between two places, in order; `chained`: also those that hang on one
    named before ("two months later")."""
    found = _dated(reading, start, end)
    found.sort(key=lambda o: o.start)
    for occasion in _hanging(reading, start, end, found) if chained else ():
        found = [o for o in found if o.end <= occasion.start or occasion.end <= o.start]
        found.append(occasion)
    yield from sorted(found, key=lambda o: o.start)


def _dated(reading: Reading, start: int, end: int) -> list[Occasion]:
    """The dates that stand by themselves."""
    content = reading.content
    found = [
        Occasion(p.start, p.end, p.iso.removesuffix("/.."), since=p.iso.endswith("/.."))
        for p in reading.periods_in(start, end)
        if p.iso and words.POINT.match(p.iso.removesuffix("/..")) and (not p.leading or p.start > start)
    ]
    if reading.published is None:  # "last week" is a date too where nothing tells which week it was
        found += [
            Occasion(p.start, p.end, None, fine=not words.OF_YEARS.search(content, p.start, p.end))
            for p in reading.periods_in(start, end)
            if p.iso is None and words.RELATIVE.fullmatch(content, p.start, p.end)
        ]
    day, precision = _today(reading, start)
    said = reading.words[reading.sentence_at(start)] if reading.sentences else frozenset[str]()
    named = not said.isdisjoint(words.NAMED)
    for match in (
        words.UNDATED.finditer(content, start, end) if named or words.NTH.search(content, start, end) else ()
    ):
        if match["w"] and _word_before(content, start, match.start()) in words.NO_DAY:
            continue
        iso = _resolved(match, day, precision) if day is not None and precision >= 7 else None
        if match["y"]:
            found = [o for o in found if o.end <= match.start() or match.end() <= o.start]
        if _is_free(found, match.start(), match.end()):
            plain = not any(match[g] for g in ("m", "m2", "m3")) or match.group().lower().startswith("last")
            plain = plain or bool(match["y"])
            opening = match.group()[:5].lower()
            to_come = _next_day(match, day) if day is not None and precision == 10 and match["w"] else None
            iso = to_come if match["next"] else iso
            found.append(Occasion(*match.span(), iso, not plain, since=opening == "since", to_come=to_come))
    for match in words.SHORT_YEAR.finditer(content, start, end) if _has_mark(content, start, end) else ():
        if _is_free(found, *match.span("year")):
            found.append(Occasion(*match.span("year"), _short_year(match)))
    for match in words.SEASON.finditer(content, start, end) if said & words.SEASONS else ():
        if _is_free(found, *match.span()):
            past = _season(match, day, precision) if day else None
            to_come = _season_to_come(match, day) if day else None
            past = to_come if match["next"] else past
            found.append(Occasion(*match.span(), past, not match["last"], to_come=to_come))
    for match in words.PART.finditer(content, start, end) if day and said & words.PARTS else ():
        if match["of"]:
            found = [o for o in found if o.end <= match.start() or match.end() <= o.start]
        if day and _is_free(found, *match.span()):
            past, to_come = _part(match, day)
            found.append(Occasion(*match.span(), past, to_come=to_come))
    for match in words.BARE.finditer(content, start, end) if named else ():
        if _is_free(found, *match.span("m")) and (day is None or precision >= 7):
            month = _last_month(match["m"], day) if day else None
            found.append(Occasion(*match.span("m"), month, True))
    if day and precision == 10:
        for match in words.IN_WORDS.finditer(content, start, end):
            nth = _last_nth(words.ORDINALS[match["nth"]], day)
            found.append(Occasion(*match.span(), nth))
    return [o for o in found if not words.LENGTH.search(content, max(start, o.start - 12), o.start)]


def _has_mark(content: str, start: int, end: int) -> bool:
    """Whether an apostrophe stands before a digit somewhere: "'22"."""
    if content.find("'", start, end) < 0 and content.find("’", start, end) < 0:
        return False
    return _MARK.search(content, start, end) is not None


_MARK = re.compile(r"['’]\d\d")


def _is_free(found: list[Occasion], start: int, end: int) -> bool:
    """Whether no date has been found yet between two places."""
    return not any(o.start < end and start < o.end for o in found)


def _word_before(content: str, start: int, at: int) -> str:
    before = content[max(start, at - 14) : at].split()
    return before[-1].lower() if before else ""


def _hanging(reading: Reading, start: int, end: int, found: list[Occasion]) -> Iterator[Occasion]:
    """The dates that hang on the one named before: "two months later", "in July that year"."""
    content = reading.content
    told: list[Occasion] = []
    for match in words.THAT_YEAR.finditer(content, start, end):
        base = _base(reading, start, match.start(), found)
        if base is not None and base.iso:
            year = int(base.iso[:4]) + bool(match["following"])
            month = _number_of(match["m"] or match["m2"])
            if match["that"] and len(base.iso) >= 7 and month < int(base.iso[5:7]):
                year += 1  # "last July, and that May": the one after
            told.append(Occasion(*match.span(), f"{year:04d}-{month:02d}"))
    yield from told
    for match in words.AFTER.finditer(content, start, end):
        if _is_free([*(o for o in found if o.start != match.start()), *told], *match.span()):
            base = _base(reading, start, match.start(), found)
            if base is not None and base.iso and (iso := _moved(match, base.iso)):
                yield Occasion(*match.span(), iso)


def _base(reading: Reading, start: int, at: int, found: list[Occasion]) -> Occasion | None:
    """The date that one at a place hangs on."""
    before = [o for o in found if o.end <= at]
    return before[-1] if before else _before(reading, start)


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
    if match["of"]:
        year = day.year + {"last": -1, "this": 0, "next": 1}[match["of"]]
        return f"{year:04d}", f"{year:04d}"
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4}
    number = int(match["k"]) if match["k"] else names.get(match["o"])
    length = 3 if match["unit"] == "quarter" or match["q"] == "Q" else 6
    first = 12 - length + 1 if number is None or number * length > 12 else (number - 1) * length + 1
    begun = day.year if first <= day.month else day.year - 1
    to_come = day.year if day.month <= first + length - 1 else day.year + 1
    return f"{begun:04d}", f"{to_come:04d}"


def _moved(match: re.Match[str], iso: str) -> str | None:
    """A date so much later (or earlier) than another, as precise as both allow."""
    if same := match["same"] or match["that"]:
        return {"day": iso, "week": iso, "month": iso[:7]}.get(same.lower(), iso[:4])
    unit = (match["next"] or match["after"] or match["before"] or match["unit"]).lower()
    number = match["n"]
    count = 1 if not number else int(number) if number.isdigit() else words.COUNT[number.lower()]
    count = -count if match["before"] or match["back"] else count
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


def _back(number: str, unit: str, day: dt.date) -> str:
    """The day, or the week, so many days or weeks before."""
    count = int(number) if number.isdigit() else words.COUNT[number.lower()]
    if unit == "day":
        return (day - dt.timedelta(days=count)).isoformat()
    iso = (day - dt.timedelta(weeks=count)).isocalendar()
    return f"{iso.year}-W{iso.week:02d}"


def _weekend(match: re.Match[str], day: dt.date) -> str:
    """The week that ended with the last weekend: on a Saturday or Sunday this one, unless it was "last"."""
    back = 7 if day.weekday() < 5 or match.group().lower().startswith("last") else 0
    iso = (day - dt.timedelta(days=back)).isocalendar()
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
    month = _number_of(name)
    return f"{day.year - (month > day.month):04d}-{month:02d}"


def _number_of(month: str) -> int:
    """The number of a month, by its name or the short form."""
    return next(i for i, m in enumerate(words.MONTHS, 1) if m.startswith(month.lower().rstrip(".")[:3]))


def _next_day(match: re.Match[str], day: dt.date) -> str:
    """The next such weekday; today where it is that."""
    ahead = (words.DAYS.index(match["w"].lower()) - day.weekday()) % 7
    return (day + dt.timedelta(days=ahead or (7 if match["next"] else 0))).isoformat()


def _short_year(match: re.Match[str]) -> str:
    """ "In '22", "in March '22"."""
    month = match["year"].split()[0]
    year = f"20{match['yy']}"
    return f"{year}-{_number_of(month):02d}" if month[:1].isalpha() else year


def _resolved(match: re.Match[str], day: dt.date, precision: int) -> str | None:
    if match["today"] or match["night"]:
        back = 1 if match["night"] else 0
        return (day - dt.timedelta(days=back)).isoformat() if precision == 10 else day.isoformat()[:7]
    if match["tomorrow"]:
        return (day + dt.timedelta(days=1)).isoformat() if precision == 10 else day.isoformat()[:7]
    if match["month"]:
        return day.isoformat()[:7]
    if match["weekend"]:
        return _weekend(match, day) if precision == 10 else day.isoformat()[:7]
    if match["decade"]:
        return f"{day.year - 10 * words.COUNT[match['tens'].lower()]:04d}"
    if match["n"]:
        return _back(match["n"].lower(), match["unit"], day) if precision == 10 else None
    if match["w"]:
        if precision < 10:
            return day.isoformat()[:7]
        back = (day.weekday() - words.DAYS.index(match["w"].lower())) % 7
        if match["before"] and back == 0:
            back = 7
        return (day - dt.timedelta(days=back)).isoformat()
    if match["nth"]:
        return _last_nth(int(match["nth"]), day) if precision == 10 else None
    name = match["m"] or match["m2"] or match["m3"]
    number = match["d"] or match["d2"] or match["d3"]
    month = _number_of(name)
    later = month > day.month or (month == day.month and number and int(number) > day.day and precision == 10)
    year = day.year - 1 if later or match["y"] else day.year
    if not number:
        return f"{year:04d}-{month:02d}"
    try:
        return dt.date(year, month, int(number)).isoformat()
    except ValueError:
        return None
