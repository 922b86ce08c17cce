"""Every cue of a judgement, and where in a sentence they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.assessments import strengths, weaknesses
from theodolite.extract.assessments.cue import Cue

CUES: tuple[Cue, ...] = (*weaknesses.CUES, *strengths.CUES)
"""In the order of their claim to a place."""
_ANY = re.compile("|".join(f"(?:{cue.pattern.pattern})" for cue in CUES), re.I)


def find(content: str, start: int, end: int) -> list[tuple[Cue, re.Match[str]]]:
    """The cues between two places, in the order of their claim to a place."""
    found = sorted(_at(content, start, end), key=lambda hit: (hit[0], hit[1].start()))
    return [(CUES[number], match) for number, match in found]


def _at(content: str, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    # One pass looks for all cues at once; each is asked for only where some cue stands.
    while hit := _ANY.search(content, start, end):
        for number, cue in enumerate(CUES):
            if match := cue.pattern.match(content, hit.start(), end):
                yield number, match
        start = hit.start() + 1
