"""What the tests run in processes of their own: a writer to be killed, and a reader beside a writer.

python ledger_worker.py survey LEDGER ROUND
python ledger_worker.py read LEDGER STOP_FILE
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from theodolite import ledger
from theodolite.model.claim import Lag
from theodolite.model.finding import Finding
from theodolite.model.observation import Observation
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text

DOCUMENTS = 12


def survey(path: Path, round_number: int) -> None:
    """A small survey over the same documents each time; in round 2 a newer extractor finds other claims.

    Does what the real one does: asks before it reads or extracts, so that what a killed run left behind is
    either found again or was counted. Prints a line after each step, for whoever wants to kill it there.
    """
    extractor = f"rules/{round_number}"
    with ledger.open(path) as store, store.begin("survey", {"round": round_number}):
        for n in range(DOCUMENTS):
            content = f"Document {n}: China is {n} to {n + 6} months behind. \U0001f52d 中\r\n" * 400
            snapshot = Snapshot(content.encode(), "text/plain")
            store.put_gathered(Gathered(Origin(location=f"{n}.txt"), snapshot, "2026-08-11T00:00:00+00:00"))
            step("gathered")
            text = store.text(snapshot.sha256, "plain/1")
            if text is None:
                text = Text(snapshot=snapshot.sha256, reader="plain/1", content=content)
                store.put_text(text)
                step("read")
            if not store.extracted(text.sha256, extractor):
                store.put_claims(text.sha256, extractor, list(claims(text, n, round_number)))
                step("extracted")
        if store.derived("fit", f"key {round_number}") is None:
            store.put_derived("fit", f"key {round_number}", b"\x00" * 1000)
            store.put_observations("gap", f"gap/{round_number}", list(observations(round_number)))
            step("measured")
        store.put_findings("reconcile/1", [finding(k.value, round_number) for k in store.claims()])
        step("reconciled")
    step("complete")


def step(name: str) -> None:
    """Say where the survey is."""
    print(name, flush=True)


def claims(text: Text, n: int, round_number: int) -> Any:
    """Quotes that move by one in round 2; every third stays."""
    for i in range(20):
        start = 40 * i + (round_number - 1) * (i % 3 > 0)
        yield Lag(
            text_sha256=text.sha256, document=text.snapshot, source=f"{n}.txt", start=start, end=start + 30,
            quote=text.content[start : start + 30], low_months=n, high_months=n + 6, follower="China",
        )  # fmt: skip


def observations(round_number: int) -> Any:
    """Ten observations whose values follow the round."""
    for n in range(10):
        yield Observation(
            indicator="gap", subject="China", counterpart=None, definition=f"d{n}", unit="point",
            value=n + round_number, low=None, high=None, censored=None, holds_on=None, known_on=None,
            source="s", vintage_file="f", vintage_sha256="0" * 64,
        )  # fmt: skip


def finding(claim: Any, round_number: int) -> Finding:
    """A finding whose verdict follows the round."""
    verdict: Any = ("supported", "mixed")[round_number - 1]
    return Finding(
        claim_id=claim.id, saying_id=claim.saying_id, definitions_version="1", binding=None,
        verdict_then=verdict, verdict_then_basis="now", verdict_now=verdict, outdated=False,
        stance_agrees=None, reason=None, sentence=f"{claim.quote}",
    )  # fmt: skip


def read(path: Path, stop: Path) -> None:
    """Open, look at everything and close, over and over, until the file `stop` is there."""
    rounds = 0
    while not stop.exists():
        with ledger.open(path, create=False) as store:
            found = list(store.claims())
            # Complete runs only: all documents' claims, or none.
            assert len(found) in (0, DOCUMENTS * 20), len(found)
            list(store.export("findings"))
            store.texts()
            store.search("months")
            store.runs()
        rounds += 1
    print(rounds)


if __name__ == "__main__":
    if sys.argv[1] == "survey":
        survey(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        read(Path(sys.argv[2]), Path(sys.argv[3]))
