"""Many things in batches of about one size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class Sized(Protocol):
    """Anything with a length."""

    def __len__(self) -> int: ...


Thing = TypeVar("Thing", bound=Sized)


def batches(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """The things in their order, in lists whose lengths together reach `size`; the last may fall short."""
    batch: list[Thing] = []
    held = 0
    for thing in things:
        batch.append(thing)
        held += len(thing)
        if held >= size:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
