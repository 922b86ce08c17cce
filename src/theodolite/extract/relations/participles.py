"""Passives between two names, without syntax: "A, the firm owned by B", "founded in 2019 by C and D"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import called, is_person, last_house
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon
from theodolite.model.claim import Predicate

_DONE: dict[str, Predicate] = {
    **dict.fromkeys(lexicon.in_order("owned controlled acquired bought purchased"), "owns"),
    **dict.fromkeys(lexicon.in_order("backed funded financed sponsored bankrolled supported"), "funds"),
    **dict.fromkeys(lexicon.in_order("founded co-founded cofounded established started set"), "founded"),
    **dict.fromkeys(
        lexicon.in_order(
            "developed made built designed trained released published produced unveiled launched"
        ),
        "develops",
    ),
    **dict.fromkeys(lexicon.in_order("led headed run chaired directed"), "leads"),
    **dict.fromkeys(lexicon.in_order("used adopted deployed"), "uses"),
}
_VERB = rf"(?P<what>{'|'.join(_DONE)})(?:\sup)?"
_WHEN = r"(?:(?:back\s)?(?:in|since)\s(?:[A-Z][a-z]+\s)?\d{4},?\s)?"
_HOW = r"(?:(?:\w+ly|now|also|already|since|then|later|first|itself|from\sscratch)\s){0,2}"
_BY = rf"\s{_HOW}{_WHEN}{_HOW}by\s(?:(?!(?:and|but|which|that|who|said|in|near|outside)\b)[\w’'-]+\s){{0,6}}?"
_LINK = re.compile(
    r"(?:,\s(?:which\s(?:is|was|has\sbeen)\s)?|\s(?:is|was|are|were|has\sbeen|have\sbeen|had\sbeen)\s)"
    r"(?:(?:an?|the)\s(?:(?!(?:and|but|that|which|who|said|says|by|of)\b)[\w.-]+\s){1,6}?)?"
    rf"{_HOW}(?:(?:majority|part|wholly|state|co|jointly|half)[-\s])?{_VERB}{_BY}"
)
"""What stands between the one it was done to and who did it."""
_PORTFOLIO = re.compile(
    r",\s(?:an?|the)\s(?:[\w-]+\s){0,3}?(?:portfolio|group|holding)\scompany\s(?:of|under)\s(?:the\s)?"
)
_OPENING = re.compile(rf"[\W\d]{{0,8}}{_HOW}{_VERB}{_BY}", re.I)
_THE_HOUSE = re.compile(r",\s(?:the|this|our)\s(?:[\w-]+\s){0,2}?[\w-]+\b")
_OWNER_OF_NEXT = re.compile(r"['’]s?\s[A-Z]")
CUES = frozenset(_DONE) | {"portfolio"}


def find(row: NamedRow) -> Iterator[Tie]:
    """The passives of one sentence whose two parties have names."""
    if row.scene.reading.words[row.number].isdisjoint(CUES):
        return
    yield from _opening(row)
    for first, a, second, _, between in row.pairs(3):
        if _PORTFOLIO.fullmatch(between) and not first.adjective:
            yield from _tie(row.names[row.index_of(second)][1], "owns", a, first.start, second.end, first.end)
        if (first.adjective and first.kind == "side") or not (link := _LINK.fullmatch(between)):
            continue
        if _OWNER_OF_NEXT.match(row.content, second.end):
            continue  # "owned by China's B": B
        for doer in row.list_from(row.index_of(second)):
            yield from _tie(doer, _DONE[link["what"]], a, first.start, doer.end, first.end)


def _opening(row: NamedRow) -> Iterator[Tie]:
    """ "Founded in 2019 by C and D, A builds ...", "... by C, the company ..."."""
    at = int(bool(row.names) and row.names[0][0].name.lower() in CUES)  # "Founded" is no name
    if len(row.names) <= at:
        return
    first = row.names[at][0]
    match = _OPENING.fullmatch(row.content[row.sentence.start : first.start])
    if match is None:
        return
    doers = row.list_from(at)
    following = row.names[at + len(doers)] if len(row.names) > at + len(doers) else None
    gap = row.content[doers[-1].end : following[0].start] if following else ""
    if following and re.fullmatch(r",\s(?:the\s)?(?:[a-z][\w-]+\s){0,3}", gap):
        done_to: Referent | None = following[1]
    elif _THE_HOUSE.match(row.content, doers[-1].end):
        done_to = last_house(row, row.sentence.start, [d.name for d in doers])
    elif len(doers) > 1 and following is None:
        done_to, doers = doers[-1], doers[:-1]  # "Backed by B, A ..."
    else:
        done_to = None
    for doer in doers if done_to is not None else ():
        yield from _tie(
            doer, _DONE[match["what"].lower()], done_to, row.sentence.start, doer.end, first.start
        )


_DEFINITE = re.compile(
    r"(?:\A|[.;:]\s|,\s)[Tt]he\s(?P<noun>index|project|programme|program|venture|consortium|institute|centre|center|fund|"
    r"observatory|initiative|network|report|foundation|lab|platform|benchmark)\s"
    rf"(?:is|was|are|were|has\sbeen)\s{_HOW}{_VERB}{_BY}\Z"
)


def definite(row: NamedRow) -> Iterator[Tie]:
    """ "The index is supported by A": the one whose name says that it is an index."""
    if row.scene.reading.words[row.number].isdisjoint(_DONE):
        return
    at = 0
    while at < len(row.names):
        mention, _ = row.names[at]
        doers = row.list_from(at)
        at += len(doers)
        before = row.content[max(row.sentence.start, mention.start - 110) : mention.start]
        match = _DEFINITE.search(before)
        named = called(row, match["noun"]) if match else None
        if match is None or named is None:
            continue
        for doer in doers:
            start = mention.start - len(match.group().lstrip(".;:, "))
            yield from _tie(doer, _DONE[match["what"]], named, start, doer.end, mention.start)


def _tie(
    doer: Referent, predicate: Predicate, done_to: Referent | None, start: int, end: int, cue: int
) -> Iterator[Tie]:
    if done_to is None or done_to.kind not in ("organisation", "unknown", "model"):
        return
    if predicate in ("founded", "leads") and not is_person(doer):
        return
    if predicate == "develops" and done_to.kind == "organisation":
        return
    if predicate in ("owns", "funds") and (done_to.kind == "model" or doer.kind == "model"):
        return
    if parties.fit(doer, predicate, done_to):
        yield Tie(doer, predicate, done_to, start, max(end, done_to.end), cue)
