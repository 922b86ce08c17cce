"""Sets that grow together: what belongs to one, by what was joined pair by pair."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T", int, str)


class Union(Generic[T]):
    """Union-find with path halving (Tarjan and van Leeuwen 1984). The smallest member stands for its set, so
    that the order of joining changes nothing."""

    def __init__(self, members: Iterable[T]) -> None:
        """Each member alone."""
        self._parent: dict[T, T] = {member: member for member in members}

    def root(self, member: T) -> T:
        """Who stands for the set of a member. KeyError for who is none."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, one: T, other: T) -> bool:
        """Make one set of two; False where they are one already."""
        a, b = self.root(one), self.root(other)
        self._parent[max(a, b)] = min(a, b)
        return a != b
