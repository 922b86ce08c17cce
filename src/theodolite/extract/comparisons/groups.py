"""Two parts of one whole held against each other, none by name: "larger firms ... than small firms"."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent
from theodolite.extract.words import lexicon

WHOLES = lexicon.words(
    """firms companies businesses enterprises startups start-ups organisations organizations employers
    manufacturers developers labs universities countries nations economies cities regions states governments
    people individuals adults workers employees women men students teachers users consumers respondents
    households schools banks investors researchers scientists engineers graduates managers executives
    patients families teams vendors"""
)
"""What is spoken of in parts by size, age, wealth or place."""
_AGAIN = lexicon.words("counterparts peers ones")
_TWO = re.compile(
    r"\b(?P<one>" + "|".join(sorted(WHOLES)) + r")\b[^.;:!?]{3,160}?\bthan\s(?:[\w-]+,?\s){0,6}?"
    r"(?:counterparts|peers|ones|" + "|".join(sorted(WHOLES)) + r")\b",
    re.I,
)


def two(content: str, words: frozenset[str], span: tuple[int, int]) -> bool:
    """Whether a sentence may hold two such parts against each other."""
    return "than" in words and not words.isdisjoint(WHOLES) and _TWO.search(content, *span) is not None


def alike(parties: Parties, token: Any, subject: Any, objects: list[Referent]) -> bool:
    """Whether the subject and the other side are two such parts: the subject is told by a word of its own."""
    if token.tag_ not in ("JJR", "RBR") or subject.tag_ != "NNS" or subject.text.lower() not in WHOLES:
        return False
    start, end = parties.parse.phrase(subject)
    told = [t for t in subject.children if t.dep_ in ("amod", "compound", "prep", "nmod")]
    own = bool(told) or subject.text.lower() in ("women", "men")
    last = [o.text.split()[-1].lower() for o in objects]
    return own and end - start < _LONGEST and all(w in WHOLES or w in _AGAIN for w in last)


_LONGEST = 70  # characters of a phrase that may stand for a part
