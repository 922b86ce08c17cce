"""Who speaks at a place, in whichever language."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.model.claim import Attribution


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks at a place. `speaker` is in the fullest form the document gives; None is the unsigned
    text."""

    speaker: str | None
    text: str | None
    side: str | None
    attribution: Attribution
    via: tuple[str, ...] = ()
    cites: str | None = None
    said_on: str | None = None
