"""What a saved watch sends: the watch as it was registered, a notice, what became of each attempt at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from theodolite.model.identity import digest

Outcome = Literal["begun", "delivered", "failed", "unclear"]
"""An attempt is begun before anything is sent. "failed": the receiver has not taken it; "unclear": it may
have (the answer did not come)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredWatch:
    """A watch as its file had it when it was last run.

    `conditions` is a hash over what it looks for, `body` its definition as JSON, without any secret. What
    became known up to `begins` (a moment of known-time) is not for it; None: everything is.
    """

    name: str
    conditions: str
    body: str
    begins: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One event told to one watch: `body` is what is sent, to the byte, each time. `at` is the moment of
    known-time of the event, ISO 8601 in UTC."""

    watch: str
    event: str
    at: str
    body: str

    @property
    def id(self) -> str:
        """Over the watch's name and the event: one watch is told of one event once."""
        return notice_id(self.watch, self.event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One step of one attempt to deliver a notice; `at` is the clock's, ISO 8601 with zone.

    `attempt` counts from 1. `status` is what the receiver answered with (an HTTP status, an exit status),
    `reason` why it failed. Until `not_before` it is not tried again.
    """

    notice: str
    attempt: int
    at: str
    outcome: Outcome
    status: int | None = None
    reason: str | None = None
    not_before: str | None = None


def notice_id(watch: str, event: str) -> str:
    """The name of a notice, the same whenever it is made."""
    return digest("notice", watch, event)
