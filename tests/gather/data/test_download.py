"""Downloads, against a real server that misbehaves on schedule."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import replace
from email.utils import format_datetime
from itertools import pairwise
from typing import Any

import pytest

from theodolite.gather.data.download import download
from theodolite.gather.data.manners import Manners, Pace
from theodolite.gather.exchange import Answer, Validators, file_name
from theodolite.model.errors import Refusal

TABLE = b"name,score\nA,1\n" * 50
Get = Callable[..., Answer]


@pytest.fixture
def get(host: Any, quick: Manners) -> Get:
    def fetch(path: str, manners: Manners = quick, **more: Any) -> Answer:
        allowed = frozenset({host.endpoint})
        return download(host.address(path), pace=Pace(manners), allow_private=allowed, **more)

    return fetch


def refused(get: Get, path: str, *rest: Any) -> str:
    started = time.monotonic()
    with pytest.raises(Refusal) as caught:
        get(path, *rest)
    assert time.monotonic() - started < 6
    assert path in caught.value.place and "\n" not in str(caught.value)
    return str(caught.value)


def test_a_file_comes_whole_with_what_the_host_says_of_it(get: Get, host: Any, answers: Any) -> None:
    host.at["/a/table%20one.csv"] = [answers.fresh(TABLE, '"v1"')]
    got = get("/a/table%20one.csv")
    assert (got.content, got.status, got.file) == (TABLE, 200, "table_one.csv")
    assert got.validators == Validators(etag='"v1"', last_modified="Tue, 11 Aug 2026 00:00:00 GMT")
    [(_, headers, _)] = host.seen
    assert headers["User-Agent"].startswith("theodolite/")
    assert not {"If-None-Match", "Cookie", "Authorization"} & headers.keys()


def test_what_did_not_change_is_not_sent_again(get: Get, host: Any, answers: Any) -> None:
    host.at["/a.csv"] = [answers.fresh(TABLE, '"v1"')]
    first = get("/a.csv")
    again = get("/a.csv", kept=first.validators)
    assert (again.status, again.content) == (304, None)
    assert host.seen[1][1]["If-None-Match"] == '"v1"'
    assert host.seen[1][1]["If-Modified-Since"] == "Tue, 11 Aug 2026 00:00:00 GMT"


def test_304_without_a_question_is_refused(get: Get, host: Any, answers: Any) -> None:
    host.at["/a.csv"] = [answers.whole(b"", 304)]
    assert "status 304" in refused(get, "/a.csv")


def test_a_busy_host_is_asked_again_when_it_says(get: Get, host: Any, answers: Any) -> None:
    host.at["/a.csv"] = [answers.whole(b"slow down", 429, Retry_After="1"), answers.whole(TABLE)]
    assert get("/a.csv").content == TABLE
    assert host.seen[1][2] - host.seen[0][2] >= 1


def test_a_date_to_come_back_is_understood(get: Get, host: Any, answers: Any) -> None:
    later = format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2), usegmt=True)
    host.at["/a.csv"] = [answers.whole(b"", 503, Retry_After=later), answers.whole(TABLE)]
    assert get("/a.csv").content == TABLE
    assert host.seen[1][2] - host.seen[0][2] >= 0.9


def test_a_host_that_wants_to_be_left_alone_for_long_is(get: Get, host: Any, answers: Any) -> None:
    host.at["/a.csv"] = [answers.whole(b"", 429, Retry_After="3600"), answers.whole(TABLE)]
    assert "left alone for 3600 seconds; try again after that" in refused(get, "/a.csv")
    assert len(host.seen) == 1


def test_500_then_200(get: Get, host: Any, answers: Any) -> None:
    host.at["/a.csv"] = [answers.whole(b"oh", 500), answers.whole(b"oh", 502), answers.whole(TABLE)]
    assert get("/a.csv").content == TABLE
    assert len(host.seen) == 3


def test_waits_grow(get: Get, host: Any, answers: Any, quick: Manners) -> None:
    host.at["/a.csv"] = [answers.whole(b"oh", 500)]
    assert "status 500 (4 attempts); try again later" in refused(get, "/a.csv")
    assert len(host.seen) == 4
    shortest = [min(quick.wait(n, None) for _ in range(200)) for n in (1, 2, 3)]
    longest = [max(quick.wait(n, None) for _ in range(200)) for n in (1, 2, 3, 30)]
    assert all(0.025 * 2**n <= one <= 0.03 * 2**n for n, one in enumerate(shortest))
    assert longest[2] <= 0.2 and longest[3] <= quick.longest_wait_seconds


def test_404_is_asked_once(get: Get, host: Any) -> None:
    assert "status 404; check whether the publisher has moved the file" in refused(get, "/gone.csv")
    assert len(host.seen) == 1


def test_half_a_file_is_asked_again_and_never_taken(get: Get, host: Any, answers: Any) -> None:
    host.at["/a.csv"] = [answers.half(TABLE), answers.whole(TABLE)]
    assert get("/a.csv").content == TABLE
    host.at["/b.csv"] = [answers.half(TABLE)]
    assert "broke off" in refused(get, "/b.csv")


def test_a_slow_drip_ends_at_the_deadline(get: Get, host: Any, answers: Any, quick: Manners) -> None:
    host.at["/a.csv"] = [answers.drip(10)]
    started = time.monotonic()
    assert "did not answer in time" in refused(get, "/a.csv", replace(quick, total_seconds=1))
    assert time.monotonic() - started < 2.5


def test_bombs_and_large_files_are_refused(get: Get, host: Any, answers: Any) -> None:
    host.at["/bomb.csv"] = [answers.bomb()]
    assert "over the limit of 100,000 bytes; fetch it by hand" in refused(get, "/bomb.csv")
    host.at["/large.csv"] = [answers.whole(b"", 200, Content_Length="999999999")]
    assert "over the limit" in refused(get, "/large.csv")
    assert len(host.seen) == 2


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:1/", "http://169.254.169.254/latest/", "http://[::1]/", "//10.0.0.1/x"]
)
def test_a_redirect_to_a_private_host_is_refused(get: Get, host: Any, answers: Any, target: str) -> None:
    host.at["/a.csv"] = [answers.whole(b"", 302, Location=target)]
    assert "private host" in refused(get, "/a.csv")
    assert len(host.seen) == 1


def test_a_private_host_is_refused_where_nothing_allows_it(host: Any, quick: Manners) -> None:
    with pytest.raises(Refusal, match="private host"):
        download(host.address("/a.csv"), pace=Pace(quick))
    assert host.seen == []


def test_redirects_are_followed_to_the_file(get: Get, host: Any, answers: Any) -> None:
    host.at["/a.csv"] = [answers.whole(b"", 302, Location="/files/b.csv")]
    host.at["/files/b.csv"] = [answers.whole(TABLE)]
    got = get("/a.csv")
    assert (got.content, got.file) == (TABLE, "b.csv")
    host.at["/loop.csv"] = [answers.whole(b"", 301, Location="/loop.csv")]
    assert "more than 5 times" in refused(get, "/loop.csv")


def test_an_empty_answer_is_no_file(get: Get, host: Any, answers: Any) -> None:
    host.at["/a.csv"] = [answers.whole(b"")]
    assert "empty" in refused(get, "/a.csv")


def test_one_host_is_not_hurried(host: Any, answers: Any, quick: Manners) -> None:
    host.at["/a.csv"] = [answers.whole(TABLE)]
    pace = Pace(replace(quick, host_seconds=0.3))
    for _ in range(3):
        download(host.address("/a.csv"), pace=pace, allow_private=frozenset({host.endpoint}))
    times = [when for *_, when in host.seen]
    assert all(b - a >= 0.29 for a, b in pairwise(times))


@pytest.mark.parametrize("header", ["soon", "-5", "", "1e9", "٣", "Tue, 99 Foo 2026"])
def test_a_retry_after_that_says_nothing_is_passed_over(
    get: Get, host: Any, answers: Any, header: str
) -> None:
    safe = header.encode().decode("latin-1")
    host.at["/a.csv"] = [answers.whole(b"", 429, Retry_After=safe), answers.whole(TABLE)]
    assert get("/a.csv").content == TABLE


@pytest.mark.parametrize(
    ("path", "name"),
    [("/", "data"), ("/a/../b.csv", "b.csv"), ("/%2e%2e%2fetc%2fpasswd", "passwd"), ("/x y.csv/", "x_y.csv"),
     ("/" + "x" * 500, "x" * 120), ("/.hidden", "hidden"), ("/中.csv", "中.csv")],
)  # fmt: skip
def test_names_are_plain(path: str, name: str) -> None:
    assert file_name(path) == name


def test_a_host_that_cannot_be_reached_is_not_tried_for_its_other_files(quick: Manners) -> None:
    pace = Pace(quick)
    allowed = frozenset({"127.0.0.1:9"})
    with pytest.raises(Refusal, match=r"cannot be fetched .* \(4 attempts\)"):
        download("http://127.0.0.1:9/a.csv", pace=pace, allow_private=allowed)
    started = time.monotonic()
    with pytest.raises(Refusal, match=r"not asked, since 127.0.0.1 could not be reached a moment ago"):
        download("http://127.0.0.1:9/b.csv", pace=pace, allow_private=allowed)
    assert time.monotonic() - started < 0.05


def test_a_host_that_wants_to_be_left_alone_is_left_alone_for_its_other_files(
    host: Any, answers: Any, quick: Manners
) -> None:
    pace, allowed = Pace(quick), frozenset({host.endpoint})
    host.at["/a.csv"] = [answers.whole(b"", 429, Retry_After="3600")]
    host.at["/b.csv"] = [answers.whole(TABLE)]
    for path, words in (("/a.csv", "left alone"), ("/b.csv", "not asked, since")):
        with pytest.raises(Refusal, match=words):
            download(host.address(path), pace=pace, allow_private=allowed)
    assert len(host.seen) == 1
