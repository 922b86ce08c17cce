"""How a publisher's host is treated: what is waited for, how much is taken, how often is asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from theodolite.engine.waiting import back_off


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """Seconds, bytes after decompression, and counts.

    `total_seconds` bounds one address with all its attempts and waits. Between two requests to one host at
    least `host_seconds` pass. The n-th wait after a failure is half to all of `first_wait_seconds` doubled n
    times (at random, so that many machines do not come back at one moment), or what the host asks for. A host
    that asks for more than `longest_wait_seconds` is left alone until the next call.
    """

    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    total_seconds: float = 300.0
    content_bytes: int = 200_000_000
    redirects: int = 5
    attempts: int = 4
    first_wait_seconds: float = 1.0
    longest_wait_seconds: float = 60.0
    host_seconds: float = 1.0

    def wait(self, failures: int, asked: float | None) -> float:
        """Seconds to wait after so many failures (at least 1), never less than the host asks for."""
        return back_off(failures, self.first_wait_seconds, self.longest_wait_seconds, asked)


@dataclass(slots=True)
class Pace:
    """When each host was last asked; one for all that a command asks for.

    `left_alone` holds hosts that are not asked again in this command, each with the reason.
    """

    manners: Manners
    sleep: Callable[[float], None] = time.sleep
    left_alone: dict[str, str] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until it is this host's turn again. The pause to the next one begins when the block ends."""
        last = self._last.get(host)
        if last is not None:
            left = last + self.manners.host_seconds - time.monotonic()
            if left > 0:
                self.sleep(left)
        try:
            yield
        finally:
            self._last[host] = time.monotonic()
