"""Objects that stand before their verb: "machines which only A makes", "the test that buyers leaned on"."""

from __future__ import annotations

from typing import Any

from theodolite.extract.words.predications import Predication


def told_in_relative(p: Predication) -> tuple[Any, ...]:
    """ "Machines which are needed and which only A makes": the machines."""
    verb = p.verb
    fronted = any(c.dep_ == "dobj" and c.tag_.startswith("W") and c.i < verb.i for c in verb.children)
    if fronted and verb.dep_ == "conj" and verb.head.dep_ == "relcl":
        return (verb.head.head,)
    return ()


def stranded(p: Predication, place: str) -> tuple[Any, ...]:
    """ "The test that buyers have leaned on", "the test is leaned on by them": the test."""
    if p.passive and place in p.prepositions and not p.prepositions[place]:
        return p.patients
    if p.verb.dep_ != "relcl" or place not in p.prepositions or p.prepositions[place]:
        return ()
    own = any(c.dep_ == "nsubj" and not c.tag_.startswith("W") for c in p.verb.children)
    return (p.verb.head,) if own and not p.patients else ()
