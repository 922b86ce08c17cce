"""Dates and periods as a text states them, in ISO 8601, each with its place.

Relative words ("last year", "this week") are resolved against the document's date where it is known to be
precise enough; a period that the text leaves open is not found at all, and never guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from theodolite.extract.words import lexicon, windows
from theodolite.extract.words.gates import Gates
from theodolite.model.period import first_day


@dataclass(frozen=True, slots=True)
class Period:
    """A period at `start` to `end`. `iso` is None for a date that cannot be resolved ("last year" in an
    undated text, "in March"): it is still no figure. `leading`: possessive, for what follows ("2022's")."""

    start: int
    end: int
    iso: str | None
    leading: bool = False


_MONTH_NAMES = lexicon.in_order(
    "january february march april may june july august september october november december"
)
_MONTH = (
    {name: i + 1 for i, name in enumerate(_MONTH_NAMES)}
    | {name[:3]: i + 1 for i, name in enumerate(_MONTH_NAMES)}
    | {"sept": 9}
)
_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_Y = r"(?:19|20)\d\d(?![\d,]\d|%|\w)"
_ORD = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_SPELT = {
    w: i
    for i, w in enumerate(
        lexicon.in_order("zero one two three four five six seven eight nine ten eleven twelve")
    )
}


def _ym(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def _months(first: tuple[int, int], last: tuple[int, int]) -> str:
    return f"{_ym(*first)}/{_ym(*last)}"


class Clock:
    """The document's date, as precise as it is known."""

    def __init__(self, published: str | None) -> None:
        self.day: dt.date | None = None
        self.precision = 0
        try:
            if published:
                self.day = first_day(published[:10] if len(published) > 10 else published)
                self.precision = min(len(published), 10)
        except ValueError:
            self.day = None

    def year(self, back: int) -> str | None:
        return f"{self.day.year - back:04d}" if self.day else None

    def month(self, back: int) -> str | None:
        if not self.day or self.precision < 7:
            return None
        months = self.day.year * 12 + self.day.month - 1 - back
        return _ym(months // 12, months % 12 + 1)

    def week(self, back: int) -> str | None:
        if not self.day or self.precision < 10:
            return None
        iso = (self.day - dt.timedelta(weeks=back)).isocalendar()
        return f"{iso.year}-W{iso.week:02d}"

    def date(self, back: int) -> str | None:
        return (self.day - dt.timedelta(days=back)).isoformat() if self.day and self.precision == 10 else None

    def quarter(self, back: int) -> str | None:
        if not self.day or self.precision < 7:
            return None
        quarters = self.day.year * 4 + (self.day.month - 1) // 3 - back
        return _quarter(quarters // 4, quarters % 4 + 1)


def _quarter(year: int, quarter: int) -> str:
    return _months((year, 3 * quarter - 2), (year, 3 * quarter))


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return dt.date(int(year), _month(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTH[name.lower().rstrip(".")]


def _point(text: str) -> str | None:
    """A month and year, or a year, in ISO form."""
    month = re.match(rf"({_M})", text)
    year = re.search(r"(?:19|20)\d\d", text)
    if not year:
        return None
    return _ym(int(year.group()), _month(month.group(1))) if month else year.group()


_Resolve = Callable[["re.Match[str]", Clock], "str | None"]


class _Rule(NamedTuple):
    """How a kind of period is written, and what it comes to by a clock.

    `signs`, where there are any: runs in small letters of which one stands in every match. They are for what
    a gate cannot tell, as it is too short or has no letters.
    """

    pattern: re.Pattern[str]
    resolve: _Resolve
    signs: tuple[str, ...]


_QUARTERS = ("quarter", "q1", "q2", "q3", "q4")
_HALVES = ("h1", "h2")


def _since(m: re.Match[str], clock: Clock) -> str | None:
    start = _point(m["p"])
    return f"{start}/.." if start else None


def _span(m: re.Match[str], _: Clock) -> str | None:
    groups = m.groupdict()
    first, last = _point(groups.get("a") or groups["a2"]), groups.get("b") or groups["b2"]
    if len(last) == 2 and first:
        last = first[:2] + last
    second = _point(last)
    return f"{first}/{second}" if first and second and first < second else None


def _relative(m: re.Match[str], clock: Clock) -> str | None:
    back = {"last": 1, "previous": 1, "this": 0, "the current": 0, "next": -1}[m["which"].lower()]
    found = {"year": clock.year, "month": clock.month, "week": clock.week, "quarter": clock.quarter}[
        m["unit"].lower()
    ]
    return found(back)


def _last_month(m: re.Match[str], clock: Clock) -> str | None:
    """ "last September", "in March this year": the latest before the document's date."""
    month = _month(m["m"])
    if not clock.day or clock.precision < 7:
        return None
    return _ym(clock.day.year if month < clock.day.month else clock.day.year - 1, month)


def _ago(m: re.Match[str], clock: Clock) -> str | None:
    count = _SPELT.get(m["n"].lower(), int(m["n"]) if m["n"].isdigit() else 1)
    found = {"year": clock.year, "month": clock.month, "week": clock.week, "day": clock.date}[
        m["unit"].lower()
    ]
    return found(count)


def _half(m: re.Match[str], _: Clock) -> str | None:
    first = m["h"].lower() in ("first", "1st", "h1")
    year = int(m["y"])
    return _months((year, 1), (year, 6)) if first else _months((year, 7), (year, 12))


def _compile() -> list[_Rule]:
    flags = re.I
    rules: list[tuple[str, _Resolve, tuple[str, ...]]] = [
        (r"(?<![\d-])(?P<y>(?:19|20)\d\d)-(?P<mm>0[1-9]|1[0-2])(?:-(?P<dd>\d\d))?(?![\d-])", _iso, ("-",)),
        (
            rf"\b(?P<m>{_M})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y>{_Y})",
            lambda m, c: _day(m["y"], m["m"], m["d"]),
            (),
        ),
        (
            rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m>{_M}),?\s(?P<y>{_Y})",
            lambda m, c: _day(m["y"], m["m"], m["d"]),
            (),
        ),
        (
            rf"\b(?:between|from)\s(?P<a>(?:{_M}\s)?{_Y})\s?(?:and|to|through|until|till|-|"
            rf"–)\s?(?P<b>(?:{_M}\s)?{_Y})",
            _span,
            (),
        ),
        (
            rf"\b(?P<a>(?:{_M}\s)?{_Y})\s?(?:–|—|-|/|\sto\s|\sthrough\s)\s?(?P<b>(?:{_M}\s)?{_Y})|"
            rf"\b(?P<a2>(?:19|20)\d\d)[–/-](?P<b2>\d\d)(?![\d.,]\d|[\w%-]|\s?percent)",
            _span,
            (),
        ),
        (
            rf"\b(?:since|starting in|beginning in|from)\s(?:early\s|late\s|mid-|the start of\s|"
            rf"the beginning of\s)?(?P<p>(?:{_M}\s)?{_Y})(?=[\s,.;)]|\Z)",
            _since,
            (),
        ),
        (
            rf"\b(?:Q(?P<q>[1-4])|(?P<o>first|second|third|fourth|1st|2nd|3rd|"
            rf"4th)[\s-]quarter)(?:\sof)?,?\s(?P<y>{_Y})",
            _named_quarter,
            _QUARTERS,
        ),
        (
            rf"\b(?P<h>first|second|1st|2nd|H1|H2)(?:\shalf)?(?:\sof)?\s(?P<y>{_Y})",
            _half,
            ("first", "second", "1st", "2nd", *_HALVES),
        ),
        (rf"\b(?P<m>{_M}),?\s(?:of\s)?(?P<y>{_Y})", lambda m, c: _ym(int(m["y"]), _month(m["m"])), ()),
        (
            rf"\b(?:fiscal|FY|financial year)\s?(?:year\s)?(?P<y>{_Y})",
            lambda m, c: m["y"],
            ("fiscal", "fy", "financial"),
        ),
        (
            r"\b(?P<which>last|this|next|previous|the current)\s(?:fiscal\s|calendar\s|"
            r"financial\s)?(?P<unit>year|month|week|quarter)\b",
            _relative,
            (),
        ),
        (
            r"\b(?:earlier|later) this year\b|\bso far this year\b|\bthe year to date\b",
            lambda m, c: c.year(0),
            (),
        ),
        (rf"\blast (?P<m>{_M})\b(?!\s\d)", _last_month, ()),
        (rf"\b(?:in |by )?(?P<m>{_M}) (?:of )?(?P<w>this|last) year\b", _month_of, ()),
        (
            r"\b(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
            r"a)\s(?P<unit>year|month|week|day)s?\s(?:ago|earlier)\b",
            _ago,
            (),
        ),
        (r"\b(?:yesterday)\b", lambda m, c: c.date(1), ()),
        (
            rf"\b{_M}\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:-|–|to)\s?\d{{1,2}})?\b(?!\s?(?:percent|%|"
            rf"million|billion|,\d))|\b\d{{1,2}}(?:st|nd|rd|th)?\s{_M}\b",
            lambda m, c: None,
            (),
        ),
        (
            r"\b\d{1,2}(?::\d\d){1,2}(?:\s?[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|"
            r"\b\d{1,2}/\d{1,2}/\d{2,4}\b",
            lambda m, c: None,
            (":", "/", "am", "a.m", "pm", "p.m"),
        ),
        (r"\b(?:the\s)?(?:(?:early|late|mid)[\s-])?(?:19|20)\d0s\b|['’]\d0s\b", lambda m, c: None, ("0s",)),
        (rf"\b(?P<y>{_Y})(?P<s>['’]s)\b", lambda m, c: m["y"], ("'s", "’s")),
        (
            rf"(?<![\w$€£¥.,])(?:(?:early|late|mid|mid-year|end|year-end|the end of|"
            rf"end of)[\s-])?(?P<y>{_Y})(?!\s?(?:%|percent|people|users|companies|models|million|"
            rf"billion|papers|patents|chips|employees|GPUs|engineers|researchers|students|yuan|dollars|"
            rf"euros|startups|firms|workers|projects|tokens|hours|square|times|watts|MW|points|more\b|"
            rf"data))",
            lambda m, c: m["y"],
            (),
        ),
        (
            r"\b(?:the\s)?(?:first|second|third|fourth|1st|2nd|3rd|4th)[\s-](?:quarter|half)\b|"
            r"\bQ[1-4]\b|\bH[12]\b",
            lambda m, c: None,
            (*_QUARTERS, "half", *_HALVES),
        ),
    ]
    return [_Rule(re.compile(pattern, flags), resolve, signs) for pattern, resolve, signs in rules]


def _iso(m: re.Match[str], _: Clock) -> str | None:
    try:
        month = int(m["mm"])
        if m["dd"]:
            return dt.date(int(m["y"]), month, int(m["dd"])).isoformat()
        return _ym(int(m["y"]), month) if 1 <= month <= 12 else None
    except ValueError:
        return None


def _named_quarter(m: re.Match[str], _: Clock) -> str | None:
    return _quarter(int(m["y"]), int(m["q"]) if m["q"] else _ORD[m["o"].lower()])


def _month_of(m: re.Match[str], clock: Clock) -> str | None:
    year = clock.year(0 if m["w"].lower() == "this" else 1)
    return _ym(int(year), _month(m["m"])) if year else None


_RULES = _compile()
_GATES = Gates(*(rule.pattern for rule in _RULES))
_WITH_YEAR = frozenset(n for n, rule in enumerate(_RULES) if r"(?:19|20)\d\d" in rule.pattern.pattern)
"""Rules that need a year in every match: most stretches with a number hold none."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[a-z]+")
_SIGN = re.compile(r"\d+|year|month|week|quarter|half|day\b|\blast\s", re.I)
"""One of these stands in every date and period."""


def find(text: str, published: str | None, start: int = 0, end: int | None = None) -> tuple[Period, ...]:
    """Every period between two places of `text`, in order, none overlapping; the first rule that fits
    wins."""
    stop = len(text) if end is None else end
    clock = Clock(published)
    found: list[Period] = []  # in order of place, so that only the neighbours can overlap
    starts: list[int] = []
    for period in _all(text, clock, start, stop):
        at = bisect_left(starts, period.start)
        if (not at or found[at - 1].end <= period.start) and (
            at == len(found) or period.end <= found[at].start
        ):
            found.insert(at, period)
            starts.insert(at, period.start)
    return tuple(found)


def _all(text: str, clock: Clock, start: int, end: int) -> Iterator[Period]:
    places = list(windows.around(_SIGN, text, start, end))
    small = "\n".join(text[a:b].lower() for a, b in places)
    opened = _GATES.opened(set(_WORD.findall(small))) if places else frozenset()
    dated = [(a, b) for a, b in places if _YEAR.search(text, a, b)]
    if not dated:
        opened -= _WITH_YEAR
    for n in sorted(opened):
        pattern, resolve, signs = _RULES[n]
        if signs and not any(sign in small for sign in signs):
            continue
        where = dated if n in _WITH_YEAR else places
        for match in (m for a, b in where for m in pattern.finditer(text, a, b)):
            if not re.match(r"(?i)may\b(?!\s(?:\d|of))", match.group()):
                groups = match.groupdict()
                leading = bool(groups.get("s")) or match.group()[-2:] in ("'s", "’s")
                yield Period(match.start(), match.end(), resolve(match, clock), leading)
