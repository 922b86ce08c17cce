"""Which data a run held claims against, what a form was made by, and every form that was ever known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from theodolite.ledger import LedgerError, NoRunError
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.used import UsedData

AT = "2026-08-11T00:00:00+00:00"


def put_bytes(store: Any, content: bytes) -> str:
    snapshot = Snapshot(content, "text/csv")
    store.put_gathered(Gathered(Origin(location="a.csv"), snapshot, AT))
    return snapshot.sha256


def row(snapshot: str, **more: Any) -> UsedData:
    return UsedData(**{"role": "scores", "file": "a.csv", "snapshot": snapshot, **more})


def test_the_latest_complete_run_says_what_it_used(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    assert store.used() == []
    with store.begin("survey"):
        first = row(put_bytes(store, b"a\n1\n"), vintage=dt.date(2026, 8, 11), source="some/table")
        store.put_used([first])
        assert store.used() == [first]
    with store.begin("draw"):
        pass  # a run without claims says nothing of data
    with store.begin("survey"):
        second = row(put_bytes(store, b"a\n2\n"), role="records", private=True, file="b \x00.csv")
        store.put_used([second, first])
    found = store.used()
    assert [one.snapshot for one in found] == [second.snapshot, first.snapshot]
    assert found[0].file == "b \ufffd.csv"
    assert found[0].private
    assert store.used(as_of=store.runs()[0].ended) == [first]
    assert store.used(as_of=store.runs()[0].started) == []
    assert store.check() == []


def test_a_failed_run_used_nothing(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey") as run:
        store.put_used([row(put_bytes(store, b"a\n1\n"))])
        run.fail("the disk went away")
    assert store.used() == []


def test_bytes_come_first_and_rows_stay(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    with pytest.raises(NoRunError):
        store.put_used([])
    with store.begin("survey"):
        with pytest.raises(LedgerError):
            store.put_used([row("0" * 64)])
        store.put_used([row(put_bytes(store, b"a\n1\n"))])
    for sql in (
        "UPDATE used SET file = 'b'",
        "DELETE FROM used",
        "INSERT OR REPLACE INTO used SELECT * FROM used",
    ):
        with pytest.raises(ledger_factory.refused):
            ledger_factory.execute(sql)


def test_every_form_of_a_claim_that_was_ever_known(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    with store.begin("survey"):
        text = make.document(store, "China is 12 to 24 months behind.")
        store.put_claims(text.sha256, "rules/1", [make.lag(text, 0, 10), make.lag(text, 0, 12)])
    with store.begin("survey"):
        store.put_claims(text.sha256, "rules/2", [make.lag(text, 0, 10, speaker="Ada Quill")])
    assert [k.value.speaker for k in store.claims()] == ["Ada Quill"]
    ever = list(store.claims(ever=True))
    assert [(k.value.end, k.value.speaker, k.known_to is None) for k in ever] == [
        (10, None, False), (10, "Ada Quill", True), (12, None, False),
    ]  # fmt: skip
    assert store.methods(ever[0].form) == ["rules/1"]
    assert store.methods(ever[1].form) == ["rules/2"]
    assert store.methods("0" * 64) == []


def test_the_method_that_gave_a_form_first_comes_first(ledger_factory: Any, make: Any) -> None:
    store = ledger_factory.open()
    for version in ("rules/9", "rules/10"):
        with store.begin("survey"):
            text = make.document(store, "China is 12 to 24 months behind.")
            store.put_claims(text.sha256, version, [make.lag(text, 0, 10)])
    (known,) = store.claims()
    assert store.methods(known.form) == ["rules/9", "rules/10"]
