"""Groups of copies from verified pairs, without drift.

A~B and B~C make no group of A and C: each member must be a copy of the group's centre. Centres are chosen
greedily, the document with the most and the closest copies first (Aslam, Pelekhov and Rus 2004, "The star
clustering algorithm"); a document that is a copy of several centres goes to the one it resembles most.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from theodolite.resolve.copies.arrays import I64
from theodolite.resolve.copies.verify import Verified

MOST_ASKED = 4096
"""Copies of copies of a centre that are compared with it."""
Verify = Callable[[I64, I64], Verified]


@dataclass(frozen=True, slots=True)
class Star:
    """A centre and (row, resemblance, containment) of each copy of it, by row."""

    centre: int
    members: tuple[tuple[int, float, float], ...]


def stars(pairs: Verified, verify: Verify) -> list[Star]:
    """The groups of the verified pairs, by centre. `verify` compares pairs that were no candidates: in a
    large group not all pairs were looked at."""
    near: dict[int, dict[int, tuple[float, float]]] = {}
    columns = (pairs.first, pairs.second, pairs.resemblance, pairs.containment)
    for a, b, resemblance, containment in zip(*(column.tolist() for column in columns), strict=True):
        near.setdefault(a, {})[b] = near.setdefault(b, {})[a] = (resemblance, containment)
    centres: list[int] = []
    taken: set[int] = set()
    likeness = {row: sum(sorted(r for r, _ in known.values())) for row, known in near.items()}
    for row in sorted(near, key=lambda k: (-len(near[k]), -likeness[k], k)):
        if row in taken:
            continue
        _complete(row, near, taken, verify)
        if free := [k for k in near[row] if k not in taken]:
            centres.append(row)
            taken.update(free, (row,))
    return _settled(centres, near)


def _complete(
    row: int, near: dict[int, dict[int, tuple[float, float]]], taken: set[int], verify: Verify
) -> None:
    """Compare a centre with the copies of its copies that it was not compared with."""
    beyond = {k for other in near[row] for k in near[other]} - near[row].keys() - taken - {row}
    if not beyond:
        return
    asked = np.array(sorted(beyond)[:MOST_ASKED], np.int64)
    found = verify(np.minimum(asked, row), np.maximum(asked, row))
    for a, b, resemblance, containment in zip(
        found.first.tolist(), found.second.tolist(), found.resemblance.tolist(), found.containment.tolist(),
        strict=True,
    ):  # fmt: skip
        near[a][b] = near[b][a] = (resemblance, containment)


def _settled(centres: list[int], near: dict[int, dict[int, tuple[float, float]]]) -> list[Star]:
    """Every copy with the centre that it resembles most."""
    known = set(centres)
    members: dict[int, list[tuple[int, float, float]]] = {centre: [] for centre in centres}
    for row in sorted(near):
        mine = [(near[row][c], -c) for c in near[row] if c in known]
        if row not in known and mine:
            (resemblance, containment), centre = max(mine)
            members[-centre].append((row, resemblance, containment))
    return [Star(centre, tuple(found)) for centre, found in sorted(members.items()) if found]
