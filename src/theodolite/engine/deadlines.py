"""Connections that end at a deadline, however slowly the other side drips.

A time-out for each step alone lets a host hold a connection for as long as it sends a byte now and then.
"""

from __future__ import annotations

import ssl
import time
from dataclasses import dataclass
from typing import Any

import httpcore

_OVER = "the time for the whole answer is over"


def time_to_connect(deadline: float, timeout: float | None = None) -> float:
    """Seconds that connecting may take until `deadline` (a time.monotonic()), at most `timeout`.

    Raises httpcore.ConnectTimeout where none are left.
    """
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ConnectTimeout(_OVER)
    return left if timeout is None else min(timeout, left)


@dataclass(slots=True)
class Deadline:
    """A moment (a time.monotonic()) that can be moved on, as a kept connection serves many requests.

    `heard` counts the bytes that came since.
    """

    at: float
    heard: int = 0

    def move(self, at: float) -> None:
        """Begin anew."""
        self.at, self.heard = at, 0


class DeadlineStream(httpcore.NetworkStream):
    """A stream whose every step ends at its deadline, with httpcore.ReadTimeout."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def _left(self, timeout: float | None) -> float:
        left = self._deadline.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout(_OVER)
        return left if timeout is None else min(timeout, left)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes, none at the end."""
        received = self._inner.read(max_bytes, self._left(timeout))
        self._deadline.heard += len(received)
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of `buffer`."""
        self._inner.write(buffer, self._left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection over TLS, with the same deadline."""
        inner = self._inner.start_tls(ssl_context, server_hostname, self._left(timeout))
        return DeadlineStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection says of itself."""
        return self._inner.get_extra_info(info)
