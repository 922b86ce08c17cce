"""Ties in Chinese: who makes, funds, owns, founded, leads, uses, supplies, restricts or works with what."""

from __future__ import annotations

from collections.abc import Iterator

from theodolite.extract.chinese import (
    making,
    money_ties,
    posts,
    restrictions,
    rounds,
    tie_documents,
    tie_frames,
    tie_people,
    tie_phrases,
    tie_places,
    tie_products,
    tie_trade,
    tie_turns,
)
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.scene import Draft

_TRIED_AT_MOST = 30_000
"""Ties of one text, repeats included: a megabyte of prose holds some eight thousand."""


def find(scene: Scene) -> Iterator[Draft]:
    """Every tie, each once at its place."""
    seen: set[tuple[object, ...]] = set()
    bases: dict[tuple[int, object], object] = {}
    tried = 0
    for rule in (
        tie_products.find,
        making.find,
        rounds.find,
        money_ties.find,
        posts.find,
        restrictions.find,
        tie_people.find,
        tie_trade.find,
        tie_documents.find,
        tie_phrases.find,
        tie_turns.find,
        tie_frames.find,
        tie_places.find,
    ):
        for draft in rule(scene):
            tried += 1
            if tried > _TRIED_AT_MOST:
                scene.left_off["relation"] = draft.start
                return
            slots = draft.slots
            pair = (draft.sentence, slots["subject"], slots["object"])
            key = (*pair, slots["predicate"])
            if slots["predicate"] == "built_on":  # one thing is built on a base in a sentence
                base = (draft.sentence, slots["object"])
                if bases.setdefault(base, rule) is not rule and key not in seen:
                    continue
            wider = rule in (tie_frames.find, tie_places.find) and pair in seen
            if key in seen or wider or slots["subject"] == slots["object"]:
                continue
            seen.update((key, pair))
            yield draft
