"""What a ledger holds of the made-up web, held against what is true of it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from served import BAD_FEEDS, Item, World

from theodolite import ledger as ledgers
from theodolite.survey.gathering.articles import articles

_NUMBER = re.compile(r"record number (\d{5})|第(\d+)号记录")


@dataclass(slots=True)
class Held:
    """Faults by kind, each with the items it was found at; empty lists are what there should be."""

    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    let_in: list[str] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    too_many_states: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    good: int = 0
    bad: int = 0

    @property
    def faults(self) -> dict[str, list[str]]:
        """Every kind of fault that was found."""
        names = ("lost", "twice", "stale", "let_in", "unsaid", "too_many_states", "broken")
        return {name: getattr(self, name) for name in names if getattr(self, name)}


def held_against(world: World, ledger: Path, health: dict[str, Any]) -> Held:
    """Every known item: a good one once with its newest words, a bad one in the health report with why."""
    held = Held()
    with closing(sqlite3.connect(ledger)) as raw:
        said = raw.execute("pragma integrity_check").fetchone()[0]
        held.broken += [] if said == "ok" else [said]
    with ledgers.open(ledger) as store:
        found: dict[int, list[tuple[str, int]]] = {}
        for article in articles(store):
            text = store.text_by_sha(article.text_sha256)
            content = text.content if text else ""
            for one in {int(a or b) for a, b in _NUMBER.findall(content)}:
                found.setdefault(one, []).append((content, article.editions))
    reasons = {one["address"]: one["reason"] for one in health["not_had"]}
    for item in world.known():
        if item.good:
            held.good += 1
            _good(world, item, found.get(item.number, []), held)
        else:
            held.bad += 1
            if item.number in found:
                held.let_in.append(_named(item))
            if str(item.reason) not in reasons.get(world.link(item, item.host), "\0"):
                held.unsaid.append(_named(item))
    failing = {one["source"]: one["reason"] for one in health["sources"] if one["state"] == "failing"}
    for feed in world.feeds:
        if not feed.good and BAD_FEEDS[feed.kind] not in failing.get(f"feed{feed.number:02d}", "\0"):
            held.unsaid.append(feed.kind)
    return held


def _good(world: World, item: Item, found: Sequence[tuple[str, int]], held: Held) -> None:
    if not found:
        held.lost.append(_named(item))
        return
    if len(found) > 1:
        held.twice.append(_named(item))
    content, states = found[0]
    if world.told(item) not in content:
        held.stale.append(_named(item))
    if states > (1 + min(world.phase, 2) if item.kind == "edited" else 1):
        held.too_many_states.append(_named(item))


def _named(item: Item) -> str:
    return f"{item.number} ({item.kind})"


def shown(held: Held) -> str:
    """One line."""
    faults = {name: dict(Counter(one.split("(")[-1].rstrip(")") for one in ones)) for name, ones in
              held.faults.items()}  # fmt: skip
    return f"{held.good:,} good, {held.bad:,} bad; " + (json.dumps(faults) if faults else "no fault")
