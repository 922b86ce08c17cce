"""Bytes as they were received, named by their hash."""

from __future__ import annotations

from dataclasses import dataclass, field

from theodolite.model.identity import sha256
from theodolite.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The exact bytes of one file or answer. `media_type` is the declared type, where one was given."""

    content: bytes = field(repr=False)
    media_type: str | None = None

    @property
    def sha256(self) -> str:
        """64 hex digits over the bytes."""
        return sha256(self.content)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A snapshot with where it came from, when it was fetched (ISO 8601 with zone) and the sidecar's word.

    `origin` holds what the sidecar or the options say; what the bytes themselves say (title, date) is
    found by the reader and fills only what `origin` leaves open.
    """

    origin: Origin
    snapshot: Snapshot
    fetched_at: str
    status: int | None = None  # the HTTP status, where there was one
