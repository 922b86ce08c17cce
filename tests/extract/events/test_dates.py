"""Dates of happenings: wider than periods of figures, resolved against the document's date, never guessed."""

from __future__ import annotations

import pytest

from theodolite.extract.events import dates
from theodolite.extract.reading import Reading
from theodolite.model.origin import Origin
from theodolite.model.text import Text


def read(content: str, published: str | None = "2025-06-18") -> list[str | None]:
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    reading = Reading(text, Origin(location="a.txt", published=published))
    return [o.iso for o in dates.find(reading, 0, len(content))]


RESOLVED = [
    ("It opened in September.", ["2024-09"]),
    ("It opened in March.", ["2025-03"]),
    ("It opened on May 8.", ["2025-05-08"]),
    ("It opened on 8 May.", ["2025-05-08"]),
    ("It opened on June 30.", ["2024-06-30"]),
    ("It opened on Monday.", ["2025-06-16"]),
    ("It opened last Wednesday.", ["2025-06-11"]),
    ("It opened today.", ["2025-06-18"]),
    ("It opened last night.", ["2025-06-17"]),
    ("It opened in Jan. last year.", ["2024-01"]),
    ("It opened in 2021 and closed in May 2022.", ["2021", "2022-05"]),
    ("It grew between 2014 and 2023.", []),
    ("Today's models are large.", []),
]


@pytest.mark.parametrize(("text", "expected"), RESOLVED)
def test_points_in_time(text: str, expected: list[str | None]) -> None:
    assert read(text) == expected


def test_without_a_date_of_its_own_a_document_leaves_them_open() -> None:
    assert read("It opened in September.", None) == [None]
    assert read("It opened on Monday.", "2025-06") == ["2025-06"]


@pytest.mark.parametrize(
    "when", ["last week", "yesterday", "late last year", "two years ago", "earlier this year", "last autumn"]
)
def test_a_date_that_hangs_on_an_unknown_day_is_a_date_all_the_same(when: str) -> None:
    assert read(f"It opened {when}.", None) == [None]
    assert read("It has 20 desks and opens at 10:30.", None) == []


HANGING = [
    ("It opened on May 8. Two weeks later it shut.", "2025-05"),
    ("It opened on May 8 and shut the day after.", "2025-05-09"),
    ("It opened in March. It shut the following month.", "2025-04"),
    ("It opened in March and shut the same month.", "2025-03"),
    ("It shut on the third, they say.", "2025-06-03"),
    ("It shut in the first quarter.", "2025"),
]


@pytest.mark.parametrize(("content", "last"), HANGING)
def test_dates_that_hang_on_another(content: str, last: str) -> None:
    text = Text(snapshot="0" * 64, reader="test/1", content=content)
    reading = Reading(text, Origin(location="a.txt", published="2025-06-18"))
    start = reading.sentences[-1].start
    assert [o.iso for o in dates.find(reading, start, len(content))][-1] == last
