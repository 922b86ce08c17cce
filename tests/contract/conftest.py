"""One suite for every store: each test here runs once per factory."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from theodolite import ledger
from theodolite.ledger import Ledger
from theodolite.model.claim import Claim, Lag
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text

DAY = "2026-08-11T00:00:00+00:00"


@dataclass
class SqliteFactory:
    """Opens handles on one ledger, and its database behind the ledger's back."""

    path: Path
    refused: type[Exception] = sqlite3.IntegrityError
    opened: list[Ledger] = field(default_factory=list)

    def open(self) -> Ledger:
        """A handle that is closed when the test ends."""
        one = ledger.open(self.path)
        self.opened.append(one)
        return one

    def execute(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Plain SQL, as anybody with the file could run it. Raises `refused` where a guard refuses."""
        with closing(sqlite3.connect(self.path)) as raw, raw:
            raw.execute("PRAGMA foreign_keys = ON")
            return raw.execute(sql, values).fetchall()


@pytest.fixture(params=[SqliteFactory], ids=["sqlite"])
def ledger_factory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """One store of each kind, empty."""
    factory = request.param(tmp_path / "theodolite.ledger")
    yield factory
    for one in factory.opened:
        one.close()


def put_document(store: Ledger, content: str, location: str = "a.txt", reader: str = "plain/1") -> Text:
    """Gather and read one text (its bytes are its UTF-8) inside the running run."""
    snapshot = Snapshot(content.encode(), "text/plain")
    store.put_gathered(Gathered(Origin(location=location), snapshot, DAY))
    text = Text(snapshot=snapshot.sha256, reader=reader, content=content)
    store.put_text(text)
    return text


def lag(text: Text, start: int, end: int, **more: Any) -> Lag:
    """A lag claim whose quote is what stands at its offsets, unless `quote` says otherwise."""
    values: dict[str, Any] = {
        "text_sha256": text.sha256, "document": text.snapshot, "source": "a.txt", "start": start, "end": end,
        "quote": text.content[start:end], "follower": "China", "leader": "United States", "low_months": 12,
        "high_months": 24,
    }  # fmt: skip
    return Lag(**{**values, **more})


@pytest.fixture
def make() -> Any:
    """The two builders, for tests that need them by name."""

    class Make:
        document = staticmethod(put_document)
        lag: Callable[..., Claim] = staticmethod(lag)

    return Make
