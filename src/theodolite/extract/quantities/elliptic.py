"""What a figure counts that has no noun behind it: what its sentence's subject counts ("downloads went from 9
million to 41 million"), or what the text counted last ("41% are Chinese; the U.S. is at 29")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from theodolite.extract.quantities import nouns
from theodolite.extract.words import lexicon
from theodolite.extract.words.numbers import Figure
from theodolite.extract.words.syntax import Parse

_AMOUNTING = lexicon.words(
    "is are was were be been being am 's 're reach reaches reached reaching exceed exceeds exceeded exceeding number numbers",
    "numbered total totals totalled totaled hit hits top tops topped pass passes passed surpass surpasses surpassed rise",
    "rises rose risen rising grow grows grew grown growing climb climbs climbed climbing fall falls fell fallen falling drop",
    "drops dropped dropping go goes went gone going increase increases increased increasing jump jumps jumped surge surges",
    "surged swell swelled swelled decline declines declined double doubled stand stands stood come comes came amount amounts",
    "amounted raised cut reduced lifted brought expanded averaged average averages approach approached neared stayed remain",
    "remains remained became put estimated stays crossed cross crosses dwindled shrank shrunk quadrupled tripled expected",
)
"""Verbs that say how many their subject is."""
_TALLY = lexicon.words("number count total tally figure sum population stock fleet amount")
_NO_COUNT = lexicon.words("numbers figures results estimates odds sales revenues prices costs shares scores benchmarks terms")
_MOST_PERCENT = 100.0
_REACH = 2  # sentences back in which a share may have been told


@dataclass(frozen=True, slots=True)
class Told:
    """What a figure of the text counted: its kind, unit and metric, and the sentence it stood in."""

    kind: str
    unit: str
    metric: str | None
    sentence: int
    paragraph: int


_BESIDE_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*\)?(?:,|:)?\s\(?|\b(?:is|was|are|were|has|had|have|at|with|to|from|than|only|just|versus|vs\.?|against|"
    r"about|around|like|barely|hopeful|worried|reached|scored?|scores|got|gets|and)\s|[a-z]\s\()\Z"
)
_ENDS = re.compile(
    r"\s?(?:[.;:)!?—–]|,(?!\d)|\Z)|\s(?:in|for|among|and|but|while|when|on|at|last|this|a|per cent|two|three|five|ten|years?)\b"
)


def stands_bare(before: str, after: str) -> bool:
    """Whether a number stands where only its unit is left out: "China 77", "(52)", "is at 29"."""
    return bool(_BESIDE_NAME.search(before[-60:]) and _ENDS.match(after))


def remembered(told: Sequence[Told], figure: Figure, number: int, before: str, after: str) -> Told | None:
    """What a bare number goes on counting: the last share or count told shortly before."""
    value = figure.low if figure.low is not None else figure.high
    if not told or value is None or not stands_bare(before, after):
        return None
    last = told[-1]
    if number - last.sentence > _REACH:
        return None
    if last.kind == "percent":
        fits = not figure.scaled and 0 < value <= _MOST_PERCENT and not figure.worded
        return last if fits else None
    if last.kind == "money":
        return last if figure.scaled else None
    return last if last.kind == "measure" and not figure.scaled and not figure.worded else None


def counted_subject(parse: Parse, figure: Figure) -> str | None:
    """The noun of a subject that the figure says the number of: "the users of Doubao exceed 200 million"."""
    token = parse.head_of(figure.start, figure.end)
    if token is None or not parse.is_parsed:
        return None
    verb = parse.verb_above(token)
    if verb.text.lower() not in _AMOUNTING:
        return None
    subject = parse.subject(verb)
    if subject is None or not (figure.opening > parse.span(subject)[0]):
        return None
    if subject.text.lower() in _TALLY:
        return _tallied(subject)
    if subject.tag_ != "NNS" or subject.text.lower() in _NO_COUNT:
        return None
    return str(nouns.singular(subject.text).lower() if subject.text[1:].islower() else nouns.singular(subject.text))


def _tallied(subject: Any) -> str | None:
    """What "the number of ..." is the number of."""
    for child in subject.children:
        if child.dep_ == "prep" and child.text.lower() == "of":
            for held in child.children:
                if held.tag_ in ("NNS", "NNPS"):
                    return nouns.unit_of(held.text)
    return None
