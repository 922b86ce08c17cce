"""Documents from http and https addresses.

Nothing of the environment is used (no proxy, no .netrc, no cookies). Redirects are followed by hand, at
most `Limits.redirects` of them; each is checked like the first. The body is limited after decompression.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import httpcore
import httpx

from theodolite import __version__
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
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
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
        raise Refusal(address, f"it cannot be fetched ({_why(error)})", "check the address") from None


def _follow(client: httpx.Client, address: str, limits: Limits) -> Gathered:
    url = _checked(address, address)
    for _ in range(limits.redirects + 1):
        with client.stream("GET", url, headers=_HEADERS, follow_redirects=False) as answer:
            if answer.status_code not in _REDIRECTS:
                return _received(address, url, answer, limits)
            target = answer.headers.get("location", "")
        if not target:
            raise Refusal(
                address, "it redirects to nowhere", "open it in a browser and give the final address"
            )
        url = _checked(_joined(url, target, address), address)
    raise Refusal(address, f"it redirects more than {limits.redirects} times", "give the final address")


def _joined(url: httpx.URL, target: str, address: str) -> str:
    try:
        return str(url.join(target))
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise Refusal(address, "it redirects to no valid address", "give the final address") from None


def _checked(target: str, address: str) -> httpx.URL:
    """The parsed target. `address` is the one the user gave and the refusal names."""
    try:
        url = httpx.URL(target)
        host = url.raw_host
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise Refusal(address, "it is no valid address", "write https://host/path") from None
    if url.scheme not in ("http", "https") or not host:
        raise Refusal(address, f"it leads to {url.scheme or 'no'} address", "only http and https are fetched")
    if url.userinfo:
        raise Refusal(address, "it holds a user name or password", "give it without")
    return url.copy_with(fragment=None)


def _received(address: str, url: httpx.URL, answer: httpx.Response, limits: Limits) -> Gathered:
    if answer.status_code != 200:
        mend = "try again later" if answer.status_code in (429, 500, 502, 503, 504) else "check the address"
        raise Refusal(address, f"the host answered with status {answer.status_code}", mend)
    content = _body(address, answer, limits.content_bytes)
    if not content:
        raise Refusal(address, "the answer is empty", "check the address")
    return Gathered(
        Origin(location=address, address=str(url)),
        Snapshot(content, answer.headers.get("content-type")),
        fetched_at=now(),
        status=answer.status_code,
    )


def _body(address: str, answer: httpx.Response, limit: int) -> bytes:
    """The decompressed body, at most `limit` bytes."""
    encoding = answer.headers.get("content-encoding", "identity").strip().lower()
    too_large = Refusal(address, f"the answer is over the limit of {limit:,} bytes", _TOO_LARGE)
    if encoding in ("gzip", "x-gzip"):
        return _inflated(address, answer.iter_raw(), limit, too_large)
    if encoding not in ("identity", ""):
        raise Refusal(address, f"the answer has the encoding {encoding[:40]!r}", "save the page as a file")
    received = bytearray()
    for block in answer.iter_raw():
        received += block
        if len(received) > limit:
            raise too_large
    return bytes(received)


def _inflated(address: str, blocks: Iterable[bytes], limit: int, too_large: Refusal) -> bytes:
    """Gzip, undone block by block with a bound on each step: a small bomb is never unfolded."""
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    content = bytearray()
    try:
        for block in blocks:
            if inflater.eof:  # padding or a further member; what pages send is one member
                break
            content += inflater.decompress(block, limit + 1 - len(content))
            if len(content) > limit or inflater.unconsumed_tail:
                raise too_large
    except zlib.error:
        raise Refusal(address, "the answer is broken gzip", "try again later") from None
    if not inflater.eof:
        raise Refusal(address, "the answer broke off", "try again later")
    return bytes(content)


def _why(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
