"""The values of a claim that every language fills in alike, once it knows who speaks and how."""

from __future__ import annotations

from typing import Any

from theodolite.extract.scene import Draft
from theodolite.extract.voices.voice import Voice
from theodolite.model.claim import Polarity
from theodolite.model.text import Part


def values(
    draft: Draft,
    place: tuple[int, int],
    voice: Voice,
    part: Part | None,
    published: str | None,
    *,
    polarity: Polarity,
    hedged: bool,
    forecast: bool,
    condition: str | None,
    scope: str | None,
) -> dict[str, Any]:
    """The values of a draft's claim but for identities and quote, at a `place` of the text.

    The day of saying is the words' own, else that of the part, else the document's.
    """
    return {
        "start": place[0],
        "end": place[1],
        "speaker": voice.speaker,
        "speaker_text": voice.text,
        "speaker_side": voice.side,
        "attribution": voice.attribution,
        "via": voice.via,
        "cites": voice.cites,
        "polarity": polarity,
        "hedged": hedged,
        "forecast": forecast,
        "condition": condition,
        "scope": scope,
        "dimension": draft.override.get("dimension"),
        "said_on": voice.said_on or (part.published if part and part.published else None) or published,
        **draft.slots,
    }
