"""A ledger into which a wire's report, two copies of it, another report and a headline were gathered."""

from __future__ import annotations

import random
from pathlib import Path

import retold

from theodolite import ledger
from theodolite.ledger.base import Ledger
from theodolite.model.gathering import Edition
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text
from theodolite.model.watchlist import Watched


def put(store: Ledger, name: str, content: str, publisher: str, day: str | None, title: str = "") -> None:
    """Gather one document."""
    with store.begin("gather"):
        source = publisher.lower()
        store.put_watched(
            [Watched(name=source, shape="feed", address=f"https://{source}.test/feed", publisher=publisher)]
        )
        snapshot = Snapshot(content.encode(), "text/plain")
        address, at = f"https://{source}.test/{name}", "2026-05-10T08:00:00.000000+00:00"
        store.put_gathered(Gathered(Origin(location=address), snapshot, at))
        text = Text(snapshot=snapshot.sha256, reader="plain/1", content=content, language="en")
        store.put_text(text)
        store.put_edition(
            Edition(
                document=name, source=source, at=at, address=address, snapshot=snapshot.sha256,
                reader="plain/1", text_sha256=text.sha256, title=title or name, published=day,
                basis="feed" if day else "fetch",
            )
        )  # fmt: skip


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
