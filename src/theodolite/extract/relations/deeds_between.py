"""Ties of two or three names by what stands before and between them: "the acquisition of B by A", "A sold B
to C", "the newest model from A is B", "Reliance's Jio"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import parties
from theodolite.extract.relations.makers import made_by
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.owned_rules import ARTEFACT, WORDS
from theodolite.extract.relations.tie import Tie
from theodolite.model.claim import Predicate

_BOUGHT = re.compile(
    r"\b(?:acquisition|takeover|purchase|buyout)\sof\s(?:the\s)?(?:(?!(?:by|from|to|in|and|of|for)\b)[a-z-]+\s){0,3}\Z",
    re.I,
)
_SOLD = re.compile(r"\bsale\sof\s(?:the\s)?(?:(?!(?:by|from|to|in|and|of|for)\b)[a-z-]+\s){0,3}\Z", re.I)
_MADE = re.compile(
    r"\b(?:release|launch|unveiling|debut|introduction|development|creation|training|open-sourcing)\sof"
    r"\s(?:the\s)?"
    r"(?:[a-z-]+\s){0,3}\Z",
    re.I,
)
_FROM = re.compile(
    rf"\b(?:newest|latest|first|new|flagship|largest|biggest|smallest|next|best)\s{WORDS % 2}{ARTEFACT}"
    rf"\s(?:from|by|of)\s(?:the\s)?\Z",
    re.I,
)
_BY = re.compile(r"\sby\s(?:the\s)?(?:[a-z-]+\s){0,2}\Z")
_TO = re.compile(r"\sto\s(?:the\s)?(?:[a-z-]+\s){0,2}\Z")
_IS = re.compile(r",?\s(?:is|was|will\sbe)\s(?:called\s|named\s)?(?:the\s)?\Z")
_SELLS = re.compile(
    r"\s(?:(?:has|had|have|will|recently|then|later|is|was)\s){0,2}(?:sold|sells|sell|selling|agreed\sto"
    r"\ssell|plans\sto\ssell)\s"
    r"(?:its\s|the\s)?(?:[a-z-]+\s){0,3}\Z"
)
_GOES_ON = re.compile(
    r"['’]s?\s|-[a-z]|\s(?:chips?|GPUs?|models?|stake|shares?|servers?|accounts?|software|cars|products?)\b"
)
_OWN = re.compile(r"['’]s\s\Z")
_ACTS = re.compile(
    r"\s(?:said|says|has|have|had|is|was|will|would|can|could|may|announced|told|plans|wants|makes|made|"
    r"sells|launched|"
    r"and|which|who|in|on|at|released|reported|built|builds|began|started|expects|runs|agreed|signed)\b|"
    r"[,.;:)]"
)


def find(row: NamedRow) -> Iterator[Tie]:
    """The ties of one sentence that need what stands before the first name."""
    for i, (first, a) in enumerate(row.names[:-1]):
        second, b = row.names[i + 1]
        between = row.content[first.end : second.start]
        if len(between) > 60 or not between:
            continue
        if _OWN.fullmatch(between):
            yield from _belongs(row, i)
            continue
        before = row.content[max(row.sentence.start, first.start - 60) : first.start]
        if (_BY.fullmatch(between) and _BOUGHT.search(before)) or (
            _TO.fullmatch(between) and _SOLD.search(before)
        ):
            if _body(a) and _body(b):
                yield from _tie(b, "owns", a, first.start, second.end)
        elif _BY.fullmatch(between) and _MADE.search(before) and parties.is_product(a) and made_by(b, a):
            yield from _tie(b, "develops", a, first.start, second.end)
        elif _IS.fullmatch(between) and _FROM.search(before) and made_by(a, b):
            yield from _tie(a, "develops", b, first.start, second.end)
        elif i + 2 < len(row.names) and _SELLS.fullmatch(between):
            third, c = row.names[i + 2]
            sold = _TO.fullmatch(row.content[second.end : third.start]) and not _GOES_ON.match(
                row.content, second.end
            )
            if sold and b.kind == "organisation" and _body(a) and _body(c):
                yield from _tie(c, "owns", b, first.start, third.end)


def _belongs(row: NamedRow, i: int) -> Iterator[Tie]:
    """ "A's B said": one listed house is another's."""
    (first, a), (second, b) = row.names[i], row.names[i + 1]
    if a.kind == b.kind == "organisation" and _ACTS.match(row.content, second.end):
        yield from _tie(a, "owns", b, first.start, second.end)


def _body(party: Referent) -> bool:
    return party.kind in ("organisation", "unknown")


def _tie(subject: Referent, predicate: Predicate, other: Referent, start: int, end: int) -> Iterator[Tie]:
    if parties.fit(subject, predicate, other):
        yield Tie(subject, predicate, other, start, end, start)
