"""Which voices of one proposition are one origin: copies, rewrites and repeats collapse to the first.

Every rule is a key that two voices share, so the cost is linear; the rule that collapsed a pair is kept. What
merely agrees is never collapsed: two speakers with the same words of their own stay two origins unless the
words are too many to be chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from theodolite.catalog import vocabulary
from theodolite.model.claim import Claim
from theodolite.model.groups import Collapsed, Rule
from theodolite.resolve.groups.frames import plain
from theodolite.resolve.groups.shingles import near_copies
from theodolite.resolve.groups.told import NOWHERE, Library, Told
from theodolite.resolve.union import Union

_UNNAMED = re.compile(
    r"^(?:many|some|others?|people|experts?|insiders?|analysts?|officials?|critics?|researchers?|observers?|"
    r"bears|bulls|developers|engineers|scientists?|one of .*|few .*|.*\d+ (?:percent|per cent).*)$",
    re.I,
)
"""Speakers that are nobody in particular: the same word in two documents names no one origin."""


@dataclass(frozen=True, slots=True)
class _Link:
    """Something that makes everybody who shares it one origin."""

    key: tuple[str, ...]
    rule: Rule
    detail: str


def origins(claims: Sequence[Claim], library: Library) -> tuple[list[int], list[Collapsed]]:
    """The origin of each claim of one group, numbered from 0 in the order given, and what collapsed them.

    An assertion and a denial are never one origin.
    """
    sets = Union(range(len(claims)))
    collapsed: list[Collapsed] = []

    def join(first: int, again: int, rule: Rule, detail: str) -> None:
        if claims[first].polarity == claims[again].polarity and sets.join(first, again):
            pair = (claims[first].id, claims[again].id)
            collapsed.append(Collapsed(first=pair[0], again=pair[1], rule=rule, detail=detail))

    seen: dict[tuple[str, ...], int] = {}
    for k, claim in enumerate(claims):
        for link in _links(claim, library.get(claim.text_sha256, NOWHERE)):
            first = seen.setdefault((claim.polarity, *link.key), k)
            if first != k:
                join(first, k, link.rule, link.detail)
    for first, again in _retold(claims):
        join(first, again, "same document", "a document's own voice beside the one speaker it reports")
    for first, again, share in near_copies([c.quote for c in claims]):
        join(first, again, "copied words", f"{share:.0%} of the shingles of both quotes are the same")
    roots = [sets.root(k) for k in range(len(claims))]
    numbers = {root: n for n, root in enumerate(dict.fromkeys(roots))}
    return [numbers[root] for root in roots], collapsed


def _retold(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """A document's own voice is its speaker's words retold, where it reports one speaker and no more."""
    told: dict[tuple[str, str], tuple[dict[str, int], list[int]]] = {}
    for k, claim in enumerate(claims):
        speakers, own = told.setdefault((claim.text_sha256, claim.polarity), ({}, []))
        if _is_named(claim):
            speakers.setdefault(plain(claim.speaker), k)
        else:
            own.append(k)
    for speakers, own in told.values():
        if len(speakers) == 1:
            first = next(iter(speakers.values()))
            yield from ((min(first, k), max(first, k)) for k in own)


def _is_named(claim: Claim) -> bool:
    """Whether a claim has a speaker of its own: a name, and not what is widely said."""
    return (
        bool(claim.speaker) and claim.attribution != "consensus" and not _UNNAMED.match(claim.speaker or "")
    )


def _links(claim: Claim, told: Told) -> Iterator[_Link]:
    """Every key of a claim, the strongest first: the first that joins a pair is the rule that is told."""
    origin, speaker, named = told.origin, plain(claim.speaker), _is_named(claim)
    if named:
        yield _Link(("speaker", speaker), "same speaker", claim.speaker or "")
        # Who names a source and who is that source are one origin.
        yield _Link(("source", speaker), "same source", claim.speaker or "")
    else:
        yield _Link(("document", claim.text_sha256, speaker), "same document", "one document's own voice")
    if claim.cites:
        yield _Link(("source", plain(claim.cites)), "same source", claim.cites)
    if origin is not None and origin.address:
        yield _Link(("address", _address(origin.address), speaker), "same address", origin.address)
    owner = (origin.producer or origin.publisher) if origin is not None else None
    if owner and not claim.speaker:
        yield _Link(("publisher", plain(owner)), "same publisher", owner)
    chain = [v for v in claim.via if plain(v) not in _places()]
    if chain:
        # "Reported by an agency" and that agency's own report are one.
        yield _Link(("chain", speaker, plain(chain[0])), "same chain", " < ".join(claim.via))
    elif owner:
        yield _Link(("chain", speaker, plain(owner)), "same chain", owner)


@cache
def _places() -> frozenset[str]:
    """Words that say where and not who ("Chinese" media): in a chain they join nothing."""
    sides = (e for e in vocabulary.load().entries.values() if e.kind == "side")
    words = (w for e in sides for w in (e.name, e.demonym, *e.aliases, *e.adjectives, *e.places))
    return frozenset(plain(word) for word in words if word)


def _address(address: str) -> str:
    """An address without what changes from copy to copy: scheme, query, fragment, a mobile host."""
    bare = re.sub(r"^https?://(?:www\.|m\.|amp\.)?", "", address.strip().casefold())
    return re.split(r"[?#]", bare)[0].rstrip("/")
