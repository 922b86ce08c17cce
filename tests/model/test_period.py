"""Dates as precise as they are known, and stretches of them as a user writes them."""

from __future__ import annotations

import datetime as dt

import pytest

from theodolite.model.errors import Misuse
from theodolite.model.period import day_of, span


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        (" 2024-02-03 ", dt.date(2024, 2, 3), dt.date(2024, 2, 3)),
        ("2023:2024-06", dt.date(2023, 1, 1), dt.date(2024, 6, 30)),
        ("2023-05-04:", dt.date(2023, 5, 4), dt.date.max),
        (":2022", dt.date.min, dt.date(2022, 12, 31)),
        ("2026-W30", dt.date(2026, 7, 20), dt.date(2026, 7, 26)),
        ("2020-W53", dt.date(2020, 12, 28), dt.date(2021, 1, 3)),
        ("2024-Q1", dt.date(2024, 1, 1), dt.date(2024, 3, 31)),
        ("2024-H2", dt.date(2024, 7, 1), dt.date(2024, 12, 31)),
    ],
)
def test_spans(given: str, first: dt.date, last: dt.date) -> None:
    assert span(given) == (first, last)


@pytest.mark.parametrize(
    "given", ["", ":", "soon", "2025:2024", "2024-13", "2024-02-30", "0000", "2024-1", "2025-W53", "2024-Q5"]
)
def test_what_is_no_span(given: str) -> None:
    with pytest.raises(Misuse, match=r"is no year|ends before"):
        span(given)


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2026-08-05T16:30:00Z", "2026-08-05"), ("2026-08-05 16:30", "2026-08-05"), ("2026-08", "2026-08"),
        ("2026", "2026"), ("2026-99-99", None), ("yesterday \u202e", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_date_is_told_by_its_day_and_what_is_none_is_not(stated: str | None, day: str | None) -> None:
    assert day_of(stated) == day
