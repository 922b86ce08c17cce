"""A list's items as one text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from theodolite.model.text import Part
from theodolite.read.limits import too_long

_BETWEEN = "\n\n"


def words(title: str | None, body: str) -> str:
    """What an item says: its title, an empty line and its content, each where it has one."""
    return _BETWEEN.join(piece for piece in (title, body) if piece)


def joined(items: Iterable[tuple[str, Part]], name: str, limit: int) -> tuple[str, list[Part]]:
    """The texts of all items that have one, parted by an empty line, and each part with where it stands.

    Raises Refusal where they are longer than `limit` code points together.
    """
    pieces: list[str] = []
    parts: list[Part] = []
    length = 0
    for text, part in items:
        if not text:
            continue
        start = length + (len(_BETWEEN) if pieces else 0)
        length = start + len(text)
        if length > limit:
            raise too_long(name, length)
        pieces.append(text)
        parts.append(replace(part, start=start, end=length))
    return _BETWEEN.join(pieces), parts
