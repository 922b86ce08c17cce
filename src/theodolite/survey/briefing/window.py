"""The stretch of time that a brief is about, remembered in the ledger as the run that made it.

Times are the ledger's own: a window ends with the last thing that the ledger had learned, never with the
clock, so that the same brief can be made again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from theodolite.compose.words import day_words
from theodolite.ledger import clock
from theodolite.ledger.base import Ledger, RunEntry
from theodolite.model.brief import Window

COMMAND = "brief"
_TELL_NOTHING = frozenset({"watches", "notices"})
"""Counts of runs that add nothing that a brief could tell; a run that keeps what was worked out has none."""


def window(
    store: Ledger, profile: str, since: dt.date | None = None, as_of: str | dt.date | None = None
) -> Window:
    """The window of a profile's next brief, or of the one that was made by `as_of`.

    It begins where the last brief of the profile ended. Where the ledger has learned nothing since, the last
    one is made again. `since` begins it with that day instead.
    """
    runs = [r for r in store.runs() if r.status == "complete" and r.ended]
    limit = clock.moment(as_of)
    learned = [r.ended for r in runs if set(r.counts) - _TELL_NOTHING and _by(r.ended, limit)]
    until = max((m for m in learned if m), default=None)
    if until is None:
        return Window(since=None, until=None, why="the ledger holds nothing")
    if since is not None:
        begin = clock.stamp(dt.datetime.combine(since, dt.time(), dt.UTC))
        return Window(since=min(begin, until), until=until, why=f"asked for since {day_words(since)}")
    made = [r for r in runs if r.command == COMMAND and r.arguments.get("profile") == profile]
    return _after(made, until)


def remember(store: Ledger, profile: str, found: Window, form: str) -> None:
    """Keep that a brief was made. Raises Refusal where the ledger cannot be written now."""
    with store.begin(
        COMMAND, {"profile": profile, "since": found.since, "until": found.until, "format": form}
    ):
        pass


def remembered(store: Ledger, profile: str, found: Window) -> bool:
    """Whether just this window of this profile was remembered before."""
    return any(
        r.command == COMMAND
        and r.status == "complete"
        and (r.arguments.get("profile"), r.arguments.get("since"), r.arguments.get("until"))
        == (profile, found.since, found.until)
        for r in store.runs()
    )


def _by(moment: str | None, limit: str | None) -> bool:
    return moment is not None and (limit is None or moment <= limit)


def _after(made: Sequence[RunEntry], until: str) -> Window:
    """From the end of the last brief that ended earlier; of one that ended just then, the same window."""
    same = [r for r in made if r.arguments.get("until") == until]
    if same:
        begin = same[-1].arguments.get("since")
        return Window(since=begin if isinstance(begin, str) else None, until=until, why=_why(begin))
    ends = [e for r in made if isinstance(e := r.arguments.get("until"), str) and e < until]
    begin = max(ends, default=None)
    return Window(since=begin, until=until, why=_why(begin))


def _why(begin: object) -> str:
    if not isinstance(begin, str):
        return "the first brief of this profile: everything that the ledger holds"
    return f"since the last brief of this profile, of {day_words(begin[:10])}"
