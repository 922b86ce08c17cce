"""Word lists, written as running text so that they can be read and added to."""

from __future__ import annotations


def words(*listed: str) -> frozenset[str]:
    """The words of some lines, as a set."""
    return frozenset(in_order(*listed))


def in_order(*listed: str) -> tuple[str, ...]:
    """The words of some lines, in their order."""
    return tuple(word for line in listed for word in line.split())
