"""A stream ends at its deadline even where every single step is quick."""

from __future__ import annotations

import ssl
import time
from typing import Any

import httpcore
import pytest

from theodolite.engine.deadlines import Deadline, DeadlineStream, time_to_connect


class _Dripping(httpcore.NetworkStream):
    """One byte a read, each within its own time-out; it notes the time-outs it was given."""

    def __init__(self) -> None:
        self.timeouts: list[float | None] = []

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self.timeouts.append(timeout)
        time.sleep(0.01)
        return b"x"

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.timeouts.append(timeout)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return self

    def get_extra_info(self, info: str) -> Any:
        return info


def test_a_dripping_stream_ends() -> None:
    stream = DeadlineStream(_Dripping(), Deadline(time.monotonic() + 0.2))
    reads = 0
    with pytest.raises(httpcore.ReadTimeout):
        while reads < 1_000:
            reads += len(stream.read(1, timeout=5))
    assert 0 < reads < 1_000


def test_no_step_is_given_more_than_is_left_or_asked_for() -> None:
    inner = _Dripping()
    stream = DeadlineStream(inner, Deadline(time.monotonic() + 2))
    stream.read(1)
    stream.read(1, timeout=100)
    stream.write(b"x", timeout=0.5)
    first, second, third = inner.timeouts
    assert first is not None and first <= 2
    assert second is not None and second <= 2
    assert third == 0.5


def test_the_deadline_outlives_the_change_to_tls() -> None:
    secure = DeadlineStream(_Dripping(), Deadline(time.monotonic() - 1))
    with pytest.raises(httpcore.ReadTimeout):
        secure.start_tls(ssl.create_default_context())


def test_a_kept_connection_gets_the_next_requests_deadline() -> None:
    deadline = Deadline(time.monotonic() - 1)
    stream = DeadlineStream(_Dripping(), deadline)
    with pytest.raises(httpcore.ReadTimeout):
        stream.read(1)
    deadline.move(time.monotonic() + 5)
    assert stream.read(1) == b"x"
    assert deadline.heard == 1


def test_connecting_has_no_more_than_is_left() -> None:
    assert time_to_connect(time.monotonic() + 9, 3) == 3
    assert time_to_connect(time.monotonic() + 9) <= 9
    with pytest.raises(httpcore.ConnectTimeout):
        time_to_connect(time.monotonic() - 1, 3)
