"""Relative clauses with a teller inside: "released a model that it says beats B" is said of the model.

The parser takes such a "that" for what is said, and hangs the clause on the teller; the words are plainer.
"""

from __future__ import annotations

import re

from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.comparisons.roles import around
from theodolite.extract.referents import Referent

_TELLS = re.compile(
    r"(?P<noun>[A-Za-z][\w’'.-]*)(?:\s(?:in|last|this|on|at)\s\w+)?,?\s(?:(?:that|which)\s)?"
    r"(?:it|they|he|she|we|(?:the|its)\s(?:[a-z-]+\s)?(?:company|firm|startup|start-up|lab|maker|group|team|researchers|"
    r"chipmaker|giant|developer)|[A-Z][\w.]+|researchers|executives|analysts|experts|users|critics|some|many)\s"
    r"(?:has\s|have\s|had\s|also\s)?(?:says?|said|claim(?:s|ed)?|believes?|boasts?|boasted|argues?|argued|insists?|"
    r"insisted|reports?|reported|hopes|thinks?|touts?|touted|maintains?|asserts?|asserted)\s"
    r"(?P<after>[^,;:]{0,70})\Z"
)
_OWN_SUBJECT = re.compile(r"\b(?:it|they|he|she|that|which|who|we|its|their|the)\s", re.I)
_WHAT = re.compile(
    r"\b(?:model|system|chip|chatbot|version|processor|accelerator|product|technology|tool|agent|app|platform|"
    r"supercomputer|cluster|assistant|robot|service|architecture|one)s?\Z"
)


def antecedent(parties: Parties, before: int) -> list[Referent]:
    """Who is spoken of by a clause that ends in the words which compare; empty where no such clause does."""
    match = _TELLS.search(parties.words(parties.sentence.start, before))
    if match is None or _OWN_SUBJECT.search(match["after"]) or not _WHAT.search(match["noun"]):
        return []
    token = parties.parse.at(parties.sentence.start + match.start("noun"))
    if token is None or not token.tag_.startswith("NN"):
        return []
    return parties.of(token) or around(parties, token)
