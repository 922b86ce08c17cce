"""What a figure is: a number with its unit, bounds and place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
