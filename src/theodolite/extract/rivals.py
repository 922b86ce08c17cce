"""Two extractors that have read one text: of rival readings of the same words one stands.

Claims of one kind whose quotes overlap are two readings of what is said there; of quantities, those that read
the same figure. Both would count, in stories and in figures, though the text says it once. A claim that both
extractors found is no rival of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from theodolite.extract.words import spans
from theodolite.model.claim import Claim, Quantity
from theodolite.model.identity import digest


def without_rivals(claims: Iterable[Claim], preferred: Sequence[Claim]) -> list[Claim]:
    """The claims, in their order, that no claim of the preferred extractor reads otherwise.

    All are of one text. Time grows with the number of claims, whatever their quotes cover.
    """
    same = {claim.id for claim in preferred}
    covered = _covered(preferred)
    return [
        c
        for c in claims
        if c.id in same or not any(spans.overlaps(covered.get(what, ()), c.start, c.end) for what in _read(c))
    ]


def together(claims: Iterable[Claim], preferred: Sequence[Claim]) -> list[Claim]:
    """The preferred claims and those of the other extractor that are no rivals of theirs, in order of place.

    A claim that both found is kept in the form that the other gives it, so that one id has one form.
    """
    kept = {claim.id: claim for claim in preferred}
    kept.update({claim.id: claim for claim in without_rivals(claims, preferred)})
    return sorted(kept.values(), key=lambda c: (c.start, c.end, c.kind, c.id))


def fingerprint(preferred: Iterable[Claim]) -> str:
    """A hash that changes where `without_rivals` may answer otherwise for these preferred claims."""
    return digest(*sorted(claim.id for claim in preferred))


_What = tuple[str, float | None]
"""A kind, and for a quantity one of its figures."""


def _read(claim: Claim) -> set[_What]:
    """What a claim reads at its place."""
    if isinstance(claim, Quantity):
        ends = (claim.value_low, claim.value_high)
        return {(claim.kind, end) for end in ends if end is not None}
    return {(claim.kind, None)}


def _covered(claims: Iterable[Claim]) -> dict[_What, list[tuple[int, int]]]:
    """By what is read, the stretches that quotes cover: in order, none overlapping another."""
    found: dict[_What, list[tuple[int, int]]] = {}
    for claim in sorted(claims, key=lambda c: c.start):
        for what in _read(claim):
            stretches = found.setdefault(what, [])
            if stretches and claim.start < stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], max(stretches[-1][1], claim.end))
            else:
                stretches.append((claim.start, claim.end))
    return found
