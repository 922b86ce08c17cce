"""A readable text with offsets that are fixed for ever."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from theodolite.model.identity import sha256

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def canonical(content: str) -> str:
    """Replace U+0000 and lone surrogates by U+FFFD, one for one, so that offsets stay what they were."""
    return _UNSTORABLE.sub("\ufffd", content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a text with its own voice: a feed's item, a thread's comment, an article.

    `start` and `end` are code points in the text; parts are in order and do not overlap. `place` is how a
    reader would find it ("item 3", "comment 12"). None means that the part does not say.
    """

    start: int
    end: int
    kind: str = "article"
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    address: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What a version of a reader made of a snapshot.

    `content` is canonical (see `canonical`); offsets everywhere are Unicode code points in it. The
    metadata is what the page or feed says of itself, None where it does not. `published` is ISO 8601 as
    precise as stated. `parts` is empty for a text of one voice.
    """

    snapshot: str  # the snapshot's sha256
    reader: str  # for example "html/1"
    content: str = field(repr=False)
    charset: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    address: str | None = None
    parts: tuple[Part, ...] = ()

    @property
    def sha256(self) -> str:
        """Hash of the canonical text in UTF-8: the text's identity in evidence and claims."""
        return sha256(self.content.encode())
