"""Every comparison of a document: which words hold which side against which other."""

from __future__ import annotations

from collections.abc import Iterator

from theodolite.extract.comparisons import candidates, cues, elliptic, multiples, wordings
from theodolite.extract.comparisons.claims import Found, draft
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.scene import Draft, Scene


def find(scene: Scene) -> Iterator[Draft]:
    """Comparisons in words, sentence by sentence; where a lag uses the same words, they are the lag's."""
    numbers = [n for n in candidates.find(scene, cues.WORDS) if wordings.may_compare(scene, n)]
    scene.reading.prepare(numbers)
    for number in numbers:
        parse = scene.reading.parse(number)
        if parse is None:
            continue
        parties = Parties(scene, number, parse)
        used: list[tuple[int, int]] = []
        for found in (*multiples.find(parties), *wordings.find(parties), *elliptic.find(parties)):
            if any(found.cue < b and a < found.cue_end for a, b in used) or _is_lag(scene, found):
                continue
            drafts = list(draft(parties, found))
            if drafts:
                used.append((found.cue, found.cue_end))
            yield from drafts


def _is_lag(scene: Scene, found: Found) -> bool:
    """Whether a lag stands on the same words already."""
    return any(
        d.kind == "lag" and d.start < found.cue_end + 1 and found.cue < d.end
        for d in reversed(scene.found)
        if abs(d.start - found.cue) < 2000
    )
