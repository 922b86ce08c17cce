"""A ledger into which the hand-written items were gathered, each on the day it was published."""

from __future__ import annotations

from pathlib import Path

from tellings import gold

from theodolite import ledger
from theodolite.ledger.base import Ledger
from theodolite.model.gathering import Edition
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.story import Telling
from theodolite.model.text import Text
from theodolite.model.watchlist import Watched


def put(store: Ledger, told: Telling, *, dated: bool = True) -> None:
    """Gather one document; inside a run."""
    source = (told.publisher or "somebody").lower().replace(" ", "-")
    store.put_watched(
        [
            Watched(
                name=source, shape="feed", address=f"https://{source}.test/feed", publisher=told.publisher,
                kind=told.kind,
            )
        ]
    )  # fmt: skip
    content = f"{told.title}\n\n{told.text}"
    snapshot = Snapshot(content.encode(), "text/plain")
    address, at = f"https://{source}.test/{told.id}", f"{told.seen}T23:00:00.000000+00:00"
    store.put_gathered(Gathered(Origin(location=address, address=address), snapshot, at))
    text = Text(snapshot=snapshot.sha256, reader="plain/1", content=content, language=told.language)
    store.put_text(text)
    store.put_edition(
        Edition(
            document=told.id, source=source, at=at, address=address, snapshot=snapshot.sha256,
            reader="plain/1", text_sha256=text.sha256, title=told.title, published=told.at if dated else None,
            basis="feed" if dated else "fetch",
        )
    )  # fmt: skip


def make(path: Path, *, until: str = "9999") -> Path:
    """The ledger of what was known up to a day."""
    with ledger.open(path) as store, store.begin("gather"):
        for told in gold()[0]:
            if told.seen <= until:
                put(store, told)
    return path
