"""Within one source: names whose day changed between vintages, and names listed under another than theirs."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from theodolite.model.disagreement import Change, Redated, Stamped
from theodolite.model.registry import Mention
from theodolite.model.scores import Vintage
from theodolite.resolve.registry.names import parse


def listed(mentions: Iterable[Mention]) -> dict[str, list[tuple[Vintage, dict[str, dt.date | None]]]]:
    """By source, vintage by vintage: the day of each name (None: named without one), the first of several."""
    found: dict[str, dict[str, tuple[Vintage, dict[str, dt.date | None]]]] = defaultdict(dict)
    for mention in mentions:
        if mention.provider is not None or mention.vintage.date is None:
            continue
        _, names = found[mention.source].setdefault(mention.vintage.sha256, (mention.vintage, {}))
        days = [f.value for f in mention.facts if f.field == "date" and f.kind != "first seen"]
        day = next((d for d in days if isinstance(d, dt.date)), None)
        if names.get(mention.name) is None:
            names[mention.name] = day
    return {
        source: sorted(by_hash.values(), key=lambda pair: (pair[0].date or dt.date.min, pair[0].file))
        for source, by_hash in sorted(found.items())
    }


def redated(mentions: Iterable[Mention]) -> tuple[Redated, ...]:
    """Each vintage against the next of the same source, by the name as written."""
    made = []
    for source, vintages in listed(mentions).items():
        for (before, old), (after, new) in pairwise(vintages):
            shared = sorted(old.keys() & new.keys())
            changes = [
                Change(name=n, before=old[n], after=new[n]) for n in shared if old[n] != new[n] and new[n]
            ]
            changes.sort(key=lambda c: (-abs(c.days or 0), c.name))
            made.append(
                Redated(source=source, before=before, after=after, shared=len(shared), changes=tuple(changes))
            )
    return tuple(r for r in made if r.shared)


def stamped(mentions: Iterable[Mention]) -> tuple[Stamped, ...]:
    """In each source's newest vintage: names that carry a month or a day, and those listed under another."""
    made = []
    for source, vintages in listed(mentions).items():
        vintage, names = vintages[-1]
        dated, others = 0, []
        for name, day in sorted(names.items()):
            stamp = parse(name).stamp
            if stamp is None or day is None:
                continue
            dated += 1
            meant = stamp.near(day)
            if (meant is None and (stamp.year, stamp.month) != (day.year, day.month)) or (
                meant and meant != day
            ):
                others.append((name, str(stamp), day))
        if dated:
            made.append(Stamped(source=source, vintage=vintage, dated=dated, others=tuple(others)))
    return tuple(made)
