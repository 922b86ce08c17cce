"""The last looks at each source: what a round and a report need of years of them."""

from __future__ import annotations

from collections import defaultdict

from theodolite.ledger.base import AsOf, Ledger
from theodolite.model.gathering import Visit

HISTORY = 24


def last_looks(ledger: Ledger, as_of: AsOf = None) -> dict[str, list[Visit]]:
    """By source its last `HISTORY` looks in order; all of them where every one of those brought nothing."""
    found: dict[str, list[Visit]] = defaultdict(list)
    for visit in ledger.visits(as_of=as_of, last=HISTORY):
        found[visit.source].append(visit)
    for source, looks in found.items():
        if len(looks) == HISTORY and all(visit.outcome == "missed" for visit in looks):
            found[source] = ledger.visits(source, as_of)
    return dict(found)
