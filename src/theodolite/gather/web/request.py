"""What is asked for, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from theodolite.gather.address import DOCUMENT_TYPES
from theodolite.gather.answers import LastingRefusal, PassingRefusal
from theodolite.gather.exchange import Answer, Hop, Validators

PAGE_TYPES = DOCUMENT_TYPES
FEED_TYPES = (
    "application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One address. `tag` is the caller's own and comes back with the result.

    `kept` makes it conditional. `text` refuses pictures, sound, film and fonts by their declared type.
    `content_bytes` is the largest answer that is taken; None for that of the manners. With `cut` a larger one
    is taken as far as that, and the rest is never asked for.
    """

    address: str
    kept: Validators | None = None
    accept: str = PAGE_TYPES
    text: bool = True
    content_bytes: int | None = None
    cut: bool = False
    tag: Any = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Either the answer to a request or why there is none; `attempts` is how often the host was asked.

    `hops` are all addresses that answered, redirects too, also where the last of them gave a refusal.
    """

    request: Request
    answer: Answer | None = None
    refusal: LastingRefusal | PassingRefusal | None = None
    hops: tuple[Hop, ...] = ()
    attempts: int = 1

    @property
    def lasting(self) -> bool:
        """Whether it was refused and asking again is of no use."""
        return isinstance(self.refusal, LastingRefusal)

    @property
    def status(self) -> int | None:
        """The last status that the host answered with, where it answered."""
        if self.answer is not None:
            return self.answer.status
        return self.refusal.status if self.refusal is not None else None

    @property
    def size(self) -> int:
        """Bytes of content."""
        return len(self.answer.content) if self.answer is not None and self.answer.content else 0
