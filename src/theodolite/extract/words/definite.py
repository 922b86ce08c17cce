"""Descriptions by country or town that mean one house or model named before: "the Chinese company" is Baidu.

Only with "the", "this" or "that", and only where nothing behind the noun says which one is meant ("the
Chinese company that ..."). It is the nearest sentence that names a fitting one, and there the one named
first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from theodolite.catalog import vocabulary
from theodolite.extract.words import lexicon
from theodolite.extract.words.known_names import Mention

HOUSES = lexicon.words(
    """company firm chipmaker lab laboratory startup start-up developer giant maker supplier designer
    manufacturer carmaker automaker toolmaker unicorn conglomerate foundry retailer group provider operator
    outfit upstart heavyweight behemoth titan juggernaut vendor newcomer business corporation
    hyperscaler chip-maker"""
)
_MODELS = lexicon.words("model chatbot assistant app")
_REACH = 1200
"""Characters before a description in which its name is looked for."""
_MOST = 12
"""Names that are looked at: a bound for texts that are lists of names."""
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s\Z")
_NARROWED = re.compile(
    r"\s(?:that|which|who|whose|behind|of|with|called|named|known|dubbed|founded|backed|owned|led|based)\b|"
    r"\sin\s(?![A-Z][a-z]+(?:ary|ch|il|ay|ne|ly|st|er)\b|\d|recent|late|early)|,?\s[A-Z0-9“\"]"
)
"""What says which one is meant, so that it is not one named before."""
_END = re.compile(r"[.!?]['\"”’)]?\s|\n")
_NOUN = re.compile(
    r"(?:-based|-headquartered|-listed)?\s(?:(?:AI|A\.I\.|tech|technology|internet|search|e-commerce|chip|memory|"
    r"semiconductor|cloud|gaming|telecoms?|equipment|electronics|robotics|smartphone|open-source|social|media|EV|"
    r"artificial|intelligence|foundation|model|software|hardware|networking|chipmaking|and)\s){0,3}"
    r"(?P<noun>[a-z]+(?:-up|-maker)?)(?![\w-]|['’][a-rt-z])"
)
_TOWN = re.compile(
    r"\b[Tt]h(?:e|is|at)\s(?P<town>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=-based|-headquartered|\s[a-zA-Z])"
)


def resolved(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The same names; a description that stands for one of those before it under the name that it means."""
    by_town = list(_by_town(text, mentions)) if any(m.kind == "organisation" for m in mentions) else []
    if not by_town and not any(m.kind in ("side", "group") for m in mentions):
        return tuple(mentions)
    found: list[Mention] = []
    starts: list[int] = []
    for mention in sorted((*mentions, *by_town), key=lambda m: m.start):
        if found and mention.start < found[-1].end:
            continue
        if mention.noun == _OF_A_TOWN:
            meant = _meant(text, mention, found, starts)
            if meant is None:
                continue
            mention = meant
        elif mention.kind in ("side", "group") and _DEFINITE.search(
            text, max(0, mention.start - 6), mention.start
        ):
            mention = _of_a_side(text, mention, found, starts)
        found.append(mention)
        starts.append(mention.start)
    return tuple(found)


_OF_A_TOWN = "a house of a town"


def _by_town(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "The Hangzhou-based start-up", "the Santa Clara chipmaker", each with its town as the name."""
    seats = vocabulary.load().seats
    for match in _TOWN.finditer(text):
        town, end = match["town"], match.end()
        if town not in seats and " " in town:
            town = town.split()[0]
            end = match.start("town") + len(town)
        noun = _NOUN.match(text, end) if town in seats else None
        if noun is not None and noun["noun"] in HOUSES and not _NARROWED.match(text, noun.end()):
            yield Mention(match.start("town"), noun.end(), town, "organisation", None, noun=_OF_A_TOWN)


def _of_a_side(text: str, mention: Mention, before: Sequence[Mention], starts: Sequence[int]) -> Mention:
    """ "The Chinese company", "the U.S. chip giant": the name it means, else as it is."""
    if mention.kind == "group":
        noun, end = mention.noun or "", mention.end
    else:
        match = _NOUN.match(text, mention.end)
        if match is None:
            return mention
        noun, end = match["noun"], match.end()
    if (noun not in HOUSES and noun not in _MODELS) or _NARROWED.match(text, end):
        return mention
    return _meant(text, replace(mention, end=end, noun=noun), before, starts) or mention


def _meant(text: str, described: Mention, before: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """The description under the name that it stands for."""
    last = len(before)
    first = max(bisect_left(starts, described.start - _REACH), last - _MOST)
    chosen: Mention | None = None
    for mention in reversed(before[first:last]):
        if chosen is not None and _END.search(text, mention.end, chosen.start):
            break
        if _fits(text, mention, described):
            chosen = mention
    if chosen is None:
        return None
    return Mention(
        described.start, described.end, chosen.name, chosen.kind, chosen.side, False, chosen.maker, None
    )


def _fits(text: str, mention: Mention, described: Mention) -> bool:
    if mention.adjective:
        return False
    known = vocabulary.load()
    entry = known.entries.get(mention.name)
    if described.noun in _MODELS:  # "the U.S. model" may mean all of them: only what has just been named
        named = mention.kind == "model" and mention.side == described.side
        near = len(_END.findall(text, mention.end, described.start)) < 2
        return named and near and (entry is None or entry.what != "chip")
    if mention.kind != "organisation" or (entry is not None and entry.what not in ("", "investor")):
        return False
    if described.noun != _OF_A_TOWN:
        return mention.side == described.side
    if mention.name not in known.seats[described.name]:
        return False
    town = text.find(described.name, mention.end, described.start)  # said of somebody else since
    return town < 0 or not _END.search(text, mention.end, town)
