"""Ties of one name and a party that the words leave out or stand in for, without syntax: "the technology was
licensed from A", "A, its chip arm", "A bought it", "in pilot use at A and B".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties, restrictions
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import is_person, last_house
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon
from theodolite.extract.words.names import Mention
from theodolite.model.claim import Predicate

CUES = lexicon.words(
    """loan lease hired borrowed obtained
    licensed sourced bought rented leased purchased acquired owns backs founded co-founded backed acquires
    swallowed use trial trials testing production pilot pilots service sold shipped exported supplied unit arm
    subsidiary division affiliate lab offshoot spin-off come comes
    came"""
)
_LICENSED = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]his)\s(?:[\w-]+\s){0,3}?(?:technology|process|design|recipe|know-how|architecture|"
    r"cores?|chips?|scanners?|hardware|GPUs?|processors?|machines?|servers?|software|weights|compute|capacity|accelerators?)\s"
    r"(?:(?:was|is|were|are|has\sbeen|have\sbeen|being)\s(?:\w+ly\s)?(?:licensed|sourced|bought|rented|leased|"
    r"purchased|supplied)\s(?:in\s)?(?:from|by)|(?:comes?|came)\s(?:\w+ly\s)?from)\s(?:the\s)?\Z"
)
_RENTED = re.compile(
    r"\b(?:chips|GPUs|processors|accelerators|servers|machines|hardware|capacity|compute|[A-Z]{1,2}\d{2,4}s?),?\s"
    r"(?:(?:that|which)\s(?:it|they|we)\s)?(?:rented|leased|bought|purchased|borrowed|sourced|hired|obtained|licensed|"
    r"on\s(?:loan|lease))\s(?:\w+ly\s)?from\s(?:the\s)?(?:(?:cloud|provider|firm|start-up|neocloud)\s){0,2}\Z"
)
_IN_USE = re.compile(
    r"\s(?:is|are|was|were|has\sbeen|have\sbeen|went|goes)\s(?:(?:now|already|also|currently|still|being)\s){0,2}"
    r"(?:in|into|under|on)\s(?:[a-z-]+\s){0,3}?(?:use|trials?|testing|production|pilots?|service)\s"
    r"(?:at|in|with|by|inside|across|within)\s(?:the\s)?(?:more\sthan\s\d+\s|over\s\d+\s|\d+\s)?"
    r"(?:(?!(?:and|of|on)\b)[a-z][\w-]+\s){0,3}\Z"
)
_NOT_SOLD = re.compile(
    r"\b(?:may|can|could|must)(?:\s(?:not|never|no\slonger)|not|n['’]t)\s(?:\w+ly\s)?(?:now\s)?be\s"
    r"(?:sold|shipped|exported|supplied|delivered)\s(?:\w+ly\s)?(?:to|in|into)\s(?:mainland\s)?\Z"
)
_PART = r"(?:unit|subsidiary|arm|division|affiliate|offshoot|spin-?off)"
_UNIT = re.compile(rf"\s(?:[a-z][\w-]+\s){{0,2}}{_PART}(?=[,.;:)])")
_ASIDE = re.compile(r",\s(?:the|an?)\s")
_OWN_UNIT = re.compile(
    r",\s(?:its|their|the\s(?:company|group|firm|bank)['’]s)\s(?:(?!(?:rival|for|of|to|and)\b)[\w-]+\s){0,3}?"
    rf"{_PART}(?=[,.;:)])"
)
_HAS_IT = re.compile(
    r"\s(?:(?:has|have|had|then|later|since|also|now|already|eventually)\s){0,3}"
    r"(?P<verb>bought|acquired|purchased|owns|backs|backed|founded|co-founded|acquires|swallowed)\s"
    r"(?:it|them|the\s(?:company|firm|start-?up|lab|group))(?=[\s.,;:)])(?!\s(?:to|a|an|from|for|with)\b)"
)
_PREDICATES: dict[str, Predicate] = {
    "backs": "funds",
    "backed": "funds",
    "founded": "founded",
    "co-founded": "founded",
}
_REACH = 130


def find(row: NamedRow) -> Iterator[Tie]:
    """The ties of one sentence of which one party is left out."""
    if row.scene.reading.words[row.number].isdisjoint(CUES):
        return
    for index, (mention, referent) in enumerate(row.names):
        if mention.adjective and mention.kind == "side":
            continue
        before = row.content[max(row.sentence.start, mention.start - _REACH) : mention.start]
        yield from _licensed(row, mention, referent, before)
        yield from _in_use(row, index, mention, referent)
        yield from _not_sold(row, mention, referent, before)
        yield from _units(row, index, mention, referent)
        yield from _has_it(row, mention, referent)


def _house(row: NamedRow, at: int, but: str | None) -> Referent | None:
    found = last_house(row, at, [but])
    return found if found is not None and found.kind in ("organisation", "unknown") else None


def _licensed(row: NamedRow, mention: Mention, seller: Referent, before: str) -> Iterator[Tie]:
    """ "The technology was licensed from A": A supplies the house that the text is about."""
    match = _LICENSED.search(before) or _RENTED.search(before)
    taker = _house(row, mention.start - len(match.group()), seller.name) if match else None
    if match and taker and seller.kind in ("organisation", "unknown"):
        yield from _tie(seller, "supplies", taker, mention.start - len(match.group()), mention.end)


def _in_use(row: NamedRow, index: int, mention: Mention, made: Referent) -> Iterator[Tie]:
    """ "A is in pilot use at B, C and D"."""
    if made.kind not in ("model", "unknown") or index + 1 >= len(row.names):
        return
    following = row.names[index + 1][0]
    if not _IN_USE.fullmatch(row.content, mention.end, following.start):
        return
    for user in row.list_from(index + 1):
        if user.kind in ("organisation", "unknown", "group"):
            yield from _tie(user, "uses", made, mention.start, user.end)


def _not_sold(row: NamedRow, mention: Mention, barred: Referent, before: str) -> Iterator[Tie]:
    """ "A may not be sold to China": by the state whose restrictions the text is about."""
    match = _NOT_SOLD.search(before)
    state = restrictions.usual(row.scene) if match and mention.kind == "side" else None
    if match and state and barred.side != state:
        who = Referent(state, "", state, mention.start, mention.start, "side")
        yield from _tie(who, "restricts", barred, mention.start - len(match.group()), mention.end)


def _units(row: NamedRow, index: int, mention: Mention, part: Referent) -> Iterator[Tie]:
    """ "A, the B unit", "A, its chip arm"."""
    if part.kind not in ("organisation", "unknown"):
        return
    end = min(row.sentence.end, mention.end + 80)
    if own := _OWN_UNIT.match(row.content, mention.end, end):
        house = _house(row, mention.start, part.name)
        if house is not None:
            yield from _tie(part, "part_of", house, mention.start, own.end())
    elif index + 1 < len(row.names):
        following, owner = row.names[index + 1]
        unit = _UNIT.match(row.content, following.end, row.sentence.end)
        between = _ASIDE.fullmatch(row.content, mention.end, following.start)
        if unit and between and owner.kind in ("organisation", "unknown"):
            yield from _tie(part, "part_of", owner, mention.start, unit.end())


def _has_it(row: NamedRow, mention: Mention, doer: Referent) -> Iterator[Tie]:
    """ "In 2023 A bought it": the house that the text was about."""
    match = _HAS_IT.match(row.content, mention.end, min(row.sentence.end, mention.end + 60))
    if match is None or doer.kind not in ("organisation", "unknown", "person"):
        return
    predicate = _PREDICATES.get(match["verb"], "owns")
    if predicate == "founded" and not is_person(doer):
        return
    house = _house(row, mention.start, doer.name)
    if house is not None:
        yield from _tie(doer, predicate, house, mention.start, match.end())


def _tie(subject: Referent, predicate: Predicate, target: Referent, start: int, end: int) -> Iterator[Tie]:
    if parties.fit(subject, predicate, target):
        yield Tie(subject, predicate, target, start, end, start)
