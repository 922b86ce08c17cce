"""What a run would send: as it would be, with nothing written and nothing sent."""

from __future__ import annotations

import datetime as dt
from typing import Any

from theodolite.ledger.base import Ledger
from theodolite.model.watch import Watch
from theodolite.survey.watches.delivering import in_doubt, pending
from theodolite.survey.watches.evaluating import look
from theodolite.survey.watches.telling import in_words


def rehearsed(store: Ledger, watches: list[Watch]) -> list[dict[str, Any]]:
    """A row for each notice that would be sent: those that wait, then those that would be new."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    waiting = pending(store.notices(), store.deliveries())
    rows = []
    for found in look(store, watches, now):
        watch = found.watch
        due = [(n, tried) for n, tried in waiting if n.watch == watch.name]
        for notice, tried in [*due, *((n, ()) for n in found.new)]:
            rows.append(
                {
                    "id": notice.id, "watch": watch.name, "says": in_words(notice), "to": watch.target_words,
                    "outcome": "would be sent", "attempt": 1 + max((s.attempt for s in tried), default=0),
                    "in_doubt": in_doubt(tried), "status": None, "reason": None,
                }
            )  # fmt: skip
    return rows
