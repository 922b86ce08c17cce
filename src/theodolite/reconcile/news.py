"""What became known of claims and their verdicts, from the times at which each was known.

A new claim carries the verdict that became known with it. What a claim said twice in one work gains is told
once: the second place is news only where its verdict is another. Words that are read otherwise by a later
version of an extractor are no new claim either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from theodolite.model.claim import Claim
from theodolite.model.news import NewClaim, NewCorrection, NewVerdict, Verdicts
from theodolite.model.record import Correction
from theodolite.model.version import Version


@dataclass(slots=True)
class _Saying:
    """A saying as it is known so far: since when, and the present verdicts of each of its places."""

    since: str
    verdicts: dict[str, Verdicts] = field(default_factory=dict)


def of_claims(
    first_known: Iterable[tuple[str, Claim]], lineages: Mapping[str, Sequence[Version]]
) -> list[NewClaim | NewVerdict]:
    """New claims and verdicts, the earliest first.

    `first_known` are (moment, claim) of every claim as it was first known; `lineages` every issue of the
    finding on a claim, by its id, the earliest first.
    """
    steps: list[tuple[str, int, str, Claim, Version | None]] = []
    for at, claim in first_known:
        own = lineages.get(claim.id, ())
        together = own[0] if own and own[0].known_from <= at else None
        steps.append((at, 0, claim.id, claim, together))
        steps += [(v.known_from, n, claim.id, claim, v) for n, v in enumerate(own, 1) if v is not together]
    made: list[NewClaim | NewVerdict] = []
    sayings: dict[str, _Saying] = {}
    places: dict[tuple[str, str, str, int, int], _Saying] = {}
    turns: dict[str, int] = {}
    for at, n, claim_id, claim, version in sorted(steps, key=lambda s: (s[0], s[3].start, s[2], s[1])):
        place = (claim.document, claim.text_sha256, claim.kind, claim.start, claim.end)
        saying = sayings.get(claim.saying_id)
        if saying is None and place in places and places[place].since < at:
            saying = sayings[claim.saying_id] = places[place]
        if saying is None:
            saying = sayings[claim.saying_id] = _Saying(at)
            places.setdefault(place, saying)
            made.append(NewClaim(at=at, claim=claim, version=version if n == 0 else None))
        elif version is not None:
            before = saying.verdicts.get(claim_id)
            known = (before,) if before else tuple(saying.verdicts.values())
            if version.verdicts not in known:
                told = before or (known[-1] if known else None)
                turn = turns.get(claim_id, 0)
                made.append(NewVerdict(at=at, version=version, before=told, turn=turn))
        if version is not None:
            if saying.verdicts.get(claim_id) != version.verdicts:
                turns[claim_id] = turns.get(claim_id, 0) + 1
            saying.verdicts[claim_id] = version.verdicts
    return made


def of_corrections(
    log: Iterable[Correction], lineages: Mapping[str, Sequence[Version]]
) -> list[NewCorrection]:
    """The log of corrections as news, the earliest first."""
    named = {(claim, v.name): v for claim, own in lineages.items() for v in own}
    found = [
        NewCorrection(at=one.at, version=named[one.claim_id, one.name], correction=one)
        for one in log
        if (one.claim_id, one.name) in named
    ]
    return sorted(found, key=lambda n: (n.at, n.id))
