"""The outbox, emptied: every notice that waits, one attempt each, in the order of events.

An attempt is on the disk as begun before anything is sent, and its end as soon as it is known. One that has
no end was cut short: it may have been taken. It is made again under the same name, marked as in doubt. So
nothing is lost, and nothing is sent twice but what was in doubt. One process empties an outbox at a time.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from theodolite import __version__
from theodolite.engine.deadlines import Deadline
from theodolite.engine.waiting import back_off
from theodolite.gather.network import CheckedTransport, NotPublicError
from theodolite.ledger.base import Ledger
from theodolite.model.errors import Refusal
from theodolite.model.notice import Delivery, Notice
from theodolite.model.watch import Program, Retry, Watch, Webhook
from theodolite.publish.notify import command, lines, webhook
from theodolite.publish.notify.outcome import Attempted, Sending, of_one_notice

AGENT = f"theodolite/{__version__} (saved watch)"
_IN_A_ROW = 3
"""Failures one after the other at which a target is left alone until the next call."""

Sender = Callable[[Sending], Attempted]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What came of one attempt at one notice."""

    watch: Watch
    notice: Notice
    attempt: int
    in_doubt: bool
    result: Attempted


def deliver(store: Ledger, watches: Sequence[Watch], *, at_once: bool = False) -> list[Delivered]:
    """Make one attempt at each notice that waits and may be tried now, `at_once` whatever it waits for.

    A target that fails for more than one notice (it cannot be reached, answers 404, 429 or 5xx) is left alone
    for the rest of this call and until its next time. Raises Refusal while another process empties this
    outbox.
    """
    made: list[Delivered] = []
    with store.alone("outbox"):
        waiting = pending(store.notices(), store.deliveries())
        for watch in watches:
            own = [(n, tried) for n, tried in waiting if n.watch == watch.name]
            if not at_once and any(_rests(watch, tried) for _, tried in own):
                continue
            made += _watch(store, watch, [(n, tried) for n, tried in own if at_once or not _waits(tried)])
    return made


def pending(
    notices: Sequence[Notice], steps: Mapping[str, Sequence[Delivery]]
) -> list[tuple[Notice, Sequence[Delivery]]]:
    """Notices that were not delivered, in the order of their events, each with what was tried."""
    found = [(n, steps.get(n.id, ())) for n in notices]
    return [(n, tried) for n, tried in found if not any(s.outcome == "delivered" for s in tried)]


def in_doubt(tried: Sequence[Delivery]) -> bool:
    """Whether an attempt may have been taken without our knowing: it was cut short, or its answer never
    came."""
    begun = {s.attempt for s in tried if s.outcome == "begun"}
    refused = {s.attempt for s in tried if s.outcome == "failed"}
    return bool(begun - refused)


def _watch(store: Ledger, watch: Watch, own: Sequence[tuple[Notice, Sequence[Delivery]]]) -> list[Delivered]:
    if not own:
        return []
    try:
        with sender(watch) as send:
            return _attempts(store, watch, own, send)
    except Refusal as refusal:
        # Nothing was sent: no attempt is counted, and what waits goes on waiting.
        return [_not_tried(watch, own[0], refusal)]


def _attempts(
    store: Ledger, watch: Watch, own: Sequence[tuple[Notice, Sequence[Delivery]]], send: Sender
) -> list[Delivered]:
    made: list[Delivered] = []
    failed = 0
    for notice, tried in own:
        one = _attempt(store, watch, notice, tried, send)
        made.append(one)
        failed = 0 if one.result.outcome == "delivered" else failed + 1
        if failed == _IN_A_ROW or (failed and not of_one_notice(watch.target_kind, one.result.status)):
            break
    return made


def _attempt(
    store: Ledger, watch: Watch, notice: Notice, tried: Sequence[Delivery], send: Sender
) -> Delivered:
    number = max((s.attempt for s in tried), default=0) + 1
    doubt = in_doubt(tried)
    sending = Sending(
        id=notice.id, watch=notice.watch, body=notice.body.encode(), attempt=number, in_doubt=doubt
    )
    store.note_delivery(Delivery(notice=notice.id, attempt=number, at=_now(), outcome="begun"))
    result = send(sending)
    wait = None if result.outcome == "delivered" else _until(watch.retry, number, result.wait)
    store.note_delivery(
        Delivery(
            notice=notice.id, attempt=number, at=_now(), outcome=result.outcome, status=result.status,
            reason=result.reason, not_before=wait,
        )
    )  # fmt: skip
    return Delivered(watch=watch, notice=notice, attempt=number, in_doubt=doubt, result=result)


@contextmanager
def sender(watch: Watch) -> Iterator[Sender]:
    """How a watch tells, made ready before any attempt is begun. Raises Refusal where its secret is not in
    the environment."""
    target, seconds = watch.target, watch.retry.seconds
    if isinstance(target, Program):
        yield lambda sending: command.run(target.arguments, sending, seconds=seconds)
    elif isinstance(target, Webhook):
        with _poster(watch, target) as send:
            yield send
    else:
        path = Path(target.path)
        yield lambda sending: lines.append(path, sending)


@contextmanager
def _poster(watch: Watch, target: Webhook) -> Iterator[Sender]:
    secret = os.environ.get(target.secret) if target.secret else None
    if target.secret and not secret:
        raise Refusal(
            f"watch {watch.name}", f"the environment has no {target.secret} to sign with",
            f"set {target.secret}, or take `secret` out of the watch",
        )  # fmt: skip
    seconds = watch.retry.seconds
    deadline = Deadline(0.0)
    transport = CheckedTransport(deadline, frozenset(target.allow))
    with httpx.Client(transport=transport, timeout=seconds, trust_env=False) as client:

        def send(sending: Sending) -> Attempted:
            deadline.at = time.monotonic() + seconds
            try:
                return webhook.post(client, target.address, sending, agent=AGENT, secret=secret)
            except NotPublicError as error:
                reason = f"it leads to the private host {error.host} ({error.address}), which is not allowed"
                return Attempted(outcome="failed", reason=reason)

        yield send


def _not_tried(watch: Watch, first: tuple[Notice, Sequence[Delivery]], refusal: Refusal) -> Delivered:
    notice, tried = first
    number = max((s.attempt for s in tried), default=0)
    result = Attempted(outcome="failed", reason=f"{refusal.reason}; {refusal.mend}")
    return Delivered(watch=watch, notice=notice, attempt=number, in_doubt=in_doubt(tried), result=result)


def _waits(tried: Sequence[Delivery]) -> bool:
    """Whether the last attempt asks to be left until later."""
    return bool(tried and tried[-1].not_before and tried[-1].not_before > _now())


def _rests(watch: Watch, tried: Sequence[Delivery]) -> bool:
    """Whether the target itself is left alone: its last trouble was not that of one notice."""
    return _waits(tried) and not of_one_notice(watch.target_kind, tried[-1].status)


def _until(retry: Retry, failures: int, asked: float | None) -> str:
    """When to try again: after a wait that doubles, or as long as the receiver asks for."""
    wait = back_off(failures, retry.first_wait, retry.longest_wait, asked)
    return (dt.datetime.now(dt.UTC) + dt.timedelta(seconds=wait)).isoformat(timespec="microseconds")


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
