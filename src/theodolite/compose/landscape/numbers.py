"""How an indicator's numbers are printed and where an axis has its ticks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from theodolite.compose.figures import POWER
from theodolite.compose.words import number, percent, power

_WORDS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SPREAD = 1e5
"""Values that spread wider than this are drawn on a log axis, from a million on printed as powers of ten."""


@dataclass(frozen=True, slots=True)
class NumberScale:
    """One way to print all numbers of a picture: divided by `factor`, with the same decimals, in `unit`."""

    unit: str
    factor: float = 1.0
    decimals: int | None = None
    log: bool = False

    @property
    def share(self) -> bool:
        """Whether the values are shares, printed as percent."""
        return self.unit == "share"

    @property
    def words(self) -> str:
        """The unit as a heading says it."""
        return "percent" if self.share else self.unit

    def text(self, value: float) -> str:
        """A value in words, as the store of figures prints it."""
        if self.share:
            return as_percent(value)
        if self.decimals == POWER:
            return power(value)
        scaled = value / self.factor
        whole = self.decimals is None and scaled == round(scaled)
        return number(scaled, 0 if whole else 1 if self.decimals is None else self.decimals)

    def tick(self, value: float) -> str:
        """A tick's words: no more decimals than it needs."""
        if self.share:
            return f"{value * 100:g}%"
        if self.decimals == POWER or self.log:
            return power(value).replace("1.0\N{MULTIPLICATION SIGN}", "")
        scaled = value / self.factor
        if abs(scaled) >= 1000 or scaled == round(scaled):
            return number(scaled, 0)
        return f"{scaled:.4g}".replace("-", "\N{MINUS SIGN}")


def scale_for(values: Iterable[float], unit: str) -> NumberScale:
    """The scale that prints all of `values` (in `unit`) alike: "billion US dollars" with one decimal."""
    sizes = [abs(v) for v in values if math.isfinite(v) and v != 0]
    if unit == "share":
        return NumberScale("share")
    if not sizes:
        return NumberScale(unit, decimals=0)
    most, least = max(sizes), min(sizes)
    log = most / least > _SPREAD
    if most >= 1e15 or most < 1e-3 or (log and most >= 1e6):
        return NumberScale(unit, decimals=POWER, log=log)
    whole = all(v == round(v) for v in sizes)
    if log or (whole and most < 1e6):
        return NumberScale(unit, decimals=0 if whole else None, log=log)
    factor, word = next(((f, w) for f, w in _WORDS if most >= f), (1.0, ""))
    top = most / factor
    decimals = 0 if top >= 1000 else 1 if top >= 10 else 2 if top >= 0.1 else 4
    return NumberScale(f"{word} {unit}".strip(), factor, decimals)


def as_percent(value: float) -> str:
    """A share as percent with its sign, never 0% or 100%."""
    return f"{percent(value)}%"


def ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Round numbers from at or below `low` to at or above `high`: the ends are the ends of the axis."""
    span = max(high - low, abs(high) * 1e-9, 1e-12)
    for exponent in range(math.floor(math.log10(span)) - 1, math.floor(math.log10(span)) + 3):
        for base in (1, 2, 2.5, 5):
            step = base * 10.0**exponent
            first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
            if last - first + 1 <= most:
                last = max(last, first + 1)
                return [float(f"{k * step:.12g}") for k in range(first, last + 1)]
    return [low, high]


def log_ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Powers of ten around positive numbers; the ends are the ends of the axis."""
    first, last = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
    last = max(last, first + 1)
    step = next(s for s in range(1, 400) if math.ceil((last - first) / s) + 1 <= most)
    count = math.ceil((last - first) / step)
    return [10.0 ** (first + k * step) for k in range(count + 1)]


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight axis over pixels `start` to `end`: its ticks, linear or log."""

    ticks: Sequence[float]
    start: float
    end: float
    log: bool = False

    def at(self, value: float) -> float:
        """The pixel of a value; beyond the ends it is the end."""
        a, b = self.ticks[0], self.ticks[-1]
        if self.log:
            value, a, b = math.log10(max(value, a)), math.log10(a), math.log10(b)
        share = min(1.0, max(0.0, (value - a) / (b - a)))
        return self.start + share * (self.end - self.start)

    def beyond(self, value: float) -> bool:
        """Whether a value lies past the far end."""
        return value > self.ticks[-1]
