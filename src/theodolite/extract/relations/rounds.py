"""Rounds of money without syntax: "B raised $2 billion in a round led by A, with C and D joining"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.posts import last_house
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon

CUES = lexicon.words(
    """round series funding financing raised raise raises raising investors backers seed secured investment
    capital money"""
)
_GIVERS = re.compile(
    r"\b(?:(?:co-)?led(?:\sjointly)?\sby|backed\sby|joined\sby|with\s(?:additional\s|further\s)?"
    r"(?:participation|backing|support|money|investment|funding|cash|contributions?)\sfrom|"
    r"(?:investors|backers)\s?,?\s(?:including|such\sas|like|were|are|include|"
    r"included))\s(?:the\s)?(?:(?!(?:in|of|to|by|on|for)\b)[a-z][\w-]+\s){0,3}\Z"
)
_FROM = re.compile(
    r"\b(?:raised|raises|raise|raising|secured|received|landed|won|attracted|drew|netted|bagged|closed|got|"
    r"banked|pulled in|(?<!get\s)(?<!all\s)(?<!getting\s)(?<!year-)round|funding|investment)\b"
    r"[^.;]{0,90}\sfrom\s(?:the\s)?"
    r"(?:(?!(?:in|of|to|by|on|for)\b)[a-z][\w-]+\s){0,3}\Z"
)
_WITH = re.compile(r"[,;]?\s(?:with|while|and|alongside)\s(?:the\s)?(?:[a-z][\w-]+\s){0,2}\Z")
_JOINING = re.compile(
    r",?\s(?:also\s|all\s)?(?:joining|joined|join|participating|participated|taking part|took part|"
    r"chipping in|chipped in|investing|among|along for|following on|contributing|in tow|on board)\b"
)
_MONEY = re.compile(
    r"\b(?:round|funding|financing|Series [A-H]|seed|raise\w*|raising|investment|capital|money)\b|[$€£¥]\d"
)
_NEAR = 60
_REACH = 140  # characters before a giver within which the round is named


def find(row: NamedRow) -> Iterator[Tie]:
    """Who put money into whom in the rounds that one sentence tells of."""
    if row.scene.reading.words[row.number].isdisjoint(CUES):
        return
    at = 0
    given: set[str | None] = set()
    taker: Referent | None = None
    while at < len(row.names):
        mention, _ = row.names[at]
        before = row.content[max(row.sentence.start, mention.start - _REACH) : mention.start]
        list_of = row.list_from(at)
        behind = row.content[list_of[-1].end : list_of[-1].end + 30]
        opens = (_GIVERS.search(before) or _FROM.search(before)) if _MONEY.search(before) else None
        joins = given and _WITH.search(before[-40:]) and _JOINING.match(behind)
        if opens or joins:
            if opens:
                taker = _taker(row, at, mention.start - len(before) + opens.start(), given) or taker
            if taker is not None:
                for giver in list_of:
                    if giver.kind != "model" and parties.fit(giver, "funds", taker):
                        start = (
                            taker.start if row.sentence.start <= taker.start < giver.start else giver.start
                        )
                        yield Tie(giver, "funds", taker, start, giver.end, giver.start)
            given |= {giver.name for giver in list_of}
        at += len(list_of)


def _taker(row: NamedRow, at: int, place: int, given: set[str | None]) -> Referent | None:
    """Whose round it is: the house named right before the words, else the one that the sentence begins with,
    else the one that the text is about. Who has just given takes nothing."""
    houses = [
        (m, r)
        for m, r in row.names[:at]
        if r.kind in ("organisation", "unknown")
        and m.end <= place
        and not _NO_TAKER.match(row.content, m.end)
        and not row.content.startswith(("by ", "er "), m.start - 3)
        and not _MONEY.match(m.name)
        and r.name not in given
    ]
    near = [r for m, r in houses if place - m.end < _NEAR]
    if near:
        return near[-1]
    if houses:
        return houses[0][1]
    return None if given else last_house(row, place)


_NO_TAKER = re.compile(r"\s(?:engineers?|researchers?|employees|veterans?|staff|alumni|executives?)\b")
