"""Whose turn it is, also after a restart."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Any

import pytest

from theodolite.model.errors import Misuse, Refusal
from theodolite.model.watchlist import Watched
from theodolite.survey.gathering.service import LastGood, due, interval, serve

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
A, B = (Watched(name=name, shape="feed", address=f"https://{name}.test/") for name in "ab")


def test_a_source_is_due_after_its_time_and_a_new_one_at_once() -> None:
    ready, following = due([A, B], {"a": "2026-11-22T11:30:00+00:00"}, HOUR, NOW)
    assert (ready, following) == ([B], NOW + HOUR / 2)
    ready, following = due([A], {"a": "2026-11-22T11:00:00+00:00"}, HOUR, NOW)
    assert (ready, following) == ([A], None)


def test_a_clock_that_was_wrong_keeps_no_source_waiting_for_ever() -> None:
    assert due([A], {"a": "2036-01-01T00:00:00+00:00"}, HOUR, NOW) == ([A], None)


@pytest.mark.parametrize(("written", "meant"), [("30m", HOUR / 2), ("1h", HOUR), (" 2D ", 48 * HOUR)])
def test_intervals(written: str, meant: dt.timedelta) -> None:
    assert interval(written) == meant


@pytest.mark.parametrize("written", ["", "1", "h", "0h", "1m", "1.5h", "99999d", "-1h"])
def test_intervals_that_are_none(written: str) -> None:
    with pytest.raises(Misuse, match="--every"):
        interval(written)


def test_a_broken_watchlist_is_said_once_and_the_last_good_one_is_used() -> None:
    broken = Refusal("watch.yml", "it is no YAML", "mend it")
    answers: list[Any] = [
        broken,
        broken,
        ([B], [Refusal("watch.yml:3", "no address", "give one")]),
        Misuse("c: no"),
    ]
    said: list[str] = []

    def read() -> Any:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    listed = LastGood(read, lambda refusal: said.append(str(refusal)), [A])
    assert [list(listed()) for _ in range(4)] == [[A], [A], [B], [B]]
    assert said == [
        "watch.yml: it is no YAML; mend it; the last good one is used meanwhile",
        "watch.yml:3: no address; give one",
        "the watchlist: c: no; mend it; the last good one is used meanwhile",
    ]


def test_the_watchlist_is_read_anew_and_the_service_stops_when_told() -> None:
    stopping = threading.Event()
    lists = iter([[A], [A, B], [A, B]])
    seen: list[list[str]] = []
    looked: dict[str, str] = {}

    def round_(sources: list[Watched]) -> dict[str, str]:
        seen.append([one.name for one in sources])
        looked.update({one.name: NOW.isoformat() for one in sources})
        if len(seen) == 2:
            stopping.set()
        return looked

    serve(lambda: next(lists), {}, HOUR, round_, stopping, lambda: NOW)
    assert seen == [["a"], ["b"]]
