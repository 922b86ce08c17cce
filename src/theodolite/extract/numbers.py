"""The grammar of figures in English: numbers, money, percentages, measures, stretches of time, each with its place.

Every rule is a bounded regular expression, so time is linear. Words that open an end ("more than", "up to")
set the other end to None; "about", "nearly", "some" leave a point a point. Vague words take the least that the
word admits: "a couple" is 2, "several" and "a few" are 3 to open, "tens" 10 to open, "years" one year to open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from theodolite.catalog import vocabulary
from theodolite.model.period import DAYS_PER_MONTH

FigureKind = Literal["money", "percent", "duration", "measure", "times", "count"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `start` to `end` (its unit sign included); `opening` is where its bounding words begin.

    `low` and `high` are in `unit`, None for an open end. `months` are the ends of a stretch of time in months.
    `worded`: written in words; `scaled`: with a word or letter of magnitude; `hyphened`: "18-month".
    `approximate`: with a word such as "about". `change`: one end of "from A to B".
    """

    start: int
    end: int
    opening: int
    low: float | None
    high: float | None
    kind: FigureKind
    unit: str | None = None
    months: tuple[float | None, float | None] | None = None
    worded: bool = False
    scaled: bool = False
    hyphened: bool = False
    vague: bool = False
    approximate: bool = False
    change: bool = False
    fraction: bool = False


_ONES = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {w: 10 * (i + 2) for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
_SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "lakh": 1e5, "crore": 1e7, "dozen": 12, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9,
    "bln": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
_PLURALS = {"tens": 10.0, "10s": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "100s": 1e2,
            "thousands": 1e3, "1000s": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}  # fmt: skip
_MONTHS = {"year": 12.0, "yr": 12.0, "month": 1.0, "week": 7 / DAYS_PER_MONTH, "day": 1 / DAYS_PER_MONTH,
           "quarter": 3.0, "decade": 120.0, "century": 1200.0, "centurie": 1200.0, "hour": 1 / DAYS_PER_MONTH / 24,
           "minute": 1 / DAYS_PER_MONTH / 1440, "second": 1 / DAYS_PER_MONTH / 86400}  # fmt: skip

_units = vocabulary.load()
_SIGNS = {sign: code for code, entry in _units.currencies.items() for sign in entry["signs"]} | {"¥": "¥", "￥": "¥"}
_WORDS = {word.lower(): code for code, entry in _units.currencies.items() for word in entry["words"]}
_MEASURES = {word: (unit, factor) for unit, row in _units.measures.items() for word, factor in row.items()}


def _any(words: dict[str, object] | tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_SMALL = rf"(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(list(_ONES)[1:10])}))?|(?:{'|'.join(reversed(list(_ONES)))})"
_SCALE_WORD = r"(?:hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|dozen|mln|bln|bn|mn|tn|trn)"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_VALUE = re.compile(
    rf"""(?:
      (?:(?P<sign>{_any(list(_SIGNS))})\s?)?
      (?:(?P<power>(?:(?:{_DIGITS})\s?[x×*·]\s?)?10(?:\^|\*\*)\(?\d{{1,2}}\)?|(?:{_DIGITS}\s?[x×]\s?)?10[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}}|\d(?:\.\d+)?[eE]\+?\d{{1,2}})
        |(?P<digits>{_DIGITS})(?:(?P<suffix>bn|mn|tn|trn|mln|bln|[kKmMbBtT])(?![A-Za-z0-9])|[\s-]?(?P<scale>{_SCALE_WORD}(?:[ -]{_SCALE_WORD})?)\b)?
      )
      |\b(?:
         (?P<plural>(?:tens|10s|dozens|scores(?=\sof)|hundreds|100s|thousands|1000s)(?:\s+of\s+(?:hundreds\s+of\s+)?(?:thousands|millions|billions|trillions)\b)?|millions|billions|trillions)
           (?:\s+(?:or|and|if\snot|or\seven|and\seven|upon)\s+(?:even\s+)?(?:hundreds\s+of\s+)?(?:thousands|millions|billions|trillions)\b)?
        |(?P<half>half)[\s-]a[\s-](?P<halfscale>million|billion|trillion|dozen)\b
        |(?P<vague>several|a\s+few|a\s+couple(?:\s+of)?|a\s+handful\s+of)\s+(?P<vaguescale>hundred|thousand|million|billion|trillion|dozen)\b
        |(?P<article>a|an)\s+(?P<artscale>(?:hundred|thousand|million|billion|trillion|dozen)(?:\s(?:thousand|million|billion|trillion))?)\b
        |(?P<words>{_SMALL})(?:[\s-](?P<wordscale>{_SCALE_WORD}(?:\s(?:and\s)?(?:{_SMALL}))?(?:\s(?:thousand|million|billion|trillion))?))?\b
      )
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_START = re.compile(
    r"(?<![\w#@&=^_/\\$€£¥])(?<![\w][.,:’'])(?<![A-Za-z][-–])(?<!\d[-–])(?=[\d$€£¥￥₩₹₪₽]|[A-Za-z]{1,4}[$¥.]?\s?\d|元"
    rf"|(?:a|an|half|several|{'|'.join((*_ONES, *_TENS, *_PLURALS))})\b)",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"\s?(?:%|％)|[\s-](?:percent(?!age)|per\s?cent|pct)\b|(?P<pp>[\s-](?:percentage[ -]points?|ppts?|pp)\b)", re.I
)
_PP_AFTER = re.compile(r"[\s-]?points?\b", re.I)
_MONEY_WORD = re.compile(rf"[\s-](?:worth of )?(?P<word>{_any(list(_WORDS))})\b(?![-'’])", re.I)
_MEASURE = re.compile(rf"[\s-]?(?P<word>{_any(list(_MEASURES))})(?![\w])")
_DURATION = re.compile(
    r"(?P<gap>[\s-]|\s?-\s?to\s?)(?:(?:full|whole|calendar|additional|more|further|consecutive|straight|short|long|good|solid|fiscal)[\s-])?"
    r"(?P<unit>year|yr|month|week|day|quarter|decade|century|centurie|hour|minute|second)(?P<s>s?)\b(?!-old)(?!\s+old)",
    re.I,
)
_HALF_MORE = re.compile(r"\s+and\s+a\s+half\b", re.I)
_TIMES = re.compile(r"\s?(?:times|x|×)(?![\w])|[\s-]?fold\b", re.I)
_RANGE = re.compile(r"\s?(?:–|—|-|~|‐|‑)\s?|\s+(?:to|or|and|through)\s+(?:(?:as\s+(?:much|many|high)\s+as|around|about|nearly|perhaps|even|maybe)\s+)?|-to-|-or-", re.I)
_LOW = re.compile(
    r"(?:\b(?:(?:well|far|slightly|significantly|just|a\slittle|much)\s)?(?:(?<!no\s)(?<!not\s)more than|over|above|beyond|greater than|longer than|higher than|larger than)|\bat (?:the very )?least|\bupwards? of"
    r"|\bin excess of|\bexceed(?:s|ed|ing)?|\bsurpass(?:es|ed|ing)?|\btop(?:s|ped|ping)|\bnorth of|\bno (?:fewer|less) than|\bnot (?:fewer|less) than"
    r"|\b(?:a )?minimum(?: of)?|\bcross(?:es|ed|ing)|\bpass(?:ed|ing) the|[>≥]=?)\s*(?:(?:the|an?|about|around|some|roughly|approximately|even|their)\s+)?\Z",
    re.I,
)
_HIGH = re.compile(
    r"(?:\b(?:(?:well|far|slightly|significantly|just|a\slittle|much)\s)?(?:(?<!no\s)(?<!not\s)less than|(?<!no\s)(?<!not\s)fewer than|under|below|shorter than|lower than|smaller than)|\bup to|\bas (?:many|much|high|long) as|\bno(?:t)? (?:more|longer|higher|greater) than"
    r"|\bat (?:the )?(?:very )?most|\b(?:a )?maximum(?: of)?|\bnot exceeding|\bcapped at|\bwithin|\binside of|\bno later than|[<≤]=?)\s*(?:(?:the|an?|next|about|around|some|just|only|roughly|coming)\s+)*\Z",
    re.I,
)
_ABOUT = re.compile(
    r"(?:\b(?:about|around|roughly|approximately|approx\.?|nearly|almost|close to|some|circa|an estimated|estimated|an average of|on average|a median of|a total of|a combined|perhaps|maybe|somewhere around|only|just|merely|barely|a mere|a|an|the)|~|≈)\s*\Z",
    re.I,
)
_MORE_AFTER = re.compile(r"\s?\+(?!\d)|[\s-]plus\b|\s+or\s+(?:more|higher|longer|above)\b|\s+and\s+(?:above|counting|up)\b|\s+at\s+(?:the\s+)?least\b", re.I)
_LESS_AFTER = re.compile(r"\s+or\s+(?:less|fewer|lower|under|sooner|below)\b|\s+at\s+(?:the\s+)?most\b|\s+max\b", re.I)
_CHANGE = re.compile(
    r"\b(?:rose|risen|rising|rise|grew|grown|grow|increas\w+|fell|fallen|fall|drop\w*|declin\w+|climb\w+|jump\w+|slid|surg\w+|went|"
    r"gone|reduc\w+|rais\w+|expand\w+|narrow\w+|shr[aiu]nk\w*|wid\w+|slash\w+|lower\w+|cut|up|down|improv\w+|soar\w+|leap\w*|swell\w*|"
    r"plung\w+|tumbl\w+|mov\w+|went|double\w*|triple\w*|compress\w+|decreas\w+|chang\w+|boost\w+|scal\w+|trimm\w+|clos\w+|grow\w+)\b[^;]{0,60}\bfrom\s"
    r"(?:(?:about|around|roughly|nearly|some|over|more than|just|under|less than|approximately|almost|an estimated)\s)*\Z",
    re.I,
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def find(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """Every figure between two places of `text`, in order, none inside another."""
    return tuple(_find(text, start, len(text) if end is None else end))


def _find(text: str, start: int, end: int) -> Iterator[Figure]:
    position = start
    while position < end:
        begun = _START.search(text, position, end)
        if not begun:
            return
        figure = _figure(text, begun.start(), start, end)
        if figure is None:
            position = begun.start() + 1
            continue
        yield figure
        position = figure.end


def _figure(text: str, at: int, floor: int, end: int) -> Figure | None:
    """The figure that begins at `at`, with its range, unit and bounds; None where there is none."""
    first = _simple(text, at, end) or _stretch(text, at, end)
    if first is None:
        return None
    before = text[max(floor, at - 40) : at]
    figure = _with_range(text, first, before, end)
    wide = text[max(floor, at - 110) : at]
    if _CHANGE.search(wide):
        figure = replace(figure, change=True)
    return _bounded(text, figure, before, end)


def _value(match: re.Match[str]) -> tuple[float, float | None, bool, bool] | None:
    """(low, high, worded, scaled) of a matched value."""
    g = match.groupdict()
    if g["power"]:
        raw = g["power"].replace(",", "").translate(_SUPERSCRIPT)
        return (*_power(g["power"], raw), False, True)
    if g["digits"]:
        number = float(g["digits"].replace(",", ""))
        scale = g["suffix"] or g["scale"]
        for part in re.split(r"[\s-]+", scale.lower()) if scale else ():
            number *= _SCALES[part]
        return number, number, False, bool(scale)
    if g["plural"]:
        parts = re.sub(r"\s+of\s+", " ", g["plural"].lower()).split()
        low = 1.0
        for part in parts:
            low *= _PLURALS[part]
        return low, None, True, True
    if g["half"]:
        half = 0.5 * _SCALES[g["halfscale"].lower()]
        return half, half, True, True
    if g["vague"]:
        couple = "couple" in g["vague"].lower()
        scale_value = _SCALES[g["vaguescale"].lower()]
        return (2 if couple else 3) * scale_value, 2 * scale_value if couple else None, True, True
    if g["article"]:
        number = 1.0
        for part in g["artscale"].lower().split():
            number *= _SCALES[part]
        return number, number, True, True
    number = _words(g["words"], g["wordscale"])
    return number, number, True, bool(g["wordscale"])


def _power(shown: str, raw: str) -> tuple[float, float]:
    factor, exponent = 1.0, 0
    if "e" in raw.lower():
        mantissa, _, power = raw.lower().partition("e")
        factor, exponent = float(mantissa), int(power)
    else:
        parts = re.split(r"[x×*·](?!\*)\s?(?=10)", raw, maxsplit=1)
        factor = float(parts[0].strip(" *")) if len(parts) == 2 else 1.0
        exponent = int(re.sub(r"[^0-9]", "", re.sub(r"\A\s*10", "", parts[-1].strip())) or 0)
    value = float(f"{factor!r}e{exponent}")
    return value, value


def _words(small: str, scale: str | None) -> float:
    """The number that words spell: "twenty-five", "one hundred and fifty thousand"."""
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", f"{small} {scale or ''}".lower().strip()):
        if word in _ONES or word in _TENS:
            current += _ONES.get(word, _TENS.get(word, 0))
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0.0
    return total + current


def _simple(text: str, at: int, end: int) -> Figure | None:
    """A number with what is written on it: sign, percent, money word, measure, stretch of time."""
    match = _VALUE.match(text, at, end)
    if not match or match.end() == at:
        return None
    value = _value(match)
    stop = match.end()
    if value is None or (match["digits"] and _glued(text, match, end)):
        return None
    low, high, worded, scaled = value
    base = Figure(at, stop, at, low, high, "count", worded=worded, scaled=scaled)
    if match["sign"]:
        return _money(text, base, _SIGNS.get(match["sign"]) or _SIGNS[match["sign"].upper()], end)
    return _unit(text, base, end)


def _glued(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the digits are part of a word, a version, a date or an ordinal ("5G", "1.2.3", "21st", "24/7")."""
    after = text[match.end() : match.end() + 2]
    if match["suffix"] or match["scale"]:
        resolution = match["suffix"] in ("K", "k") and match["digits"] in ("2", "4", "8")
        return resolution and bool(re.match(r"[\s-](?:video|resolution|image|footage|TV|HD|UHD|display|output|quality)", text[match.end() : match.end() + 12]))
    if not after:
        return False
    if after[0] in "/:" and after[1:].isdigit():
        return True
    if after[0] == "." and after[1:].isdigit():
        return True
    if after[0].isalpha() or after[0] == "_":
        tail = text[match.end() : match.end() + 14]
        return not (_TIMES.match(tail) or _MEASURE.match(tail) or re.match(r"(?:yr|mo|pct)s?\b", tail))
    return False


def _money(text: str, base: Figure, code: str, end: int) -> Figure:
    tail = _MONEY_WORD.match(text, base.end, end)
    if tail and _WORDS[tail["word"].lower()] == code:
        base = replace(base, end=tail.end())
    return replace(base, kind="money", unit=code)


def _unit(text: str, base: Figure, end: int) -> Figure:
    """The same figure with the unit that follows it."""
    if percent := _PERCENT.match(text, base.end, end):
        points = percent["pp"] or (percent.group().strip() in "%％" and None)
        if not points and (more := _PP_AFTER.match(text, percent.end(), end)):
            return replace(base, end=more.end(), kind="percent", unit="percentage point")
        return replace(base, end=percent.end(), kind="percent", unit="percentage point" if points else "percent")
    stop = base.end
    if base.low is not None and base.high is None and (of := re.match(r"\s+of(?=\s)", text[stop : min(stop + 5, end)])):
        stop += of.end()  # "tens of trillions of dollars"
    if money := _MONEY_WORD.match(text, stop, end):
        return replace(base, end=money.end(), kind="money", unit=_WORDS[money["word"].lower()])
    whole = base if not (half := _HALF_MORE.match(text, base.end, end)) else _plus_half(base, half.end())
    if duration := _DURATION.match(text, stop if stop != base.end else whole.end, end):
        return _lasting(whole, duration)
    if measure := _MEASURE.match(text, base.end, end):
        unit, factor = _MEASURES[measure["word"]]
        return replace(base, end=measure.end(), kind="measure", unit=unit, **_scaled(base, factor))
    if not base.worded or base.low is not None:
        if times := _TIMES.match(text, base.end, end):
            return replace(base, end=times.end(), kind="times", unit="times")
    return base


def _plus_half(base: Figure, end: int) -> Figure:
    low = base.low + 0.5 if base.low is not None else None
    return replace(base, low=low, high=None if base.high is None else base.high + 0.5, end=end)


def _scaled(base: Figure, factor: float) -> dict[str, float | None]:
    return {"low": _times(base.low, factor), "high": _times(base.high, factor)}


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


def _lasting(base: Figure, unit: re.Match[str]) -> Figure:
    name = unit["unit"].lower()
    factor = _MONTHS[name]
    name = {"yr": "year", "centurie": "century"}.get(name, name)
    months = (_times(base.low, factor), _times(base.high, factor))
    hyphened = "-" in unit["gap"] or not unit["s"]
    return replace(base, end=unit.end(), kind="duration", unit=name, months=months, hyphened=hyphened)


_STRETCH = re.compile(
    r"(?:(?P<half>half(?:\s+of)?\s+an?)|(?P<vague>(?:several|a\s+few|(?:just\s+)?few|many|a\s+couple\s+of|a\s+couple|a\s+number\s+of|multiple))|(?P<one>an?|another))\s+"
    r"(?:(?:full|whole|single|further|short|good|mere)\s+)?(?P<unit>year|month|week|day|quarter|decade|century|centurie|hour)(?P<s>s?)\b(?!-)"
    r"(?:(?P<andhalf>\s+and\s+a\s+half)\b|\s+or\s+(?P<ortwo>two|so|more)\b)?",
    re.I,
)


def _stretch(text: str, at: int, end: int) -> Figure | None:
    """A stretch of time without a number: "half a year", "a decade", "a year or two", "several months"."""
    match = _STRETCH.match(text, at, end)
    if not match or (match["one"] and match["s"]):
        return None
    name = match["unit"].lower()
    low: float | None = 0.5 if match["half"] else 1.0
    high: float | None = low
    if match["vague"]:
        couple = "couple" in match["vague"].lower()
        low, high = (2.0, 2.0) if couple else (3.0, None)
    if match["andhalf"]:
        low = high = 1.5
    if match["ortwo"]:
        high = {"two": 2.0, "so": high, "more": None}[match["ortwo"].lower()]
    months = (_times(low, _MONTHS[name]), _times(high, _MONTHS[name]))
    unit = "century" if name == "centurie" else name
    return Figure(at, match.end(), at, low, high, "duration", unit, months, worded=True, vague=bool(match["vague"]))


def _with_range(text: str, first: Figure, before: str, end: int) -> Figure:
    """`first`, or the range it begins."""
    link = _RANGE.match(text, first.end, end)
    if not link or first.vague or (first.high is None and not first.vague):
        return first
    second = _simple(text, link.end(), end)
    if second is None or second.low is None or first.low is None:
        return first
    word = link.group().strip().lower().strip("-").split(" ")[0] or "-"
    joined = _joined(first, second)
    if joined is None or joined.low is None or joined.high is None or joined.low >= joined.high:
        return first
    between = bool(re.search(r"\bbetween\s+(?:about |around |roughly |some )?\Z", before, re.I))
    if word == "and" and not between:
        return first
    if word == "or" and not (first.kind in ("count", second.kind) and joined.high <= 2 * joined.low):
        return first
    if word == "to" and _CHANGE.search(before):
        return first
    if word in "–—-~‐‑" and (first.kind == "count" and _looks_like_years(first, second)):
        return first
    return joined


def _looks_like_years(first: Figure, second: Figure) -> bool:
    return bool(first.low and 1900 <= first.low <= 2100 and not first.scaled and second.kind == "count")


def _joined(first: Figure, second: Figure) -> Figure | None:
    """One figure from the two ends; the first takes the magnitude and the unit that only the second has."""
    low, high = first.low, second.high
    if first.kind not in ("count", second.kind) and not (first.kind == "money" and second.kind == "count"):
        return None
    kind, unit = (first.kind, first.unit) if second.kind == "count" else (second.kind, second.unit)
    if first.kind == second.kind == "duration" and first.unit != second.unit and first.months and second.months:
        return replace(second, start=first.start, opening=first.opening, low=first.low, high=second.high,
                       months=(first.months[0], second.months[1]))  # fmt: skip
    if second.scaled and not first.scaled and low is not None and second.low and high:
        magnitude = _magnitude(second)
        if low * magnitude < high:
            low *= magnitude
    months = None
    if second.months and second.low:
        factor = (second.months[0] or 0) / second.low
        months = (_times(low, factor), _times(high, factor))
    elif kind == "measure" and second.kind == "measure" and first.kind == "count" and low is not None and high:
        low = low * 10.0 ** (len(str(int(high))) - len(str(int(low)))) if low < high / 1000 else low
    return replace(second, start=first.start, opening=first.opening, low=low, high=high, kind=kind, unit=unit,
                   months=months, worded=first.worded and second.worded)  # fmt: skip


def _magnitude(figure: Figure) -> float:
    """The power of a thousand that a scaled figure was multiplied by."""
    value, magnitude = figure.low or 1.0, 1.0
    while value >= 1000:
        value, magnitude = value / 1000, magnitude * 1000
    return magnitude


def _bounded(text: str, figure: Figure, before: str, end: int) -> Figure:
    """The figure with an end opened by the words around it."""
    opening, approximate = figure.start, False
    while about := _ABOUT.search(before):
        opening -= len(before) - about.start()
        approximate = approximate or about.group().strip().lower() not in ("a", "an", "the", "only", "just", "merely")
        before = before[: about.start()]
    figure = replace(figure, opening=opening, approximate=approximate)
    if low := _LOW.search(before):
        return _open(figure, "high", opening - (len(before) - low.start()))
    high = _HIGH.search(before)
    if high and re.search(r"\bwithin\b", high.group(), re.I) and figure.low != figure.high and figure.high is not None:
        return replace(figure, opening=opening - (len(before) - high.start()))  # "within three to five years" is a range
    if high:
        return _open(figure, "low", opening - (len(before) - high.start()))
    if more := _MORE_AFTER.match(text, figure.end, end):
        return replace(_open(figure, "high", opening), end=more.end())
    if less := _LESS_AFTER.match(text, figure.end, end):
        return replace(_open(figure, "low", opening), end=less.end())
    return figure


def _open(figure: Figure, side: Literal["low", "high"], opening: int) -> Figure:
    """`figure` with one end open. A range after "more than" keeps its low end, after "up to" its high one."""
    months = figure.months
    if side == "high":
        return replace(figure, high=None, opening=opening, months=months and (months[0], None))
    top = figure.high if figure.high is not None else figure.low
    top_months = months and (months[1] if months[1] is not None else months[0])
    return replace(figure, low=None, high=top, opening=opening, months=months and (None, top_months))
