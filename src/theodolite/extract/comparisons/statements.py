"""Every comparison of a document: which words hold which side against which other."""

from __future__ import annotations

from collections.abc import Iterator

from theodolite.extract.comparisons import candidates, elliptic, lexical, likeness, multiples, turns, wordings
from theodolite.extract.comparisons.claims import draft
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.scene import Draft, Scene


def find(scene: Scene) -> Iterator[Draft]:
    """Comparisons in words, sentence by sentence; where a lag uses the same words, they are the lag's."""
    numbers = candidates.find(scene, wordings.COMPARES)
    scene.reading.prepare(numbers)
    lags = _lags(scene)
    for number in numbers:
        parse = scene.reading.parse(number)
        if parse is None:
            continue
        parties = Parties(scene, number, parse)
        used: list[tuple[int, int]] = list(lags.get(number, ()))
        for found in (*multiples.find(parties), *wordings.find(parties), *lexical.find(parties), *likeness.find(parties), *elliptic.find(parties)):
            if any(found.cue < b and a < found.cue_end for a, b in used):
                continue
            drafts = list(draft(parties, found))
            if drafts:
                used.append((found.cue, found.cue_end))
            yield from drafts


def _lags(scene: Scene) -> dict[int, list[tuple[int, int]]]:
    """The places, by sentence, that lags stand on."""
    found: dict[int, list[tuple[int, int]]] = {}
    for made in scene.found:
        if made.kind == "lag":
            found.setdefault(made.sentence, []).append((made.start, made.end))
    return found
