"""Who buys from whom, in plain order and without syntax: "A rents capacity from B and C", "A won an order
from B", "A ships memory to B", "A gave B $2 billion".

Parsers often take "rents", "ships" and "orders" for nouns; here the words between two names are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theodolite.extract.referents import Referent
from theodolite.extract.relations import lexicon, parties
from theodolite.extract.relations.named import NamedRow
from theodolite.extract.relations.tie import Tie
from theodolite.extract.words import lexicon as words
from theodolite.extract.words.lemmas import forms

_BUYS = frozenset(
    forms(
        words.in_order(
            "buy rent source lease purchase order procure import license get obtain take draw secure book"
        )
    )
)
_SELLS = frozenset(
    forms(
        words.in_order(
            "ship sell supply deliver provide send export lease license rent offer furnish "
            "allocate lend resell hand "
            "route distribute"
        )
    )
)
_WINS = frozenset(forms(words.in_order("win land secure clinch bag get take receive sign")))
_ORDERS = words.words("contract contracts order orders deal")
_GIVES = frozenset(forms(words.in_order("give promise hand lend award grant offer pledge allocate")))
CUES = _BUYS | _SELLS | _WINS | _GIVES
_AUXILIARIES = words.words(
    """has have had is are was were been will would also now already currently still soon then since agreed
    plans planned expects wants began started to be which that , reportedly recently just largely mainly
    mostly a an deal contract agreement signed begun resumed continues continued said says it they had to
    quietly first secretly legally would has"""
)
_CLAUSE = words.words(
    """and but while that which who where because when if after before said says not by than as ; : ( )
    —"""
)
_TOKEN = re.compile(r"[^\W_][\w.’'%-]*|[,;:()—$€£]")
_LONGEST = 100
_MEASURE = re.compile(
    r"\s(?:(?:as\smuch\sas|up\sto|some|about|around|roughly|nearly|almost|over|more\sthan|at\sleast|another|"
    r"an\sadditional|a\sfurther|a\stotal\sof|close\sto|its\sfirst)\s)?"
)


def find(row: NamedRow) -> Iterator[Tie]:
    """The purchases and sales of one sentence."""
    if len(row.names) < 2 or row.scene.reading.words[row.number].isdisjoint(CUES):
        return
    for first, a, second, b, between in row.pairs(2):
        if len(between) > _LONGEST or a.kind not in ("organisation", "unknown", "side", "group"):
            continue
        if first.adjective and first.kind == "side":
            continue
        tokens = [t.lower() for t in _TOKEN.findall(between)]
        at = 0
        while at < len(tokens) and tokens[at] in _AUXILIARIES:
            at += 1
        verb = tokens[at] if at < len(tokens) else ""
        rest = tokens[at + 1 :]
        if not rest:
            yield from _given(row, first.start, a, second.end, b, verb)
            continue
        if rest[-2:] == ["such", "as"] or rest[-1] in ("including", "like"):
            last = next((i for i, w in enumerate(rest) if w == "to"), len(rest))
            rest = rest[: last + 1]  # "to customers such as B"
        while rest and rest[-1] in ("the", "both", "fellow", "rival"):
            rest.pop()
        if not rest or not _CLAUSE.isdisjoint(rest[:-1]) or _is_passive(tokens[:at], verb):
            continue
        ware = not lexicon.SUPPLIED.isdisjoint(rest[:-1])
        bought = verb in _BUYS and rest[-1] == "from" and ware
        won = verb in _WINS and rest[-1] == "from" and not _ORDERS.isdisjoint(rest)
        sold = verb in _SELLS and rest[-1] == "to" and ware
        if not (bought or won or sold):
            continue
        for other in row.list_from(row.index_of(second)):
            if other.kind not in ("organisation", "unknown", "side", "group") or other.kind == "model":
                break
            giver, taker = (other, a) if bought else (a, other)
            if giver.kind in ("organisation", "unknown") and parties.fit(giver, "supplies", taker):
                yield Tie(giver, "supplies", taker, first.start, max(second.end, other.end), first.end)


def _is_passive(before: list[str], verb: str) -> bool:
    return not verb.endswith("ing") and ("be" in before or "been" in before)


def _given(row: NamedRow, start: int, a: Referent, end: int, b: Referent, verb: str) -> Iterator[Tie]:
    """ "A promised B 10 billion euros"."""
    if verb not in _GIVES:
        return
    if a.kind not in ("side", "organisation", "unknown") or b.kind not in ("organisation", "unknown"):
        return
    measure = _MEASURE.match(row.content, end, row.sentence.end)
    for figure in row.scene.reading.figures_in(end, min(row.sentence.end, end + 60)):
        near = measure is not None and 0 <= figure.start - measure.end() <= 3
        if figure.kind == "money" and near and parties.fit(a, "funds", b):
            amount = figure.low if figure.low is not None else figure.high
            yield Tie(a, "funds", b, start, figure.end, a.end, amount, figure.unit)
        return
