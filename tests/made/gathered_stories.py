"""A ledger into which the hand-written items were gathered, each on the day it was published."""

from __future__ import annotations

from pathlib import Path

from gathered import put_document
from tellings import gold

from theodolite import ledger
from theodolite.ledger.base import Ledger
from theodolite.model.story import Telling


def put(store: Ledger, told: Telling, *, dated: bool = True) -> None:
    """Gather one document; inside a run."""
    put_document(
        store, told.id, f"{told.title}\n\n{told.text}", publisher=told.publisher, kind=told.kind,
        at=f"{told.seen}T23:00:00.000000+00:00", title=told.title, language=told.language,
        published=told.at if dated else None,
    )  # fmt: skip


def make(path: Path, *, until: str = "9999") -> Path:
    """The ledger of what was known up to a day."""
    with ledger.open(path) as store, store.begin("gather"):
        for told in gold()[0]:
            if told.seen <= until:
                put(store, told)
    return path
