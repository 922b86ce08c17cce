"""The registry from mentions: names sorted into models, each with a name for people, a family and a maker."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from theodolite.catalog.names import families
from theodolite.catalog.vocabulary import Entry
from theodolite.model.registry import Mention, RegisteredModel, Registry
from theodolite.resolve.registry.matching import Evidence, Group, groups
from theodolite.resolve.registry.opinions import canonical_maker
from theodolite.resolve.registry.placing import place

_FOR_PEOPLE = frozenset({"epoch/capabilities_index", "epoch/notable_models"})
_BEFORE_RELEASE = frozenset({"first seen"})
"""Kinds of dates that are no day of a release."""


def assemble(
    mentions: Iterable[Mention], order: Sequence[str] = (), warnings: Sequence[str] = ()
) -> Registry:
    """Make one registry of all mentions.

    `order` lists trackers whose way to write a name is shown first. Names that say nothing are left out.
    """
    listed = list(mentions)
    evidence = _evidence(listed)
    of_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in listed:
        of_name[mention.name].append(mention)
    models = []
    by_name: dict[str, RegisteredModel] = {}
    for group in groups(evidence):
        own = [m for name in group.names for m in of_name[name]]
        name = _shown(group, own, order)
        entry = _family(name)
        model = RegisteredModel(
            name=name,
            family=entry.name if entry else None,
            maker=entry.maker if entry else _maker(own),
            names=place(group, evidence),
            mentions=tuple(own),
        )
        models.append(model)
        by_name |= dict.fromkeys(group.names, model)
    models.sort(key=lambda m: (m.name.casefold(), m.name))
    empty = sorted(evidence.keys() - by_name.keys())
    left_out = [f"{len(empty)} names say nothing of a model and are left out"] if empty else []
    return Registry(models=tuple(models), by_name=by_name, warnings=(*warnings, *left_out))


def _evidence(mentions: Iterable[Mention]) -> dict[str, Evidence]:
    """Who writes each name, and the days that the newest vintage of each source gives it."""
    newest: dict[tuple[str, str], tuple[dt.date, set[dt.date]]] = {}
    sources: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        sources[mention.name].add(mention.source)
        days = {
            fact.value
            for fact in mention.facts
            if fact.field == "date" and fact.kind not in _BEFORE_RELEASE and isinstance(fact.value, dt.date)
        }
        key, vintage = (mention.name, mention.source), mention.vintage.date or dt.date.min
        before = newest.get(key, (dt.date.min, set[dt.date]()))
        if days and vintage >= before[0]:
            newest[key] = (vintage, days | (before[1] if vintage == before[0] else set()))
    dates: dict[str, set[dt.date]] = defaultdict(set)
    for (name, _), (_, days) in newest.items():
        dates[name] |= days
    return {n: Evidence(frozenset(s), tuple(sorted(dates[n]))) for n, s in sources.items()}


def _shown(group: Group, mentions: Sequence[Mention], order: Sequence[str]) -> str:
    """The plainest name: without stamp, variant, preview and tune; of the tracker that is shown first.

    A name all in lower case is a machine's, but for lists that name models for people ("o3").
    """
    rank = {tracker: at for at, tracker in enumerate(order)}

    def plain(mention: Mention) -> tuple[bool, bool, int, int, str]:
        said = group.names[mention.name]
        shown = mention.shown or mention.name
        marked = bool(said.stamp or said.revision or said.variant or said.preview or said.tune == "base")
        marked |= "free" in shown.casefold() or "/" in shown
        coded = shown.islower() and mention.source not in _FOR_PEOPLE
        return marked, coded, rank.get(mention.tracker, len(rank)), len(shown), mention.name

    best = min(mentions, key=plain)
    return best.shown or best.name


def _maker(mentions: Sequence[Mention]) -> str | None:
    """The maker most rows name, where the vocabulary has no family of that name."""
    votes = Counter(
        canonical_maker(f.value[0])
        for m in mentions
        for f in m.facts
        if f.field == "organisation" and isinstance(f.value, tuple) and f.value
    )
    return max(votes, key=lambda name: (votes[name], name)) if votes else None


def _family(name: str) -> Entry | None:
    """The model of the vocabulary that a name begins with: the longest."""
    folded = re.sub(r"[^a-z0-9.]+", "", name.casefold())
    known = families()
    return next((known[folded[:n]] for n in range(len(folded), 1, -1) if folded[:n] in known), None)
