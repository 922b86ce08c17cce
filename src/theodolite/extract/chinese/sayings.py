"""From drafts to what is said: voice, stance, dates and scope of a Chinese claim."""

from __future__ import annotations

from typing import Any

from theodolite.extract import said
from theodolite.extract.chinese import scope, stance
from theodolite.extract.chinese.scene import Scene
from theodolite.extract.scene import Draft
from theodolite.model.claim import Polarity

_TRIM = " ，,、；;：:。\n\t的"


def values(scene: Scene, draft: Draft) -> dict[str, Any] | None:
    """The values of a draft's claim but for identities and quote; None where the words only ask."""
    sentence = scene.sentences[draft.sentence]
    span = (sentence.start, sentence.end)
    content = scene.content
    polarity: Polarity | None = draft.override.get("polarity")
    if polarity is None:
        polarity = stance.polarity(content, span, draft.start, draft.end, draft.cue)
    if polarity is None:
        return None
    if polarity == "denied" and draft.kind in ("quantity", "event"):
        polarity = "asserted"
    start, end = _trimmed(content, draft.start, draft.end)
    voice = scene.voices.at(start, end)
    if polarity == "denied" and voice.speaker is None:
        voice = scene.voices.rebutting(end, max(sentence.end, end + 20)) or voice
    part = scene.part_at(start)
    hedged = draft.override.get("hedged", stance.hedged(content, span, start, end))
    forecast = draft.override.get("forecast", stance.forecast(content, span, start, end))
    if draft.slots.get("reading") == "catch_up" and polarity == "asserted":
        forecast = True
    return said.values(
        draft,
        (start, end),
        voice,
        part,
        scene.published,
        polarity=polarity,
        hedged=hedged,
        forecast=forecast,
        condition=stance.condition(content, span, start),
        scope=scope.find(scene, draft),
    )


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    """Without marks and spaces at the ends."""
    while end > start + 1 and content[end - 1] in _TRIM[:-1]:
        end -= 1
    while start < end - 1 and content[start] in _TRIM:
        start += 1
    return start, end
