"""Acts that consist in words: what somebody announced, agreed or asked for on a day, and what is told so.

"Said on Tuesday that it had closed the deal" dates the deal by its telling; "agreed in May to supply chips"
and "asked the government to explain" are acts of their own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from theodolite.extract.events import happenings
from theodolite.extract.words import lexicon, predications
from theodolite.extract.words.lemmas import lemma
from theodolite.extract.words.predications import Predication
from theodolite.extract.words.syntax import Parse

_WOULD = frozenset(("would", "will", "'ll", "’ll"))
_ITSELF = frozenset(("it", "they", "we", "he", "she"))
ANNOUNCING = lexicon.words(
    """announce confirm reveal disclose admit acknowledge pledge vow promise propose decide rule agree declare
    conclude concede unveil boast signal threaten insist demand notify inform assure warn find"""
)
"""Verbs whose clause says what was announced, decided or admitted: the announcement is what happened."""
ASKING = lexicon.words(
    """ask press urge tell order call pressure force invite summon instruct direct allow permit persuade lobby
    require compel pressure encourage advise authorise authorize enable forbid task"""
)
"""Verbs by which somebody wants somebody else to do something, or lets them."""
COMMITTING = lexicon.words(
    """agree decide vow refuse offer move threaten pledge choose opt come promise resolve undertake volunteer
    decline elect rush manage win fail hurry step return"""
)
"""Verbs that with "to" and another verb say what somebody set out to do."""


def promises(p: Predication) -> bool:
    """ "Said in 2024 that it would build a site": an announcement, whenever in the year."""
    return any(
        c.dep_ == "ccomp" and any(a.tag_ == "MD" and a.text.lower() in _WOULD for a in c.children)
        for c in p.verb.children
    )


def done(parse: Parse, said: Predication) -> Predication | None:
    """What was done, where its telling dates it: "said on Tuesday that it had closed the deal"."""
    for child in said.verb.children:
        had = any(c.dep_ == "aux" and c.text.lower() in ("had", "has") for c in child.children)
        if child.dep_ == "ccomp" and child.tag_ == "VBN" and had:
            p = predications.of(parse, child)
            if any(t.text.lower() in _ITSELF for t in p.agents):
                p = replace(p, agents=said.agents)
            return p if p.lemma in happenings.VERBS - happenings.SAYING and p.patients else None
    return None


def announces(p: Predication) -> bool:
    """ "Confirmed that it raised money", "decided to leave", "announced it would open": with its clause."""
    if p.lemma not in ANNOUNCING or p.passive:
        return False
    return any(c.dep_ in ("ccomp", "xcomp") and c.tag_.startswith(("VB", "MD")) for c in p.verb.children)


def asks(p: Predication) -> bool:
    """ "Asked the government to explain", "called on firms to stop", "ordered it to leave"."""
    if p.lemma not in ASKING:
        return False
    for child in p.verb.children:
        if child.dep_ in ("ccomp", "xcomp", "advcl") and any(c.tag_ == "TO" for c in child.children):
            return True
    if p.lemma == "call":
        return "for" in p.prepositions or any(c.text.lower() == "for" for c in p.verb.children)
    return p.lemma in ("press", "urge", "lobby", "summon", "invite") and bool(p.patients)


def committed(p: Predication) -> Any | None:
    """The verb behind "to": "agreed to supply", "came to offer"."""
    if p.lemma not in COMMITTING or p.passive:
        return None
    for child in p.verb.children:
        to = any(c.tag_ == "TO" for c in child.children)
        if to and (child.dep_ == "xcomp" or (child.dep_ == "advcl" and p.lemma == "come")):
            return child if lemma(child) not in ("be", "have") else None
    return None
