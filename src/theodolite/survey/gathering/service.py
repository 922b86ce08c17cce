"""Gathering as a service: each source is looked at again after its time, also when the service was restarted.

When a source was looked at last stands in the ledger and nowhere else: a service that is stopped or killed
goes on where it was, and asks nobody twice for it.
"""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from theodolite.model.errors import Misuse, Refusal
from theodolite.model.watchlist import Watched

SHORTEST = dt.timedelta(minutes=5)
"""More often than this nobody's feed is asked."""
_LOOK_AGAIN = dt.timedelta(minutes=1)
_MEANWHILE = "the last good one is used meanwhile"
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
        last = dt.datetime.fromisoformat(looked[source.name]) if source.name in looked else None
        # A look that is still to come was made before the clock was set back: it keeps nobody waiting.
        when = now if last is None or last > now else last + every
        if when <= now:
            ready.append(source)
        else:
            later.append(when)
    return ready, min(later, default=None)


@dataclass(slots=True)
class LastGood:
    """A watchlist that is read anew each time it is asked for; while it cannot be read, the last that could.

    `told` hears of each thing that is wrong with it once, until it is mended.
    """

    read: Callable[[], tuple[Sequence[Watched], Sequence[Refusal]]]
    told: Callable[[Refusal], None]
    good: Sequence[Watched]
    said: frozenset[str] = frozenset()

    def __call__(self) -> Sequence[Watched]:
        """The sources to look at."""
        refusals: Sequence[Refusal]
        try:
            self.good, refusals = self.read()
        except Refusal as refusal:
            refusals = [Refusal(refusal.place, refusal.reason, f"{refusal.mend}; {_MEANWHILE}")]
        except Misuse as misuse:
            refusals = [Refusal("the watchlist", str(misuse), f"mend it; {_MEANWHILE}")]
        for one in refusals:
            if str(one) not in self.said:
                self.told(one)
        self.said = frozenset(map(str, refusals))
        return self.good


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
