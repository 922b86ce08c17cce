"""How a tie is drafted, and lists of names joined in Chinese."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.chinese import dimensions
from theodolite.extract.chinese.referents import is_thing, slot
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.scene import Draft
from theodolite.extract.words.known_names import Mention
from theodolite.model.claim import Dimension

_JOIN = re.compile(
    r"(?:(?:投资|资本|创投|集团|公司)(?=[、，]))?\s?(?:、|和|与|及|以及|,|，|或|AI|\s|等|[“”]|\([^)]{1,20}\)|（[^）]{1,20}）)*\s?"
)
_DIMENSIONS: dict[str, Dimension] = {
    "funds": "capital", "owns": "capital", "founded": "talent", "leads": "talent", "develops": "capability",
    "built_on": "openness", "restricts": "policy", "supplies": "adoption", "uses": "adoption",
    "partners_with": "adoption",
}  # fmt: skip


def listed(
    scene: Scene,
    first: Mention,
    end: int,
    kinds: tuple[str, ...] = ("organisation", "unknown", "model", "side", "group"),
) -> list[Mention]:
    """A name with those joined to it behind, as far as a place."""
    found = [first]
    for mention in scene.mentions_in(first.end, end):
        if mention.kind not in kinds or not _JOIN.fullmatch(scene.content[found[-1].end : mention.start]):
            break
        if mention.name != found[-1].name:
            found.append(mention)
        else:
            found[-1] = mention
    return found


def draft(
    scene: Scene,
    predicate: str,
    subject: Mention,
    other: Mention | str,
    places: tuple[int, int],
    cue: int,
    money: tuple[float | None, str | None] = (None, None),
) -> Draft:
    """A tie between two names; its evidence reaches over both and the words of the tie."""
    number = scene.sentence_at(cue)
    sentence = scene.sentences[number]
    start, end = places
    for mention in (subject, other):
        if (
            isinstance(mention, Mention)
            and sentence.start <= mention.start
            and mention.end <= sentence.end
            and mention.end > mention.start
        ):
            start, end = min(start, mention.start), max(end, mention.end)
    named = (
        slot(scene, "object", other)
        if isinstance(other, Mention)
        else {"object": other, "object_text": None, "object_side": None}
    )
    slots: dict[str, Any] = {
        **slot(scene, "subject", subject),
        "predicate": predicate,
        **named,
        "amount": money[0],
        "unit": money[1],
    }
    clause = scene.content[max(sentence.start, start) : end]
    dimension = _DIMENSIONS.get(predicate)
    if predicate in ("uses", "restricts", "supplies", "develops"):
        dimension = dimensions.of(clause if predicate != "develops" else None, default=dimension) or dimension
    return Draft("relation", max(start, sentence.start), end, cue, number, slots, {"dimension": dimension})


def organisations(scene: Scene, mentions: list[Mention]) -> list[Mention]:
    """Those that act like organisations."""
    return [
        m
        for m in mentions
        if m.kind in ("organisation", "group")
        or (m.kind == "unknown" and m.noun not in ("title", "place") and not is_thing(scene, m))
    ]


def amount(scene: Scene, start: int, end: int) -> tuple[float | None, str | None]:
    """The first sum of money between two places."""
    for figure in scene.figures_in(start, end):
        if figure.kind == "money":
            value = figure.low if figure.low is not None else figure.high
            return (int(value) if value is not None and value == int(value) else value), figure.unit
    return None, None
