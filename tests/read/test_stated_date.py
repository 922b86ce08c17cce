from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.read.stated_date import iso

DAY = dt.date(2025, 6, 1)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2024", "2024"), ("2024-05", "2024-05"), ("2024-05-15", "2024-05-15"), ("2024-5-1", "2024-05-01"),
        ("2024-05-15T10:00:00Z", "2024-05-15"), ("2024-05-15 10:00", "2024-05-15"),
        ("2024/05/15", "2024-05-15"),
        ("2024.05.15", "2024-05-15"), ("20240515", "2024-05-15"), ("20240515103000", "2024-05-15"),
        ("2024年5月15日", "2024-05-15"), ("2024年05月15日 09:30", "2024-05-15"), ("2024年5月", "2024-05"),
        ("Wed, 15 May 2024 10:00:00 +0800", "2024-05-15"), ("15 May 24 10:00 GMT", "2024-05-15"),
        ("May 15, 2024", "2024-05-15"), ("15th of May", None), ("Sept. 3, 2024", "2024-09-03"),
        ("Wed May 15 10:00:00 CST 2024", "2024-05-15"), ("May 2024", "2024-05"),
        ("1 January 2024", "2024-01-01"),
        ("03/04/2024", None), ("2 days ago", None), ("today", None), ("2024-13-01", None),
        ("2023-02-29", None),
        ("2024 annual report", None), ("0001-01-01T00:00:00", None), ("1970-01-01", None), ("", None),
        ("May we count 2024", None), ("2025-06-02", "2025-06-02"), ("2025-06-03", None), ("2026", None),
        ("2025-07", None), ("20242024", None), (20240515, None), (None, None),
    ],
)  # fmt: skip
def test_a_stated_date_is_read_no_more_precisely_than_written(stated: object, expected: str | None) -> None:
    assert iso(stated, DAY) == expected


def test_without_a_day_of_receipt_the_future_is_what_lies_after_today() -> None:
    today = dt.datetime.now(dt.UTC).date()
    assert iso(today.isoformat()) == today.isoformat()
    assert iso((today + dt.timedelta(days=9)).isoformat()) is None


@given(st.dates(min_value=dt.date(1971, 1, 1), max_value=DAY))
def test_every_day_survives_every_way_of_writing_it(day: dt.date) -> None:
    for form in (
        "%Y-%m-%d",
        "%Y/%m/%d",
        "%Y%m%d",
        "%d %B %Y",
        "%B %d, %Y",
        "%a, %d %b %Y 00:00:00 GMT",
        "%Y年%m月%d日",
    ):
        assert iso(day.strftime(form), DAY) == day.isoformat()


@given(st.text(max_size=60))
def test_any_text_gives_a_date_or_none(stated: str) -> None:
    found = iso(stated, DAY)
    assert found is None or len(found) in (4, 7, 10)
