"""What came of one attempt, and what an attempt is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One attempt: the notice's name, its bytes, the number of the attempt, and whether an earlier one may
    have been taken without our knowing."""

    id: str
    watch: str
    body: bytes
    attempt: int
    in_doubt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempted:
    """What came of it.

    `status` is an HTTP status or an exit status. `wait` is how many seconds the receiver asks to be left
    alone.
    """

    outcome: Literal["delivered", "failed", "unclear"]
    status: int | None = None
    reason: str | None = None
    wait: float | None = None


_ABOUT_ONE = frozenset({400, 406, 409, 411, 412, 413, 414, 415, 417, 422, 428, 431})
"""HTTP statuses that speak of what was sent. Others that fail speak of the receiver: gone, busy, not for
us."""


def of_one_notice(kind: str, status: int | None) -> bool:
    """Whether a failed attempt says something of this notice alone, so that the next may well be taken."""
    if status is None:
        return False
    return status in _ABOUT_ONE if kind == "webhook" else True
