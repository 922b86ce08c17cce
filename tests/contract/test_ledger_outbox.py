"""Watches, notices and deliveries: kept by complete runs, an attempt's steps in order and at once."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from theodolite.ledger import LedgerError, NoRunError
from theodolite.model.errors import Refusal
from theodolite.model.notice import Delivery, Notice, RegisteredWatch

AT = "2026-08-11T00:00:00.000000+00:00"
WATCH = RegisteredWatch(name="中 \U0001f50d", conditions="c" * 64, body='{"a": 1}', begins=AT)
NOTICE = Notice(watch=WATCH.name, event="e" * 64, at=AT, body=json.dumps({"quote": "中\u2028 <b>"}))


def step(outcome: Any, attempt: int = 1, **more: Any) -> Delivery:
    reason = None if outcome in ("begun", "delivered") else "status 500"
    return Delivery(
        **{"notice": NOTICE.id, "attempt": attempt, "at": AT, "outcome": outcome, "reason": reason, **more}
    )


def stored(factory: Any) -> Any:
    store = factory.open()
    with store.begin("watches"):
        store.put_watch(WATCH)
        store.put_notice(NOTICE)
    return store


def test_a_watch_and_a_notice_come_back_whole_and_from_complete_runs_only(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    with store.begin("watches") as run:
        assert store.put_watch(WATCH)
        assert store.put_notice(NOTICE)
        assert store.watches() == [WATCH]
        run.fail("the disk went away")
    assert (store.watches(), store.notices()) == ([], [])
    with store.begin("watches"):
        assert store.put_watch(WATCH)
        assert not store.put_watch(WATCH)
        assert store.put_notice(NOTICE)
        assert not store.put_notice(NOTICE)
    with store.begin("watches") as run:
        assert not store.put_notice(replace(NOTICE, body="other"))
        assert store.put_watch(replace(WATCH, begins=None))
        assert run.counts == {"watches": 1}
    assert store.watches() == [replace(WATCH, begins=None)]
    assert store.watches(as_of=store.runs()[1].ended) == [WATCH]
    assert store.notices() == [NOTICE]
    assert store.notices(as_of=store.runs()[0].started) == []
    assert store.check() == []
    assert {"watch", "notice", "delivery"} <= set(store.info()["rows"])


def test_a_delivery_needs_no_run_and_counts_at_once(ledger_factory: Any) -> None:
    store, other = stored(ledger_factory), ledger_factory.open()
    store.note_delivery(step("begun"))
    assert other.deliveries() == {NOTICE.id: [step("begun")]}
    wait = "2026-08-12T00:00:00.000000+00:00"
    store.note_delivery(step("failed", status=500, not_before=wait))
    store.note_delivery(step("begun", 2))
    # ... also beside a run of another process, which may go on for hours.
    with other.begin("gather"):
        store.note_delivery(step("unclear", 2))
    store.note_delivery(step("begun", 3))
    store.note_delivery(step("delivered", 3, status=200))
    outcomes = [(s.attempt, s.outcome) for s in other.deliveries()[NOTICE.id]]
    assert outcomes == [
        (1, "begun"), (1, "failed"), (2, "begun"), (2, "unclear"), (3, "begun"), (3, "delivered"),
    ]  # fmt: skip
    assert other.deliveries()[NOTICE.id][1].not_before == wait


@pytest.mark.parametrize(
    ("before", "wrong"),
    [
        ((), step("delivered")),
        ((), step("begun", 2)),
        ((), step("begun", notice="0" * 64)),
        ((step("begun"),), step("begun")),
        ((step("begun"),), step("delivered", 2)),
        ((step("begun"), step("failed")), step("delivered")),
        ((step("begun"), step("delivered")), step("begun", 2)),
        ((step("begun"), step("delivered")), step("failed")),
    ],
)
def test_steps_out_of_order_are_refused(ledger_factory: Any, before: Any, wrong: Delivery) -> None:
    store = stored(ledger_factory)
    for one in before:
        store.note_delivery(one)
    with pytest.raises(LedgerError, match="delivery"):
        store.note_delivery(wrong)
    assert store.deliveries().get(NOTICE.id, []) == list(before)


def test_a_notice_of_a_run_that_did_not_complete_is_not_delivered(ledger_factory: Any) -> None:
    store = ledger_factory.open()
    with pytest.raises(NoRunError):
        store.put_notice(NOTICE)
    with store.begin("watches") as run:
        store.put_notice(NOTICE)
        with pytest.raises(LedgerError):
            store.note_delivery(step("begun"))
        run.fail("x")
    with pytest.raises(LedgerError):
        store.note_delivery(step("begun"))


def test_a_time_without_a_zone_is_refused(ledger_factory: Any) -> None:
    store = stored(ledger_factory)
    with pytest.raises(Refusal, match="zone"):
        store.note_delivery(step("begun", at="2026-08-11T00:00:00"))
