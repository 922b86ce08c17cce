"""A plain adjective beside another side: "Compared with B, A is tiny", "A looks slow next to B", "A > B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract.comparisons import frames
from theodolite.extract.comparisons.claims import Direction, Found
from theodolite.extract.comparisons.lexicon.degrees import COMPARATIVES, LOWER
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent, from_mention
from theodolite.extract.words import lexicon

_SMALL = lexicon.words(
    """small tiny modest puny paltry minuscule slow weak poor low short thin cheap underfunded young
    backward limited scarce primitive crude feeble clumsy dull behind outdated inferior negligible meagre
    meager trivial underdeveloped understaffed underpowered insignificant slight sluggish"""
)
_GREAT = lexicon.words(
    """big large huge vast enormous fast strong rich expensive high long dear costly advanced powerful
    generous giant gigantic massive sophisticated mature impressive quick smart superior lavish
    ahead immense"""
)
_NOTHINGS = lexicon.words(
    """midget midgets minnow minnows dwarf dwarfs pygmy pygmies error drop trickle peanuts crumbs footnote
    beer potatoes fry
    toddler toddlers child children trifle pittance
    speck novice novices amateur amateurs laggard laggards"""
)
"""Nouns that call somebody small: "a minnow next to B"."""
BESIDE = re.compile(
    r"\b(?:compared (?:to|with)|next to|beside|alongside|set against|measured against|by comparison with|"
    r"in comparison (?:to|with)|relative to)\s(?:the\s)?(?=\S)",
    re.I,
)
TOLD = _SMALL | _GREAT | COMPARATIVES | _NOTHINGS
"""The adjectives of which one is said of the subject."""
_THAN = re.compile(r"\bthan\b")
_MORE_THAN = re.compile(r"(?<=[\w)])\s(?P<sign>>{1,3}|<{1,3}|≫|≪)\s(?=\w)")


def find(parties: Parties) -> Iterator[Found]:
    """The comparisons of one sentence that an adjective or a sign makes."""
    content, sentence = parties.scene.content, parties.sentence
    for match in BESIDE.finditer(content, sentence.start, sentence.end):
        objects = parties.after(match.end()) or _in_phrase(parties, match.end())
        token = _adjective(parties, match.start())
        if not objects or token is None or not frames.claimed(parties.parse, token):
            continue
        names = {o.name for o in objects}
        subjects = [r for r in parties.subjects(parties.parse.verb_above(token)) if r.name not in names]
        if subjects:
            small = token.text.lower() in _SMALL | LOWER | _NOTHINGS
            way: Direction = "below" if small else "above"
            start, end = parties.parse.span(token)
            yield Found(subjects, objects, way, min(start, match.start()), max(end, match.end()), token)
    yield from _signs(parties)


def _in_phrase(parties: Parties, at: int) -> list[Referent]:
    """ "Compared with the hundreds of billions spent in A, ...": the last name up to the comma."""
    comma = parties.scene.content.find(",", at, min(parties.sentence.end, at + 100))
    if comma < 0:
        return []
    found = [m for m in parties.scene.reading.mentions_in(at, comma) if m.kind != "person" and m.end == comma]
    return [from_mention(parties.scene.content, found[-1])] if found else []


def _adjective(parties: Parties, at: int) -> Any | None:
    """The adjective that a clause says of its subject, near the words that set another beside it."""
    for token in parties.parse.within(
        max(parties.sentence.start, at - 60), min(parties.sentence.end, at + 140)
    ):
        word = token.text.lower()
        if token.dep_ in ("attr", "acomp") and word in _NOTHINGS:
            return token
        told = token.dep_ in ("acomp", "oprd") or (
            token.dep_ == "advmod" and token.head.tag_.startswith("VB")
        )
        if told and (word in _SMALL or word in _GREAT):
            return token
        # "Compared with B, A makes fewer mistakes": a comparative behind; one before is the degree's own
        if parties.parse.span(token)[0] > at and token.tag_ in ("JJR", "RBR") and word in COMPARATIVES:
            return (
                None
                if _THAN.search(parties.words(parties.parse.span(token)[1], parties.sentence.end))
                else token
            )
    return None


def _signs(parties: Parties) -> Iterator[Found]:
    """ "Claude > ChatGPT for code"."""
    content, sentence = parties.scene.content, parties.sentence
    for match in _MORE_THAN.finditer(content, sentence.start, sentence.end):
        one, two = _ends(parties, match.start()), parties.listed(match.end())[:1]
        token = parties.parse.at(match.start("sign"))
        if one and two and token is not None and one[0].name != two[0].name:
            way: Direction = "above" if match["sign"][0] in ">≫" else "below"
            yield Found(one, two, way, *match.span("sign"), token)


def _ends(parties: Parties, at: int) -> list[Referent]:
    """The name that ends at a place."""
    first = max(parties.sentence.start, at - 60)
    reading = parties.scene.reading
    new = [u for m in reading.unknown_in(first, at)[-2:] if (u := parties.unlisted(m.start))]
    found = sorted((*reading.mentions_in(first, at), *new), key=lambda m: m.end)
    return [from_mention(parties.scene.content, m) for m in found[-1:] if m.end == at and m.kind != "person"]
