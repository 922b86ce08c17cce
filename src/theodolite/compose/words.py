"""Figures and dates in words: whole months for sentences, one decimal for tables, dates as people write."""

from __future__ import annotations

import datetime as dt
import math

from theodolite.catalog.sources.countries import with_article
from theodolite.model.period import first_day, last_day

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day_words(date: dt.date | str | None) -> str:
    """ "31 July 2026"; a partial date stays partial ("July 2026"); None is "no date given"."""
    if date is None:
        return "no date given"
    if isinstance(date, dt.date):
        return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
    try:
        first = first_day(date)
    except ValueError:
        return date
    if len(date) == 4:
        return date
    return f"{_MONTHS[first.month - 1]} {first.year}" if len(date) == 7 else day_words(first)


def period_words(period: str | None) -> str:
    """A period as people write it: "December 2022", "2014 to 2023"; a quarter stays as it is."""
    ends = (period or "").split("/")
    return " to ".join(day_words(e) if e.replace("-", "").isdigit() else e for e in ends)


def middle_day(date: str) -> dt.date:
    """The middle of what a partial date can mean. ValueError if it is no date."""
    first, last = first_day(date), last_day(date)
    return first + (last - first) / 2


def the(side: str, start: bool = False) -> str:
    """A side with its article where it takes one: "the United States"; `start` of a sentence: "The"."""
    name = with_article(side)
    return name[:1].upper() + name[1:] if start else name


def count_words(n: int, noun: str, plural: str | None = None) -> str:
    """ "two measures", "1 record" beyond ten in digits: small numbers are spelt."""
    word = _SMALL[n] if 0 <= n <= 10 else f"{n:,}"
    return f"{word} {noun if n == 1 else plural or noun + 's'}"


def whole_months(low: float, high: float) -> tuple[int, int]:
    """The smallest range of whole months that holds the interval; never below zero."""
    return max(0, math.floor(low + 1e-9)), max(1, math.ceil(high - 1e-9))


def between(low: float, high: float) -> str:
    """ "between 4 and 8 months": always a range, in whole months."""
    a, b = whole_months(low, high)
    return f"between {a} and {b} months" if a < b else f"between {a - 1} and {b} months"


def claimed(low: float | None, high: float | None) -> str:
    """A claimed stretch in words: "12 to 24 months", "at least 1 month", "up to 24 months"."""
    if low is None and high is None:
        return "no stretch of time"
    last = high if high is not None else low
    unit = "month" if last == 1 else "months"
    if high is None:
        return f"at least {low:g} {unit}"
    if low is None:
        return f"up to {high:g} {unit}"
    return f"{low:g} {unit}" if low == high else f"{low:g} to {high:g} {unit}"


def units(unit: str) -> str:
    """A unit in the plural: "points", "doublings of minutes"; abbreviations stay as they are ("FLOP")."""
    head, of, rest = unit.partition(" of ")
    if head.endswith("s") or head.isupper():
        return unit
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return f"{head[:-1]}ies{of}{rest}"
    return f"{head}s{of}{rest}"


def start(words: str) -> str:
    """Words at the start of a sentence or a head: the first letter large, the others as they are."""
    return words[:1].upper() + words[1:]


def shortened(text: str, most: int) -> str:
    """At most so many characters of a text, the last of them "…" where it is cut."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def number(value: float, decimals: int = 1) -> str:
    """A number for reading: thousands parted, a true minus sign, no minus zero."""
    text = f"{value:,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.lstrip("-")
    return text.replace("-", "\N{MINUS SIGN}")


def percent(share: float) -> str:
    """A share as percent, never 0% or 100%: "<1", ">99"."""
    if share < 0.01:
        return "<1"
    return ">99" if share > 0.99 else f"{share * 100:.0f}"


def power(value: float) -> str:
    """A number as a power of ten, "4.2×10²⁵", for values that span many orders of magnitude."""
    if value == 0:
        return "0"
    mantissa, _, exponent = f"{value:.1e}".partition("e")
    raised = str(int(exponent)).translate(_RAISED)
    return f"{mantissa}\N{MULTIPLICATION SIGN}10{raised}".replace("-", "\N{MINUS SIGN}")


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
