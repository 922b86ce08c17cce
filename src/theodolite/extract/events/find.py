"""Events of a document: what happened at a date that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.arguments import Arguments
from theodolite.extract.events import dates, happenings
from theodolite.extract.events.dates import Occasion
from theodolite.extract.events.governed import Happening, Happenings, elliptic
from theodolite.extract.lags.claims import slot
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words.lemmas import forms

_BATCH = 64  # sentences whose syntax is made in one go
_CUE = re.compile(
    r"\b\w{2,}ed\b|\b(?:"
    + "|".join(sorted({*forms(happenings.VERBS), *happenings.NOUNS}, key=len, reverse=True))
    + r")\b",
    re.I,
)


def find(scene: Scene) -> Iterator[Draft]:
    """Every dated happening, sentence by sentence."""
    sentences = scene.reading.sentences
    for first in range(0, len(sentences), _BATCH):
        wanted = {}
        for n in range(first, min(first + _BATCH, len(sentences))):
            if occasions := _occasions(scene, n):
                wanted[n] = occasions
        scene.reading.prepare(list(wanted))
        for n, occasions in wanted.items():
            yield from _in_sentence(scene, n, occasions)


def _occasions(scene: Scene, number: int) -> list[Occasion]:
    """The dates of a sentence that is worth looking at: it has a name and a word for a happening as well."""
    s = scene.reading.sentences[number]
    content = scene.content
    if not dates.SIGN.search(content, s.start, s.end) or not _CUE.search(content, s.start, s.end):
        return []
    return list(dates.find(scene.reading, s.start, s.end))


def _in_sentence(scene: Scene, number: int, occasions: list[Occasion]) -> Iterator[Draft]:
    arguments = Arguments(scene, number, scene.reading.parse(number))
    seen: set[tuple[str | None, int]] = set()
    for occasion in occasions:
        found = list(Happenings(arguments).at(occasion))
        found += elliptic(arguments, occasion, found)
        for happening in found:
            key = (happening.subject.name, happening.cue)  # what has its date is not dated again
            if key not in seen:
                seen.add(key)
                yield _draft(scene, number, occasion, happening)


def _draft(scene: Scene, number: int, occasion: Occasion, found: Happening) -> Draft:
    sentence = scene.reading.sentences[number]
    places = [(found.cue, found.cue_end), (occasion.start, occasion.end)]
    for referent in (found.subject, found.object):
        if referent is not None and sentence.start <= referent.start < referent.end <= sentence.end:
            places.append((referent.start, referent.end))
    slots = {
        **slot("subject", found.subject),
        "action": found.action,
        **slot("object", found.object),
        "date": occasion.iso,
    }
    return Draft(
        "event",
        min(a for a, _ in places),
        max(b for _, b in places),
        found.cue,
        number,
        slots,
        {"dimension": found.dimension, "forecast": False},
    )
