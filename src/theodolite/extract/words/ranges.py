"""Ranges: two numbers that are the ends of one figure."""

from __future__ import annotations

import re
from dataclasses import replace

from theodolite.extract.words import bounds, values
from theodolite.extract.words import number_grammar as grammar
from theodolite.extract.words.figure import Figure

_BETWEEN = re.compile(r"\bbetween\s+(?:about |around |roughly |some )?\Z", re.I)


def link(text: str, first: Figure, end: int) -> re.Match[str] | None:
    """The words between `first` and a second end ("to", "–"); None where a figure cannot begin a range."""
    if first.vague or first.high is None:
        return None
    return grammar.RANGE.match(text, first.end, end)


def joined(text: str, first: Figure, link: re.Match[str], second: Figure | None, floor: int) -> Figure:
    """`first`, or the range it makes with the `second` figure behind the `link`; reads from `floor` on."""
    if second is None or second.low is None or first.low is None:
        return first
    word = link.group().strip("- \n").lower().split(" ")[0] or "-"
    if word == "and" and not _BETWEEN.search(text, max(floor, first.start - 60), first.start):
        return first
    both = _joined(first, second)
    if both is None or both.low is None or both.high is None:
        return first
    low, high = both.low, both.high
    if low > high and high < 0:  # "−2 to −7"
        low, high = high, low
        both = replace(both, low=low, high=high)
    if low >= high:
        return first
    if word == "or" and not (first.kind in ("count", second.kind) and high <= 2 * low):
        return first
    if word == "to" and bounds.changes(text, first.start, floor):
        return first
    if word in "–—-~‐‑" and (first.kind == "count" and _looks_like_years(first, second)):
        return first
    return both


def _looks_like_years(first: Figure, second: Figure) -> bool:
    return bool(first.low and 1900 <= first.low <= 2100 and not first.scaled and second.kind == "count")


def times(value: float | None, factor: float) -> float | None:
    """The product, None for an open end."""
    return None if value is None else value * factor


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
        months = (times(low, factor), times(high, factor))
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


_LISTED = re.compile(r"\s?[,;]?\s(?:and|or|&)\s|,\s|\s?×\s?")


def shared(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures, those of a list with the unit that stands at its end alone: "10, 20 and 30 °C"."""
    found = list(figures)
    ends = False  # whether a chain of figures runs to "and" and a unit
    for i in range(len(found) - 2, -1, -1):
        one, after = found[i], found[i + 1]
        between = text[one.end : after.opening] if after.opening - one.end <= 8 else "-"
        ends = (
            one.kind == "count"
            and after.kind in ("measure", "percent")
            and not (one.worded or one.scaled or after.worded or after.scaled)
            and _LISTED.fullmatch(between) is not None
            and (ends or between != ", ")
        )
        if _counted_alike(text, one, after):
            magnitude = _magnitude(after)
            found[i] = replace(
                one, low=times(one.low, magnitude), high=times(one.high, magnitude), scaled=True
            )
        if ends and (factor := _factor(text, after)):
            found[i] = replace(one, kind=after.kind, unit=after.unit, low=times(one.low, factor),
                               high=times(one.high, factor))  # fmt: skip
    return found


def _counted_alike(text: str, one: Figure, after: Figure) -> bool:
    """Whether the magnitude behind the second of two counts holds for the first: "8 and 70 billion chips"."""
    return (
        one.kind == after.kind == "count"
        and after.scaled
        and not (one.scaled or one.worded or after.worded)
        and one.low is not None
        and one.low == one.high
        and one.low < 1000
        and (after.low or 0) > one.low * 1000
        and text[one.end : after.opening] in (" and ", " or ", ", ")
    )


def _factor(text: str, figure: Figure) -> float | None:
    """What the unit of `figure` multiplies the number as written by; None where that is not known."""
    match = grammar.VALUE.match(text, figure.start + (text[figure.start] in "−-–"), figure.end)
    value = values.read(match) if match else None
    shown = figure.low if figure.low is not None else figure.high
    if value is None or not value[0] or shown is None:
        return None
    return abs(shown) / value[0]
