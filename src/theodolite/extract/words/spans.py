"""Stretches of a text in order, and whether one of them meets a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

_BACK = 12
"""Stretches looked at before a place. They are short (figures, dates, names): few reach over the next."""


def overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the sorted (start, end) `spans` shares a character with the words between two places.

    Spans may overlap each other, by no more than some ten at one place.
    """
    at = bisect_left(spans, (end, -1))
    return any(a < end and start < b for a, b in spans[max(0, at - _BACK) : at])
