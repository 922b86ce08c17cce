"""Attempts to take a source's file: kept by complete runs, private for ever where they were once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from theodolite.ledger import LedgerError, NoRunError
from theodolite.model.errors import Refusal
from theodolite.model.origin import Origin
from theodolite.model.pull import Pull
from theodolite.model.snapshot import Gathered, Snapshot

AT = "2026-08-11T00:00:00+00:00"


def put_bytes(store: Any, content: bytes = b"a,b\n1,2\n") -> str:
    snapshot = Snapshot(content, "text/csv")
    store.put_gathered(Gathered(Origin(location="https://example.org/a.csv"), snapshot, AT, 200))
    return snapshot.sha256


def pull(**more: Any) -> Pull:
    given: dict[str, Any] = {
        "source": "some/table", "at": AT, "outcome": "vintage", "address": "https://example.org/a.csv",
        "status": 200, "file": "a \x00中.csv", "vintage": dt.date(2026, 8, 11), "rows": 1, "etag": 'W/"x"',
        "last_modified": "Tue, 11 Aug 2026 00:00:00 GMT",
    }  # fmt: skip
    return Pull(**{**given, **more})


def test_an_attempt_comes_back_whole_and_from_complete_runs_only(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    with store.begin("pull") as run:
        kept = store.put_pull(pull(snapshot=put_bytes(store)))
        assert [k.value.source for k in store.pulls("some/table")] == ["some/table"]
        assert store.pulls()[0].known_from is None
        run.fail("the disk went away")
    assert store.pulls() == []
    with store.begin("pull"):
        kept = store.put_pull(pull(snapshot=put_bytes(store)))
        store.put_pull(pull(outcome="missed", snapshot=None, reason="status 500", vintage=None))
    found = store.pulls("some/table")
    # Clock and columns: a time in UTC with microseconds, U+0000 as U+FFFD.
    assert found[0].value.file == "a \ufffd中.csv"
    assert found[0].value.vintage == kept.vintage
    assert found[0].value.at == "2026-08-11T00:00:00.000000+00:00"
    assert found[0].known_from == store.runs()[-1].ended
    assert found[1].value.outcome == "missed"
    assert store.pulls("another") == []
    assert store.pulls(as_of=store.runs()[0].started) == []
    assert store.check() == []


def test_bytes_that_were_private_stay_private(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    with store.begin("pull"):
        named = put_bytes(store)
        store.put_pull(pull(snapshot=named, private=True))
    with store.begin("pull"):
        assert store.put_pull(pull(snapshot=named, source="other/table")).private
    with pytest.raises(ledger_factory.refused, match="private"):
        ledger_factory.execute(
            "INSERT INTO pull (source, at, outcome, address, snapshot, file, vintage, private, run) "
            "VALUES ('s', 't', 'vintage', 'a', ?, 'f', '2026-08-11', 0, 1)",
            (named,),
        )


def test_what_cannot_be_is_refused(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    with pytest.raises(NoRunError):
        store.put_pull(pull())
    with store.begin("pull"):
        with pytest.raises(LedgerError, match="without their hash"):
            store.put_pull(pull())
        with pytest.raises(LedgerError, match="no snapshot"):
            store.put_pull(pull(snapshot="0" * 64))
        with pytest.raises(Refusal, match="zone"):
            store.put_pull(pull(snapshot=put_bytes(store), at="2026-08-11"))
        with pytest.raises(ledger_factory.refused):
            store.put_pull(pull(snapshot=put_bytes(store), vintage=None))
