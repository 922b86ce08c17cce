"""What each watch of a file would match, for people: nothing is written and nothing sent."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import asdict
from typing import Any

from theodolite.ledger.base import Ledger
from theodolite.model.watch import GapLine, Watch, Webhook
from theodolite.survey.news import gaps
from theodolite.survey.watches.crossing import Standing, standings
from theodolite.survey.watches.evaluating import Happened, all_of, look, may_tell
from theodolite.survey.watches.telling import in_words

_EXAMPLES = 3


def check(store: Ledger, watches: list[Watch]) -> list[dict[str, Any]]:
    """A row for each watch: how much of all that is in the ledger it matches, the latest of it, how much of
    it is new and would be put into the outbox by the next run; of a gap where it stands to its line."""
    happened = Happened(store)
    now = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    rows = []
    for watch, found in zip(watches, look(store, watches, now), strict=True):
        every = all_of(watch, happened)
        line = watch.looks_for if isinstance(watch.looks_for, GapLine) else None
        stand = standings(line, may_tell(watch, happened.of_gaps)) if line else []
        rows.append(
            {
                "watch": watch.name, "target": watch.target_kind, "to": watch.target_words,
                "matches": len(every), "new": len(found.new), "looks_from": found.registered.begins,
                "latest": [in_words(n) for n in every[-_EXAMPLES:]],
                "gap": [_standing(s) for s in stand], "warnings": _warnings(store, watch, line, stand),
            }
        )  # fmt: skip
    return rows


def _standing(one: Standing) -> dict[str, Any]:
    figure = one.last.figure
    return {
        "measure": one.measure, "observed_until": one.last.day.isoformat(), "vintage": one.last.gap.day,
        **{k: v for k, v in asdict(figure).items() if k in ("value", "low", "high", "censored", "unit")},
        "beyond_since": one.since.isoformat() if one.since else None, "beyond_days": one.days,
        "why_not": one.why,
    }  # fmt: skip


def _warnings(store: Ledger, watch: Watch, line: GapLine | None, stand: list[Standing]) -> list[str]:
    found = []
    target = watch.target
    if isinstance(target, Webhook) and target.secret and not os.environ.get(target.secret):
        found.append(f"the environment has no {target.secret} to sign with: nothing would be sent")
    if line is not None and not stand:
        known = gaps(store)
        pairs = sorted({f"{g.follower} behind {g.leader} ({g.measure})" for g in known})
        found.append(
            f"no gap of these sides and measure is in the ledger; there are: {'; '.join(pairs) or 'none'}"
        )
    return found
