"""Drafts of Chinese comparisons: what a frame finds, with its metric, its dimension and its stance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.chinese import dimensions, uncompared
from theodolite.extract.chinese.clause_rules import Asked
from theodolite.extract.chinese.ranking_frames import Direction
from theodolite.extract.chinese.rankings import Rule
from theodolite.extract.chinese.referents import slot
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.chinese.sentences import Span
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention


def draft_of(
    scene: Scene,
    subject: Mention,
    other: Mention,
    direction: Direction,
    cue: int,
    end: int,
    factor: float | None = None,
    polarity: str | None = None,
) -> Draft:
    """The draft of a comparison whose cue stands between two places."""
    number = scene.sentence_at(cue)
    sentence = scene.sentences[number]
    clause = scene.clause_at(cue)
    start = subject.start if sentence.start <= subject.start < cue else min(cue, other.start)
    start = max(start, sentence.start, cue - 120)
    near = scene.content[min(start, clause.start) : max(end, clause.end)]
    was = other.start == other.end  # against what it was before: what grew stands right before the cue
    metric = uncompared.metric(near, scene.content[clause.start : cue] if was else None)
    slots: dict[str, Any] = {
        **slot(scene, "subject", subject),
        **slot(scene, "object", other),
        "metric": metric or uncompared.field(near),
        "direction": direction,
        "factor": factor,
        "period": next((p.iso for p in scene.periods_in(sentence.start, clause.end) if p.iso), None),
    }
    override: dict[str, Any] = {"dimension": dimensions.of(near, default="capability")}
    if polarity:
        override["polarity"] = polarity
    return Draft("comparison", start, max(end, cue + 1), cue, number, slots, override)


_TRIED_AT_MOST = 20_000
"""Comparisons of one text, repeats included: a megabyte of prose holds some six hundred."""


def at_most(scene: Scene, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """As many as are looked at in one text; where it holds more, the scene is told from where."""
    for tried, draft in enumerate(drafts):
        if tried == _TRIED_AT_MOST:
            scene.left_off["comparison"] = draft.start
            return
        yield draft


def drafted(rule: Rule, patterns: tuple[re.Pattern[str], ...]) -> Asked[Draft]:
    """A rule for clauses with drafts of what it finds."""

    def found(scene: Scene, clause: Span) -> Iterator[Draft]:
        if clause.end - clause.start > 2:
            for one in rule(scene, clause):
                yield draft_of(scene, *one)

    return found, patterns


def asserted(rule: Rule, patterns: tuple[re.Pattern[str], ...], *, untaken: bool = False) -> Asked[Draft]:
    """The same where the words deny nothing. `untaken`: not where a figure near it is another claim's."""

    def found(scene: Scene, clause: Span) -> Iterator[Draft]:
        if untaken and clause.end - clause.start < 4:
            return
        for subject, other, direction, cue, end, factor in rule(scene, clause):
            if not untaken or not scene.is_taken(cue, min(clause.end, end + 20)):
                yield draft_of(scene, subject, other, direction, cue, end, factor, "asserted")

    return found, patterns
