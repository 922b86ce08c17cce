"""How fast the price of a given score falls: the cheapest model at or above it on each day of a price panel.

After Epoch AI, "LLM inference prices have fallen rapidly but unequally across tasks" (2025): a line through
the logarithm of that price over time.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from theodolite.statistics.trend import Trend, trend

_EFFORT = re.compile(r"_[0-9a-z]+$", re.IGNORECASE)
"""What a tester adds to a model's name: an effort or a budget of tokens."""
_INPUTS_PER_OUTPUT = 3
"""Tokens read for each token written, the blend that the publication uses."""


@dataclass(frozen=True, slots=True)
class Cheapest:
    """The cheapest model at or above a score on a day; USD a million tokens, three read to one written."""

    day: dt.date
    model: str
    price: float


def plain(name: str) -> str:
    """A model's name without the seller before it and the effort behind it, in small letters."""
    return _EFFORT.sub("", name.rsplit("/", 1)[-1].strip()).casefold()


def reaching(scores: Iterable[tuple[str, float]], threshold: float) -> set[str]:
    """Plain names of the models with a score of at least `threshold`, in whatever setting."""
    return {plain(name) for name, score in scores if score >= threshold}


def cheapest(panel: Iterable[Mapping[str, str]], models: set[str]) -> list[Cheapest]:
    """For each day of a panel the cheapest of the models that it lists with both prices above nothing.

    A panel's row has `as_of`, `model`, `input_usd_per_mtok` and `output_usd_per_mtok`.
    """
    best: dict[dt.date, Cheapest] = {}
    for row in panel:
        name = plain(row["model"])
        if name not in models:
            continue
        try:
            read, written = float(row["input_usd_per_mtok"]), float(row["output_usd_per_mtok"])
        except ValueError:
            continue
        price = (_INPUTS_PER_OUTPUT * read + written) / (_INPUTS_PER_OUTPUT + 1)
        day = dt.date.fromisoformat(row["as_of"])
        if price > 0 and (day not in best or price < best[day].price):
            best[day] = Cheapest(day, name, price)
    return [best[day] for day in sorted(best)]


def decline(prices: Sequence[Cheapest]) -> Trend:
    """The trend of the cheapest price. ValueError for fewer than two days."""
    return trend([p.day for p in prices], [p.price for p in prices])


def times_cheaper_a_year(prices: Sequence[Cheapest]) -> float:
    """By what factor the price falls in a year; nan for fewer than two days."""
    try:
        return 1 / decline(prices).factor_per_year
    except ValueError:
        return math.nan
