"""Gathering as a service: each source is looked at again after its time, also when the service was restarted.

When a source was looked at last stands in the ledger and nowhere else: a service that is stopped or killed
goes on where it was, and asks nobody twice for it.
"""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Callable, Mapping, Sequence

from theodolite.model.errors import Misuse
from theodolite.model.watchlist import Watched

SHORTEST = dt.timedelta(minutes=5)
"""More often than this nobody's feed is asked."""
_LOOK_AGAIN = dt.timedelta(minutes=1)
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}

Round = Callable[[Sequence[Watched]], Mapping[str, str]]
"""Looks at sources and returns when each was looked at last: name to ISO 8601."""


def interval(written: str) -> dt.timedelta:
    """ "30m", "1h" or "2d" as a time. Misuse for anything else, and for less than `SHORTEST`."""
    found = re.fullmatch(r"(\d{1,4})([mhd])", written.strip().lower())
    if not found or not int(found[1]):
        raise Misuse(f"--every {written[:20]}: write it as 30m, 1h or 1d")
    every = dt.timedelta(**{_UNITS[found[2]]: int(found[1])})
    if every < SHORTEST:
        raise Misuse(
            f"--every {written[:20]}: {SHORTEST.seconds // 60} minutes at least, for the hosts' sake"
        )
    return every


def due(
    sources: Sequence[Watched], looked: Mapping[str, str], every: dt.timedelta, now: dt.datetime
) -> tuple[list[Watched], dt.datetime | None]:
    """The sources whose time has come, and when the next of the others is due (None: there is none)."""
    ready, later = [], []
    for source in sources:
        last = looked.get(source.name)
        when = dt.datetime.fromisoformat(last) + every if last else now
        # A clock that was set back must not keep a source waiting for ever.
        when = min(when, now + every)
        if when <= now:
            ready.append(source)
        else:
            later.append(when)
    return ready, min(later, default=None)


def serve(
    sources: Callable[[], Sequence[Watched]],
    looked: Mapping[str, str],
    every: dt.timedelta,
    round_: Round,
    stopping: threading.Event,
    clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
) -> None:
    """Go round until told to stop. The watchlist is read anew before each round, so that a mend counts."""
    while not stopping.is_set():
        ready, following = due(sources(), looked, every, clock())
        if ready:
            looked = round_(ready)
            continue
        wait = _LOOK_AGAIN if following is None else min(following - clock(), _LOOK_AGAIN)
        stopping.wait(max(wait.total_seconds(), 0.1))
