"""Pairs worth comparing: texts whose signatures agree in a band of places.

Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3: with bands of r places, two texts of
resemblance s agree in one of b bands with the chance 1 - (1 - s^r)^b. A band's places are made one number a
text, the numbers are sorted, and equal ones stand side by side: a few arrays as long as there are texts,
whatever the number of bands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from theodolite.resolve.copies.arrays import I64, U32, U64, Flags
from theodolite.resolve.copies.units import mixed

ROWS = 3
"""Places in a band."""
FULL = 32
"""Texts of one bucket that are all compared with each other."""
_NEIGHBOURS = 4
"""In a fuller bucket each is compared with so many that stand after it, and with the first."""
_PAIRS = 1 << 14


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs (first < second, rows of the signatures) in order, and what was capped.

    `capped` counts buckets so full that not all pairs in them were compared, `fullest` the texts in the
    fullest.
    """

    first: I64
    second: I64
    capped: int
    fullest: int


def candidates(signatures: U32, usable: Flags, least: float) -> Candidates:
    """Pairs of usable texts that agree in a band and in a share of `least` of all places. Memory goes with
    the texts and with the pairs found."""
    rows = np.flatnonzero(usable)
    found = np.zeros(0, np.uint64)
    capped = fullest = 0
    for low in range(0, signatures.shape[1] - ROWS + 1, ROWS):
        key = np.full(rows.size, low, np.uint64)
        for place in range(low, low + ROWS):
            key = mixed(key ^ signatures[rows, place].astype(np.uint64))
        order = np.argsort(key, kind="stable")
        key = key[order]
        edges = (
            np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1], [True])))
            if key.size
            else np.zeros(1, int)
        )
        sizes = np.diff(edges)
        capped += int((sizes > FULL).sum())
        fullest = max(fullest, int(sizes.max(initial=0)))
        made = [found]
        for a, b in _pairs(rows[order], edges[:-1], sizes):
            first, second = np.minimum(a, b), np.maximum(a, b)
            code = (first.astype(np.uint64) << np.uint64(32)) | second.astype(np.uint64)
            made.append(_agreeing(code, signatures, least))
        if len(made) > 1:
            found = np.sort(np.concatenate(made))
            found = found[np.concatenate(([True], found[1:] != found[:-1]))[: found.size]]
    first = (found >> np.uint64(32)).astype(np.int64)
    return Candidates(first, (found & np.uint64(0xFFFFFFFF)).astype(np.int64), capped, fullest)


def _pairs(rows: I64, begins: I64, sizes: I64) -> Iterator[tuple[I64, I64]]:
    """The pairs of each bucket: step by step, each with the one so many places after it in its bucket."""
    end = np.repeat(begins + sizes, sizes)
    full = np.repeat(sizes > FULL, sizes)
    head = np.repeat(begins, sizes)
    place = np.arange(rows.size)
    for step in range(1, min(FULL, int(sizes.max(initial=0)))):
        beside = place + step < end
        if step > _NEIGHBOURS:
            beside &= ~full
        at = np.flatnonzero(beside)
        yield rows[at], rows[at + step]
        if not at.size:
            break
    at = np.flatnonzero(full & (place > head))
    if at.size:
        yield rows[head[at]], rows[at]


def _agreeing(code: U64, signatures: U32, least: float) -> U64:
    """Those pairs whose signatures agree in so many places, some thousand pairs at a time."""
    kept = []
    for low in range(0, code.size, _PAIRS):
        part = code[low : low + _PAIRS]
        first, second = (
            (part >> np.uint64(32)).astype(np.int64),
            (part & np.uint64(0xFFFFFFFF)).astype(np.int64),
        )
        same = (signatures[first] == signatures[second]).mean(axis=1)
        kept.append(part[same >= least])
    return np.concatenate(kept) if kept else np.zeros(0, np.uint64)
