"""One post of a discussion, the article or a comment, before it has a place in a text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from theodolite.read.stated_date import iso

_GONE = re.compile(
    r"\[?\s*(?:(?:this )?(?:comment|post|message) )?(?:has been |was )?"
    r"(?:deleted|removed|flagged|dead|unavailable)"
    r"(?: by (?:the )?(?:user|author|moderators?|poster|admin\w*|reddit))?\.?\s*\]?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Post:
    """What a page says of a post. `lines` is its body, a quoted line with "> " before it.

    `depth` counts from 0 for an answer to the article; None where the page does not show it. `published` is
    ISO 8601, `author` None for nobody in particular.
    """

    kind: str = "comment"
    title: str | None = None
    author: str | None = None
    published: str | None = None
    address: str | None = None
    depth: int | None = None
    lines: list[str] = field(default_factory=list)


def is_gone(line: str) -> bool:
    """Whether a line only says that what stood there was taken away."""
    return len(line) < 80 and _GONE.fullmatch(line.strip()) is not None


def line(words: str | None) -> str | None:
    """One line of at most 500 characters, None where there is nothing."""
    return " ".join(words.split())[:500] or None if words else None


def day(stated: str | None, received: dt.date | None) -> str | None:
    """A day out of what is stated: a date, also in seconds or milliseconds since 1970."""
    if not stated:
        return None
    if re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", stated.strip()):
        seconds = int(stated.strip()[:10].split(".")[0])
        stated = dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat()
    return iso(re.sub(r"\A\s*(?:on|posted|submitted|at)\s+", "", stated), received)
