"""One data file from its address: asked for only if it changed, asked again where a host fails for a moment.

Connections end at public hosts only, redirects are followed by hand and each is checked like the first, and
nothing of the environment is used (no proxy, no .netrc, no cookies).
"""

from __future__ import annotations

import contextlib
import math
import time

from theodolite.gather.answers import PassingRefusal, parsed
from theodolite.gather.data.manners import Manners, Pace
from theodolite.gather.exchange import (
    LATER,
    USER_AGENT,
    Answer,
    Line,
    Terms,
    Validators,
    follow,
    seconds_from_now,
)
from theodolite.model.errors import Refusal


def download(
    address: str,
    *,
    pace: Pace,
    kept: Validators | None = None,
    allow_private: frozenset[str] = frozenset(),
) -> Answer:
    """Fetch one file, or learn that it did not change since `kept`.

    Raises Refusal with how often it was tried. `allow_private` names endpoints ("127.0.0.1:8000") that may be
    reached although they are not public; it is for tests and is set by nothing outside the code.
    """
    manners = pace.manners
    deadline = seconds_from_now(manners.total_seconds)
    url = parsed(address, address)
    host = url.host
    if host in pace.left_alone:
        raise Refusal(address, f"not asked, since {pace.left_alone[host]}", LATER)
    terms = _terms(manners)
    line = Line(
        connect_seconds=manners.connect_seconds,
        read_seconds=manners.read_seconds,
        allow_private=allow_private,
    )
    with contextlib.closing(line):
        for attempt in range(1, manners.attempts + 1):
            try:
                with pace.turn(host):
                    return follow(line, address, url, terms, deadline, kept)
            except PassingRefusal as refusal:
                _wait_or_give_up(refusal, attempt, deadline, pace, host)
    raise AssertionError("the last attempt gives up")


def _terms(manners: Manners) -> Terms:
    return Terms(
        accept="text/csv, application/json, application/zip, */*;q=0.5",
        agent=f"{USER_AGENT} (data pull, one request a file)",
        content_bytes=manners.content_bytes,
        redirects=manners.redirects,
        downgrade=False,
        if_private="name a public address in the source's definition",
        if_large="fetch it by hand and give it with --from",
        if_refused="check whether the publisher has moved the file",
    )


def _wait_or_give_up(refusal: PassingRefusal, attempt: int, deadline: float, pace: Pace, host: str) -> None:
    manners = pace.manners
    tried = "" if attempt == 1 else f" ({attempt} attempts)"
    asked = refusal.wait
    if asked is not None and asked > manners.longest_wait_seconds:
        reason = f"{refusal.reason} and asks to be left alone for {math.ceil(asked)} seconds{tried}"
        pace.left_alone[host] = f"{host} asked to be left alone for {math.ceil(asked)} seconds"
        raise Refusal(refusal.place, reason, "try again after that")
    wait = manners.wait(attempt, asked)
    if attempt == manners.attempts or time.monotonic() + wait >= deadline:
        if refusal.unreached:
            pace.left_alone[host] = f"{host} could not be reached a moment ago"
        raise Refusal(refusal.place, refusal.reason + tried, refusal.mend)
    pace.sleep(wait)
