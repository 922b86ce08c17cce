"""Which day a model has: announced, first used by outsiders, generally available, or that of the snapshot.

Every day is of a version. A reseller's listing is no release; a maker's own is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from theodolite.catalog.names import name_words
from theodolite.model.names import folded_name
from theodolite.model.registry import Mention, RegisteredModel, Registry
from theodolite.resolve.registry.names import parse

DateBasis = Literal["announced", "first access", "general", "snapshot"]
BASES: tuple[DateBasis, ...] = ("announced", "first access", "general", "snapshot")
_OF: Mapping[DateBasis, frozenset[str]] = {
    "announced": frozenset({"published", "announced"}),
    "first access": frozenset({"released", "first seen"}),
    "general": frozenset({"released"}),
    "snapshot": frozenset(),
}


@lru_cache(maxsize=4)  # each measure asks anew of the same registry
def dates(registry: Registry, basis: DateBasis) -> Mapping[str, dt.date]:
    """The day of each name on a basis; names that no source dates on it are left out.

    `announced` is the earliest publication or announcement. `first access` the earliest release or first day
    on a board that a source gives. `general` the earliest release of a name that is no preview. `snapshot`
    the day that names of the version carry.
    """
    found: dict[str, dt.date] = {}
    for model in registry.models:
        of_version = _stamps(model) if basis == "snapshot" else _earliest(model, basis)
        for name, placed in model.names.items():
            if placed.version in of_version:
                found[name] = of_version[placed.version]
    return found


@lru_cache(maxsize=1)
def by_basis(registry: Registry) -> Mapping[str, Mapping[str, dt.date]]:
    """Every basis by its name: the day of each name, by folded name, as an axis of what moves a gap."""
    return {
        f"date of {basis}": {folded_name(name): day for name, day in dates(registry, basis).items()}
        for basis in BASES
    }


def _earliest(model: RegisteredModel, basis: DateBasis) -> dict[str, dt.date]:
    found: dict[str, dt.date] = {}
    for mention in model.mentions:
        if not _counts(model, mention) or (basis == "general" and parse(mention.name).preview):
            continue
        version = model.names[mention.name].version
        for day in _days(mention, _OF[basis]):
            found[version] = min(found.get(version, day), day)
    return found


def _counts(model: RegisteredModel, mention: Mention) -> bool:
    """Whether a row speaks of the release, and not of one seller's shelf."""
    seller = name_words().first_party.get(mention.provider or "")
    return mention.provider is None or (seller is not None and seller == model.maker)


def _days(mention: Mention, kinds: frozenset[str]) -> Iterator[dt.date]:
    for fact in mention.facts:
        if fact.field == "date" and fact.kind in kinds and isinstance(fact.value, dt.date):
            yield fact.value


def _stamps(model: RegisteredModel) -> dict[str, dt.date]:
    """The day in the names of each version: whole, or a month and day in the year nearest to a listed day."""
    listed: dict[str, list[dt.date]] = {}
    for mention in model.mentions:
        version = model.names[mention.name].version
        listed.setdefault(version, []).extend(_days(mention, frozenset({"listed", "released", "published"})))
    found: dict[str, dt.date] = {}
    for name, placed in model.names.items():
        stamp = parse(name).stamp
        near = min(listed.get(placed.version, ()), default=None)
        day = stamp and (stamp.exact or (stamp.near(near) if near else None))
        if day and stamp and (placed.version not in found or stamp.exact):
            found[placed.version] = day
    return found
