"""Who is judged by a cue."""

from __future__ import annotations

import re
from typing import Any

from theodolite.extract.assessments.cues import Cue
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.referents import Referent
from theodolite.extract.words import predications

FIRST = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_NOT_VERBS = frozenset({"is", "are", "was", "were"})


def anchor(parties: Parties, match: re.Match[str]) -> Any:
    """The token of a cue that its clause hangs on: its first verb or noun."""
    tokens = parties.parse.within(match.start(), match.end())
    for token in tokens:
        if token.tag_.startswith("VB") and token.dep_ not in ("aux", "auxpass"):
            return token
    for token in tokens:
        if token.tag_.startswith("NN"):
            return token
    return tokens[0] if tokens else parties.parse.at(match.start())


def of(parties: Parties, cue: Cue, match: re.Match[str], token: Any) -> list[Referent]:
    """The parties that a cue judges; none where nobody with a name is meant."""
    return _WAYS[cue.way](parties, match, token)


def _subject(parties: Parties, match: re.Match[str], token: Any) -> list[Referent]:
    if not token.tag_.startswith(("VB", "MD")):
        if token.tag_.startswith("NN") and token.dep_ not in ("attr", "dobj", "pobj", "acomp"):
            if token.dep_ == "appos" and (found := parties.of(token.head)):
                return found
        token = parties.parse.verb_above(token)
    found = parties.subjects(token)
    return found


def _agent(parties: Parties, match: re.Match[str], token: Any) -> list[Referent]:
    if token.tag_.startswith("VB"):
        act = predications.of(parties.parse, token)
        found = [r for t in act.agents for r in parties.of(t)] if act.passive else []
        if found:
            return _once(found)
    return parties.after(match.end() + 1)


def _patient(parties: Parties, match: re.Match[str], token: Any) -> list[Referent]:
    if not token.tag_.startswith("VB"):
        return []
    act = predications.of(parties.parse, token)
    found = [r for t in act.patients for r in _held(parties, t)]
    return _once(found)


def _held(parties: Parties, token: Any) -> list[Referent]:
    """Whom something strikes: the side of the object, or every side in what hangs on it ("in both A and B")."""
    own = parties.of(token)
    for child in token.children:
        if child.dep_ == "prep" and child.text.lower() in ("in", "of", "for", "at", "by"):
            placed = [r for held in child.children if held.dep_ == "pobj" for r in parties.of(held)]
            if len(placed) > len(own):
                return placed
    if own:
        return own
    head = token.head
    for child in head.children:
        if child.dep_ == "prep" and child.text.lower() in ("in", "across", "at", "for") and child.i > head.i:
            placed = [r for held in child.children if held.dep_ == "pobj" for r in parties.of(held)]
            if placed:
                return placed
    return _place(parties, None, token)


def _owner(parties: Parties, match: re.Match[str], token: Any) -> list[Referent]:
    noun = token
    for candidate in parties.parse.within(match.start(), match.end()):
        if candidate.tag_.startswith("NN"):
            noun = candidate
            break
    if noun.tag_.startswith("NN"):
        if noun.dep_ in ("nsubj", "attr", "dobj", "pobj", "nsubjpass", "conj", "appos", "ROOT"):
            own = parties.one(noun)
            if own is not None and own.start < match.end() + 60:
                return [own]
    verb = parties.parse.verb_above(noun)
    if noun.dep_ in ("attr", "dobj", "acomp") or token.tag_.startswith("VB"):
        return parties.subjects(verb)
    return []


def _named(parties: Parties, match: re.Match[str], token: Any) -> list[Referent]:
    """The name that an adjective stands before: "well-funded startups such as A", "the leading lab B"."""
    first = parties.parse.at(match.start())
    head = first
    for _ in range(4):
        if head is None or head.tag_.startswith("NN"):
            break
        head = head.head
    if head is None or not head.tag_.startswith("NN"):
        return []
    examples = parties._examples(head)
    if examples:
        return examples
    for child in head.children:
        if child.dep_ == "appos" and child.i > head.i:
            return parties.of(child)
    if head.dep_ == "appos":
        return parties.of(head.head)
    own = parties._covering(parties.parse.span(head)[0])
    if own is not None and own.kind in ("organisation", "model"):
        return parties.of(head)
    return []


def _place(parties: Parties, match: re.Match[str] | None, token: Any) -> list[Referent]:
    """ "In China, there is no ...": the place that the clause is set in."""
    limit = parties.parse.span(token)[0]
    opened = re.search(r"\b[Ii]n\s(?:the\s)?(?=[A-Z])", parties.words(parties.sentence.start, limit))
    if opened:
        found = [r for r in parties.after(parties.sentence.start + opened.end()) if r.kind == "side"]
        if found:
            return found
    if match is not None:
        tail = parties.words(match.end(), parties.sentence.end)
        placed = re.search(r"\b(?:in|for|at)\s(?:the\s)?(?=[A-Z])", tail)
        if placed:
            return [
                r
                for r in parties.after(match.end() + placed.end())
                if r.kind in ("side", "organisation", "group")
            ]
    return []


def _once(found: list[Referent]) -> list[Referent]:
    return list({(r.name, r.start): r for r in found}.values())


_WAYS = {
    "subject": _subject,
    "agent": _agent,
    "patient": _patient,
    "owner": _owner,
    "named": _named,
    "place": _place,
}
