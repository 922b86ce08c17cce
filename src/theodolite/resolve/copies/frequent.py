"""Text that many documents share and that makes none of them a copy: banners, footers, templates.

A shingle is frequent in a publisher where a fifth of its documents have it, and frequent at all where more
documents have it than a story is ever retold in. Frequent shingles are left out of signatures and of
comparisons: they neither find candidates nor make copies. What is left out is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from theodolite.resolve.copies.arrays import I64, U32, U64, Flags
from theodolite.resolve.copies.sketches import Sketches, signatures_of

SHARE_OF_PUBLISHER = 0.2
LEAST_OF_PUBLISHER = 5
"""Documents of one publisher that must have a shingle, as a share of its documents and as a number."""
PUBLISHER_KNOWN = 12
"""Documents from which on it can be seen what a publisher puts on each."""
SHARE_OF_ALL, LEAST_OF_ALL = 0.005, 200
"""The same among all documents: the greater of the two."""
_BITS = 24
"""Bits of the hash that documents are counted by: 16 million counters, whatever the number of shingles."""
UNMOVED = 0.05
"""Share of a text's shingles that may be left out before its signature is made anew."""
_CHUNK = 1 << 20
_TEXTS = 2048


@dataclass(frozen=True, slots=True)
class Compared:
    """What texts are compared by once frequent shingles are left out; rows as they were asked for.

    `levels` are those of the sketches, `left_out` counts the frequent shingles of each text. `counts` says in
    how many texts a shingle is, by the upper bits of its hash (see `spread`); `by_chance` of them by chance.
    """

    shingles: U32
    starts: I64
    signatures: U32
    levels: I64
    left_out: I64
    counts: U32
    by_chance: float

    @property
    def sizes(self) -> I64:
        """Shingles of each text."""
        return np.diff(self.starts)

    def spread(self, shingles: U32 | U64) -> U32:
        """In how many texts each shingle is, give or take those that share its counter."""
        found: U32 = self.counts[shingles >> shingles.dtype.type(32 - _BITS)]
        return found


def compared(sketches: Sketches, rows: I64, publishers: Sequence[str | None]) -> Compared:
    """The chosen texts (distinct ones, for a text and its exact copies count once) without what is frequent.

    `publishers` has the publisher of each row, None where it is not known.
    """
    starts = sketches.starts
    sizes = (starts[1:] - starts[:-1])[rows]
    edges = np.concatenate(([0], np.cumsum(sizes)))
    shingles = np.empty(edges[-1], np.uint32)
    for k, row in enumerate(rows.tolist()):
        shingles[edges[k] : edges[k + 1]] = sketches.shingles[starts[row] : starts[row + 1]]
    counts = np.zeros(1 << _BITS, np.uint32)
    for low in range(0, shingles.size, _CHUNK):
        # Sorted, counters are reached one after the other and not all over memory.
        part = np.sort(shingles[low : low + _CHUNK] >> np.uint32(32 - _BITS))
        first = np.flatnonzero(np.concatenate(([True], part[1:] != part[:-1])))
        counts[part[first]] += np.diff(first, append=part.size).astype(np.uint32)
    frequent, by_chance = _among_all(shingles, counts, rows.size)
    for own in _by_publisher(publishers):
        _mark_common(frequent, shingles, edges, own)
    left_out = _counted(frequent, edges)
    signatures = sketches.signatures[rows]
    levels = sketches.levels[rows].astype(np.int64)
    kept = _without(shingles, frequent)
    edges = np.concatenate(([0], np.cumsum(sizes - left_out)))
    # A common phrase more or less does not move a signature. That of a sampled text is over all its shingles
    # and stays: so long a text is no banner.
    changed = np.flatnonzero((left_out > UNMOVED * sizes) & (levels == 0))
    for low in range(0, changed.size, _TEXTS):
        part = changed[low : low + _TEXTS]
        cut = [kept[edges[k] : edges[k + 1]] for k in part.tolist()]
        inner = np.concatenate(([0], np.cumsum([own.size for own in cut], dtype=np.int64)))
        signatures[part] = signatures_of(np.concatenate(cut), inner)
    return Compared(kept, edges, signatures, levels, left_out, counts, by_chance)


def _counted(frequent: Flags, edges: I64) -> I64:
    """How many of each text's shingles are frequent."""
    counts = np.zeros(edges.size - 1, np.int64)
    for low in range(0, frequent.size, _CHUNK):
        at = np.flatnonzero(frequent[low : low + _CHUNK]) + low
        owner = np.searchsorted(edges, at, side="right") - 1
        counts += np.bincount(owner, minlength=counts.size)
    return counts


def _without(shingles: U32, frequent: Flags) -> U32:
    """What is not frequent, moved together in place: the array is as large as everything else."""
    end = 0
    for low in range(0, shingles.size, _CHUNK):
        part = shingles[low : low + _CHUNK][~frequent[low : low + _CHUNK]]
        shingles[end : end + part.size] = part
        end += part.size
    return shingles[:end]


def _among_all(shingles: U32, counts: U32, documents: int) -> tuple[Flags, float]:
    """Which shingles too many documents have, and what chance brings to a counter: shingles that share one
    are counted together, and the limit rises by that, so that none is lost by it."""
    average = shingles.size / counts.size
    by_chance = average + 5 * average**0.5
    common = counts > max(LEAST_OF_ALL, SHARE_OF_ALL * documents) + by_chance
    found = np.empty(shingles.size, np.bool_)
    for low in range(0, shingles.size, _CHUNK):
        found[low : low + _CHUNK] = common[shingles[low : low + _CHUNK] >> np.uint32(32 - _BITS)]
    return found, by_chance


def _by_publisher(publishers: Sequence[str | None]) -> list[I64]:
    """The rows of each publisher of whom enough is known."""
    own: dict[str, list[int]] = {}
    for k, name in enumerate(publishers):
        if name:
            own.setdefault(name, []).append(k)
    return [np.array(rows) for rows in own.values() if len(rows) >= PUBLISHER_KNOWN]


def _mark_common(frequent: Flags, shingles: U32, edges: I64, own: I64) -> None:
    """Mark what a good share of one publisher's documents have."""
    limit = max(LEAST_OF_PUBLISHER, SHARE_OF_PUBLISHER * own.size)
    spans = [(edges[k], edges[k + 1]) for k in own.tolist()]
    found, counts = np.unique(np.concatenate([shingles[a:b] for a, b in spans]), return_counts=True)
    common = found[counts >= limit]
    if common.size:
        for a, b in spans:
            frequent[a:b] |= np.isin(shingles[a:b], common, assume_unique=True)
