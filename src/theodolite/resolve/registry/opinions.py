"""What each tracker says of each version of a model: one value, of its newest and most direct row."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from theodolite.catalog import vocabulary
from theodolite.catalog.names import name_words
from theodolite.model.disagreement import Opinion, Said, Topic
from theodolite.model.registry import Fact, Mention, RegisteredModel

DIRECT = (
    "epoch/capabilities_index", "epoch/capabilities_index_versions", "epoch/notable_models",
    "epoch/all_models", "epoch/large_scale_models", "epoch/frontier_models", "models_dev/models",
    "models_dev/provider_offers", "models_dev/api", "models_dev/monthly_panel", "llm_stats/models",
    "llm_stats/provider_offers",
)  # fmt: skip
"""Of one tracker's tables the one about models comes before those of offers."""
_RELEASED = frozenset({"listed", "released", "published", "announced"})
_RESELLERS = 3
BLEND = (3.0, 1.0)
"""Parts of input and output in a blended price."""


def opinions(model: RegisteredModel, topic: Topic) -> dict[str, dict[str, tuple[Opinion, ...]]]:
    """By version and tracker: what it says of the topic. Prices may be several, one a day; else it is one."""
    found: dict[str, dict[str, list[tuple[bool, Opinion]]]] = defaultdict(lambda: defaultdict(list))
    for mention in model.mentions:
        version = model.names[mention.name].version
        direct = mention.provider is None or _first_party(mention, model)
        for opinion in _said(model, mention, topic):
            found[version][mention.tracker].append((direct, opinion))
    return {
        version: {
            tracker: chosen
            for tracker, said in by_tracker.items()
            if (chosen := tuple(o for _, o in said) if topic == "price" else _settled(said))
        }
        for version, by_tracker in found.items()
    }


def _first_party(mention: Mention, model: RegisteredModel) -> bool:
    """Whether the maker itself offers it."""
    seller = name_words().first_party.get(mention.provider or "")
    return seller is not None and seller == model.maker


def _said(model: RegisteredModel, mention: Mention, topic: Topic) -> Iterator[Opinion]:
    facts: dict[str, Fact] = {f.field: f for f in mention.facts}
    if topic == "price":
        price = blended(facts)
        if price is not None and _first_party(mention, model):
            yield _opinion(mention, price, "")
        return
    for fact in mention.facts:
        if fact.field != topic or (topic == "date" and fact.kind not in _RELEASED):
            continue
        value: Said = fact.value
        if topic == "organisation" and isinstance(value, tuple):
            value = tuple(dict.fromkeys(canonical_maker(o) for o in value))
        yield _opinion(mention, value, fact.kind)


def blended(facts: Mapping[str, Fact]) -> float | None:
    """Three parts input and one part output, USD per million tokens; None where one is not said or is 0."""
    pair = (facts.get("input_price"), facts.get("output_price"))
    if pair[0] is None or pair[1] is None:
        return None
    left, right = float(str(pair[0].value)), float(str(pair[1].value))
    if left <= 0 or right <= 0:
        return None
    return (BLEND[0] * left + BLEND[1] * right) / sum(BLEND)


def canonical_maker(name: str) -> str:
    """A maker's name as the vocabulary has it, else as written; parts of one house are the house."""
    return _makers().get(name.casefold(), name)


@cache
def _makers() -> dict[str, str]:
    houses = name_words().houses
    found: dict[str, str] = {}
    for entry in vocabulary.load().entries.values():
        if entry.kind == "organisation":
            for written in (entry.name, *entry.aliases, *entry.short):
                found.setdefault(written.casefold(), houses.get(entry.name, entry.name))
    return found | {written.casefold(): house for written, house in houses.items()}


def _opinion(mention: Mention, value: Said, kind: str) -> Opinion:
    return Opinion(
        tracker=mention.tracker, value=value, kind=kind, name=mention.name, source=mention.source,
        vintage=mention.vintage, line=mention.line, on=mention.day,
    )  # fmt: skip


def _settled(said: list[tuple[bool, Opinion]]) -> tuple[Opinion, ...]:
    """One of several, of the newest vintage of the most direct table: the maker's own, else what most say.

    A single reseller's word is none of the tracker's: at least three must give it.
    """
    rank = {source: at for at, source in enumerate(DIRECT)}
    best = min(rank.get(o.source, len(rank)) for _, o in said)
    said = [(d, o) for d, o in said if rank.get(o.source, len(rank)) == best]
    newest = max(o.vintage.date or dt.date.min for _, o in said)
    said = [(d, o) for d, o in said if (o.vintage.date or dt.date.min) == newest]
    direct = [o for d, o in said if d]
    chosen = direct or [o for _, o in said]
    if any(o.kind == "released" for o in chosen):
        chosen = [o for o in chosen if o.kind == "released"]
    votes = Counter(o.value for o in chosen)
    most = max(votes.values())
    if not direct and most < _RESELLERS:
        return ()
    return (min((o for o in chosen if votes[o.value] == most), key=lambda o: (str(o.value), o.line or 0)),)
