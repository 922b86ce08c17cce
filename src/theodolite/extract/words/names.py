"""Names in a text: those of the vocabulary, national groups, and capitalised names nobody listed.

A place name that stands for a state counts as that state. Offsets are code points of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from theodolite.catalog import vocabulary
from theodolite.extract.words import capitals, definite, known_names
from theodolite.extract.words.capitals import COMMON
from theodolite.extract.words.folded import Folded, may_fold
from theodolite.extract.words.known_names import Mention, MentionKind

__all__ = ["COMMON", "Mention", "MentionKind", "demonym", "find", "unknown"]

# "The Trump administration", "Macron's government": whoever governs under somebody's name.
_OFFICE = re.compile(r"(?:['’]s?)?\s(?P<what>administration|government)\b(?!['-])")


def find(text: str) -> tuple[Mention, ...]:
    """Every name that the vocabulary knows, national groups included, in order, none overlapping."""
    return definite.resolved(text, _grouped(text, known_names.find(text)))


# "China graduates 3 million engineers": the noun is the verb.
_VERBAL = frozenset(("graduates", "patents", "models", "authors"))
_AMOUNT = re.compile(r"\s(?:about|some|nearly|more than|over|around|roughly|only|as many as|up to)?\s?\d")


@cache
def _noun() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, vocabulary.load().group_nouns), key=len, reverse=True))
    modifiers = (
        r"(?:(?:AI|gen|generative|A\.I\.|tech|technology|internet|large|language|leading|top|best|"
        r"frontier|foundation|foundational|domestic|local|open|open-source|"
        r"open-weight|open-weights|closed|closed-source|own|big|small|major|listed|public|private|"
        r"model|chip|cloud|semiconductor|most|advanced|cutting-edge|homegrown|"
        r"native|many|young|other|reasoning|video|new|newer|latest|elite|research|-based|"
        r"state-of-the-art|academic|software|hardware|reasoning-model|flagship|strongest|"
        r"artificial|intelligence|AI-chip|robotics|robot|EV|e-commerce|social|media|market|"
        r"industry|state-owned|state-backed|well-funded)[\s,]+(?:and\s+)?){0,5}?"
    )
    return re.compile(rf"(?:['’]s?)?\s+{modifiers}(?P<noun>{nouns})\b(?![-’'])")


@cache
def _openness() -> tuple[tuple[str, Folded | re.Pattern[str]], ...]:
    groups = vocabulary.load().openness
    written = ((name, re.compile(rf"\b(?:{'|'.join(said)})\b", re.I)) for name, said in groups.items())
    return tuple((name, Folded(pattern) if may_fold(pattern) else pattern) for name, pattern in written)


def demonym(side: str) -> str:
    """How a national group of `side` is named: "Chinese", "United States"."""
    entry = vocabulary.load().entries.get(side)
    return (entry.demonym if entry else None) or side


def _grouped(text: str, known: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Sides that a collective noun follows become groups; groups by openness are added."""
    found: list[Mention] = []
    for i, mention in enumerate(known):
        group = _noun().match(text, mention.end) if mention.kind == "side" else None
        nearest = known[i + 1].start if i + 1 < len(known) else len(text)
        possessive = text[mention.end : mention.end + 2] in ("'s", "’s")
        office = _OFFICE.match(text, mention.end) if mention.kind == "person" else None
        if office:
            name = f"{mention.name.split()[-1]} {office['what']}"
            found.append(Mention(mention.start, office.end(), name, "organisation", mention.side))
        elif (
            group
            and group.end() <= nearest
            and (mention.adjective or possessive or text[mention.end] == " ")
            and not (group["noun"] in _VERBAL and not mention.adjective and _AMOUNT.match(text, group.end()))
        ):
            noun = group["noun"]
            name = f"{demonym(mention.name)} {noun}"
            found.append(Mention(mention.start, group.end(), name, "group", mention.side, True, noun=noun))
        else:
            found.append(mention)
    starts = [m.start for m in found]  # in order and disjoint: only the neighbours can overlap
    for name, pattern in _openness():
        for match in pattern.finditer(text):
            at = bisect_left(starts, match.start())
            if (not at or found[at - 1].end <= match.start()) and (
                at == len(found) or match.end() <= starts[at]
            ):
                found.insert(at, Mention(match.start(), match.end(), name, "group", None, noun="models"))
                starts.insert(at, match.start())
    return tuple(found)


def unknown(text: str, start: int, end: int, known: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Capitalised names between two places that the vocabulary does not know, kept as found."""
    found: list[Mention] = []
    position = 0
    near = [m for m in known if start <= m.start < end]
    for a, b in capitals.runs(text, start, end):
        while position < len(near) and near[position].end <= a:
            position += 1
        if position == len(near) or b <= near[position].start:
            found.append(Mention(a, b, text[a:b], "unknown", None))
    return tuple(found)
