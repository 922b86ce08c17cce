"""The grammar of figures in English: numbers, money, percentages, measures, stretches of time, each
with its place.

Every rule is a bounded regular expression or a look-up, so time is linear. Words that open an end ("more
than", "up to") set the other end to None; "about", "nearly", "some" leave a point a point, and so does an
uncertainty ("5.2 ± 0.3 mm" is 5.2). Vague words take the least that the word admits: "a couple" is 2,
"several" and "a few" are 3 to open, "tens" 10 to open, "years" one year to open.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from theodolite.extract.words import bounds, lexicon, ranges, units, values
from theodolite.extract.words import number_grammar as grammar
from theodolite.extract.words.figure import Figure, FigureKind
from theodolite.extract.words.folded import Folded
from theodolite.extract.words.ranges import times

__all__ = ["Figure", "FigureKind", "find"]
_START = Folded(grammar.START)
_MINUS = "-−–"
_ENDING = frozenset(",.;:)]!?\"”’'")  # behind a number with one of these no unit is written
_PLAIN = tuple(
    f" {word} "
    for word in lexicon.words("in to from by for as with was were is are has have had will who that")
)
"""Nor before one of these words."""
_NAME_LIKE = frozenset(("Ma", "Pa", "Da", "AU"))  # "In 2018 Ma said" measures nothing


def find(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """Every figure between two places of `text`, in order, none inside another."""
    stop = len(text) if end is None else end
    found: list[Figure] = []
    position = start
    while position < stop:
        begun = _START.search(text, position, stop)
        if not begun:
            break
        figure = _figure(text, begun.start(), max(start, position), start, stop)
        if figure is None:
            position = begun.start() + 1
            continue
        found.append(figure)
        position = figure.end
    return tuple(ranges.shared(text, found))


def _figure(text: str, at: int, last: int, floor: int, end: int) -> Figure | None:
    """The figure that begins at `at`, with its range, unit and bounds; None where there is none. The figure
    before ends at `last`; nothing before `floor` is read."""
    if at and text[at - 1] == "=" and _is_parameter(text, at, floor):
        return None
    first = _simple(text, at, end)
    if first is not None:
        first = _negative(text, first, last)
    elif text[at].isalpha():
        first = _stretch(text, at, end)
    if first is None:
        return None
    figure = first
    if link := ranges.link(text, first, end):
        figure = ranges.joined(text, first, link, _second(text, link.end(), end, first), floor)
    if bounds.changes(text, at, floor):
        figure = replace(figure, change=True)
    return bounds.bounded(text, figure, floor, end)


def _is_parameter(text: str, at: int, floor: int) -> bool:
    """Whether the number behind an equals sign belongs to an address: "?id=5"."""
    before = text[max(floor, at - 40) : at]
    word = before[max(before.rfind(" "), before.rfind("(")) + 1 :]
    return any(sign in word for sign in '?&/;#"') or word.count("=") > 1


def _negative(text: str, figure: Figure, last: int) -> Figure:
    """The figure below zero where a minus stands before it that joins it to nothing: "−4 °C", not "5-4"."""
    at = figure.start
    if at <= last or figure.worded or figure.kind not in ("count", "measure", "percent"):
        return figure
    place = at - 1
    if text[place] == " " and place > last and text[place - 1] == "−":
        place -= 1
    sign, before = text[place], text[place - 1 : place]
    if sign not in _MINUS or not (before in " ([<>=~∼≈±≤≥/" and (place - 1 >= last or sign == "−")):
        return figure
    if (sign == "–" and figure.kind == "count") or (sign == "-" and place == last):
        return figure
    if re.search(r"[\d%]\s\Z", text[max(last, place - 3, 0) : place]):
        return figure
    low, high = times(figure.high, -1.0), times(figure.low, -1.0)
    return replace(figure, start=place, opening=place, low=low, high=high)


def _second(text: str, at: int, end: int, first: Figure) -> Figure | None:
    """The number behind the link of a range, which may have a minus of its own: "−25.9 to −26.5‰"."""
    if text[at : at + 1] in ("−", "-") and text[at + 1 : at + 2].isdigit():
        if figure := _simple(text, at + 1, end):
            return replace(figure, low=times(figure.high, -1.0), high=times(figure.low, -1.0))
        return None
    second = _simple(text, at, end)
    if second is not None and first.kind == "money" and second.unit == "m":  # "$5-10 m" is no length
        low, high = times(second.low, 1e6), times(second.high, 1e6)
        return replace(second, kind="count", unit=None, low=low, high=high, scaled=True)
    return second


def _simple(text: str, at: int, end: int) -> Figure | None:
    """A number with what is written on it: sign, uncertainty, percent, money word, measure, time."""
    match = grammar.VALUE.match(text, at, end)
    if not match or match.end() == at:
        return None
    value = values.read(match)
    stop = match.end()
    if value is None or not (_is_finite(value[0]) and _is_finite(value[1])):
        return None
    if match["digits"] and values.glued(text, match, end):
        return _ratio(text, at, end)
    low, high, worded, scaled = value
    if scaled and text.startswith("-odd ", stop, end):
        stop += 4  # "four hundred-odd gigawatts"
    elif not scaled and high and (odd := grammar.ODD.match(text, stop, end)):
        stop, high = odd.end(), high + _rest_of(high)  # "seventy-something" is 70 to 79
    if match["sign"]:
        code = grammar.SIGNS_IN_LOWER_CASE[match["sign"].lower()]
        return _money(text, Figure(at, stop, at, low, high, "money", code, None, worded, scaled), end)
    tolerance = _tolerance(text, stop, end)
    base = Figure(at, tolerance or stop, at, low, high, "count", None, None, worded, scaled)
    figure = _unit(text, base, end)
    if (
        figure.kind in ("percent", "measure")
        and not tolerance
        and (spread := _tolerance(text, figure.end, end))
    ):
        figure = replace(figure, end=_unit(text, replace(base, end=spread), end).end)
    return figure if _is_finite(figure.low) and _is_finite(figure.high) else None


def _rest_of(number: float) -> float:
    """What is missing to the next round number: 9 for tens, 99 for hundreds; 0 for what is not round."""
    for round_ in (1000.0, 100.0, 10.0):
        if number % round_ == 0:
            return round_ - 1
    return 0.0


def _is_finite(end: float | None) -> bool:
    """Whether an end is no number with hundreds of digits: nothing is counted so."""
    return end is None or math.isfinite(end)


def _ratio(text: str, at: int, end: int) -> Figure | None:
    """One number over another: "1/10", "a slope of 1:10", as a multiple; None for a time of day."""
    match = grammar.RATIO.match(text, at, end)
    if not match or not float(match["under"]):
        return None
    value = float(match["over"]) / float(match["under"])
    figure = Figure(at, match.end(), at, value, value, "times", "times")
    percent = grammar.PERCENT.match(text, match.end(), end)  # "an 85/15% split"
    return replace(figure, end=percent.end()) if percent else figure


def _tolerance(text: str, at: int, end: int) -> int | None:
    """Where the uncertainty behind a number ends; None where there is none."""
    if not ("±" in text[at : at + 2] or "+" in text[at : at + 2]):
        return None
    match = grammar.TOLERANCE.match(text, at, end)
    return match.end() if match else None


def _money(text: str, base: Figure, end: int) -> Figure:
    """The sum with the magnitude or the word for the currency behind it, which follow a space or a hyphen."""
    if base.end >= end or text[base.end] in _ENDING or text.startswith(_PLAIN, base.end, end):
        return base
    if not base.scaled and (scale := grammar.MONEY_SCALE.match(text, base.end, end)):  # "$5 m"
        factor = grammar.SCALES[scale["scale"].lower()]
        low, high = (values.scaled(v, factor) if v is not None else None for v in (base.low, base.high))
        base = replace(base, end=scale.end(), low=low, high=high, scaled=True)
    tail = grammar.MONEY_WORD.match(text, base.end, end)
    if tail and grammar.MONEY_WORDS[tail["word"].lower()] == base.unit:
        base = replace(base, end=tail.end())
    return base


def _unit(text: str, base: Figure, end: int) -> Figure:
    """The same figure with the unit that follows it."""
    if base.end >= end or text[base.end] in _ENDING or text.startswith(_PLAIN, base.end, end):
        return base
    if percent := grammar.PERCENT.match(text, base.end, end):
        points = percent["pp"] or (percent.group().strip() in "%％" and None)
        if not points and (more := grammar.POINT.match(text, percent.end(), end)):
            return replace(base, end=more.end(), kind="percent", unit="percentage point")
        name = "percentage point" if points else "percent"
        return Figure(base.start, percent.end(), base.opening, base.low, base.high, "percent", name, None,
                      base.worded, base.scaled)  # fmt: skip
    stop = base.end
    if (
        base.low is not None
        and base.high is None
        and (of := re.match(r"\s+of(?=\s)", text[stop : min(stop + 5, end)]))
    ):
        stop += of.end()  # "tens of trillions of dollars"
    if money := grammar.MONEY_WORD.match(text, stop, end):
        return replace(base, end=money.end(), kind="money", unit=grammar.MONEY_WORDS[money["word"].lower()])
    if small := grammar.SUBUNIT.match(text, base.end, end):
        code, part = grammar.SMALL_MONEY[small["word"].lower()]
        low, high = times(base.low, part), times(base.high, part)
        return replace(base, end=small.end(), kind="money", unit=code, low=low, high=high)
    whole = (
        base if not (half := grammar.HALF_MORE.match(text, base.end, end)) else _plus_half(base, half.end())
    )
    if duration := grammar.DURATION.match(text, stop if stop != base.end else whole.end, end):
        return _lasting(whole, duration)
    if unit := units.read(text, base.end, end, base.worded):
        return _measured(base, unit)
    if multiple := grammar.TIMES.match(text, base.end, end):
        return replace(base, end=multiple.end(), kind="times", unit="times")
    return base


def _measured(base: Figure, unit: units.Unit) -> Figure:
    """The figure in a unit of measure, or as a stretch of time where the unit is one."""
    if unit.symbol in _NAME_LIKE and base.low == base.high and 1900 <= (base.low or 0) <= 2100:
        return base
    if unit.time:
        factor = grammar.MONTHS[unit.symbol]
        months = (times(base.low, factor), times(base.high, factor))
        return replace(base, end=unit.end, kind="duration", unit=unit.symbol, months=months)
    return replace(
        base,
        end=unit.end,
        kind="measure",
        unit=unit.symbol,
        low=times(base.low, unit.factor),
        high=times(base.high, unit.factor),
    )


def _plus_half(base: Figure, end: int) -> Figure:
    low = base.low + 0.5 if base.low is not None else None
    return replace(base, low=low, high=None if base.high is None else base.high + 0.5, end=end)


def _lasting(base: Figure, unit: re.Match[str]) -> Figure:
    name = unit["unit"].lower()
    factor = grammar.MONTHS[name]
    name = {"yr": "year", "centurie": "century"}.get(name, name)
    months = (times(base.low, factor), times(base.high, factor))
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
    months = (times(low, grammar.MONTHS[name]), times(high, grammar.MONTHS[name]))
    unit = "century" if name == "centurie" else name
    return Figure(
        at, match.end(), at, low, high, "duration", unit, months, worded=True, vague=bool(match["vague"])
    )
