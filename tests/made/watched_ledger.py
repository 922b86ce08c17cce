"""A ledger of claims with verdicts and of gaps by vintage, put in by hand, for watches to look at."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from issues import contradicted

from theodolite import ledger
from theodolite.ledger.base import Ledger
from theodolite.model.claim import Claim, Lag
from theodolite.model.observation import Observation
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text

DAY = "2026-08-11T00:00:00+00:00"


def say(store: Ledger, n: int, verdict: str | None = "supported", **values: Any) -> Claim:
    """One document with one claim, and a finding on it; in a run of its own."""
    with store.begin("survey"):
        content = f"Document {n}: China is {n} months behind."
        snapshot = Snapshot(content.encode(), "text/plain")
        store.put_gathered(Gathered(Origin(location=f"{n}.txt"), snapshot, DAY))
        text = Text(snapshot=snapshot.sha256, reader="plain/1", content=content)
        store.put_text(text)
        given: dict[str, Any] = {
            "text_sha256": text.sha256, "document": text.snapshot, "source": f"{n}.txt", "start": 0,
            "end": len(content), "quote": content, "follower": "China", "leader": "United States",
            "low_months": n, "high_months": n, "dimension": "capability", "speaker": "Ada Example",
        }  # fmt: skip
        claim = Lag(**(given | values))
        store.put_claims(text.sha256, "rules/1", [claim])
        if verdict:
            _hold(store, claim, verdict)
    return claim


def judge(store: Ledger, claim: Claim, verdict: str) -> None:
    """Another finding on a claim, in a run of its own."""
    with store.begin("survey"):
        _hold(store, claim, verdict)


def _hold(store: Ledger, claim: Claim, verdict: str) -> None:
    found = replace(contradicted(claim), verdict_then=verdict, verdict_now=verdict)  # type: ignore[arg-type]
    store.put_findings("verdicts/1", [replace(found, binding={"leader": "US", "day": "2026-01-01"})])


def measure(store: Ledger, until: str, value: float | None, **values: Any) -> None:
    """A vintage's backward lag of China behind the United States, in a run of its own."""
    later = dt.date.fromisoformat(until) + dt.timedelta(days=10)
    given: dict[str, Any] = {
        "indicator": "capability gap: backward_lag_months", "subject": "China",
        "counterpart": "United States",
        "definition": "backward_lag_months, tolerance 0, Epoch Capabilities Index",
        "unit": "month", "value": value, "low": None, "high": None, "censored": None, "holds_on": until,
        "known_on": later.isoformat(), "source": "epoch/capabilities_index",
        "vintage_file": f"eci_{later}.csv", "vintage_sha256": until.replace("-", "").zfill(64),
    }  # fmt: skip
    with store.begin("survey"):
        one = Observation(**(given | values))
        store.put_observations(f"gap {one.holds_on} {one.definition}", "gap/1", [one])


def many(path: Path, n: int) -> None:
    """A ledger of n claims."""
    with ledger.open(path) as store:
        for k in range(n):
            say(store, k)
