"""Which sentences are worth a parse: those with words that compare and somebody who may be compared."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from theodolite.extract.comparisons import beside, turns
from theodolite.extract.comparisons.lexicon import degrees
from theodolite.extract.scene import Scene
from theodolite.extract.words import lexicon

_POINTING = lexicon.words(
    """we us our ours it its itself they them their theirs he she this that these those which who both two
    pair company country firm startup start-up lab model nation"""
)
_OURS = lexicon.words("we us our ours")
_BACK = 2  # sentences that a pronoun may look back
_OPEN = lexicon.words(
    """than compared comparison relative versus vs unlike twice double triple thrice quadruple tenfold twofold
    threefold fourfold fivefold sixfold sevenfold eightfold ninefold twentyfold thirtyfold fiftyfold
    hundredfold thousandfold fold doubled doubling doubles tripled triples tripling quadrupled halved halving
    advantage advantages lead leads leading led edge behind ahead lag lags lagged lagging trail trails
    par parity
    level gap gulf disparity chasm imbalance difference distance rival equivalent answer competitor match
    contender
    challenger counterpart peer analogue choose separates ratio triple treble double halve multiplied
    multiplying
    neck magnitude superiority inferiority inferior superior disadvantage indistinguishable"""
)
_WITH_AS = degrees.AS | lexicon.words("times half third quarter fifth tenth")
_LEVEL = lexicon.words("equal equals even same alike identical tied similar interchangeable comparable level")
_TWO = lexicon.words("two both pair they")
_MUCH = lexicon.words("much little nothing")
_LIKE = re.compile(r"\b(?:is|are|was|were|['’]s|looks?|became|become|becomes)\s(?:\w+\s){0,3}like\s")
_MULTIPLE = re.compile(
    r"\d\s?(?:x|×|times|-?fold|%|percent|per cent)|\btimes\b|[- ](?:half|third|quarter|"
    r"[a-z]{3,}th)s?\s(?:of|the|as|that|those|what|its|their)\b|\b1/\d|"
    r"\b(?:leap|jump|step|advance)\sfrom\b"
)


def wanted(scene: Scene) -> list[int]:
    """The numbers of the sentences that are worth parsing for comparisons."""
    if scene not in _WANTED:
        _WANTED[scene] = _find(scene)
    return _WANTED[scene]


_WANTED: WeakKeyDictionary[Scene, list[int]] = WeakKeyDictionary()


def _find(scene: Scene) -> list[int]:
    reading = scene.reading
    found: list[int] = []
    last = -10  # the last sentence with a name
    for number, sentence in enumerate(reading.sentences):
        span = (sentence.start, sentence.end)
        named = bool(reading.mentions_in(*span))
        if named:
            last = number
        words = reading.words[number]
        if _compares(scene, words, span) and (
            named
            or (number - last <= _BACK and words & _POINTING)
            or words & _OURS
            or reading.unknown_in(*span)
        ):
            found.append(number)
    return found


def _compares(scene: Scene, words: frozenset[str], span: tuple[int, int]) -> bool:
    if words & _OPEN or words & degrees.COMPARATIVES or ("as" in words and words & _WITH_AS):
        return True
    if turns.may_hold(words) or _MULTIPLE.search(scene.content, *span):
        return True
    if words & beside.SIGNS or ("next" in words and scene.content.find("ext to ", *span) >= 0):
        return True
    if scene.content.find(" > ", *span) > 0:
        return True
    if words & _LEVEL and words & _TWO:
        return True
    if "and" in words and (words & _LEVEL or ("between" in words and words & _MUCH)):
        return len(scene.reading.mentions_in(*span)) + len(scene.reading.unknown_in(*span)) > 1
    return "like" in words and bool(_LIKE.search(scene.content, *span))
