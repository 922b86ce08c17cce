"""How well a clustering agrees with the true one: BCubed precision, recall and their harmonic mean.

Bagga and Baldwin 1998, "Entity-based cross-document coreferencing using the vector space model"; of the
measures of clustering it alone keeps all four constraints of Amigó, Gonzalo, Artiles and Verdejo 2009.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class BCubed:
    """Each item's own precision and recall, in the order of `items`."""

    items: tuple[str, ...]
    precisions: NDArray[np.float64]
    recalls: NDArray[np.float64]

    def over(self, rows: Sequence[int] | NDArray[np.int64] | None = None) -> tuple[float, float, float]:
        """Precision, recall and F1 over all items, or over the numbered ones, which may repeat.

        ValueError where there are none.
        """
        chosen = slice(None) if rows is None else np.asarray(rows, dtype=np.int64)
        if not len(self.precisions[chosen]):
            raise ValueError("BCubed of no items is not defined")
        precision, recall = float(self.precisions[chosen].mean()), float(self.recalls[chosen].mean())
        return precision, recall, 2 * precision * recall / (precision + recall)


def bcubed(found: Mapping[str, Hashable], true: Mapping[str, Hashable]) -> BCubed:
    """Compare clusterings of the same items, each as item to cluster. KeyError where `found` lacks a true
    item.

    An item's precision is the share of its found cluster that is truly with it, its recall the share of its
    true cluster that was found with it; the item itself counts in both.
    """
    items = tuple(true)
    by_found: dict[Hashable, set[str]] = {}
    by_true: dict[Hashable, set[str]] = {}
    for item in items:
        by_found.setdefault(found[item], set()).add(item)
        by_true.setdefault(true[item], set()).add(item)
    both = np.array([len(by_found[found[i]] & by_true[true[i]]) for i in items], dtype=np.float64)
    return BCubed(
        items,
        both / np.array([len(by_found[found[i]]) for i in items], dtype=np.float64),
        both / np.array([len(by_true[true[i]]) for i in items], dtype=np.float64),
    )
