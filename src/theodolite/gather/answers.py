"""What an http answer is held to, whoever asked: a checked address, a whole body within its limit."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Iterator

import httpx

from theodolite.model.errors import Refusal

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PASSING_STATUS = frozenset({408, 425, 429, 500, 502, 503, 504})
"""What the same request may not meet the next time."""
_STEP = 1 << 16
"""Bytes that are unpacked at a time, however many a block of the answer stands for."""


class LastingRefusal(Refusal):
    """A refusal that asking again would not change. `status` is the host's, where it answered."""

    def __init__(self, place: str, reason: str, mend: str, *, status: int | None = None) -> None:
        super().__init__(place, reason, mend)
        self.status = status


class EndlessRedirect(LastingRefusal):
    """It redirects further than anybody follows."""


class PassingRefusal(Refusal):
    """A refusal of this moment: the same address may answer the next time.

    `wait` is how many seconds the host asks to be left alone, None where it does not say; `unreached` that
    no connection to it could be made, `silent` that it kept us waiting too long. `status` as above.
    """

    def __init__(
        self,
        place: str,
        reason: str,
        mend: str,
        wait: float | None = None,
        *,
        unreached: bool = False,
        silent: bool = False,
        status: int | None = None,
    ) -> None:
        super().__init__(place, reason, mend)
        self.wait = wait
        self.unreached = unreached
        self.silent = silent
        self.status = status


class StaleConnection(PassingRefusal):
    """A connection kept from an earlier request was closed by the host: a new one may well serve."""


def parsed(target: str, address: str) -> httpx.URL:
    """The parsed target. `address` is the one the user gave and the refusal names."""
    try:
        url = httpx.URL(target)
        host = url.raw_host
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise LastingRefusal(address, "it is no valid address", "write https://host/path") from None
    if url.scheme not in ("http", "https") or not host:
        reason = f"it leads to a {url.scheme} address" if url.scheme else "it leads to no address"
        raise LastingRefusal(address, reason, "only http and https are fetched")
    if url.userinfo:
        raise LastingRefusal(address, "it holds a user name or password", "give it without")
    return url.copy_with(fragment=None)


def redirected(url: httpx.URL, answer: httpx.Response, address: str) -> httpx.URL:
    """Where a redirect leads, checked like the first address."""
    target = answer.headers.get("location", "")
    if not target:
        raise LastingRefusal(
            address, "it redirects to nowhere", "open it in a browser and give the final address"
        )
    try:
        joined = str(url.join(target))
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise LastingRefusal(address, "it redirects to no valid address", "give the final address") from None
    return parsed(joined, address)


def body(address: str, answer: httpx.Response, limit: int, mend: str, *, cut: bool = False) -> bytes:
    """The decompressed body, at most `limit` bytes. `mend` is what to do about a larger one.

    With `cut`, a larger one is given as far as the limit.
    """
    encoding = answer.headers.get("content-encoding", "identity").strip().lower()
    too_large = LastingRefusal(address, f"the answer is over the limit of {limit:,} bytes", mend)
    declared = answer.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > limit and not cut:
        raise too_large
    if encoding in ("gzip", "x-gzip"):
        blocks = _inflated(address, answer.iter_raw(), limit)
    elif encoding in ("identity", ""):
        blocks = answer.iter_raw()
    else:
        reason = f"the answer has the encoding {encoding[:40]!r}"
        raise LastingRefusal(address, reason, "save the page as a file")
    received = io.BytesIO()  # which gives its bytes away without copying them
    for block in blocks:
        if received.tell() + len(block) > limit:
            if not cut:
                received.close()  # the refusal would keep it for as long as it is kept itself
                raise too_large
            received.write(block[: limit - received.tell()])
            break
        received.write(block)
    return received.getvalue()


def _inflated(address: str, blocks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Gzip, undone block by block with a bound on each step: a small bomb is never unfolded.

    Yields at most one byte more than `limit` in all.
    """
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    left = limit + 1
    try:
        for block in blocks:
            if inflater.eof:  # padding or a further member; what pages send is one member
                break
            while block and left > 0:
                part = inflater.decompress(block, min(left, _STEP))
                block = inflater.unconsumed_tail
                left -= len(part)
                yield part
            if left <= 0:
                return
    except zlib.error:
        raise PassingRefusal(address, "the answer is broken gzip", "try again later") from None
    if not inflater.eof:
        raise PassingRefusal(address, "the answer broke off", "try again later")
