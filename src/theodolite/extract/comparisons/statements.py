"""Every comparison of a document: which words hold which side against which other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from theodolite.extract.comparisons import (
    apart,
    candidates,
    carried,
    elliptic,
    former,
    kinds,
    lexical,
    likeness,
    multiples,
    mutual,
    ratios,
    refused,
    unmatched,
    wordings,
)
from theodolite.extract.comparisons.claims import Found, draft
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.scene import Draft, Scene


def find(scene: Scene) -> Iterator[Draft]:
    """Comparisons in words, sentence by sentence; where a lag uses the same words, they are the lag's."""
    numbers = candidates.wanted(scene)
    scene.reading.prepare(numbers)
    lags = _lags(scene)
    held: list[tuple[int, Found]] = []
    for number in numbers:
        parse = scene.reading.parse(number)
        if not parse.is_parsed:
            continue
        parties = Parties(scene, number, parse)
        used: list[tuple[int, int]] = list(lags.get(number, ()))
        here: list[Found] = []
        rules = (
            multiples.find,
            wordings.find,
            lexical.find,
            likeness.find,
            mutual.find,
            apart.find,
            former.find,
            unmatched.find,
            ratios.find,
            elliptic.find,
        )
        before = [f for n, f in reversed(held) if 0 < number - n <= 5]
        for found in chain(
            chain.from_iterable(rule(parties) for rule in rules), _later(parties, here, before)
        ):
            if any(found.cue < b and a < found.cue_end for a, b in used):
                continue
            if not refused.stands(parties, found, here):
                continue
            _same_other(found, here)
            found.subjects = kinds.fitted(parties, found.subjects, found.objects)
            drafts = [d for made in draft(parties, found) if (d := refused.named(scene, made))]
            if drafts:
                used.append((found.cue, found.cue_end))
                here.append(found)
            yield from drafts
        held = [(n, f) for n, f in held if number - n <= 5] + [(number, f) for f in here]


def _later(parties: Parties, here: list[Found], before: list[Found]) -> Iterator[Found]:
    """What leaves its other side to the comparisons of the same sentence, once these are found."""
    yield from carried.find(parties, list(here), before)
    if parties.scene.reading.words[parties.number] & _TO_ONE:
        yield from ratios.to_one(parties, list(here), before)


_TO_ONE = frozenset(("one", "to", "1"))


def _same_other(found: Found, here: list[Found]) -> None:
    """ "A is behind B in x and ahead of it in y": "it" is B, whatever it was taken for."""
    if not here or not found.objects or any(o.text.lower() not in ("it", "them") for o in found.objects):
        return
    last = here[-1]
    if last.cue < found.cue and {s.name for s in last.subjects} == {s.name for s in found.subjects}:
        found.objects = last.objects


def _lags(scene: Scene) -> dict[int, list[tuple[int, int]]]:
    """The places, by sentence, that lags stand on."""
    found: dict[int, list[tuple[int, int]]] = {}
    for made in scene.found:
        if made.kind == "lag":
            found.setdefault(made.sentence, []).append((made.start, made.end))
    return found
