"""Which organisation "the company", "its" or a round without an owner is about, at a place of a text.

The subject of this sentence or of the two before it, else the protagonist: the organisation that the text
names far more often than any other, its title most of all. What the salience of names gives comes last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from weakref import WeakKeyDictionary

from theodolite.catalog import vocabulary
from theodolite.extract.field_order import OBSERVERS
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.scene import Scene
from theodolite.extract.words.names import Mention

_LEAD_IN = 24  # characters before a subject at the head of its sentence ("In parallel, A has ...")
_LEAST = 3  # times a protagonist is named
_IN_TITLE = 4  # how often a name in the first line counts as named
_PARAGRAPH = 1_500  # characters of a paragraph that are looked at
_FIRST = 20_000  # characters in which names are counted


def house(scene: Scene, at: int, but: Collection[str | None] = ()) -> Referent | None:
    """The organisation that the words before a place are about; none of `but`."""
    number = scene.reading.sentence_at(at)
    ours = _ours(scene, number, at)
    if ours is not None and ours.name not in but:
        return ours
    for n in range(number, max(-1, number - 3), -1):
        sentence = scene.reading.sentences[n]
        for mention in scene.referents.organisations(sentence.start, min(at, sentence.end)):
            if mention.start - sentence.start > _LEAD_IN:
                break
            if mention.name not in but and mention.name not in OBSERVERS and _acts(scene, mention):
                return from_mention(scene.content, mention)
    main = protagonist(scene)
    if main is not None and main.name not in but and main.start < at:
        return main
    if (alone := _only_one(scene, at, but)) is not None:
        return alone
    return scene.referents.house(at, but)


def _only_one(scene: Scene, at: int, but: Collection[str | None]) -> Referent | None:
    """The organisation of a paragraph that has named no other one before a place."""
    start = scene.content.rfind("\n", max(0, at - _PARAGRAPH), at) + 1 or max(0, at - _PARAGRAPH)
    found = {m.name: m for m in scene.referents.organisations(start, at) if m.name not in OBSERVERS}
    named = [m for name, m in found.items() if name not in but]
    return from_mention(scene.content, named[0]) if len(named) == 1 else None


def _ours(scene: Scene, number: int, at: int) -> Referent | None:
    """Whose round it is where "we closed" it: the house of those who speak."""
    sentence = scene.reading.sentences[number]
    match = _WE.search(scene.content, sentence.start, max(sentence.start, min(at, sentence.end)))
    name = scene.referents.house_of_we(match.start()) if match else None
    publisher = scene.reading.origin.publisher
    if match and name is None and publisher and scene.content.count(publisher) > 1:
        name = publisher if scene.voices.at(*match.span(), match.start()).speaker is None else None
    if match is None or name is None:
        return None
    side = vocabulary.load().side_of(name)
    return Referent(name, match.group(), side, match.start(), match.end(), "organisation")


_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")


def protagonist(scene: Scene) -> Referent | None:
    """The organisation that a text is about, where one stands out."""
    if scene not in _MAIN:
        _MAIN[scene] = _most_named(scene)
    return _MAIN[scene]


_MAIN: WeakKeyDictionary[Scene, Referent | None] = WeakKeyDictionary()


def _most_named(scene: Scene) -> Referent | None:
    found: dict[str, Mention] = {}
    counts: Counter[str] = Counter()
    line = scene.content.find("\n")
    for mention in scene.referents.organisations(0, min(len(scene.content), _FIRST)):
        if mention.name not in OBSERVERS:
            found.setdefault(mention.name, mention)
            counts[mention.name] += _IN_TITLE if mention.end <= line else 1
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _LEAST:
        return None
    if len(ranked) > 1 and 2 * ranked[0][1] < 3 * ranked[1][1]:
        return None
    return from_mention(scene.content, found[ranked[0][0]])


def _acts(scene: Scene, mention: Mention) -> bool:
    """Whether a name is a subject: not owned, not owning, not joined to a noun."""
    return not _NO_SUBJECT.match(scene.content, mention.end)


_NO_SUBJECT = re.compile(
    r"-\w|\s(?:engineers|researchers|employees|veterans|staff|shares|chips|models|executives)\b|"
    r"\s(?:has\s|have\s|also\s)?(?:backed|invested|co-led|funded|financed|bankrolled|led\s(?:the|a|that|this)\s(?:\w+\s){0,3}round)\b"
)
