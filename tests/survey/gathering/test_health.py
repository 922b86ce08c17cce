"""How the watched sources are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from fake_web import FakeWeb, item, page, rss

from theodolite import ledger
from theodolite.model.gathering import Visit
from theodolite.model.watchlist import Watched
from theodolite.survey.gathering.health import health
from theodolite.survey.gathering.round import go

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
LAB = Watched(name="lab", shape="feed", address="https://lab.test/feed", title="Lab", kind="official")
DOWN = Watched(name="down", shape="feed", address="https://down.test/feed")


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with ledger.open(tmp_path / "l.sqlite") as opened:
        yield opened


def test_every_source_says_how_it_is_and_every_item_why_it_is_not_had(store: Any) -> None:
    web = FakeWeb({
        LAB.address: rss(
            item("https://lab.test/1", "One"), item("https://lab.test/2", "Two", words="Words of two."),
            item("https://lab.test/3", "Three"),
        ),
        "https://lab.test/1": page("One", "Words of one."), "https://lab.test/2": 503,
        "https://lab.test/3": 410,
    })  # fmt: skip
    go(store, [LAB, DOWN], web)
    later = Watched(name="later", shape="page", address="https://later.test/")
    found = health(store, NOW, [later])
    assert [(one.source, one.state) for one in found.sources] == [
        ("down", "failing"), ("later", "never looked at"), ("lab", "well"),
    ]  # fmt: skip
    lab, down = found.sources[2], found.sources[0]
    assert (lab.items, lab.documents, lab.new, lab.not_had, lab.title) == (3, 3, 3, 2, "Lab")
    assert (down.failed, down.last_success, down.status) == (1, None, 404)
    assert [(one.title, one.status, one.lasting, one.words_kept) for one in found.not_had] == [
        ("Two", 503, False, True), ("Three", 410, True, True),
    ]  # fmt: skip
    assert found.counts == {"failing": 1, "silent": 0, "never looked at": 1, "well": 1}
    web.pages["https://lab.test/2"] = page("Two", "The whole of two.")
    go(store, [LAB], web)
    assert [one.title for one in health(store, NOW).not_had] == ["Three"]


def test_a_source_is_silent_by_its_own_measure(store: Any) -> None:
    for day in (1, 2, 3, 4):
        web = FakeWeb({
            LAB.address: rss(item(f"https://lab.test/{day}", f"Day {day}")),
            f"https://lab.test/{day}": page(f"Day {day}", f"Words of {day}."),
        }, at=f"2026-11-0{day}T10:00:00+00:00")  # fmt: skip
        go(store, [LAB], web)
    (one,) = health(store, dt.datetime(2026, 11, 5, 10, tzinfo=dt.UTC)).sources
    assert (one.state, one.usual_days, one.silent_days) == ("well", 1.0, 1.0)
    (one,) = health(store, dt.datetime(2026, 11, 9, 10, tzinfo=dt.UTC)).sources
    assert (one.state, one.silent_days) == ("silent", 5.0)


def test_a_file_that_was_put_right_is_had(store: Any, tmp_path: Path) -> None:
    (tmp_path / "drop").mkdir()
    bad = tmp_path / "drop" / "a.html"
    bad.write_text("<html></html>", "utf-8")
    drop = Watched(name="drop", shape="folder", address=str(tmp_path / "drop"))
    go(store, [drop], FakeWeb())
    assert [one.address for one in health(store, NOW).not_had] == [str(bad)]
    bad.write_text("<p>Words of a text that is long enough to be read.</p>", "utf-8")
    go(store, [drop], FakeWeb())
    assert health(store, NOW).documents == 1
    assert health(store, NOW).not_had == ()


def test_a_source_that_was_taken_off_the_list_is_not_failing_for_ever(store: Any) -> None:
    go(store, [LAB, DOWN], FakeWeb(at="2026-11-01T10:00:00+00:00"))
    with store.begin("gather"):
        store.put_visit(Visit(source="lab", at="2036-11-22T10:00:00Z", outcome="taken", address=LAB.address))
    assert [one.source for one in health(store, NOW).sources] == ["lab"]
    assert [one.source for one in health(store, NOW, [DOWN]).sources] == ["down", "lab"]


def test_failures_of_a_year_are_counted_and_others_are_not_read(store: Any) -> None:
    with store.begin("gather"):
        store.put_watched([LAB, DOWN])
        start = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
        for hour in range(60):
            at = (start + dt.timedelta(hours=hour)).isoformat()
            store.put_visit(Visit(source="lab", at=at, outcome="taken", address=LAB.address))
            done = {"outcome": "missed", "reason": "503"} if hour else {"outcome": "taken"}
            store.put_visit(Visit(source="down", at=at, address=DOWN.address, **done))
    down, lab = health(store, NOW).sources
    assert (down.failed, down.last_success) == (59, "2026-01-01T00:00:00.000000+00:00")
    assert (lab.failed, len(lab.history)) == (0, 24)
    assert [visit.source for visit in store.visits(last=1)] == ["lab", "down"]


def test_failures_in_a_row_are_counted_from_the_last_success(store: Any) -> None:
    with store.begin("gather"):
        store.put_watched([LAB])
        for hour, outcome in enumerate(("taken", "missed", "missed")):
            at = f"2026-11-22T0{hour}:00:00+00:00"
            reason = "the host did not answer in time" if outcome == "missed" else None
            store.put_visit(Visit(source="lab", at=at, outcome=outcome, address=LAB.address, reason=reason))
    (one,) = health(store, NOW).sources
    assert (one.state, one.failed, one.failing_since) == ("failing", 2, "2026-11-22T01:00:00.000000+00:00")
    assert one.last_success == "2026-11-22T00:00:00.000000+00:00"
