"""Judgements by where somebody is put: "leaves A behind", "puts B at a disadvantage"."""

from __future__ import annotations

from collections.abc import Iterator

from theodolite.extract.assessments import acts
from theodolite.extract.assessments.cue import Direction
from theodolite.extract.assessments.judgement import Judgement
from theodolite.extract.comparisons.parties import Parties
from theodolite.extract.words.predications import Predication


def find(parties: Parties, act: Predication) -> Iterator[Judgement]:
    """The judgements on whom a verb puts somewhere."""
    if way := _placed(act):
        yield from acts.of_object(parties, act, way)


def _placed(act: Predication) -> Direction | None:
    """ "Put A at a disadvantage", "leave A behind", "never underestimate A", "A must be taken seriously"."""
    if (act.lemma == "take" and act.passive and "seriously" in acts.beside(act)) or (
        act.lemma == "underestimate" and act.negated
    ):
        return "strength"
    if act.passive or act.lemma not in ("put", "place", "leave", "have"):
        return None
    for token in act.prepositions.get("at", ()) + act.prepositions.get("in", ()):
        if token.text.lower() in ("disadvantage", "trouble", "limbo"):
            return "weakness"
        if token.text.lower() in ("advantage", "forefront", "lead"):
            return "strength"
    return "weakness" if act.lemma == "leave" and "behind" in acts.beside(act) else None
