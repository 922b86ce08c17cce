"""One attempt to take a source's file, and what it brought."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["vintage", "unchanged", "quarantined", "missed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """What one attempt said.

    `outcome` is "vintage" (new bytes that the source's reader took), "unchanged" (the bytes in force again),
    "quarantined" (bytes that the reader refused: kept, never in force) or "missed" (no bytes at all). `at` is
    ISO 8601 with its zone; `address` is what was asked, an address or a path; `vintage` the day the file
    stands for; `snapshot` the SHA-256 of its bytes; `rows` what the reader took of it. `private` bytes are
    never published. `etag` and `last_modified` are the host's, for the next conditional request. `reason` is
    why it was refused or missed.
    """

    source: str
    at: str
    outcome: Outcome
    address: str
    status: int | None = None
    snapshot: str | None = None
    file: str | None = None
    vintage: dt.date | None = None
    rows: int | None = None
    private: bool = False
    etag: str | None = None
    last_modified: str | None = None
    reason: str | None = None

    @property
    def brought(self) -> bool:
        """Whether it brought bytes that the reader took."""
        return self.outcome in ("vintage", "unchanged")
