"""Judgements by frames: one grammatical role and a broad list of words each."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any

from theodolite.extract import dimensions
from theodolite.extract.assessments import (
    behaviours,
    clefts,
    deeds,
    esteem,
    located,
    praise,
    standings,
    topics,
    wants,
)
from theodolite.extract.assessments.judgement import Judgement
from theodolite.extract.assessments.lexicon import nouns
from theodolite.extract.comparisons import frames
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent
from theodolite.extract.words.lexicon import words
from theodolite.model.claim import Dimension

_TOO_COMMON = words(
    """released releases release released shared shares share sharing large recognition trump future
    court autonomous smart influence work works prime major widely help helps helped industry
    killing killed published figures market markets field exposed risk risks move moves moved small
    containing contained contains viral get gets lost late dropped stable trust powered built taken
    take takes affected charged paid died harm harmed race opened aid blocked leader expert experts
    already general secure secured open capabilities development potential leaders surge reinforced
    seriously significant significantly concerns concern big speed power efficiency innovation
    back way build pay paying led keep keeps gap figure cut gave took run runs running working set give
    held drawn draws
    break box opens founder stood committed last what without students researchers high only any chief
    serious issue challenges threat errors crash crashes charge charges nearly almost alone enough legitimate
    closed nonexistent non-existent revealed off engineers graduates budget weight weights strategic
    inaccurate needed missing given gives domestic original minor features turn
    swift secret push pedestrian stay ran quickly primary okay massive game drew active taking table publish
    publishing central handles required pull clear miss"""
)
WORDS = (
    clefts.WORDS
    | esteem.WORDS
    | deeds.WORDS
    | praise.WORDS
    | standings.WORDS
    | wants.WORDS
    | behaviours.WORDS
    | located.WORDS
) - _TOO_COMMON
"""What a cheap look-up finds in a sentence that may hold a judgement. Words that every news text is full of
are no sign by themselves: a sentence is looked at for the other words that a judgement with them has."""
_HELD = frozenset(
    form for noun in nouns.STRONG | nouns.WEAK for form in (noun, noun + "s", noun[:-1] + "ies")
)
_TOGETHER = (
    (
        words("full"),
        words("holes loopholes bugs errors flaws mistakes gaps contradictions leaks cracks problems"),
    ),
    (words("can could"), words("months weeks days hours")),
    (words("serious chief"), nouns.PLAYER | {noun + "s" for noun in nouns.PLAYER}),
    (words("risk lost gave"), _HELD),
    (words("gave given gives giving"), words("up")),
    (words("left leave leaves leaving"), words("without")),
    (words("has have had having"), words("lost difficulty difficulties")),
    (words("makes make made making"), words("errors")),
    (words("holds hold held owns"), words("one only")),
    (words("in"), words("money")),
    (words("last"), words("rank ranks ranked comes came finished finish placed come")),
    behaviours.FEELING,
)
"""Common words that are a sign only in company: "full of holes", "ranks last"."""
_COMPANY = frozenset(word for _, other in _TOGETHER for word in other)


def may_judge(said: Set[str]) -> bool:
    """Whether the words of a sentence, in lower case, may hold a judgement that a frame finds."""
    if not WORDS.isdisjoint(said):
        return True
    if _COMPANY.isdisjoint(said):
        return False
    return any(not one.isdisjoint(said) and not other.isdisjoint(said) for one, other in _TOGETHER)


def find(parties: Parties) -> Iterator[Judgement]:
    """The judgements of a sentence, those that are claimed and that readers would list."""
    for find_in in (
        deeds.find,
        standings.of_sentence,
        praise.find,
        located.find,
        clefts.find,
    ):
        for found in find_in(parties):
            if frames.claimed(parties.parse, _enabling(found.token)):
                yield found


_ENABLING = words(
    "allow allows allowed allowing enable enables enabled enabling let lets letting help helps helped"
)


def _enabling(token: Any) -> Any:
    """What is made possible is claimed as far as what makes it so: "could allow A to dominate"."""
    return token.head if token.dep_ in ("xcomp", "ccomp") and token.head.text.lower() in _ENABLING else token


def on(parties: Parties, found: Judgement, who: Referent) -> list[Dimension]:
    """What a judgement is on: its own word, its topics from the nearest on, its clause, its sentence."""
    if found.dimension and not (found.dimension == "talent" and who.kind == "model"):
        return [found.dimension]
    if topics.points_back(parties, found.start, found.end):
        return [topics.before(parties)]
    for start, end in found.topics:
        if several := topics.listed(topics.unnamed(parties, start, end)):
            return several
    start, stop = found.start, topics.end(parties, found.end)
    if near := dimensions.judged(topics.unnamed(parties, start, stop)):
        return [near]
    return [topics.around(parties, found.token, who)]
