"""One document put into a ledger as a look at a feed would have put it."""

from __future__ import annotations

from theodolite.ledger.base import Ledger
from theodolite.model.gathering import Edition
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text
from theodolite.model.watchlist import SourceKind, Watched


def put_document(
    store: Ledger,
    name: str,
    content: str,
    *,
    publisher: str | None,
    at: str,
    title: str | None,
    published: str | None,
    language: str | None = "en",
    kind: SourceKind | None = None,
) -> None:
    """Inside a run. The source is named after its publisher; without a date it counts by that of fetching."""
    source = (publisher or "somebody").lower().replace(" ", "-")
    address = f"https://{source}.test/{name}"
    store.put_watched(
        [
            Watched(
                name=source, shape="feed", address=f"https://{source}.test/feed", publisher=publisher,
                kind=kind,
            )
        ]
    )  # fmt: skip
    snapshot = Snapshot(content.encode(), "text/plain")
    store.put_gathered(Gathered(Origin(location=address, address=address), snapshot, at))
    text = Text(snapshot=snapshot.sha256, reader="plain/1", content=content, language=language)
    store.put_text(text)
    store.put_edition(
        Edition(
            document=name, source=source, at=at, address=address, snapshot=snapshot.sha256,
            reader="plain/1", text_sha256=text.sha256, title=title, published=published,
            basis="feed" if published else "fetch",
        )
    )  # fmt: skip
