"""Dates for models on boards: a board gives none.

The date of a model is the first day outsiders are known to have had it: the earlier of a known release and
of its first appearance on a board. A known release is one that is given (a registry, an index of the same
models), else the day written in the model's own name ("gpt-4-1106-preview", "o3-2025-04-16"): the snapshot
that was rated.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from theodolite.catalog.starter import facts
from theodolite.model.names import folded_name
from theodolite.model.scores import ScoreTable

DateBasis = Literal["release", "day in the name", "first appearance"]
DATE_BASES: tuple[DateBasis, ...] = ("release", "day in the name", "first appearance")

_FULL = re.compile(r"(?<!\d)(20\d\d)[-.]?([01]\d)[-.]?([0-3]\d)(?!\d)")
_MONTH_DAY = re.compile(r"(?<![\d.])([01]\d)-?([0-3]\d)(?![\d.])")
_EARLY = dt.timedelta(days=31)


def day_in_name(name: str, until: dt.date) -> dt.date | None:
    """The day a model's name carries, None where it carries none or one after `until`.

    A month and a day without a year ("0613") is the last such day up to `until`, or `until` itself where that
    day comes within the month after it. Four figures that are no month and day ("2411" for November 2024)
    say no day and are passed over.
    """
    full = _FULL.search(name)
    if full:
        found = _day(*map(int, full.groups()))
        return found if found is not None and found <= until else None
    short = _MONTH_DAY.search(name)
    if short is None:
        return None
    month, day = map(int, short.groups())
    near = [d for year in (until.year + 1, until.year, until.year - 1) if (d := _day(year, month, day))]
    # A day just after `until` is no day of the year before: a board may show a model before its own date.
    found = next((d for d in near if d <= until + _EARLY), None)
    return found if found is None else min(found, until)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def shipped() -> dict[str, dt.date]:
    """Release days of the models in the embedded table of facts, by folded name, display and board name."""
    boards = {row["model_id"]: row["name_on_board"] for row in facts.rows("arena.csv")}
    found: dict[str, dt.date] = {}
    for model in facts.models():
        for name in (boards.get(model.id), model.id, model.name):
            if name:
                found.setdefault(folded_name(name), model.released)
    return found


def of_tables(tables: Iterable[ScoreTable]) -> dict[str, dt.date]:
    """Release days that score tables list, by folded name; of a name with several days the first."""
    found: dict[str, dt.date] = {}
    for table in tables:
        for model in table.models:
            for name in {folded_name(model.name), folded_name(model.display_name or model.name)}:
                found[name] = min(found.get(name, model.date), model.date)
    return found


def dated(
    names: Iterable[str],
    first_seen: Mapping[str, dt.date],
    known: Mapping[str, dt.date],
    basis: DateBasis = "release",
) -> tuple[dict[str, dt.date], Counter[str]]:
    """The date of each model on a board, and how many rest on what.

    `first_seen` and `known` are by folded name; every name must be in `first_seen`. No date is later than
    the first appearance: a model on a board was in outsiders' hands.
    """
    found: dict[str, dt.date] = {}
    counted: Counter[str] = Counter()
    for name in names:
        seen = first_seen[folded_name(name)]
        given = known.get(folded_name(name)) if basis == "release" else None
        stamped = day_in_name(name, seen) if basis != "first appearance" else None
        if given is not None:
            counted["a known release"] += 1
        elif stamped is not None:
            counted["the day in its name"] += 1
        else:
            counted["its first appearance on a board"] += 1
        found[name] = min(seen, given or stamped or seen)
    return found, counted
