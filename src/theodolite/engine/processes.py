"""The default engine: spawned processes for many items, this process for few."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

FEW = 256
"""Up to this many documents, starting processes costs more than it saves (each loads the language model)."""


def map_ordered(
    function: Callable[[Item], Made],
    items: Sequence[Item],
    *,
    workers: int | None = None,
    documents: int | None = None,
) -> Iterator[Made]:
    """Yield `function(item)` for each item, in the order of the items, whatever ran it.

    `function` and the items must be picklable when processes are used: `workers` more than one, or None
    with more than `FEW` documents (by default one an item) on a machine of several processors. An exception
    in `function` is raised at its item's turn. Processes are spawned, never forked: threads of numeric
    libraries do not survive a fork.
    """
    count = (
        workers if workers is not None else (os.cpu_count() or 1 if (documents or len(items)) > FEW else 1)
    )
    if count <= 1 or len(items) <= 1:
        yield from map(function, items)
        return
    with ProcessPoolExecutor(min(count, len(items)), mp_context=get_context("spawn")) as pool:
        chunk = max(1, len(items) // (count * 8))
        yield from pool.map(function, items, chunksize=chunk)
