"""Judgements by what a side has, wins, faces, loses or is given: "has ample power", "faces a shortage"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theodolite.extract import dimensions
from theodolite.extract.assessments import about, acts, judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import OTHER, Judgement
from theodolite.extract.assessments.lexicon import adjectives, nouns, verbs
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.lexicon import words
from theodolite.extract.words.predications import Predication
from theodolite.model.claim import Dimension

_MUCH = words("plenty abundance wealth lot lots millions thousands")
_MOST = words("most largest best highest top biggest")
_PEOPLE = words("engineer researcher scientist graduate student specialist programmer mathematician coder")
_LEAST = words("least worst weakest slowest poorest smallest lowest latest newest fewest oldest earliest")
_UNSURE = words("more less fewer smaller older newer larger bigger higher lower latter former later earlier")
_REACH = 160  # characters of a thing had that say what it is
_WORKING = words("do make produce deliver")
_ASKED = (
    verbs.LOSE | verbs.OVERCOME | verbs.FACE | verbs.HAVE | verbs.GIVE | verbs.ACHIEVE | verbs.PRODUCE
    | _WORKING
)  # fmt: skip
"""The verbs of which anything is said here."""


def find(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """The judgements on who has, wins, faces or loses the objects of a verb."""
    names = acts.names(act)
    if _ASKED.isdisjoint(names):
        return
    for token in act.patients:
        way = _worth(act, token, names)
        if way is None:
            continue
        if any(
            c.text.lower() == "most" and c.dep_ == "amod" for c in token.children
        ) and not dimensions.judged(parties.words(*parties.parse.phrase(token))):
            continue  # "has the most visitors"
        who, on = _holder(parties, act, token)
        if who:
            if judgement.is_denied(token) or judgement.is_denied(act.verb):
                way = OTHER[way]
            start, end = acts.hull(parties, act)
            first, last = parties.parse.phrase(token)
            yield Judgement("held", who, way, act.verb, start, end, ((first, min(last, first + _REACH)),), on)


def _holder(parties: Parties, act: Predication, token: Any) -> tuple[tuple[Referent, ...], Dimension | None]:
    """Who has it: the receiver of what is given, whose weakness is overcome, else the subject."""
    if act.recipients and any(n in verbs.GIVE for n in acts.names(act)):
        return tuple(r for t in act.recipients for r in judgement.whose(parties, t)[0]), None
    if any(n in verbs.OVERCOME for n in acts.names(act)) and (own := judgement.whose(parties, token)[0]):
        return own, None
    return judgement.subjects(parties, act.verb)


def _worth(act: Predication, token: Any, names: tuple[str, ...]) -> Direction | None:
    """Which way it judges a side to have, win, face or lose something."""
    plain = lemma(token)
    if any(c.text[:1].isdigit() for c in token.subtree if c.i < token.i):
        return None  # a figure says how much
    if any(n in verbs.LOSE for n in names):
        if any(c.text[:1].isdigit() or c.text == "$" for c in token.subtree):
            return None
        if plain == "start" and not any(c.text.lower() == "head" for c in token.children):
            return None
        return (
            "weakness"
            if plain in nouns.STRONG | {"start"} or act.lemma in ("lack", "lose", "squander")
            else None
        )
    if any(n in verbs.OVERCOME for n in names):
        return "strength" if plain in nouns.WEAK else None
    bad = nouns.HAD_WEAK if act.lemma == "have" else nouns.FACED
    if any(n in verbs.FACE for n in names) and plain in bad:
        return "weakness"
    if any(n in verbs.HAVE for n in names) or (act.recipients and any(n in verbs.GIVE for n in names)):
        return _by_having(act, token, plain) or (_of_the_best(token) if act.lemma in _KEEPING else None)
    if act.lemma in _WORKING and plain in ("work", "job", "research"):
        return quality(token)
    if any(n in verbs.ACHIEVE for n in names):
        return "strength" if plain in nouns.HAD_STRONG or _is_most(token) else None
    if act.lemma not in verbs.PRODUCE or act.verb.dep_ == "pcomp":
        return None
    return "strength" if _is_most(token) or (plain in _PEOPLE and quality(token) == "strength") else None


def _by_having(act: Predication, token: Any, plain: str) -> Direction | None:
    said = quality(token)
    if plain in nouns.HAD_STRONG:
        return said or "strength"
    if plain in nouns.HAD_WEAK:
        return "weakness"
    return said if act.lemma != "see" else None


def _is_most(token: Any) -> bool:
    """Whether a superlative stands before a noun."""
    return any(
        c.text.lower() in _MOST or (c.tag_ == "JJS" and c.text.lower() not in _LEAST) for c in token.children
    )


def _of_the_best(token: Any) -> Direction | None:
    """ "Have some of the best universities", "own the largest portfolios"."""
    held = token
    if token.text.lower() in _SOME:
        held = next(
            (g for c in token.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"), token
        )
    before = [c for c in held.children if c.i < held.i]
    best = _is_most(held) or any(
        c.text.lower() == "most" and c.head.dep_ == "amod" for b in before for c in b.children
    )
    if not best or lemma(held) in nouns.RELATED | nouns.PROBLEM | nouns.WEAK | _COSTS:
        return None
    return "strength" if held is not token or any(c.text.lower() == "the" for c in before) else None


_KEEPING = words("have hold own possess boast host enjoy command maintain keep retain run operate control")
_SOME = words("some many several most half two three four five one")
_COSTS = words("cost price debt loss emission bill appetite need demand question exposure share")
_NO_QUALITY = words(
    "idea reason chance point look time day week deal number bit sense view "
    "question way year month while job news interest incentive opinion preference resemblance accent case"
)
"""What is called good, great or bad without a judgement on who has it."""
_POOR = adjectives.QUANTITY_WEAK | (adjectives.WEAK - adjectives.ONLY_PREDICATE)
_RICH = adjectives.QUANTITY_STRONG | (adjectives.STRONG - adjectives.ONLY_PREDICATE)


def quality(token: Any) -> Direction | None:
    """What the words before a noun say of it: "ample", "too few"."""
    if lemma(token) in _NO_QUALITY:
        return None
    if token.text.lower() in _MUCH:
        return "strength"
    if token.text.lower() == "handful":
        held = [g for c in token.children if c.text.lower() == "of" for g in c.children]
        return "weakness" if any(lemma(g) in about.OF_A_SIDE for g in held) else None
    if any(c.dep_ == "nummod" or c.text.lower() == "than" for c in token.subtree):
        return None
    for child in token.children:
        if child.i < token.i and child.dep_ in ("amod", "det", "advmod", "compound"):
            word = _joined(child)
            if (
                child.tag_ == "JJR"
                and word not in _UNSURE
                and any(c.text.lower() == "the" for c in token.children)
            ):
                return "weakness" if word in adjectives.WEAK else "strength"  # "has the cleaner design"
            if word in _POOR:
                return "weakness"
            if word in _RICH:
                return "strength"
            if word == "many" and lemma(token) in _PEOPLE and not any(child.children):
                return "strength"
    return None


def _joined(token: Any) -> str:
    """A word with what a hyphen joins before it: "first-class"."""
    if token.i > 1 and token.doc[token.i - 1].text == "-":
        return f"{token.doc[token.i - 2].text}-{token.text}".lower()
    return str(token.text.lower())
