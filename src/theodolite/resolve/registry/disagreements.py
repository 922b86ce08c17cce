"""Where trackers disagree: every version of a model that two speak of, how far apart, and pair by pair."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from theodolite.model.disagreement import Comparison, Opinion, PairSummary, Topic
from theodolite.model.registry import RegisteredModel, Registry
from theodolite.resolve.registry.opinions import opinions

WITHIN = (0, 7, 30)
"""Days within which two dates are counted as one."""
_SAME: dict[Topic, float] = {"context": 1.05, "parameters": 1.05, "price": 1.02}
"""Factors up to which two quantities are one: 2 to the power of 17 tokens and 128,000 are both "128K"."""
_SAME_DAYS = 100
"""Days between two snapshots of prices that may be set side by side."""


def comparisons(registry: Registry, topic: Topic) -> tuple[Comparison, ...]:
    """Every model version of which at least two trackers speak, the furthest apart first."""
    found = [c for model in registry.models for c in _of_model(model, topic)]
    return tuple(sorted(found, key=lambda c: (-c.size, c.model.casefold(), c.version)))


def _of_model(model: RegisteredModel, topic: Topic) -> Iterator[Comparison]:
    for version, said in opinions(model, topic).items():
        chosen = _nearest(said) if topic == "price" else [one[0] for _, one in sorted(said.items())]
        if len(chosen) < 2:
            continue
        size = max(apart(a, b, topic) for a, b in combinations(chosen, 2))
        agree = size <= _limit(topic)
        yield Comparison(
            model=model.name, version=version, maker=model.maker, topic=topic, size=size, agree=agree,
            opinions=tuple(chosen),
        )  # fmt: skip


def _nearest(said: dict[str, tuple[Opinion, ...]]) -> list[Opinion]:
    """Prices on days near each other: of each tracker the one nearest to the middle of the newest days."""
    dated = {t: [o for o in rows if o.on] for t, rows in said.items()}
    newest = sorted(max(o.on for o in rows if o.on) for rows in dated.values() if rows)
    if len(newest) < 2:
        return []
    middle = newest[0]
    found = []
    for _, rows in sorted(dated.items()):
        near = [o for o in rows if o.on and abs((o.on - middle).days) <= _SAME_DAYS]
        if near:
            found.append(
                min(near, key=lambda o: (abs(((o.on or middle) - middle).days), float(str(o.value))))
            )
    return found


def apart(a: Opinion, b: Opinion, topic: Topic) -> float:
    """How far two opinions are apart, in the topic's unit."""
    x, y = a.value, b.value
    if isinstance(x, dt.date) and isinstance(y, dt.date):
        return float(abs((x - y).days))
    if isinstance(x, float | int) and isinstance(y, float | int):
        low, high = sorted((float(x), float(y)))
        return high / low if low > 0 else float("inf")
    if isinstance(x, tuple) and isinstance(y, tuple):
        return float(len(set(x) ^ set(y)))
    return 0.0 if x == y else 1.0


def pairs(found: Sequence[Comparison]) -> tuple[PairSummary, ...]:
    """Every pair of trackers, those with most in common first."""
    both: dict[tuple[Topic, str, str], list[tuple[Opinion, Opinion]]] = defaultdict(list)
    for comparison in found:
        for a, b in combinations(comparison.opinions, 2):
            both[comparison.topic, a.tracker, b.tracker].append((a, b))
    made = [_pair(topic, first, second, rows) for (topic, first, second), rows in both.items()]
    return tuple(sorted(made, key=lambda p: (p.topic, -p.n, p.first, p.second)))


def _pair(topic: Topic, first: str, second: str, rows: Sequence[tuple[Opinion, Opinion]]) -> PairSummary:
    sizes = [apart(a, b, topic) for a, b in rows]
    n = len(sizes)
    if topic == "date":
        shares = tuple(sum(s <= days for s in sizes) / n for days in WITHIN)
        differing = [s for s in sizes if s > 0]
    else:
        same = _limit(topic)
        shares = (sum(s <= same for s in sizes) / n,)
        differing = [s for s in sizes if s > same]
    later = sum(
        b.value > a.value
        for a, b in rows
        if isinstance(a.value, dt.date) and isinstance(b.value, dt.date)
    )  # fmt: skip
    return PairSummary(
        topic=topic, first=first, second=second, n=n, shares=shares,
        median=float(median(sizes)) if topic == "date" else None,
        median_if_apart=float(median(differing)) if differing else None,
        second_later=later if topic == "date" else None,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Headline:
    """Publishers as a whole, each counted once: n versions of models, shares within days or agreeing."""

    n: int
    shares: tuple[float, ...]
    median: float | None


def headline(found: Sequence[Comparison], publishers: Mapping[str, str]) -> Headline:
    """The furthest two publishers are apart, over versions of which two publishers speak.

    `publishers` maps a tracker to its publisher, in the order in which one of its trackers speaks for it.
    """
    sizes = []
    for comparison in found:
        speaking: dict[str, Opinion] = {}
        said = {o.tracker: o for o in comparison.opinions}
        for tracker, publisher in publishers.items():
            if tracker in said:
                speaking.setdefault(publisher, said[tracker])
        if len(speaking) > 1:
            sizes.append(max(apart(a, b, comparison.topic) for a, b in combinations(speaking.values(), 2)))
    if not sizes:
        return Headline(0, (), None)
    topic = found[0].topic
    limits: tuple[float, ...] = WITHIN if topic == "date" else (_limit(topic),)
    return Headline(
        len(sizes),
        tuple(sum(s <= limit for s in sizes) / len(sizes) for limit in limits),
        float(median(sizes)),
    )


def _limit(topic: Topic) -> float:
    return _SAME.get(topic, 0.0)
