"""One attribution: who is reported to say which words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody is reported to say: the words from `start` to `end`. `body`: a study or an
    organisation; `study`: what was found or counted, which goes on speaking through its paragraph."""

    start: int
    end: int
    name: str
    text: str
    body: bool
    sentence: int
    study: bool = False
