"""What documents speak of since a day and did not before: names, and what is claimed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Sequence

from theodolite.compose.words import shortened
from theodolite.extract.mentions import Named
from theodolite.model.claim import Claim, Comparison, Event, Lag, Relation
from theodolite.model.trends import NewClaim, NewName
from theodolite.survey.trends.told import Told
from theodolite.survey.trends.window import Window

_QUOTE = 300
"""Code points of a quote that a report carries; the document has all of it."""


def in_order(told: Sequence[Told], window: Window) -> list[tuple[dt.date, Told]]:
    """The documents of the same sources until the window's end, also those before it, the earliest first."""
    found = [
        (day, t)
        for t in told
        for day in (t.day,)
        if day is not None and day <= window.until and not window.sources.isdisjoint(t.article.sources)
    ]
    return sorted(found, key=lambda pair: (pair[0], pair[1].article.id))


def new_names(told: Sequence[Told], window: Window) -> tuple[NewName, ...]:
    """Names that no document of the same sources had before, the most widely told first."""
    first: dict[Named, tuple[dt.date, Told]] = {}
    units: dict[Named, set[str]] = {}
    sources: dict[Named, set[str]] = {}
    for day, one in in_order(told, window):
        for name in one.names:
            first.setdefault(name, (day, one))
            if first[name][0] >= window.since:
                units.setdefault(name, set()).add(one.unit)
                sources.setdefault(name, set()).update(window.sources.intersection(one.article.sources))
    made = [
        NewName(
            name=name.name, sort=name.sort, side=name.side, first=first[name][0].isoformat(),
            count=len(found), sources=len(sources[name]), example=first[name][1].example(),
        )
        for name, found in units.items()
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda n: (-n.count, -n.sources, n.first, n.name)))


def new_claims(told: Sequence[Told], window: Window, most: int = 30) -> tuple[tuple[NewClaim, ...], int]:
    """What was claimed for the first time since the day asked for, the most widely told first, and how many.

    Claims that name both of their sides are told apart by who, what and whom: a new figure for an old tie is
    not new.
    """
    first: dict[Hashable, tuple[dt.date, Told, Claim]] = {}
    units: dict[Hashable, set[str]] = {}
    for day, one in in_order(told, window):
        for claim, said in _propositions(one):
            first.setdefault(said, (day, one, claim))
            if first[said][0] >= window.since:
                units.setdefault(said, set()).add(one.unit)
    order = sorted(units, key=lambda said: (-len(units[said]), first[said][0], first[said][2].id))
    made = tuple(_new_claim(*first[said], told=len(units[said])) for said in order[:most])
    return made, len(order)


def _new_claim(day: dt.date, of: Told, claim: Claim, *, told: int) -> NewClaim:
    return NewClaim(
        claim_id=claim.id, kind=claim.kind, dimension=claim.dimension, quote=shortened(claim.quote, _QUOTE),
        said_on=day.isoformat(), told=told, example=of.example(),
    )  # fmt: skip


def _propositions(one: Told) -> Iterator[tuple[Claim, Hashable]]:
    """The claims that say something of two named sides, each with what it says."""
    for claim in one.claims:
        said: tuple[Hashable, ...]
        if isinstance(claim, Relation):
            said = (claim.subject, claim.predicate, claim.object)
        elif isinstance(claim, Event):
            said = (claim.subject, claim.action, claim.object)
        elif isinstance(claim, Comparison):
            said = (claim.subject, claim.metric, claim.direction, claim.object)
        elif isinstance(claim, Lag):
            said = (claim.follower, claim.dimension, claim.leader)
        else:
            continue
        if said[0] and said[-1]:
            yield claim, (claim.kind, claim.polarity, *said)
