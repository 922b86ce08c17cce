"""What a host is owed, and what is taken from it at most."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.engine.waiting import back_off


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """Seconds, bytes and counts.

    To one host at most one request is open at a time, and the next starts `host_seconds` after it began
    to answer the last, or after the longer delay that its robots.txt asks for; a host that asks for more
    than `longest_delay_seconds` is not asked at all. `answer_seconds` bounds one request, connecting
    included. An address is tried `attempts` times; the waits between grow from `first_wait_seconds` (see
    `waiting.back_off`). A host is left alone for the round when it asks for more than
    `longest_wait_seconds`, when it was `silent_in_a_row` times out of reach or too slow, or turned us
    away (429, 503) `busy_in_a_row` times; what is still to be had of it after `round_seconds` is left to
    the next round, so that one that wants long pauses does not keep all others from being looked at
    again. `content_bytes` counts after decompression; `page_bytes` is the limit of HTML, as it takes many
    times its size to read. `held_bytes` is how much of what came may wait for whoever asked before
    nothing new is begun.
    """

    host_seconds: float = 1.0
    longest_delay_seconds: float = 60.0
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    answer_seconds: float = 60.0
    attempts: int = 3
    first_wait_seconds: float = 2.0
    longest_wait_seconds: float = 120.0
    silent_in_a_row: int = 3
    busy_in_a_row: int = 5
    round_seconds: float = 1800.0
    redirects: int = 5
    content_bytes: int = 25_000_000
    page_bytes: int = 8_000_000
    held_bytes: int = 50_000_000
    workers: int = 8
    robots: bool = True

    def wait(self, failures: int, asked: float | None = None) -> float:
        """Seconds to wait after so many failures (at least 1), never less than the host asks for."""
        return back_off(failures, self.first_wait_seconds, self.longest_wait_seconds, asked)
