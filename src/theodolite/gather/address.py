"""Documents from http and https addresses.

Nothing of the environment is used (no proxy, no .netrc, no cookies). Redirects are followed by hand, at
most `Limits.redirects` of them; each is checked like the first. The body is limited after decompression.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from theodolite.gather.answers import parsed
from theodolite.gather.exchange import Line, Terms, follow, seconds_from_now
from theodolite.gather.files import DOCUMENT_LIMIT
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot

DOCUMENT_TYPES = "text/html, application/xhtml+xml, application/pdf, application/xml;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long, how much and how far: seconds, bytes after decompression, number of redirects."""

    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    total_seconds: float = 60.0
    content_bytes: int = DOCUMENT_LIMIT
    redirects: int = 5


def is_address(text: str) -> bool:
    """Whether the text is meant as an http or https address rather than a path."""
    return text[:8].lower().startswith(("http://", "https://"))


def fetch(
    address: str, *, limits: Limits | None = None, allow_private: frozenset[str] = frozenset()
) -> Gathered:
    """Fetch one document. Raises Refusal for everything that is not a whole answer with status 200.

    `allow_private` names endpoints ("127.0.0.1:8000") that may be reached although they are not public; it
    is for tests and is set by nothing outside the code. `Origin.location` is the address as given,
    `Origin.address` the one that answered after redirects.
    """
    bounds = limits or Limits()
    url = parsed(address, address)
    terms = Terms(
        accept=DOCUMENT_TYPES,
        content_bytes=bounds.content_bytes,
        redirects=bounds.redirects,
        if_private="give a public address, or save the page as a file",
    )
    line = Line(
        connect_seconds=bounds.connect_seconds, read_seconds=bounds.read_seconds, allow_private=allow_private
    )
    with contextlib.closing(line):
        answer = follow(line, address, url, terms, seconds_from_now(bounds.total_seconds))
    assert answer.content is not None  # only a conditional request is answered without
    return Gathered(
        Origin(location=address, address=answer.address),
        Snapshot(answer.content, answer.media_type),
        fetched_at=answer.at,
        status=answer.status,
    )
