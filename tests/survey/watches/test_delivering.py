"""Delivery: in order, once, again only what failed or is in doubt, and a target in trouble is left alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from receiver import Receiver, receiving
from watched_ledger import say

from theodolite import ledger
from theodolite.ledger.base import Ledger
from theodolite.model.errors import Refusal
from theodolite.model.notice import Delivery
from theodolite.model.watch import ClaimConditions, LinesFile, Retry, Watch, Webhook
from theodolite.survey.watches.delivering import deliver, in_doubt
from theodolite.survey.watches.evaluating import put
from theodolite.survey.watches.status import by_watch, notices

SOON = Retry(seconds=5.0, first_wait=1e-6, longest_wait=1e-6)
AT = "2026-08-11T00:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Ledger]:
    with ledger.open(tmp_path / "some.ledger") as one:
        yield one


@pytest.fixture
def hook() -> Iterator[Receiver]:
    with receiving() as one:
        yield one


def watch(to: Receiver | Path, name: str = "w", **more: Any) -> Watch:
    target: Any = (
        LinesFile(path=str(to)) if isinstance(to, Path) else Webhook(address=to.address, allow=(to.endpoint,))
    )
    values: dict[str, Any] = {
        "name": name, "looks_for": ClaimConditions(kinds=("lag",)), "target": target, "begins": "beginning",
        "retry": SOON,
    }  # fmt: skip
    return Watch(**(values | more))


def outbox(store: Ledger, one: Watch, n: int = 3) -> list[str]:
    for k in range(n):
        say(store, k)
    put(store, [one])
    return [notice.id for notice in store.notices()]


def test_each_is_sent_once_in_the_order_of_events(store: Ledger, hook: Receiver) -> None:
    one = watch(hook)
    ids = outbox(store, one)
    assert [d.result.outcome for d in deliver(store, [one])] == ["delivered"] * 3
    assert deliver(store, [one]) == []
    assert hook.taken() == ids
    body = json.loads(hook.took[0].body)
    headers = hook.took[0].headers
    assert body["id"] == ids[0] == headers["webhook-id"]
    assert headers["idempotency-key"] == f'"{ids[0]}"'
    assert headers["content-type"] == "application/json"
    assert "theodolite-in-doubt" not in headers
    assert "webhook-signature" not in headers


def test_what_fails_is_tried_again_with_the_same_name_and_bytes(store: Ledger, hook: Receiver) -> None:
    one = watch(hook)
    ids = outbox(store, one, 2)
    hook.behave = lambda n: (0.0, 500 if n == 0 else 200)
    (first,) = deliver(store, [one])
    assert (first.result.outcome, first.result.status) == ("failed", 500)
    for _ in range(3):
        deliver(store, [one])
    assert [t.name for t in hook.took] == [ids[0], ids[0], ids[1]]
    assert hook.took[0].body == hook.took[1].body
    assert hook.took[1].headers["theodolite-attempt"] == "2"
    assert "theodolite-in-doubt" not in hook.took[1].headers  # it said no: nothing is in doubt


def test_a_target_in_trouble_is_left_alone_until_its_time(store: Ledger, hook: Receiver) -> None:
    one = watch(hook, retry=Retry(first_wait=3600.0))
    outbox(store, one)
    hook.behave = lambda n: (0.0, 503)
    assert len(deliver(store, [one])) == 1
    assert deliver(store, [one]) == []
    assert len(deliver(store, [one], at_once=True)) == 1
    assert len(hook.took) == 2
    (row,) = by_watch(store)
    assert (row["failing"], row["pending"], row["reason"]) == (1, 2, "it answered with status 503")
    assert row["next_attempt"] > store.runs()[-1].started


def test_it_waits_as_long_as_the_receiver_asks(store: Ledger, hook: Receiver) -> None:
    one = watch(hook)
    (name,) = outbox(store, one, 1)
    hook.headers = {"retry-after": "100000"}
    hook.behave = lambda n: (0.0, 429)
    deliver(store, [one])
    step = store.deliveries()[name][-1]
    assert step.not_before is not None
    waits = _seconds(step.not_before) - _seconds(step.at)
    assert 99_990 < waits < 100_010
    assert deliver(store, [one]) == []


def _seconds(moment: str) -> float:
    import datetime as dt

    return dt.datetime.fromisoformat(moment).timestamp()


def test_one_bad_notice_does_not_hold_up_the_others(store: Ledger, hook: Receiver) -> None:
    one = watch(hook, retry=Retry(first_wait=3600.0))
    ids = outbox(store, one)
    hook.behave = lambda n: (0.0, 422 if n == 0 else 200)
    assert [d.result.outcome for d in deliver(store, [one])] == ["failed", "delivered", "delivered"]
    assert hook.taken() == ids[1:]
    assert deliver(store, [one]) == []


def test_three_failures_in_a_row_are_enough(store: Ledger, hook: Receiver) -> None:
    one = watch(hook)
    outbox(store, one, 6)
    hook.behave = lambda n: (0.0, 400)
    assert len(deliver(store, [one])) == 3


@pytest.mark.parametrize("status", [301, 401, 404, 410])
def test_a_receiver_that_is_gone_is_asked_once(store: Ledger, hook: Receiver, status: int) -> None:
    one = watch(hook)
    outbox(store, one)
    hook.headers = {"location": hook.address}
    hook.behave = lambda n: (0.0, status)
    assert [d.result.status for d in deliver(store, [one])] == [status]
    assert len(hook.took) == 1  # and no redirect is followed


def test_an_answer_that_never_came_leaves_it_in_doubt(store: Ledger, hook: Receiver) -> None:
    one = watch(hook)
    (name,) = outbox(store, one, 1)
    hook.behave = lambda n: (0.0, "cut" if n == 0 else 200)
    (first,) = deliver(store, [one])
    assert first.result.outcome == "unclear"
    assert notices(store)[0].state == "in doubt"
    (again,) = deliver(store, [one])
    assert again.in_doubt
    assert hook.took[1].headers["theodolite-in-doubt"] == "true"
    assert hook.took[1].headers["idempotency-key"] == f'"{name}"'
    assert notices(store)[0].sent_again
    (row,) = by_watch(store)
    assert (row["delivered"], row["sent_again"]) == (1, 1)


def test_a_slow_answer_is_not_waited_for(store: Ledger, hook: Receiver) -> None:
    one = watch(hook, retry=replace(SOON, seconds=0.2))
    outbox(store, one, 1)
    hook.behave = lambda n: (0.6, 200)
    assert [d.result.outcome for d in deliver(store, [one])] == ["unclear"]


def test_an_attempt_that_was_cut_short_is_made_again_in_doubt(store: Ledger, hook: Receiver) -> None:
    one = watch(hook)
    (name,) = outbox(store, one, 1)
    store.note_delivery(Delivery(notice=name, attempt=1, at=AT, outcome="begun"))
    assert in_doubt(store.deliveries()[name])
    assert notices(store)[0].reason == "the attempt was cut short"
    (done,) = deliver(store, [one])
    assert (done.attempt, done.in_doubt, done.result.outcome) == (2, True, "delivered")


def test_a_private_host_is_reached_only_where_the_watch_allows_it(store: Ledger, hook: Receiver) -> None:
    open_target = Webhook(address=f"https://127.0.0.1:{hook.port}/", allow=())
    one = watch(hook, target=open_target)
    outbox(store, one, 1)
    (found,) = deliver(store, [one])
    assert "private host 127.0.0.1" in (found.result.reason or "")
    assert hook.took == []


def test_a_receiver_that_is_not_there_fails_without_doubt(store: Ledger, hook: Receiver) -> None:
    gone = Webhook(address="http://127.0.0.1:1/", allow=("127.0.0.1:1",))
    one = watch(hook, target=gone)
    (name,) = outbox(store, one, 1)
    (found,) = deliver(store, [one])
    assert "could not be reached" in (found.result.reason or "")
    assert not in_doubt(store.deliveries()[name])


def test_without_its_secret_nothing_is_sent(
    store: Ledger, hook: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Webhook(address=hook.address, allow=(hook.endpoint,), secret="THEODOLITE_TEST_SECRET")
    one = watch(hook, target=target)
    outbox(store, one)
    monkeypatch.delenv("THEODOLITE_TEST_SECRET", raising=False)
    (found,) = deliver(store, [one])
    assert "THEODOLITE_TEST_SECRET" in (found.result.reason or "")
    assert (hook.took, store.deliveries()) == ([], {})
    monkeypatch.setenv("THEODOLITE_TEST_SECRET", "hush")
    assert len(deliver(store, [one])) == 3
    assert hook.took[0].headers["webhook-signature"].startswith("v1,")
    assert "hush" not in json.dumps([w.body for w in store.watches()])


def test_what_waits_goes_to_the_target_that_the_watch_has_now(
    store: Ledger, hook: Receiver, tmp_path: Path
) -> None:
    one = watch(hook)
    ids = outbox(store, one)
    hook.behave = lambda n: (0.0, 500)
    deliver(store, [one])
    moved = watch(tmp_path / "out.jsonl")
    deliver(store, [moved], at_once=True)
    lines = [json.loads(line)["id"] for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert lines == ids


def test_a_watch_that_is_no_longer_in_the_file_sends_nothing(store: Ledger, hook: Receiver) -> None:
    outbox(store, watch(hook))
    assert deliver(store, []) == []
    assert [n.state for n in notices(store)] == ["pending"] * 3


def test_two_at_once_do_not_send_the_same(store: Ledger, hook: Receiver) -> None:
    one = watch(hook)
    outbox(store, one)
    with ledger.open(store.path) as other, other.alone("outbox"), pytest.raises(Refusal):
        deliver(store, [one])
    assert hook.took == []
