"""The append-only store of what was gathered, read, claimed, measured and found.

`open(path)` gives a `Ledger`; see `base.Ledger` for what it promises.
"""

from __future__ import annotations

from pathlib import Path

from theodolite.ledger.base import (
    AsOf,
    Exported,
    Hit,
    Judgement,
    Known,
    Ledger,
    Run,
    RunEntry,
    SnapshotEntry,
    TextEntry,
)
from theodolite.ledger.errors import BusyRefusal, LedgerError, NoRunError
from theodolite.ledger.sqlite.store import SqliteLedger

__all__ = [
    "AsOf",
    "BusyRefusal",
    "Exported",
    "Hit",
    "Judgement",
    "Known",
    "Ledger",
    "LedgerError",
    "NoRunError",
    "Run",
    "RunEntry",
    "SnapshotEntry",
    "TextEntry",
    "open",
]


def open(path: Path | str, *, create: bool = True) -> Ledger:
    """Open the ledger at `path`, making it (and its folder) where there is none and `create` is True.

    Raises Refusal where the path is no ledger, is damaged, was written by a newer version, cannot be
    written, or is absent and `create` is False.
    """
    return SqliteLedger(Path(path), create=create)
