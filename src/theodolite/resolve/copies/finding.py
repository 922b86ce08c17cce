"""Copies among documents, exact and near: the whole way from sketches to groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from theodolite.model.copies import Copies, Copy, CopyGroup
from theodolite.model.identity import digest
from theodolite.resolve.copies.arrays import I64
from theodolite.resolve.copies.bands import candidates
from theodolite.resolve.copies.frequent import Compared, compared
from theodolite.resolve.copies.grouping import Star, stars
from theodolite.resolve.copies.sketches import Sketches
from theodolite.resolve.copies.verify import LEAST, RESEMBLE, Verified, usable, verified

LEAST_EXACT = 3
"""Units that a text must have to be anybody's copy: "Read more" is what everybody says."""
MOST_EXACT = 50
"""Documents that share a text too short for near copies; what more of them have says "Access denied"."""
_MARGIN = 0.14
"""How far a signature of 192 places may stay below the least resemblance: four standard errors."""
_BOILERPLATE = 0.2
"""Share of a text's shingles left out as frequent from which on it is told."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Near copies among distinct texts.

    `rows` are the documents that stand for the distinct texts, in the order of the texts' digests, and the
    pairs are places in it. `alike` lists, for each, all documents with that very text.
    """

    rows: I64
    alike: tuple[tuple[int, ...], ...]
    texts: Compared
    found: Verified
    notes: tuple[str, ...]


def copies(ids: Sequence[str], sketches: Sketches, publishers: Sequence[str | None] | None = None) -> Copies:
    """The groups of copies among documents with these identities, sketches and (where known) publishers.

    The same whatever the order of the documents. ValueError where an identity comes twice or the lengths
    differ. Credits and origins are not looked at: see `theodolite.resolve.copies.first`.
    """
    pairs = near_pairs(ids, sketches, publishers)
    found = stars(
        pairs.found,
        lambda a, b: verified(a, b, pairs.texts, sketches, pairs.rows),
    )
    near = {star.centre for star in found} | {k for star in found for k, *_ in star.members}
    only = [Star(k, ()) for k, same in enumerate(pairs.alike) if len(same) > 1 and k not in near]
    groups = (_group(star, ids, pairs) for star in (*found, *only))
    units = sketches.units[: len(ids)]
    return Copies(
        groups=tuple(sorted(groups, key=lambda g: g.id)),
        compared=len(ids),
        short=int((~usable(pairs.texts)).sum()),
        wordless=int((units < LEAST_EXACT).sum()),
        notes=pairs.notes,
    )


def near_pairs(
    ids: Sequence[str], sketches: Sketches, publishers: Sequence[str | None] | None = None
) -> Pairs:
    """The distinct texts and which of them are near copies."""
    if len(set(ids)) != len(ids):
        raise ValueError("an identity comes twice")
    publishers = publishers if publishers is not None else [None] * len(ids)
    if not len(ids) == len(sketches) == len(publishers):
        raise ValueError("identities, sketches and publishers are not as many")
    same: dict[bytes, list[int]] = {}
    for k in sorted(np.flatnonzero(sketches.units >= LEAST_EXACT).tolist(), key=lambda k: ids[k]):
        same.setdefault(sketches.digest(k), []).append(k)
    stock = [n for n, own in same.items() if len(own) > MOST_EXACT and sketches.units[own[0]] < LEAST]
    alike = tuple(tuple(same[name]) for name in sorted(same.keys() - stock))
    rows = np.array([own[0] for own in alike], np.int64)
    texts = compared(sketches, rows, [publishers[k] for k in rows.tolist()])
    worth = candidates(texts.signatures, usable(texts), RESEMBLE - _MARGIN)
    found = verified(worth.first, worth.second, texts, sketches, rows)
    notes = [
        f"{len(same[name]):,} documents have one text of a few words, which is no copy"
        for name in sorted(stock)
    ]
    notes += _notes(texts, worth.capped, worth.fullest, found)
    return Pairs(rows, alike, texts, found, tuple(notes))


def _notes(texts: Compared, capped: int, fullest: int, found: Verified) -> list[str]:
    notes = []
    lost = int((texts.left_out > _BOILERPLATE * (texts.left_out + texts.sizes)).sum())
    if lost:
        notes.append(f"{lost:,} texts: a fifth or more is text that many share, and was not compared")
    if capped:
        notes.append(
            f"{capped:,} buckets too full to compare each with each; the fullest holds {fullest:,} texts"
        )
    if found.shared_only_boilerplate:
        notes.append(
            f"{found.shared_only_boilerplate:,} pairs share only what many others have, too: no copies"
        )
    if found.other_figures:
        notes.append(f"{found.other_figures:,} pairs are on one form with other figures: no copies")
    return notes


def _group(star: Star, ids: Sequence[str], pairs: Pairs) -> CopyGroup:
    ordered = sorted(star.members, key=lambda m: ids[pairs.rows[m[0]]])
    members = [Copy(document=ids[k], kind="exact", resemblance=1.0, containment=1.0, version=0)
               for k in pairs.alike[star.centre]]  # fmt: skip
    for version, (row, resemblance, containment) in enumerate(ordered, 1):
        members += [
            Copy(
                document=ids[k],
                kind="near",
                resemblance=resemblance,
                containment=containment,
                version=version,
            )
            for k in pairs.alike[row]
        ]
    members.sort(key=lambda m: m.document)
    return CopyGroup(
        id=digest("copies", members[0].document),
        centre=ids[pairs.rows[star.centre]],
        members=tuple(members),
    )
