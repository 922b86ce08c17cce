"""What a host asks for is waited for; what it writes wrongly is not."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime

import pytest

from theodolite.engine.waiting import asked_wait, back_off, in_one_line


def low(least: float, most: float) -> float:
    return least


def high(least: float, most: float) -> float:
    return most


@pytest.mark.parametrize(("failures", "seconds"), [(1, 2.0), (2, 4.0), (3, 8.0), (4, 10.0), (10_000, 10.0)])
def test_it_doubles_up_to_the_longest(failures: int, seconds: float) -> None:
    assert back_off(failures, 2.0, 10.0, None, high) == seconds
    assert back_off(failures, 2.0, 10.0, None, low) == seconds / 2


def test_it_is_never_less_than_the_host_asks_for() -> None:
    assert back_off(1, 2.0, 10.0, 60.0, low) == 60.0


@pytest.mark.parametrize(
    ("header", "seconds"), [("7", 7.0), (" 0 ", 0.0), ("Fri, 01 Jan 2016 00:00:00 GMT", 0.0)]
)
def test_a_number_or_a_day_of_the_past(header: str, seconds: float) -> None:
    assert asked_wait(header) == seconds


def test_a_day_to_come() -> None:
    until = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    asked = asked_wait(format_datetime(until, usegmt=True))
    assert asked is not None and 3_500 < asked <= 3_600


@pytest.mark.parametrize(
    "header", [None, "", "soon", "-1", "1.5", "٣", "1" * 10, "Mon, 99 Foo 2016 00:00:00"]
)
def test_what_says_nothing(header: str | None) -> None:
    assert asked_wait(header) is None


def test_an_error_on_one_line() -> None:
    assert in_one_line(ValueError("no\n  such\thost")) == "no such host"
    assert in_one_line(ValueError("x" * 500)) == "x" * 120
    assert in_one_line(TimeoutError()) == "TimeoutError"
