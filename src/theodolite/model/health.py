"""How the watched sources are: when each last answered, what it brought, and what of it could not be had."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from theodolite.model.gathering import Visit

State = Literal["well", "silent", "failing", "never looked at"]


SIGNS = {"new": "●", "nothing new": "·", "missed": "✕"}
"""What a look brought, in one character: it must be told apart without colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotHad:
    """An item that is listed and could not be had. `lasting`: it is not asked for again.

    `tries` counts attempts, `at` is the last of them; `words_kept` whether what the feed itself says of it is
    kept in place of its page.
    """

    source: str
    address: str
    title: str | None
    reason: str
    status: int | None
    at: str
    tries: int
    lasting: bool
    words_kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """One source. Moments are ISO 8601 in UTC, spans in days.

    `items` counts what it listed when it last answered, `documents` what is held of it, `new` and `edited`
    what the last look brought, `not_had` items still to be had or given up. `failed` counts looks in a row
    that brought nothing, since `failing_since`, for `reason`. `silent_days` is how long nothing new has come,
    `usual_days` the median time between days with something new (None: fewer than four such days). A source
    is "silent" that answers and has had nothing new for four times its usual time, and two days at least.
    `history` is its last looks, the latest last, in `SIGNS`.
    """

    source: str
    title: str | None
    shape: str
    kind: str | None
    address: str
    state: State
    last_look: str | None
    last_success: str | None
    status: int | None
    items: int | None
    documents: int
    new: int
    edited: int
    not_had: int
    failed: int
    failing_since: str | None
    reason: str | None
    newest: str | None
    silent_days: float | None
    usual_days: float | None
    history: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """All sources at one moment, those that need a look first, and every item that could not be had."""

    as_of: str
    counts: dict[str, int]
    documents: int
    sources: tuple[SourceHealth, ...]
    not_had: tuple[NotHad, ...]
    warnings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The report as data."""
        return {"schema_version": "1", **asdict(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundReport:
    """What one round of gathering did: every look, and every item that could not be had, each in one line."""

    looks: tuple[Visit, ...]
    documents: int
    refusals: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The report as data."""
        return {"schema_version": "1", **asdict(self)}
