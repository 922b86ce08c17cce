"""Whether two texts are copies: what they have in common, counted shingle by shingle.

Two numbers decide (Broder 1997): resemblance, the share of all shingles of both that both have, and
containment, the share of the smaller one's shingles that the other has. A crop or a text with something added
resembles its origin less than it is contained in it or contains it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from theodolite.resolve.copies.arrays import I64, U32, U64, Flags, Floats
from theodolite.resolve.copies.frequent import Compared
from theodolite.resolve.copies.sketches import Sketches

LEAST = 12
"""Shingles (without frequent ones) below which only exact copies count: 14 words or 15 characters."""
RESEMBLE = 0.35
CONTAINED = 0.7
"""Least resemblance and least containment of near copies; both were tuned on planted copies."""
SLACK = 0.1
"""How much lower both may be once what many others have is left out, too: with it go phrases that everybody
uses, and of a short text they are a good part."""
FIGURES, SAME_FIGURES = 4, 0.7
"""With so many figures in each, a copy has this share of the fewer, or lacks one of it: a form filled in anew
has not."""
TOLD, BESIDES = 1.25, 8.0
"""A shingle that more texts have than so many times the copies of a pair, and so many, tells nothing of it:
what many others have as well is boilerplate."""
MORE, MANY = 2.0, 128
"""Copies of a pair are all texts linked to it, but no more than so many times those that one of the two has;
with many of its own it may have more than it was compared with."""
_ELEMENTS = 1 << 20


@dataclass(frozen=True, slots=True)
class Verified:
    """Pairs that are near copies, rows as in what was compared. `shared_only_boilerplate` and `other_figures`
    count pairs that are alike and yet no copies."""

    first: I64
    second: I64
    resemblance: Floats
    containment: Floats
    shared_only_boilerplate: int
    other_figures: int


def usable(texts: Compared) -> Flags:
    """Which texts can be near copies: long enough without what is frequent, or long enough with it where that
    is less than half, common phrases and no boilerplate."""
    sizes = texts.sizes
    whole = sizes + texts.left_out
    return (sizes >= LEAST) | ((whole >= LEAST) & (2 * sizes >= whole))


def verified(first: I64, second: I64, texts: Compared, sketches: Sketches, rows: I64) -> Verified:
    """Those of the pairs that are near copies. `rows` are the sketches that the compared texts are of."""
    resemblance, containment, alike = _alike(first, second, texts, LEAST // 2)
    first, second = first[alike], second[alike]
    resemblance, containment = resemblance[alike], containment[alike]

    linked = coo_array((np.ones(first.size, np.int8), (first, second)), shape=(texts.sizes.size,) * 2)
    _, component = connected_components(linked, directed=False)
    copies = np.bincount(np.concatenate((first, second)), minlength=texts.sizes.size)
    most = np.maximum(copies[first], copies[second])
    together = np.bincount(component)[component[first]]
    around = np.where(most < MANY, np.minimum(together, MORE * most), together)
    limit = BESIDES + texts.by_chance + TOLD * around
    *_, own = _alike(first, second, texts, LEAST // 3, limit)

    flat = np.zeros(len(sketches), np.int64)
    shared, fewer, _ = _in_common(rows[first], rows[second], sketches.figures, sketches.figure_starts, flat)
    right = (fewer < FIGURES) | (shared + 1 >= SAME_FIGURES * fewer)
    kept = own & right
    return Verified(
        first[kept], second[kept], resemblance[kept], containment[kept],
        int((~own).sum()), int((own & ~right).sum()),
    )  # fmt: skip


def _alike(
    first: I64, second: I64, texts: Compared, least: int, limit: Floats | None = None
) -> tuple[Floats, Floats, Flags]:
    """Resemblance and containment of each pair, and whether both are enough; with `limit`, by those shingles
    that no more texts have than it says for the pair, and with some slack."""
    same, fewer, either = _in_common(first, second, texts.shingles, texts.starts, texts.levels, texts, limit)
    resemblance = same / np.maximum(either - same, 1)
    containment = same / np.maximum(fewer, 1)
    slack = 0.0 if limit is None else SLACK
    enough = (resemblance >= RESEMBLE - slack) & (containment >= CONTAINED - slack) & (fewer >= least)
    return resemblance, containment, enough


def _in_common(
    first: I64, second: I64, values: U32, starts: I64, levels: I64,
    texts: Compared | None = None, limit: Floats | None = None,
) -> tuple[I64, I64, I64]:  # fmt: skip
    """For each pair: values that both have, the size of the smaller set, both sizes added.

    Sets sampled at different levels are compared at the higher one.
    """
    sizes = np.diff(starts)
    counts = sizes[first] + sizes[second]
    done = np.concatenate(([0], np.cumsum(counts)))
    found: list[tuple[I64, I64, I64]] = []
    low = 0
    while low < first.size:
        high = max(low + 1, int(np.searchsorted(done, done[low] + _ELEMENTS, side="right")) - 1)
        a, b = first[low:high], second[low:high]
        level = np.maximum(levels[a], levels[b])
        one, two = _keys(a, values, starts, level), _keys(b, values, starts, level)
        if texts is not None and limit is not None:
            one, two = (
                keys[
                    texts.spread(keys.astype(np.uint32))
                    <= limit[low + (keys >> np.uint64(32)).astype(np.int64)]
                ]
                for keys in (one, two)
            )
        both = np.sort(np.concatenate((one, two)))
        pairs = a.size
        same = np.bincount(
            (both[:-1][both[1:] == both[:-1]] >> np.uint64(32)).astype(np.int64), minlength=pairs
        )
        n = np.bincount((one >> np.uint64(32)).astype(np.int64), minlength=pairs)
        m = np.bincount((two >> np.uint64(32)).astype(np.int64), minlength=pairs)
        found.append((same, np.minimum(n, m), n + m))
        low = high
    if not found:
        none = np.zeros(0, np.int64)
        return none, none, none
    same, least, either = (np.concatenate(part) for part in zip(*found, strict=True))
    return same, least, either


def _keys(rows: I64, values: U32, starts: I64, levels: I64) -> U64:
    """The values of each row under its place in the list, one number each."""
    sizes = (starts[1:] - starts[:-1])[rows]
    begins = np.cumsum(sizes) - sizes
    at = np.arange(sizes.sum()) - np.repeat(begins - starts[rows], sizes)
    place = np.repeat(np.arange(rows.size, dtype=np.uint64), sizes)
    kept = values[at].astype(np.uint64)
    if levels.any():
        below = kept >> (np.uint64(32) - np.repeat(levels, sizes).astype(np.uint64)) == 0
        place, kept = place[below], kept[below]
    keys: U64 = (place << np.uint64(32)) | kept
    return keys
