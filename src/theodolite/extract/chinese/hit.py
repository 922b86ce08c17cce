"""A judgement in Chinese as its words show it, before it is known who is judged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A judgement: its cue, which way it goes, the words that show its dimension before all else (`about`),
    and those in which the one judged is named (`whose`)."""

    start: int
    end: int
    weak: bool
    about: tuple[int, int] | None = None
    whose: tuple[int, int] | None = None
    home: bool = False
    """Whether it is about the speaker's own country where nobody is named."""
