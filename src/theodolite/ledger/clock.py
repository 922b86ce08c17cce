"""Known-time: moments in UTC with microseconds, written so that comparing characters compares times."""

from __future__ import annotations

import datetime as dt
import re

from theodolite.ledger.base import AsOf
from theodolite.model.errors import Refusal

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def stamp(moment: dt.datetime) -> str:
    """The moment as the ledger writes it, always 32 characters. `moment` must carry a zone."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def now(after: str | None = None) -> str:
    """This moment, or the next microsecond after `after` where the clock has gone back."""
    here = dt.datetime.now(dt.UTC)
    if after is not None:
        here = max(here, dt.datetime.fromisoformat(after) + dt.timedelta(microseconds=1))
    return stamp(here)


def fetched(moment: str) -> str:
    """A fetch's time, as given, in UTC. Refusal without a zone."""
    return _parse(moment, "a time of fetching")


def moment(as_of: AsOf) -> str | None:
    """The stamp that `as_of` means: a bare day is its end in UTC. Refusal where it is none or has no zone."""
    if as_of is None:
        return None
    if isinstance(as_of, dt.datetime):
        return _parse(as_of.isoformat(), "the day asked for")
    if isinstance(as_of, dt.date):
        as_of = as_of.isoformat()
    if _DAY.match(as_of):
        return _parse(f"{as_of}T23:59:59.999999+00:00", "the day asked for")
    return _parse(as_of, "the day asked for")


def _parse(written: str, what: str) -> str:
    try:
        found = dt.datetime.fromisoformat(written)
        if found.tzinfo is None:
            raise Refusal(written, f"{what} has no zone", "write it as 2026-08-11T12:00:00+00:00")
        return stamp(found)
    except (ValueError, OverflowError):
        raise Refusal(written, f"{what} is not an ISO 8601 time", "write it as 2026-08-11") from None
