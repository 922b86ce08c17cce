"""A ledger into which a wire's report, two copies of it, another report and a headline were gathered."""

from __future__ import annotations

import random
from pathlib import Path

import retold
from gathered import put_document

from theodolite import ledger
from theodolite.ledger.base import Ledger


def put(store: Ledger, name: str, content: str, publisher: str, day: str | None, title: str = "") -> None:
    """Gather one document, in a run of its own."""
    with store.begin("gather"):
        at = "2026-05-10T08:00:00.000000+00:00"
        put_document(store, name, content, publisher=publisher, at=at, title=title or name, published=day)


def make(path: Path) -> Path:
    """The ledger."""
    rng = random.Random(3)
    report = retold.words(rng, 250)
    with ledger.open(path) as store:
        put(store, "wire", report, "Reuters", "2026-05-03", "Chips: a report")
        put(
            store,
            "daily",
            retold.edited(rng, report, 0.03),
            "Daily",
            "2026-05-02",
            "[bold]Chips[/bold] retold",
        )
        put(store, "post", f"BEIJING (Reuters) - {report[:-300]}", "Post", None, "More on chips")
        put(store, "own", retold.words(rng, 250), "Gazette", "2026-05-04", "Chips, seen for ourselves")
        put(store, "headline", "Seven words stand here and nothing else", "Gazette", "2026-05-05")
    return path
