"""What a phrase stands for, and how it is made from a name."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.extract.words.names import Mention


@dataclass(frozen=True, slots=True)
class Referent:
    """`name` in canonical form, the `text` used, the `side` it belongs to; where the words stand."""

    name: str | None
    text: str
    side: str | None
    start: int
    end: int
    kind: str = "unknown"
    maker: str | None = None


def from_mention(content: str, mention: Mention) -> Referent:
    """The referent of a name."""
    return Referent(
        mention.name,
        content[mention.start : mention.end],
        mention.side,
        mention.start,
        mention.end,
        mention.kind,
        mention.maker,
    )


def placed(found: Referent, words: str, start: int, end: int) -> Referent:
    """The same thing or person, meant by other words at another place."""
    return Referent(found.name, words, found.side, start, end, found.kind, found.maker)
