"""Names in a text: those of the vocabulary, national groups, and capitalised names nobody listed.

A place name that stands for a state counts as that state. Offsets are code points of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from theodolite.catalog import vocabulary
from theodolite.extract.words import known_names, lexicon
from theodolite.extract.words.known_names import Mention, MentionKind

__all__ = ["COMMON", "Mention", "MentionKind", "demonym", "find", "unknown"]

_CAPITALISED = re.compile(
    r"(?<![\w])(?:[A-Z][\w’'&.-]*[\w]|[A-Z])(?:(?:\s(?:of|the|for|de|van|von|and|&)\s(?=[A-Z])|"
    r"\s|-)(?:[A-Z][\w’'&.-]*[\w]|[A-Z]\b))*"
)
# "The Trump administration", "Macron's government": whoever governs under somebody's name.
_OFFICE = re.compile(r"(?:['’]s?)?\s(?P<what>administration|government)\b(?!['-])")
COMMON = lexicon.words(
    """The A An This That These Those It He She They We I You In On At By For From With As But And
    Or So Yet While When After Before If Although Though However Meanwhile There Here Its His
    Her Their Our My Your Such Some Many Most Both All Another Other According Since Still Now
    Then Today What Why How Who Which Moreover Furthermore Despite Even Just Only No Not Nearly
    About Over More Less Few Several One Two Three Four Five Six Seven Eight Nine Ten First
    Second Third Also Overall Instead Indeed Thus Therefore Recently Currently Finally
    Additionally Last Next Earlier Later Once Until Unlike Like Because Between Among Under
    During Through Across Every Each Any Experts Analysts Researchers Scientists Officials
    Critics Investors Executives Companies Firms Models Chips Open Closed Yes Ok Well Let Given
    Of To Is Are Was Were Do Does Did Can Could Should Would Will May Might Must Have Has Had Be
    Been Being Lastly Firstly Secondly Thirdly Unfortunately Nevertheless Nonetheless
    Consequently Hence Half Out Up Down Key Note Technology Research Global Artificial
    Intelligence AI Reaching Hitting Lasting Nearly Almost Roughly Around Least Most Than Past
    Merely Exactly Within Total"""
)


def find(text: str) -> tuple[Mention, ...]:
    """Every name that the vocabulary knows, national groups included, in order, none overlapping."""
    return _grouped(text, known_names.find(text))


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
def _openness() -> tuple[tuple[str, re.Pattern[str]], ...]:
    groups = vocabulary.load().openness
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I)) for name, patterns in groups.items()
    )


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
            group and group.end() <= nearest and (mention.adjective or possessive or text[mention.end] == " ")
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
    for match in _CAPITALISED.finditer(text, start, end):
        a, b = match.span()
        words = match.group().split()
        while words and words[0].rstrip(".,") in COMMON:
            a += len(words[0])
            while a < b and text[a].isspace():
                a += 1
            words = words[1:]
        name = re.sub(r"['’]s?\Z", "", text[a:b])
        if len(name) > 1 and all(a + len(name) <= m.start or m.end <= a for m in known):
            found.append(Mention(a, a + len(name), name, "unknown", None))
    return tuple(found)
