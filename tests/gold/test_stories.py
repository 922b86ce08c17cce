"""Stories of the hand-written items: floors that only rise. A wrong join costs readers more than a split."""

from __future__ import annotations

from itertools import combinations

from tellings import gold

from theodolite.resolve.stories import grouped
from theodolite.statistics.bcubed import bcubed

FLOOR = {"precision": 0.98, "recall": 0.84, "f1": 0.91}
ACROSS = 42
"""Pairs of documents of one event, one in each language, that are together; of 52."""


def test_quality_is_held() -> None:
    told, events = gold()
    found = {member: story.id for story in grouped(told) for member in story.members}
    precision, recall, f1 = bcubed(found, events).over()
    assert precision >= FLOOR["precision"] and recall >= FLOOR["recall"] and f1 >= FLOOR["f1"]
    languages = {t.id: t.language for t in told}
    pairs = [(a, b) for a, b in combinations(events, 2) if languages[a] != languages[b]]
    together = [(a, b) for a, b in pairs if found[a] == found[b]]
    assert sum(events[a] == events[b] for a, b in together) >= ACROSS
    assert all(events[a] == events[b] for a, b in together)
