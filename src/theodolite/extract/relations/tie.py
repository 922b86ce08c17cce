"""A tie between two names as the rules of this package find it, before it becomes a draft."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.extract.referents import Referent
from theodolite.model.claim import Predicate


@dataclass(frozen=True, slots=True)
class Tie:
    """`start` to `end` is the evidence, `cue` the place of the word that states the tie.

    `denied`: "A does not own B". `amount` in `unit` (ISO 4217) where the words give one.
    """

    subject: Referent
    predicate: Predicate
    object: Referent
    start: int
    end: int
    cue: int
    amount: float | None = None
    unit: str | None = None
    denied: bool = False
    hedged: bool | None = None
    forecast: bool | None = None
