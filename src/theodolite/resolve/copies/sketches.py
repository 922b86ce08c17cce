"""What is kept of a text to find its copies: hashes of its shingles, its signature, its figures.

Broder, A. (1997), "On the resemblance and containment of documents": a shingle is several units in a row, and
texts are compared as sets of shingles. Broder, A. et al. (2000), "Min-wise independent permutations": the
signature's places agree in the share that the sets resemble each other. rensa makes the signatures. Of a very
long text an even sample of its shingles is kept, those whose hash is small: Irber, L. et al. (2022),
"Lightweight compositional analysis of metagenomes with FracMinHash".
"""

from __future__ import annotations

import hashlib
import struct
from array import array
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

import numpy as np
import rensa

from theodolite.engine.batches import batches
from theodolite.resolve.copies.arrays import I64, U8, U32, U64
from theodolite.resolve.copies.units import Units, mixed, units

WORDS, SIGNS = 3, 4
"""Units in a shingle: of words, and of characters where there are no spaces."""
PLACES = 192
"""Places of a signature."""
MOST_KEPT = 8192
"""Shingles kept of a text; of a longer text an even sample of more than half as many."""
VERSION = f"1.{WORDS}.{SIGNS}.{PLACES}.r{rensa.RMinHash.ALGORITHM_VERSION}"
"""Changes with whatever changes a sketch: sketches of another version are made anew."""
_SEED = 20_261_122
_BATCH = 1 << 18
"""Code points sketched at a time: small enough to stay in a processor's cache."""
_HEAD = struct.Struct("<16sBIIII")


class Sketches:
    """Sketches of many texts in flat arrays: no object for each text, some 2 KB for an article.

    Text k has `shingles[starts[k] : starts[k + 1]]` (sorted hashes; all of them at level 0, those below
    2^(32 - level) at a higher one), `figures` likewise, `units[k]` units in all, and `digest(k)`, which is
    the same for texts with the same units.
    """

    def __init__(self) -> None:
        self._shingles, self._figures = array("I"), array("I")
        self._starts, self._figure_starts = array("q", [0]), array("q", [0])
        self._units, self._levels, self._digests, self._signatures = (
            array("I"),
            bytearray(),
            bytearray(),
            bytearray(),
        )

    def __len__(self) -> int:
        return len(self._units)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Sketches:
        """The sketches of texts, in their order. Memory goes with what is kept, never with the texts."""
        made = cls()
        for batch in batches(texts, _BATCH):
            made._add(batch)
        return made

    def _add(self, texts: list[str]) -> None:
        found = units(texts)
        shingles, starts = _by_text(*_shingled(found))
        signatures = signatures_of(shingles, starts)
        marked = np.where(found.figures)[0]
        owner = np.searchsorted(found.starts, marked, side="right") - 1
        figures, figure_starts = _by_text((found.hashes[marked] >> np.uint64(32)), owner, len(texts))
        for k, (begin, end) in enumerate(pairwise(found.starts.tolist())):
            level, kept = _sampled(shingles[starts[k] : starts[k + 1]])
            self._put(
                hashlib.blake2b(found.hashes[begin:end].astype("<u8").tobytes(), digest_size=16).digest(),
                level, end - begin, signatures[k], kept,
                _sampled(figures[figure_starts[k] : figure_starts[k + 1]])[1],
            )  # fmt: skip

    def _put(self, digest: bytes, level: int, size: int, signature: U32, kept: U32, figures: U32) -> None:
        self._digests += digest
        self._levels.append(level)
        self._units.append(size)
        self._signatures += signature.tobytes()
        self._shingles.frombytes(kept.tobytes())
        self._figures.frombytes(figures.tobytes())
        self._starts.append(len(self._shingles))
        self._figure_starts.append(len(self._figures))

    def extend(self, others: Sketches) -> None:
        """Put the sketches of others after these."""
        for k in range(len(others)):
            self.put(others.packed(k))

    def packed(self, k: int) -> bytes:
        """One sketch as bytes, to be kept under the text's hash and `VERSION`."""
        a, b = self._starts[k], self._starts[k + 1]
        c, d = self._figure_starts[k], self._figure_starts[k + 1]
        head = _HEAD.pack(self.digest(k), self._levels[k], self._units[k], PLACES, b - a, d - c)
        places = bytes(self._signatures[4 * PLACES * k : 4 * PLACES * (k + 1)])
        return head + places + self._shingles[a:b].tobytes() + self._figures[c:d].tobytes()

    def put(self, packed: bytes) -> None:
        """Add a sketch from its bytes. ValueError where they are not those of a sketch."""
        if len(packed) < _HEAD.size:
            raise ValueError("not a sketch")
        digest, level, size, places, kept, figures = _HEAD.unpack_from(packed)
        if places != PLACES or level > 31 or len(packed) != _HEAD.size + 4 * (places + kept + figures):
            raise ValueError("not a sketch")
        values = np.frombuffer(packed, np.uint32, offset=_HEAD.size)
        self._put(
            digest, level, size, values[:places], values[places : places + kept], values[places + kept :]
        )

    # Read once all are in: an array that is looked at cannot grow.
    @cached_property
    def shingles(self) -> U32:
        """All shingles, text after text."""
        return np.frombuffer(self._shingles, np.uint32)

    @cached_property
    def starts(self) -> I64:
        """Where each text's shingles begin, and the end."""
        return np.frombuffer(self._starts, np.int64)

    @cached_property
    def figures(self) -> U32:
        """Hashes of units with a digit, text after text."""
        return np.frombuffer(self._figures, np.uint32)

    @cached_property
    def figure_starts(self) -> I64:
        """Where each text's figures begin, and the end."""
        return np.frombuffer(self._figure_starts, np.int64)

    @cached_property
    def units(self) -> U32:
        """How many units each text has."""
        return np.frombuffer(self._units, np.uint32)

    @cached_property
    def levels(self) -> U8:
        """0 where all shingles are kept; each level above it halves what is kept."""
        return np.frombuffer(self._levels, np.uint8)

    @cached_property
    def signatures(self) -> U32:
        """One row a text."""
        return np.frombuffer(self._signatures, np.uint32).reshape(-1, PLACES)

    def digest(self, k: int) -> bytes:
        """A name of 16 bytes: the same for texts of the same units."""
        return bytes(self._digests[16 * k : 16 * k + 16])


def _shingled(found: Units) -> tuple[U64, I64, int]:
    """Every shingle's hash (32 bits) and the text it is of. A shingle is as long as its first unit asks."""
    count = found.hashes.size
    sizes = np.diff(found.starts)
    owner = np.repeat(np.arange(sizes.size), sizes)
    end = np.repeat(found.starts[1:], sizes)
    place = np.arange(count)
    parts = []
    for length, wanted in ((WORDS, ~found.signs), (SIGNS, found.signs)):
        at = place[wanted & (place + length <= end)]
        value = np.zeros(at.size, np.uint64)
        for step in range(length):
            value = value * np.uint64(0x9E3779B97F4A7C15) + found.hashes[at + step]
        parts.append((mixed(value) >> np.uint64(32), owner[at]))
    (words, of_words), (signs, of_signs) = parts
    return np.concatenate((words, signs)), np.concatenate((of_words, of_signs)), sizes.size


def _by_text(hashes: U64, owner: I64, count: int) -> tuple[U32, I64]:
    """Each text's distinct hashes, sorted, text after text, and where each text's begin."""
    keys = np.sort((owner.astype(np.uint64) << np.uint64(32)) | hashes)
    keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))[: keys.size]]
    starts = np.searchsorted(keys, np.arange(count + 1, dtype=np.uint64) << np.uint64(32))
    return (keys & np.uint64(0xFFFFFFFF)).astype(np.uint32), starts


def _sampled(hashes: U32) -> tuple[int, U32]:
    """The least level at which few enough are left, and those."""
    level = 0
    while hashes.size > MOST_KEPT:
        level += 1
        hashes = hashes[: np.searchsorted(hashes, 1 << (32 - level))]
    return level, hashes


def signatures_of(shingles: U32, starts: I64) -> U32:
    """The signature of each text's shingles; of none, every place is the highest value."""
    made = np.empty((starts.size - 1, PLACES), np.uint32)
    for low in range(0, starts.size - 1, 2048):
        edge = starts[low : low + 2049]
        part = shingles[edge[0] : edge[-1]].astype(np.uint64)
        rows = rensa.RMinHash.digest_matrix_from_flat_token_hashes(
            part, (edge - edge[0]).astype(np.uint64), PLACES, _SEED
        )
        made[low : low + edge.size - 1] = rows.to_rows()
    return made
