"""Events of a document: what happened at a date that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

from theodolite.extract.arguments import Arguments
from theodolite.extract.events import (
    attributive,
    date_words,
    dates,
    happenings,
    headlines,
    noun_places,
    plain_order,
    worth,
)
from theodolite.extract.events.dates import Occasion
from theodolite.extract.events.governed import Happenings
from theodolite.extract.events.happening import Happening
from theodolite.extract.lags.claims import slot
from theodolite.extract.scene import Draft, Scene
from theodolite.extract.words import lexicon
from theodolite.extract.words.lemmas import IRREGULAR, forms

_WORD = re.compile(r"[A-Za-z][\w]*(?:-[a-z]+)?")
_REACH = 110  # characters between a date and the word for what happened then
_CALLED = re.compile(r"(?:named|called|dubbed|nicknamed|codenamed)\s[\"“'‘]?[A-Z]")
_WAS = re.compile(r"\b(?:was|were|been|be|is|has|had|have|\w+ly)\s\Z|\b[A-Z][\w.&-]*\s\Z")
_HAPPENED = frozenset(
    {
        *forms(happenings.VERBS),
        *forms(happenings.SAYING),
        "said",
        "due",
        "slated",
        *("down", "offline", "online", "unavailable", "bankrupt", "live"),
        *(form for form, plain in IRREGULAR.items() if plain not in happenings.NO_EVENT and plain != "be"),
        *(form for noun in happenings.NOUNS for form in (noun, f"{noun}s")),
    }
)
_OTHERWISE = frozenset(forms(happenings.NO_EVENT))
_WHO = (
    worth.LAWS
    | worth.BODIES
    | lexicon.words("""i we it he she they you its their his her which who company that those""")
)


def find(scene: Scene) -> Iterator[Draft]:
    """Every dated happening, sentence by sentence."""
    yield from headlines.find(scene)
    asked = _asked(scene)
    scene.reading.prepare(list(asked))
    for n, occasions in asked.items():
        yield from _in_sentence(scene, n, occasions)


def wanted(scene: Scene) -> list[int]:
    """The numbers of the sentences that are worth parsing for happenings."""
    return list(_asked(scene))


def _asked(scene: Scene) -> dict[int, list[Occasion]]:
    if scene not in _ASKED:
        numbers = range(len(scene.reading.sentences))
        _ASKED[scene] = {n: occasions for n in numbers if (occasions := _occasions(scene, n))}
    return _ASKED[scene]


_ASKED: WeakKeyDictionary[Scene, dict[int, list[Occasion]]] = WeakKeyDictionary()


def _occasions(scene: Scene, number: int) -> list[Occasion]:
    """The dates of a sentence with a word for a happening near them, and somebody to whom it happens."""
    s = scene.reading.sentences[number]
    if not date_words.may_date(scene.reading.words[number], scene.content, s.start, s.end):
        return []
    found = list(dates.find(scene.reading, s.start, s.end))
    if not found:
        return []
    words = [(m.group().lower(), m.start()) for m in _WORD.finditer(scene.content, s.start, s.end)]
    named = scene.reading.mentions_in(s.start, s.end) or scene.reading.unknown_in(s.start, s.end)
    if not named and not scene.reading.words[number] & _WHO:
        return []
    cues = [at for w, at in words if _is_cue(w)]
    if "since" in scene.reading.words[number]:
        cues += [at for w, at in words if w in ("place", "force", "effect")]
    return [o for o in found if any(o.start - _REACH <= at <= o.end + _REACH for at in cues)]


def _is_cue(word: str) -> bool:
    return word in _HAPPENED or (word.endswith("ed") and len(word) > 4 and word not in _OTHERWISE)


def _in_sentence(scene: Scene, number: int, occasions: list[Occasion]) -> Iterator[Draft]:
    arguments = Arguments(scene, number, scene.reading.parse(number))
    seen: set[tuple[str | None, int]] = set()
    for occasion in occasions:
        if attributive.is_attributive(scene.content, occasion):
            dated = [h for h in Happenings(arguments, occasions).at(occasion) if h.cue >= occasion.end]
            yield from _once(scene, number, occasion, dated, seen)
            continue
        found = plain_order.gapped(arguments, occasion) or noun_places.apart(arguments, occasion)
        found = found or [
            h for h in Happenings(arguments, occasions).at(occasion) if _stands(scene, occasion, h)
        ]
        if any(h.subject.end <= occasion.start < occasion.end <= h.cue for h in found):
            named = plain_order.opening(arguments, occasion)  # whom the parser took for the date's own
            found = named if any(h.cue == n.cue for h in found for n in named) else found
        found += plain_order.elliptic(arguments, occasion, found)
        if not found and not occasion.since:
            found = plain_order.find(arguments, occasion)
        if not found and occasion.since:
            found = plain_order.in_force(arguments, occasion)
        found = found or noun_places.find(arguments, occasion)
        yield from _once(scene, number, occasion, found, seen)


def _once(
    scene: Scene, number: int, occasion: Occasion, found: list[Happening], seen: set[tuple[str | None, int]]
) -> Iterator[Draft]:
    for happening in found:
        key = (happening.subject.name, happening.cue)  # what has its date is not dated again
        if key not in seen:
            seen.add(key)
            yield _draft(scene, number, occasion, happening)


def _stands(scene: Scene, occasion: Occasion, found: Happening) -> bool:
    """Not what somebody does to themselves, nor what stands behind an aside: "the phase, begun here, we"."""
    if _CALLED.match(scene.content, found.cue) and not _WAS.search(
        scene.content, max(0, found.cue - 12), found.cue
    ):
        return False  # "a man named Kilgour": that is only what he is called
    thing = found.object
    if thing is not None and thing.name == found.subject.name:
        return False
    aside = scene.content[max(0, found.cue - 2) : found.cue] == ", "
    closed = scene.content[occasion.end : occasion.end + 2] == ", "
    return not (aside and closed and found.subject.start > occasion.end and found.cue < occasion.start)


def _draft(scene: Scene, number: int, occasion: Occasion, found: Happening) -> Draft:
    sentence = scene.reading.sentences[number]
    places = [(found.cue, found.cue_end), (occasion.start, occasion.end)]
    for referent in (found.subject, found.object):
        if referent is not None and sentence.start <= referent.start < referent.end <= sentence.end:
            places.append((referent.start, referent.end))
    thing = found.object
    if (
        thing is not None
        and not scene.content[thing.end : occasion.start].strip(" *")
        and scene.content[max(0, thing.start - 8) : thing.start].endswith(("at ", "at the "))
    ):
        found = replace(found, object=None)  # "unveiled it at WWDC 2025"
    action = found.action
    if scene.content[max(0, found.cue - 5) : found.cue].lower() == "open-" and action.startswith("sourc"):
        action = f"open-{action}"
    slots = {
        **slot("subject", found.subject),
        "action": action,
        **slot("object", found.object),
        "date": dates.coming(occasion, scene.reading.published) if found.forecast else occasion.iso,
    }
    override: dict[str, Any] = {"dimension": found.dimension, "forecast": found.forecast}
    if found.told:  # who tells it is not the one who is told to have told it
        override["speaker"] = scene.voices.at(found.cue, found.cue + 1, found.cue).speaker
    return Draft(
        "event",
        min(a for a, _ in places),
        max(b for _, b in places),
        found.cue,
        number,
        slots,
        override,
    )
