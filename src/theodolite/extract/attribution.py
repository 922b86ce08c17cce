"""One attribution: who is reported to say which words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody is reported to say: the words from `start` to `end`. `body`: a study or an
    organisation."""

    start: int
    end: int
    name: str
    text: str
    body: bool
    sentence: int
