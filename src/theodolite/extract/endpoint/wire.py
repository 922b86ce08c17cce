"""One POST with a deadline: from the first connection to the last byte, however slowly the other side drips.

Nothing of the environment is used (no proxy, no .netrc), and no redirect is followed: key and text go to the
one address that the settings name.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from dataclasses import dataclass

import httpcore
import httpx

from theodolite.engine.deadlines import Deadline, DeadlineStream, time_to_connect

NO_CONNECTION = "no connection"
"""The reason where nothing was sent at all."""


class TooLargeError(Exception):
    """The answer is over the limit of bytes."""


class NoTimeLeftError(Exception):
    """The answer was not there, whole, at the deadline."""


class UnreachableError(Exception):
    """No connection, or it broke. The message is of this machine's making and holds nothing that was sent."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers in lower case, body."""

    status: int
    headers: dict[str, str]
    body: bytes


class Wire:
    """Connections to one address; each call opens its own and closes it."""

    def __init__(self, address: str, key: str | None) -> None:
        self._url = httpcore.URL(address)
        self._headers = [(b"Host", _host(self._url)), (b"Content-Type", b"application/json")]
        self._headers += [(b"Accept", b"application/json"), (b"Accept-Encoding", b"identity")]
        if key is not None:
            self._headers.append((b"Authorization", b"Bearer " + key.encode("ascii")))
        self._tls = httpx.create_ssl_context() if self._url.scheme == b"https" else None

    def post(self, body: bytes, seconds: float, most: int) -> Answer:
        """Send a body and read at most `most` bytes within `seconds`. Raises the three errors above."""
        deadline = time.monotonic() + seconds
        headers = [*self._headers, (b"Content-Length", str(len(body)).encode())]
        timeout = {"connect": seconds, "read": seconds, "write": seconds, "pool": seconds}
        try:
            with (
                httpcore.ConnectionPool(ssl_context=self._tls, network_backend=_Backend(deadline)) as pool,
                pool.stream(
                    "POST", self._url, headers=headers, content=body, extensions={"timeout": timeout}
                ) as answer,
            ):
                received = bytearray()
                for block in answer.iter_stream():
                    received += block
                    if len(received) > most:
                        raise TooLargeError
                known = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in answer.headers}
                return Answer(answer.status, known, bytes(received))
        except httpcore.TimeoutException:
            raise NoTimeLeftError from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError, UnicodeError) as error:
            raise UnreachableError(_why(error)) from None


def _host(url: httpcore.URL) -> bytes:
    default = {b"http": 80, b"https": 443}[url.scheme]
    host = b"[%b]" % url.host if b":" in url.host else url.host
    return host if url.port in (None, default) else host + b":%d" % url.port


def _why(error: Exception) -> str:
    """The reason in plain words. The library's own words are not passed on: they may quote what was sent."""
    if isinstance(error, (httpcore.ConnectError, UnicodeError)):  # the latter for a host that is no name
        return NO_CONNECTION
    if isinstance(error, (ssl.SSLError, httpcore.NetworkError, OSError)):
        return "the connection broke"
    return "it does not speak HTTP"


class _Backend(httpcore.NetworkBackend):
    """Plain connections whose every step ends at a deadline (a time.monotonic())."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        left = time_to_connect(self._deadline)
        inner = self._plain.connect_tcp(host, port, left, local_address, socket_options)
        return DeadlineStream(inner, Deadline(self._deadline))
