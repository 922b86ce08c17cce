"""Looks at sources, what they listed, the states of documents and what was missed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from theodolite.ledger import NoRunError
from theodolite.model.errors import Refusal
from theodolite.model.gathering import Edition, Entry, Missed, Visit
from theodolite.model.watchlist import Watched

AT = "2026-11-22T10:00:00+00:00"
LATER = "2026-11-22T12:00:00+02:00"


def entry(feed: str, **more: Any) -> Entry:
    values = {
        "document": "d1", "source": "lab", "at": AT, "address": "https://lab.test/1", "feed": feed,
        "number": 1, "stated": "s1", "title": "One", "published": "2026-11-21",
    }  # fmt: skip
    return Entry(**{**values, **more})


def test_looks_and_states_come_back_as_they_were_put(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("gather") as run:
        text = make.document(store, "A first state.", "https://lab.test/1")
        visit = Visit(
            source="lab", at=LATER, outcome="taken", address="https://lab.test/feed", status=200,
            snapshot=text.snapshot, etag='"x"', listed=2, new=1, refused=1,
        )  # fmt: skip
        edition = Edition(
            document="d1", source="lab", at=AT, address="https://lab.test/1", snapshot=text.snapshot,
            reader=text.reader, text_sha256=text.sha256, title="One", published="2026-11-21", basis="feed",
            whole=False, reason="status 403", stated="s1",
        )  # fmt: skip
        missed = Missed(
            document="d2", source="lab", at=AT, address="https://lab.test/2", reason="gone", status=410,
            lasting=True,
        )  # fmt: skip
        assert store.put_entries([entry(text.snapshot)]) == 1
        store.put_edition(edition)
        store.put_missed_item(missed)
        store.put_visit(visit)
        assert store.editions() == [edition_at(edition)]
        assert run.counts["gathering: edition"] == 1
    again = ledger_factory.open()
    assert again.visits() == [replace(visit, at="2026-11-22T10:00:00.000000+00:00")]
    assert again.visits("other") == []
    assert again.editions("d1") == [edition_at(edition)]
    assert again.missed_items("lab") == [edition_at(missed)]
    assert [one.title for one in again.entries("lab")] == ["One"]
    assert again.check() == []


def edition_at(value: Any) -> Any:
    return replace(value, at="2026-11-22T10:00:00.000000+00:00")


def test_what_a_source_says_of_an_item_is_kept_once_until_it_changes(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("gather"):
        feed = make.document(store, "a feed").snapshot
        assert store.put_entries([entry(feed), entry(feed)]) == 1
    with store.begin("gather"):
        assert store.put_entries([entry(feed)]) == 0
        assert store.put_entries([entry(feed, stated="s2", title="Two"), entry(feed, source="press")]) == 2
        assert store.put_entries([entry(feed)]) == 1  # it changed its mind back
    assert [one.stated for one in store.entries("lab")] == ["s1", "s2", "s1"]


def test_a_killed_run_saw_nothing(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("gather") as run:
        feed = make.document(store, "a feed").snapshot
        store.put_entries([entry(feed)])
        run.fail("killed")
    assert store.entries() == []
    with store.begin("gather"):
        make.document(store, "a feed")
        assert store.put_entries([entry(feed)]) == 1
    assert len(store.entries()) == 1
    assert store.entries(as_of="2020-01-01") == []


def test_rows_need_a_run_and_their_bytes_and_stay(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with pytest.raises(NoRunError):
        store.put_entries([entry("f" * 64)])
    with store.begin("gather"):
        feed = make.document(store, "a feed").snapshot
        store.put_entries([entry(feed)])
        with pytest.raises(ledger_factory.refused):
            store.put_entries([entry("f" * 64, document="d9")])
    for statement in ("UPDATE entry SET title = 'x'", "DELETE FROM entry"):
        with pytest.raises(ledger_factory.refused):
            ledger_factory.execute(statement)


def test_a_run_that_only_gathers_moves_no_claim(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, "China is one to two years behind.")
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, len(text.content))])
    before = [(one.form, one.known_from) for one in store.claims()]
    with store.begin("gather"):
        make.document(store, "Another text.", "b.txt")
    assert [(one.form, one.known_from) for one in store.claims()] == before
    with store.begin("survey"):  # the claims' text goes: a later reading of the same bytes takes its place
        other = make.document(store, "China is one to two years behind.", reader="plain/2")
        store.put_claims(other.sha256, "rules/2", [])
    assert list(store.claims()) == []


def test_what_the_watchlist_says_is_kept_once_until_it_changes(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    lab = Watched(name="lab", shape="feed", address="https://lab.test/feed", tags=("us", "model"))
    with store.begin("gather"):
        assert store.put_watched([lab]) == 1
        assert store.put_watched([lab]) == 0
    with store.begin("gather"):
        assert store.put_watched([replace(lab, publisher="Lab")]) == 1
    assert store.watched() == [replace(lab, publisher="Lab")]
    assert store.watched(as_of=store.runs()[0].ended) == [lab]


def test_one_work_is_done_by_one_process(ledger_factory: Any) -> None:
    one, other = ledger_factory.open(), ledger_factory.open()
    with one.alone("gather"):
        with pytest.raises(Refusal, match=r"at work \(gather\)"), other.alone("gather"):
            pass
        with other.begin("survey"):
            pass  # another work goes on
    with other.alone("gather"):
        pass
