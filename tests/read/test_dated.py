from __future__ import annotations

import datetime as dt

import pytest

from theodolite.model.gathering import DateBasis
from theodolite.model.listed import Listed, Listing
from theodolite.read.dated import Dated, address_date, dated, stamped

DAY = dt.date(2025, 6, 1)


@pytest.mark.parametrize(
    ("stated", "published", "basis"),
    [
        ({"feed": "2024-05-15T23:30:00-05:00", "page": "2024-05-16"}, "2024-05-15", "feed"),
        ({"page": "2024-05-16", "text": "2024-05-15"}, "2024-05-16", "page"),
        ({"text": "2024-05-15", "address": "2024-05-14"}, "2024-05-15", "text"),
        ({"address": "2024-05-14"}, "2024-05-14", "page"),
        ({}, None, "fetch"),
        ({"feed": "2025-06-03", "page": "2024-05-15"}, "2024-05-15", "page"),
        ({"feed": "2025-06-02"}, "2025-06-02", "feed"),
        ({"feed": "2026"}, None, "fetch"),
        ({"feed": "2025"}, "2025", "feed"),
        ({"feed": "2025-07"}, None, "fetch"),
        ({"feed": "1980-01-01T00:00:00+00:00", "text": "2024-05-15"}, "2024-05-15", "text"),
        ({"page": "1955-08-31"}, "1955-08-31", "page"),
        ({"feed": "2024", "page": "2024-05", "text": "2024-05-15"}, "2024-05-15", "text"),
        ({"feed": "2024", "page": "2023-12-31"}, "2024", "feed"),
        ({"feed": "2024-05", "text": "2024-06-01"}, "2024-05", "feed"),
        ({"updated": "2024-06-01T00:00:00+00:00"}, "2024-06-01", "feed"),
        ({"updated": "2024-06-01T00:00:00+00:00", "page": "2024-05-15"}, "2024-05-15", "page"),
        ({"feed": "2024-05-15", "updated": "2024-06-01"}, "2024-05-15", "feed"),
    ],
)
def test_the_order_of_trust(stated: dict[str, str], published: str | None, basis: DateBasis) -> None:
    assert dated(received=DAY, **stated) == Dated(published, basis)


def test_a_feed_that_stamps_its_items_goes_last() -> None:
    stamp = "2025-06-01T10:00:00+00:00"
    assert dated(received=DAY, feed=stamp, page="2024", stamped=True) == Dated("2024", "page")
    assert dated(received=DAY, feed=stamp, stamped=True) == Dated("2025-06-01", "feed")


def listing(*moments: str | None) -> Listing:
    return Listing(kind="rss", items=tuple(Listed(title="x", published=moment) for moment in moments))


def test_a_feed_that_dates_everything_with_the_moment_of_asking() -> None:
    at = "2025-06-01T10:05:00+00:00"
    now, zoned, early = "2025-06-01T10:00:00+00:00", "2025-06-01T18:04:59+08:00", "2025-06-01T00:00:00+00:00"
    assert stamped(listing(now, zoned, now), at)
    assert not stamped(listing(now, now), at)
    assert not stamped(listing(now, now, early), at)
    assert not stamped(listing(early, early, early), at)
    assert not stamped(listing(now, now, None), at)
    assert not stamped(listing(now, now, "2025-06-01"), at)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://harbour.example/2024/05/15/two-years.html", "2024-05-15"),
        ("https://harbour.example/news/2024-05/15/c_1310.htm", "2024-05-15"),
        ("http://it.harbour.example/n1/2024/0515/c1009-40236.html", "2024-05-15"),
        ("https://harbour.example/xw/202405/t20240515_512.html", "2024-05-15"),
        ("https://harbour.example/20240515/a.html", "2024-05-15"),
        ("https://harbour.example/posts/2024-05-15-two-years/", "2024-05-15"),
        ("https://harbour.example/abs/2405.15001", None),
        ("https://harbour.example/p/20240515", None),
        ("https://harbour.example/2024/13/45/x", None),
        ("https://harbour.example/2024/05/two-years", None),
        ("https://harbour.example/a?day=/2024/05/15/", None),
        ("https://2024.example/05/15/x", None),
        ("https://harbour.example/2024/05/15/on/2023/04/12/x", None),
        ("https://harbour.example/events/2024/05/15/x", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_in_an_address(address: str | None, day: str | None) -> None:
    assert address_date(address) == day
