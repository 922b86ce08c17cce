"""Judgements by what somebody is said to be: a leader, a laggard, a bottleneck."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theodolite.extract import dimensions
from theodolite.extract.assessments import about, judgement
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import Judgement, is_denied, turned
from theodolite.extract.assessments.lexicon import nouns
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.lexicon import words
from theodolite.model.claim import Dimension

WORDS = nouns.PROBLEM | nouns.BOON | nouns.SPOTS | nouns.ROLE_STRONG | nouns.ROLE_WEAK
"""Nouns that may rank; more do where a hyphen joins them to the word before."""


def by_rank(parties: Parties, token: Any) -> Iterator[Judgement]:
    """What a noun of rank, of trouble or of good fortune says."""
    plain = lemma(token)
    if token.i and parties.parse.tokens[token.i - 1].text == "-":
        plain = f"{parties.parse.tokens[max(0, token.i - 2)].text.lower()}-{plain}"
    if plain == "runner" and parties.parse.tokens[max(0, token.i - 1)].text.lower() != "front":
        return
    way = _worth(token, plain)
    if way is not None and (found := list(_to_somebody(parties, token, way))):
        yield from found
    elif plain in nouns.ROLE_STRONG:
        yield from said_to_be(parties, token, "strength", "rank")
    elif plain in nouns.ROLE_WEAK:
        yield from said_to_be(parties, token, "weakness", "rank")


def _worth(token: Any, plain: str) -> Direction | None:
    """Whether something is trouble or good fortune: "bottleneck", "sore point", "trump card"."""
    if plain in nouns.PROBLEM:
        return "weakness"
    if plain in nouns.BOON:
        return "strength"
    if plain in nouns.SPOTS:
        said = {c.text.lower() for c in token.children if c.i < token.i}
        if said & nouns.SORE:
            return "weakness"
        return "strength" if said & nouns.SWEET else None
    return None


NO_STANDING = words(
    "day week month quarter year decade time moment way thing story reason point case matter fact "
    "number part bit kind"
    "sort type step night start end beginning sign news decision example guess bet result mistake "
    "choice term word"
    "name title sentence book film drive walk while journey history date price tag range list "
    "interview winter summer"
)
"""What is called good or bad without a judgement on somebody."""
_ONE_OF = words("one among be is are some part")
_MEASURES = re.compile(r"\b(?:Exam|Bench\w*|Benchmark|Index|Arena|Report|Survey|Study)\b")


_SMALL_MATTERS = words("solved minor small non former past old own real")


def _to_somebody(parties: Parties, noun: Any, direction: Direction) -> Iterator[Judgement]:
    """ "Compute is our bottleneck", "power is a strength of China's", "a challenge to Japan's future"."""
    if noun.dep_ == "nsubj" and lemma(noun.head) in ("be", "remain"):
        yield from _is_what(parties, noun, direction)
    if noun.dep_ not in ("attr", "oprd") or any(c.text.lower() in _SMALL_MATTERS for c in noun.children):
        return
    verb = parties.parse.verb_above(noun)
    subject = parties.parse.subject(verb)
    if subject is None or subject.dep_ == "expl" or subject.text.lower() in ("there", "it", "this", "that"):
        return
    own = [c for c in noun.children if c.dep_ == "poss"]
    for child in (*noun.children, *verb.children):
        if child.dep_ == "prep" and child.text.lower() in ("for", "to", "of", "in", "on"):
            own += [held for held in child.children if held.dep_ == "pobj"]
    for token in own:
        who = judgement.whose(parties, token)[0]
        if who and subject is not None:
            topics = [parties.parse.phrase(subject)] if not judgement.is_party(parties, subject) else []
            topics += [parties.parse.phrase(token)] if not judgement.is_party(parties, token) else []
            start, end = parties.parse.phrase(noun)
            yield Judgement(
                "problem", who, direction, noun, start, end, tuple(topics), denied=is_denied(noun)
            )
            return
    on = None
    who = _within(parties, noun) or about.holder(parties, subject)
    if not who and _is_of_the_field(parties, subject):
        who, on = judgement.whose(parties, subject)  # "A's software is a headache for engineers"
    if who and not judgement.is_party(parties, subject):
        start, end = parties.parse.phrase(subject)[0], parties.parse.span(noun)[1]
        yield Judgement(
            "problem",
            who,
            direction,
            noun,
            start,
            end,
            (parties.parse.phrase(subject),),
            on,
            denied=is_denied(noun),
        )


def _is_of_the_field(parties: Parties, subject: Any) -> bool:
    """Whether somebody's thing is one of the field: "A's software", not "A's size"."""
    if not subject.tag_.startswith("NN") or judgement.is_party(parties, subject):
        return False
    known = lemma(subject) in about.OF_A_SIDE or lemma(subject) in about.OF_A_THING
    return known or dimensions.judged(parties.words(*parties.parse.phrase(subject))) is not None


def _within(parties: Parties, noun: Any) -> tuple[Any, ...]:
    """ "The limit on what American companies can build": who does what is limited."""
    for token in noun.subtree:
        if token.i > noun.i and token.dep_ == "nsubj" and (who := judgement.whose(parties, token)[0]):
            return who
    return ()


def _is_what(parties: Parties, noun: Any, direction: Direction) -> Iterator[Judgement]:
    """ "Germany's problem is energy", "the problem with Europe is capital"."""
    what = next((c for c in noun.head.children if c.dep_ == "attr" and c.tag_.startswith("NN")), None)
    own = [c for c in noun.children if c.dep_ == "poss"]
    for child in noun.children:
        if child.dep_ == "prep" and child.text.lower() in ("for", "with", "of", "in"):
            own += [held for held in child.children if held.dep_ == "pobj"]
    for token in own:
        if what is not None and (who := judgement.whose(parties, token)[0]):
            start = parties.parse.phrase(noun)[0]
            on = parties.parse.phrase(what)
            yield Judgement("problem", who, direction, noun, start, on[1], (on,), denied=is_denied(what))
            return
    if what is not None and not own and (who := about.holder(parties, what)):
        start, on = parties.parse.phrase(noun)[0], parties.parse.phrase(what)
        yield Judgement("problem", who, direction, noun, start, on[1], (on,), denied=is_denied(what))


def said_to_be(
    parties: Parties, noun: Any, direction: Direction, name: str, on: Dimension | None = None
) -> Iterator[Judgement]:
    """Who a noun of rank is said of: its subject, what it stands beside, or who is seen as one."""
    head = noun
    named = [c for c in noun.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < noun.i]
    for _ in range(3):
        if (
            head.dep_ == "pobj"
            and head.head.text.lower() in ("of", "among")
            and head.head.head.text.lower() in _ONE_OF
        ):
            head = head.head.head
    start, end = parties.parse.phrase(noun)
    if named:
        who: tuple[Any, ...] = judgement.whose(parties, named[0])[0]
    elif head.dep_ == "appos":
        own = parties.one(head.head)
        who = (own,) if own is not None and judgement.fits(own) else ()
    elif head.dep_ in ("attr", "oprd"):
        if parties.parse.subject(head.head) is None:
            return
        who = judgement.subjects(parties, head.head)[0]
    elif head.dep_ == "pobj" and head.head.text.lower() == "as" and head.head.head.tag_.startswith("VB"):
        verb = head.head.head
        held = [c for c in verb.children if c.dep_ == "dobj"]
        who = judgement.whose(parties, held[0])[0] if held else judgement.subjects(parties, verb)[0]
    else:
        return
    if name != "problem":
        who = tuple(r for r in who if not _MEASURES.search(r.name or ""))
    if who and not any(c.text.lower() == "than" for c in noun.subtree):
        yield Judgement(name, who, turned(noun, direction), noun, start, end, ((start, end),), on)
