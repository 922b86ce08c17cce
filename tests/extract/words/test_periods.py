"""Dates and periods: ISO forms, relative words against the document's day, and what stays open."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.words import periods


def _iso(text: str, published: str | None = "2024-03-31") -> list[str | None]:
    return [p.iso for p in periods.find(text, published)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("in 2022", "2022"),
        ("2022's $5.5 billion", "2022"),
        ("by August 2023", "2023-08"),
        ("between 2014 and 2023", "2014/2023"),
        ("from 2019 to 2021", "2019/2021"),
        ("2019-2023", "2019/2023"),
        ("2023-24", "2023/2024"),
        ("since 2020, it grew", "2020/.."),
        ("on May 8, 2024", "2024-05-08"),
        ("15 May 2024", "2024-05-15"),
        ("2024-05-15", "2024-05-15"),
        ("in the first half of 2024", "2024-01/2024-06"),
        ("Q3 2025", "2025-07/2025-09"),
        ("last year", "2023"),
        ("this week", "2024-W13"),
        ("last month", "2024-02"),
        ("three years ago", "2021"),
        ("last September", "2023-09"),
        ("fiscal 2025", "2025"),
    ],
)
def test_periods_in_iso(text: str, iso: str) -> None:
    assert _iso(text) == [iso]


@pytest.mark.parametrize("text", ["last year", "this week", "last September"])
def test_relative_words_in_an_undated_text_stay_open(text: str) -> None:
    assert _iso(text, None) == [None]


def test_a_month_without_a_year_is_a_date_but_no_period() -> None:
    assert _iso("on May 8") == [None]


def test_week_needs_a_day() -> None:
    assert _iso("this week", "2024-03") == [None]


@pytest.mark.parametrize("text", ["it may rise", "2000 people", "$2,024", "12024"])
def test_no_periods(text: str) -> None:
    assert _iso(text) == []


@given(st.text(max_size=200), st.sampled_from([None, "2024", "2024-02", "2024-02-29", "no date"]))
def test_any_text_is_read(text: str, published: str | None) -> None:
    found = periods.find(text, published)
    assert all(a.end <= b.start for a, b in pairwise(found))
