"""Ties that documents claim."""

from __future__ import annotations

from theodolite.measure.dependence.claimed import claimed
from theodolite.measure.side import Side
from theodolite.model.claim import Relation

CHINA = Side("China", "country", frozenset({"China"}))
AMERICA = Side("United States", "country", frozenset({"United States"}))


def relation(subject: str, predicate: str, other: str, **more: object) -> Relation:
    sides = {"Yi-34B": "China", "Kimi": "China", "Llama 2": "United States", "Nvidia": "United States"}
    given = {
        "text_sha256": "0" * 64, "document": "d1", "source": "s", "quote": f"{subject} and {other}",
        "start": 0, "end": 4, "subject": subject, "subject_side": sides.get(subject), "object": other,
        "object_side": sides.get(other), "predicate": predicate,
    }  # fmt: skip
    return Relation(**(given | more))  # type: ignore[arg-type]


def test_pairs_sayings_and_documents() -> None:
    claims = [
        relation("Yi-34B", "built_on", "Llama 2"),
        relation("Yi-34B", "built_on", "Llama 2"),
        relation("Yi-34B", "built_on", "Llama 2", document="d2", hedged=True),
        relation("Kimi", "built_on", "Llama 2", polarity="denied"),
        relation("Kimi", "built_on", "Llama 2", forecast=True, document="d3"),
        relation("Nvidia", "supplies", "Kimi"),
        relation("Yi-34B", "built_on", "Somebody"),
    ]
    built, supplied, used, funded = claimed(claims, CHINA, AMERICA)
    assert (built.predicate, built.pairs, built.sayings, built.documents) == ("built_on", 1, 2, 2)
    assert (built.hedged, built.denied) == (0, 1)
    assert built.examples == (("Yi-34B", "Llama 2", "Yi-34B and Llama 2"),)
    # Who is supplied leans on who supplies.
    assert (supplied.pairs, supplied.examples[0][:2]) == (1, ("Kimi", "Nvidia"))
    assert (used.pairs, funded.pairs) == (0, 0)
    assert [r.pairs for r in claimed(claims, AMERICA, CHINA)] == [0, 0, 0, 0]
