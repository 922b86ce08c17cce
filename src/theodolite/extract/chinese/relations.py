"""Ties in Chinese: who makes, funds, owns, founded, leads, uses, supplies, restricts or works with what."""

from __future__ import annotations

from collections.abc import Iterator

from theodolite.extract.chinese import making, money_ties, posts, restrictions
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.scene import Draft


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie, each once at its place."""
    seen: set[tuple[object, ...]] = set()
    for rule in (making.find, money_ties.find, posts.find, restrictions.find):
        for draft in rule(scene):
            slots = draft.slots
            key = (draft.sentence, slots["subject"], slots["predicate"], slots["object"])
            if key in seen or slots["subject"] == slots["object"]:
                continue
            seen.add(key)
            yield draft
