"""What the watches of a file match among what became known, and the notices put into the outbox.

Nothing is tracked from run to run but where each watch begins: every run looks at everything since, and a
notice that is there already is not made again. So a run that was killed, or one that comes late, loses
nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from theodolite.ledger.base import Ledger
from theodolite.model.news import GapMoved, NewClaim, NewVerdict
from theodolite.model.notice import Notice, RegisteredWatch
from theodolite.model.watch import ClaimConditions, Watch
from theodolite.survey.news import claims_and_verdicts, gaps
from theodolite.survey.watches import telling
from theodolite.survey.watches.crossing import Crossing, crossings
from theodolite.survey.watches.matching import matches

COMMAND = "watches"
"""What the runs are called in which watches are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What one watch matches: all there is since it begins, and what of it is not in the outbox yet."""

    watch: Watch
    registered: RegisteredWatch
    every: tuple[Notice, ...]
    new: tuple[Notice, ...]


class Happened:
    """What became known in a ledger, worked out once and only if a watch asks for it."""

    def __init__(self, store: Ledger) -> None:
        self._store = store

    @cached_property
    def of_claims(self) -> Sequence[NewClaim | NewVerdict]:
        """New claims and verdicts, the earliest first."""
        return claims_and_verdicts(self._store)

    @cached_property
    def of_gaps(self) -> Sequence[GapMoved]:
        """Every vintage's gaps."""
        return gaps(self._store)


def look(store: Ledger, watches: Iterable[Watch], now: str) -> list[Matched]:
    """What each watch matches. `now` is the moment at which a new watch begins. Writes nothing."""
    happened = Happened(store)
    known = {one.name: one for one in store.watches()}
    sent = store.notices()
    ids = {one.id for one in sent}
    until = looked_until(store)
    made = []
    for watch in watches:
        registered = register(watch, known.get(watch.name), until.get(watch.name), now)
        since = registered.begins
        own = [n for n in sent if n.watch == watch.name]
        every = [n for n in all_of(watch, happened, own) if since is None or n.at > since]
        new = tuple(n for n in every if n.id not in ids)
        made.append(Matched(watch=watch, registered=registered, every=tuple(every), new=new))
    return made


def all_of(watch: Watch, happened: Happened, sent: Sequence[Notice] = ()) -> list[Notice]:
    """Everything in the ledger that a watch matches, the earliest first; what `sent` told already only as it
    was told."""
    sought = watch.looks_for
    if isinstance(sought, ClaimConditions):
        found = [telling.of_claim(watch, n) for n in happened.of_claims if matches(sought, n)]
    else:
        told = [json.loads(n.body) for n in sent]
        every = crossings(sought, may_tell(watch, happened.of_gaps))
        found = [telling.of_crossing(watch, c) for c in every if not any(_is_told(c, body) for body in told)]
    return sorted(found, key=lambda n: (n.at, n.id))


def may_tell(watch: Watch, every: Iterable[GapMoved]) -> list[GapMoved]:
    """The gaps whose figures may go where the watch tells them."""
    hidden = watch.target_kind == "webhook" and not watch.private
    return [gap for gap in every if gap.publishable or not hidden]


def register(watch: Watch, known: RegisteredWatch | None, until: str | None, now: str) -> RegisteredWatch:
    """The watch as it is to be registered.

    A new one begins now, or at the beginning where it says so. One that looks for something else than it did
    goes on from where it was last looked at; with another target alone it is the same watch.
    """
    if known is not None and known.conditions == watch.conditions:
        begins = known.begins
    elif watch.begins == "beginning":
        begins = None
    else:
        begins = until if known is not None and until is not None else now
    return RegisteredWatch(name=watch.name, conditions=watch.conditions, body=watch.body, begins=begins)


def looked_until(store: Ledger) -> dict[str, str]:
    """The moment up to which each watch was last looked at: the start of the last complete run that did."""
    found: dict[str, str] = {}
    for run in store.runs():
        if run.command == COMMAND and run.status == "complete":
            found |= dict.fromkeys(run.arguments.get("watches", ()), run.started)
    return found


def _is_told(found: Crossing, body: Mapping[str, Any]) -> bool:
    """Whether a notice told of the same stretch beyond the same line: one that turns out to have begun
    earlier, as an older vintage was put in, is the same."""
    line = found.line
    told = (body.get("measure"), body.get("quantity"), body.get("below"), body.get("above"),
            body.get("for_days"), body.get("interval"))  # fmt: skip
    same = told == (found.measure, line.quantity, line.below, line.above, line.for_days, line.interval)
    return same and found.began.isoformat() <= body["reached"] <= found.through.isoformat()


def put(store: Ledger, watches: Sequence[Watch]) -> list[Matched]:
    """Register the watches and put what is new for them into the outbox, in one run."""
    names = [watch.name for watch in watches]
    with store.begin(COMMAND, {"watches": names}):
        started = store.runs()[-1].started
        made = look(store, watches, started)
        for one in made:
            store.put_watch(one.registered)
            for notice in one.new:
                store.put_notice(notice)
    return made
