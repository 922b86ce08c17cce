"""Documents from http and https addresses.

Nothing of the environment is used (no proxy, no .netrc, no cookies). Redirects are followed by hand, at
most `Limits.redirects` of them; each is checked like the first. The body is limited after decompression.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import httpcore
import httpx

from theodolite import __version__
from theodolite.gather.answers import PASSING_STATUS, REDIRECTS, body, parsed, redirected, why
from theodolite.gather.files import DOCUMENT_LIMIT, now
from theodolite.gather.network import CheckedTransport, NotPublicError
from theodolite.model.errors import Refusal
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot

USER_AGENT = f"theodolite/{__version__}"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, application/pdf, application/xml;q=0.9, */*;q=0.5",
    # Other encodings are not asked for, as their decoders give no bound on what one input block becomes.
    "Accept-Encoding": "gzip",
}
_TOO_LARGE = "save the part you need as a file"


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
    timeout = httpx.Timeout(bounds.read_seconds, connect=bounds.connect_seconds)
    transport = CheckedTransport(time.monotonic() + bounds.total_seconds, allow_private)
    try:
        with httpx.Client(transport=transport, timeout=timeout, trust_env=False) as client:
            return _follow(client, address, bounds)
    except Refusal:
        raise
    except NotPublicError as error:
        reason = f"the address leads to the private host {error.host} ({error.address})"
        raise Refusal(address, reason, "give a public address, or save the page as a file") from None
    except (httpcore.TimeoutException, httpx.TimeoutException):
        raise Refusal(address, "the host did not answer in time", "try again later") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, OSError) as error:
        raise Refusal(address, f"it cannot be fetched ({why(error)})", "check the address") from None


def _follow(client: httpx.Client, address: str, limits: Limits) -> Gathered:
    url = parsed(address, address)
    for _ in range(limits.redirects + 1):
        with client.stream("GET", url, headers=_HEADERS, follow_redirects=False) as answer:
            if answer.status_code not in REDIRECTS:
                return _received(address, url, answer, limits)
            url = redirected(url, answer, address)
    raise Refusal(address, f"it redirects more than {limits.redirects} times", "give the final address")


def _received(address: str, url: httpx.URL, answer: httpx.Response, limits: Limits) -> Gathered:
    if answer.status_code != 200:
        mend = "try again later" if answer.status_code in PASSING_STATUS else "check the address"
        raise Refusal(address, f"the host answered with status {answer.status_code}", mend)
    content = body(address, answer, limits.content_bytes, _TOO_LARGE)
    if not content:
        raise Refusal(address, "the answer is empty", "check the address")
    return Gathered(
        Origin(location=address, address=str(url)),
        Snapshot(content, answer.headers.get("content-type")),
        fetched_at=now(),
        status=answer.status_code,
    )
