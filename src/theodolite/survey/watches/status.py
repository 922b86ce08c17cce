"""What became of the watches' notices, from the ledger alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from theodolite.ledger.base import Ledger
from theodolite.model.notice import Delivery, Notice, RegisteredWatch
from theodolite.survey.watches.delivering import in_doubt
from theodolite.survey.watches.telling import in_words

State = Literal["delivered", "pending", "failing", "in doubt"]
"""Pending: not tried yet. In doubt: not delivered as far as we know, but it may have been taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A notice with its state; `reason` says why the last attempt failed."""

    notice: Notice
    state: State
    attempts: int
    last: str | None
    status: int | None
    reason: str | None
    not_before: str | None
    sent_again: bool

    def to_json(self) -> dict[str, Any]:
        """Every field as JSON values."""
        return {
            "id": self.notice.id, "watch": self.notice.watch, "known_at": self.notice.at,
            "says": in_words(self.notice), "state": self.state, "attempts": self.attempts, "last": self.last,
            "status": self.status, "reason": self.reason, "not_before": self.not_before,
            "sent_again": self.sent_again,
        }  # fmt: skip


def notices(store: Ledger) -> list[Sent]:
    """Every notice, in the order of events."""
    steps = store.deliveries()
    return [_sent(one, steps.get(one.id, ())) for one in store.notices()]


def _sent(notice: Notice, tried: Sequence[Delivery]) -> Sent:
    last = tried[-1] if tried else None
    done = last is not None and last.outcome == "delivered"
    before = [s for s in tried if s.attempt < last.attempt] if last else []
    state: State = "delivered" if done else "pending"
    if not done and tried:
        state = "in doubt" if in_doubt(tried) else "failing"
    cut_short = last is not None and last.outcome == "begun"
    return Sent(
        notice=notice, state=state, attempts=max((s.attempt for s in tried), default=0),
        last=last.at if last else None, status=last.status if last else None,
        reason="the attempt was cut short" if cut_short else (last.reason if last else None),
        not_before=last.not_before if last and not done else None, sent_again=in_doubt(before),
    )  # fmt: skip


def by_watch(store: Ledger) -> Iterator[dict[str, Any]]:
    """A row for each registered watch: since when it looks, how many notices in which state, the last
    sent."""
    sent: dict[str, list[Sent]] = {}
    for one in notices(store):
        sent.setdefault(one.notice.watch, []).append(one)
    for watch in store.watches():
        yield _row(watch, sent.get(watch.name, []))


def _row(watch: RegisteredWatch, sent: Sequence[Sent]) -> dict[str, Any]:
    counts = {state: sum(s.state == state for s in sent) for state in ("delivered", "pending", "failing")}
    doubt = [s for s in sent if s.state == "in doubt"]
    delivered = [s.last for s in sent if s.state == "delivered" and s.last]
    trouble = [s for s in sent if s.state in ("failing", "in doubt")]
    worst = max(trouble, key=lambda s: s.last or "") if trouble else None
    body = json.loads(watch.body)
    return {
        "watch": watch.name, "target": body["target_kind"], "looks_from": watch.begins, "notices": len(sent),
        **counts, "in_doubt": len(doubt), "sent_again": sum(s.sent_again for s in sent),
        "last_sent": max(delivered, default=None), "reason": worst.reason if worst else None,
        "next_attempt": min((s.not_before for s in trouble if s.not_before), default=None),
    }  # fmt: skip
