"""How a gap moves, from the syntax: any verb of growing or shrinking with a word for a gap or a lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.lags import cues
from theodolite.extract.scene import Scene
from theodolite.extract.words import lemmas, lexicon
from theodolite.extract.words.numbers import Figure

GAPS = lexicon.words(
    """gap gaps lag distance deficit disparity disadvantage shortfall delay interval divide gulf chasm rift
    lead leads advantage advantages edge cushion moat head-start headstart"""
)
LEADS = lexicon.words("lead leads advantage advantages edge cushion moat head-start headstart")
_SHRINK = lexicon.words(
    """narrow close shrink shorten reduce cut trim slash halve whittle erode chip eat nibble gnaw
    compress bridge
    erase wipe diminish lessen lower pare squeeze thin melt evaporate dwindle fade vanish disappear collapse
    contract decline decrease drop fall slip wane ebb recede dissolve crumble tighten taper plunge
    plummet dent
    blunt undercut weaken lose eliminate minimise minimize undermine overcome surrender squander"""
)
_GROW = lexicon.words(
    """widen grow expand extend increase stretch lengthen broaden deepen enlarge balloon swell double
    triple treble
    reopen yawn mushroom worsen rise climb soar jump strengthen bolster cement"""
)
_STAY = lexicon.words("persist plateau stagnate stall freeze")
_TRENDS = {
    **dict.fromkeys(_SHRINK, "narrowing"),
    **dict.fromkeys(_GROW, "widening"),
    **dict.fromkeys(_STAY, "steady"),
}
_PARTICLES = lexicon.words("into at away down in on off to out")
_HOLDS = lexicon.words("remain stay hold keep")
_SAME = lexicon.words("steady constant stable unchanged flat same intact")
_OBJECTS = lexicon.words("dobj attr oprd obj")


def find(scene: Scene, number: int) -> Iterator[tuple[int, int, str, bool]]:
    """(start, end, trend, whether the noun is the leader's) of each gap that moves in a sentence."""
    words = scene.reading.words[number]
    if not words & GAPS:
        return
    parse = scene.reading.parse(number)
    sentence = scene.reading.sentences[number]
    for noun in parse.doc:
        word = noun.text.lower()
        if word not in GAPS or not noun.tag_.startswith("NN"):
            continue
        at = parse.span(noun)
        if cues.OTHER_GAP.search(scene.content[max(sentence.start, at[0] - 25) : at[1]]):
            continue
        verb = _governor(noun)
        trend = _trend(verb, noun) if verb is not None else None
        if verb is None or trend is None:
            continue
        place = parse.span(verb)
        yield min(at[0], place[0]), max(at[1], place[1]), trend, word in LEADS


def _governor(noun: Any) -> Any | None:
    """The verb that the noun is subject or object of, or reaches by "into", "at", "away at"."""
    head = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return head if head.tag_.startswith("VB") else None
    if noun.dep_ in _OBJECTS:
        return head if head.tag_.startswith("VB") else None
    if noun.dep_ == "pobj" and head.text.lower() in ("into", "at", "on"):
        above = head.head
        if above.text.lower() in _PARTICLES:
            above = above.head
        return above if above.tag_.startswith("VB") and lemmas.lemma(above) in _EATS else None
    return None


_ANY = lexicon.words("a an any no such")
_EATS = lexicon.words("eat cut chip nibble gnaw whittle dig bite close")


def _trend(verb: Any, noun: Any) -> str | None:
    if any(c.text.lower() in _ANY for c in noun.children) and any(c.tag_ == "MD" for c in verb.children):
        return None  # "any gap may vanish"
    if any(child.dep_ == "relcl" for child in noun.children):
        return None  # whose "the edge we used to have" is, its clause says, not the words around it
    plain = lemmas.lemma(verb)
    plain = plain + "e" if plain not in _TRENDS and plain + "e" in _TRENDS else plain
    if plain in _HOLDS:
        same = any(child.text.lower() in _SAME for child in verb.subtree if child.i > verb.i)
        return "steady" if same and noun.dep_ == "nsubj" else None
    trend = _TRENDS.get(plain)
    subject = noun.dep_ in ("nsubj", "nsubjpass")
    if subject and any(child.dep_ == "dobj" for child in verb.children):
        return None  # a lead that lowers prices does not shrink
    if trend == "widening" and not subject and plain in ("rise", "jump", "climb", "grow"):
        return None
    if trend == "narrowing" and subject and plain in ("lose", "cut", "eat", "overcome", "lower", "close"):
        return trend if plain == "close" or noun.dep_ == "nsubjpass" else None
    return trend


_NARROWER = (
    r"narrow|shr[aiu]nk|clos(?:es?|ed|ing)\b(?![- ](?:source|models|ones|weights|AI))|cut|reduc|"
    r"fallen|fell|down|compress|"
    r"shorten|trimm|dropp|dwindl|melt|eroded|halv|slash|squeez|whittl|pared"
)
_WIDER = r"wide[nr]|grow|grew|stretch|increas|expand|extend|lengthen|doubl|tripl|risen|rose|swell|swoll"
_MOVED = re.compile(rf"\b(?:(?P<less>{_NARROWER})|(?P<more>{_WIDER}))\w*", re.I)
_MOVES_IT = re.compile(
    rf"\b(?:(?P<less>{_NARROWER})|(?P<more>{_WIDER}))\w*\s(?:(?:the|its|their|that|this|our|his|[\w.-]+['’]s?)\s)"
    r"(?:[\w-]+\s){0,2}\Z",
    re.I,
)


_NARROWED_TO = re.compile(
    rf"\b(?:(?P<less>{_NARROWER})|(?P<more>{_WIDER}))\w*\s(?:the|its|their|that|this)\s(?:[\w-]+\s)?(?:gap|lag|lead|distance|"
    r"deficit)\s(?:[\w-]+\s){0,3}?to\s(?:\w+\s){0,2}\Z",
    re.I,
)
_OLD = re.compile(r"\bfrom\s(?:(?:\w+|an?)\s){0,2}\Z", re.I)
_TO = re.compile(
    r"\s(?:or more\s|or so\s)?(?:in\s\d{4}\s|two years ago\s|a year ago\s|"
    r"last year\s)?to\s(?:[\w]+\s){0,2}\Z",
    re.I,
)


def to_length(before: str) -> str | None:
    """ "Has narrowed the gap to six months" right before the length."""
    match = _NARROWED_TO.search(before[-120:])
    return ("narrowing" if match["less"] else "widening") if match else None


def between(content: str, old: Figure, new: Figure) -> str | None:
    """How the gap moved that went "from two years to six months"."""
    if not old.months or not new.months or old.end > new.opening:
        return None
    if not _OLD.search(content[max(0, old.opening - 30) : old.opening]):
        return None
    if not _TO.fullmatch(content[old.end : new.opening]):
        return None
    first, last = (f.months[0] if f.months and f.months[0] is not None else None for f in (old, new))
    if first is None or last is None or first == last:
        return None
    return "narrowing" if last < first else "widening"


def of_length(before: str, between: str) -> str | None:
    """How a gap got to a length: by what stands between the two ("has shrunk to six months") or right before
    its noun ("have cut the gap to six months")."""
    match = _MOVED.search(between) or _MOVES_IT.search(before[-60:])
    return ("narrowing" if match["less"] else "widening") if match else None
