"""The grammar of figures in English: numbers, money, percentages, measures, stretches of time, each
with its place.

Every rule is a bounded regular expression, so time is linear. Words that open an end ("more than", "up to")
set the other end to None; "about", "nearly", "some" leave a point a point. Vague words take the least
that the word admits: "a couple" is 2, "several" and "a few" are 3 to open, "tens" 10 to open, "years" one
year to open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from theodolite.extract.words import number_grammar as grammar

FigureKind = Literal["money", "percent", "duration", "measure", "times", "count"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `start` to `end` (its unit sign included); `opening` is where its bounding words begin.

    `low` and `high` are in `unit`, None for an open end. `months` are the ends of a stretch of time in
    months.
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


def find(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """Every figure between two places of `text`, in order, none inside another."""
    return tuple(_find(text, start, len(text) if end is None else end))


def _find(text: str, start: int, end: int) -> Iterator[Figure]:
    position = start
    while position < end:
        begun = grammar.START.search(text, position, end)
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
    wide = text[max(floor, at - 110) : at]
    figure = _with_range(text, first, wide, end)
    if grammar.CHANGE.search(wide):
        figure = replace(figure, change=True)
    return _bounded(text, figure, before, end)


def _value(match: re.Match[str]) -> tuple[float, float | None, bool, bool] | None:
    """(low, high, worded, scaled) of a matched value."""
    g = match.groupdict()
    if g["power"]:
        raw = g["power"].replace(",", "").translate(grammar.SUPERSCRIPT)
        return (*_power(g["power"], raw), False, True)
    if g["digits"]:
        number = float(g["digits"].replace(",", ""))
        scale = g["suffix"] or g["scale"]
        for part in re.split(r"[\s-]+", scale.lower()) if scale else ():
            number = _scaled(number, grammar.SCALES[part])
        return number, number, False, bool(scale)
    if g["plural"]:
        parts = re.sub(r"\s+of\s+", " ", g["plural"].lower()).split()
        low = 1.0
        for part in parts:
            low *= grammar.PLURALS[part]
        return low, None, True, True
    if g["half"]:
        half = 0.5 * grammar.SCALES[g["halfscale"].lower()]
        return half, half, True, True
    if g["vague"]:
        couple = "couple" in g["vague"].lower()
        scale_value = grammar.SCALES[g["vaguescale"].lower()]
        return (2 if couple else 3) * scale_value, 2 * scale_value if couple else None, True, True
    if g["article"]:
        number = 1.0
        for part in g["artscale"].lower().split():
            number *= grammar.SCALES[part]
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


def _scaled(number: float, scale: float) -> float:
    """The product as written in decimals: 16.6 times a billion is 16600000000, not ...00.000002."""
    return float(Decimal(repr(number)) * Decimal(repr(scale)))


def _words(small: str, scale: str | None) -> float:
    """The number that words spell: "twenty-five", "sixteen point six billion", "one and a half"."""
    total, current = 0.0, 0.0
    small, _, decimals = small.lower().partition(" point ")
    if decimals:
        current = float("0." + "".join(str(grammar.ONES[word]) for word in decimals.split()))
    elif small.endswith("half"):
        small, current = re.sub(r"\s+and\s+a\s+half\Z", "", small), 0.5
    for word in re.split(r"[\s-]+", f"{small} {scale or ''}".lower().strip()):
        if word in grammar.ONES or word in grammar.TENS:
            current += grammar.ONES.get(word, grammar.TENS.get(word, 0))
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in grammar.SCALES:
            total += _scaled(current or 1, grammar.SCALES[word])
            current = 0.0
    return total + current


def _simple(text: str, at: int, end: int) -> Figure | None:
    """A number with what is written on it: sign, percent, money word, measure, stretch of time."""
    match = grammar.VALUE.match(text, at, end)
    if not match or match.end() == at:
        return None
    value = _value(match)
    stop = match.end()
    if value is None or (match["digits"] and _glued(text, match, end)):
        return None
    low, high, worded, scaled = value
    base = Figure(at, stop, at, low, high, "count", worded=worded, scaled=scaled)
    if match["sign"]:
        return _money(text, base, grammar.SIGNS_IN_LOWER_CASE[match["sign"].lower()], end)
    return _unit(text, base, end)


def _glued(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the digits are part of a word, a version, a date or an ordinal ("5G", "1.2.3", "21st",
    "24/7")."""
    after = text[match.end() : match.end() + 2]
    if match["suffix"] or match["scale"]:
        resolution = match["suffix"] in ("K", "k") and match["digits"] in ("2", "4", "8")
        return resolution and bool(
            re.match(
                r"[\s-](?:video|resolution|image|footage|TV|HD|UHD|display|output|quality)",
                text[match.end() : match.end() + 12],
            )
        )
    if not after:
        return False
    if after[0] in "/:" and after[1:].isdigit():
        return True
    if after[0] == "." and after[1:].isdigit():
        return True
    if after[0].isalpha() or after[0] == "_":
        tail = text[match.end() : match.end() + 14]
        return not (
            grammar.TIMES.match(tail) or grammar.MEASURE.match(tail) or re.match(r"(?:yr|mo|pct)s?\b", tail)
        )
    return False


def _money(text: str, base: Figure, code: str, end: int) -> Figure:
    tail = grammar.MONEY_WORD.match(text, base.end, end)
    if tail and grammar.MONEY_WORDS[tail["word"].lower()] == code:
        base = replace(base, end=tail.end())
    return replace(base, kind="money", unit=code)


def _unit(text: str, base: Figure, end: int) -> Figure:
    """The same figure with the unit that follows it."""
    if percent := grammar.PERCENT.match(text, base.end, end):
        points = percent["pp"] or (percent.group().strip() in "%％" and None)
        if not points and (more := grammar.POINT.match(text, percent.end(), end)):
            return replace(base, end=more.end(), kind="percent", unit="percentage point")
        return replace(
            base, end=percent.end(), kind="percent", unit="percentage point" if points else "percent"
        )
    stop = base.end
    if (
        base.low is not None
        and base.high is None
        and (of := re.match(r"\s+of(?=\s)", text[stop : min(stop + 5, end)]))
    ):
        stop += of.end()  # "tens of trillions of dollars"
    if money := grammar.MONEY_WORD.match(text, stop, end):
        return replace(base, end=money.end(), kind="money", unit=grammar.MONEY_WORDS[money["word"].lower()])
    whole = (
        base if not (half := grammar.HALF_MORE.match(text, base.end, end)) else _plus_half(base, half.end())
    )
    if duration := grammar.DURATION.match(text, stop if stop != base.end else whole.end, end):
        return _lasting(whole, duration)
    if measure := grammar.MEASURE.match(text, base.end, end):
        unit, factor = grammar.MEASURES[measure["word"]]
        return replace(
            base,
            end=measure.end(),
            kind="measure",
            unit=unit,
            low=_times(base.low, factor),
            high=_times(base.high, factor),
        )
    if times := grammar.TIMES.match(text, base.end, end):
        return replace(base, end=times.end(), kind="times", unit="times")
    return base


def _plus_half(base: Figure, end: int) -> Figure:
    low = base.low + 0.5 if base.low is not None else None
    return replace(base, low=low, high=None if base.high is None else base.high + 0.5, end=end)


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


def _lasting(base: Figure, unit: re.Match[str]) -> Figure:
    name = unit["unit"].lower()
    factor = grammar.MONTHS[name]
    name = {"yr": "year", "centurie": "century"}.get(name, name)
    months = (_times(base.low, factor), _times(base.high, factor))
    hyphened = "-" in unit["gap"] or not unit["s"]
    return replace(base, end=unit.end(), kind="duration", unit=name, months=months, hyphened=hyphened)


def _stretch(text: str, at: int, end: int) -> Figure | None:
    """A stretch of time without a number: "half a year", "a decade", "a year or two", "several months"."""
    match = grammar.STRETCH.match(text, at, end)
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
    months = (_times(low, grammar.MONTHS[name]), _times(high, grammar.MONTHS[name]))
    unit = "century" if name == "centurie" else name
    return Figure(
        at, match.end(), at, low, high, "duration", unit, months, worded=True, vague=bool(match["vague"])
    )


def _with_range(text: str, first: Figure, before: str, end: int) -> Figure:
    """`first`, or the range it begins."""
    link = grammar.RANGE.match(text, first.end, end)
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
    if word == "to" and grammar.CHANGE.search(before):
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
    if (
        first.kind == second.kind == "duration"
        and first.unit != second.unit
        and first.months
        and second.months
    ):
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
    elif (
        kind == "measure" and second.kind == "measure" and first.kind == "count" and low is not None and high
    ):
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
    while about := grammar.ABOUT.search(before):
        opening -= len(before) - about.start()
        approximate = approximate or about.group().strip().lower() not in (
            "a",
            "an",
            "the",
            "only",
            "just",
            "merely",
        )
        before = before[: about.start()]
    figure = replace(figure, opening=opening, approximate=approximate)
    if low := grammar.LOW.search(before):
        return _open(figure, "high", opening - (len(before) - low.start()))
    high = grammar.HIGH.search(before)
    if (
        high
        and re.search(r"\bwithin\b", high.group(), re.I)
        and figure.low != figure.high
        and figure.high is not None
    ):
        return replace(
            figure, opening=opening - (len(before) - high.start())
        )  # "within three to five years" is a range
    if high:
        return _open(figure, "low", opening - (len(before) - high.start()))
    if more := grammar.MORE_AFTER.match(text, figure.end, end):
        return replace(_open(figure, "high", opening), end=more.end())
    if less := grammar.LESS_AFTER.match(text, figure.end, end):
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
