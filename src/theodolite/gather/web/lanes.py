"""Whose turn it is. Pure: the moment is given, nothing waits here and nothing is asked."""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass, field
from itertools import count

import httpx

from theodolite.gather.exchange import Hop, Line, Terms
from theodolite.gather.web.request import Request
from theodolite.gather.web.robots import Rules


@dataclass(slots=True, eq=False)
class Job:
    """A request on its way: where it has got to and how often it was tried.

    `request` is None for a robots.txt, `origin` is then whose. `rules` are those of the origin it asks next.
    """

    address: str
    url: httpx.URL
    terms: Terms
    request: Request | None = None
    origin: str = ""
    rules: Rules | None = None
    hops: list[Hop] = field(default_factory=list)
    attempts: int = 0
    failures: int = 0


@dataclass(slots=True, eq=False)
class Lane:
    """One host: who waits for it, and when it may be asked again (moments of one monotonic clock).

    `silent` and `busy` count, since it last answered, how often it was out of reach or slow, and how often it
    turned us away. `begun` is when it was first asked, `left_alone` why it is not asked again in this
    round.
    """

    host: str
    gap: float
    waiting: deque[Job] = field(default_factory=deque)
    later: list[tuple[float, int, Job]] = field(default_factory=list)
    taken: bool = False
    free_at: float = 0.0
    silent: int = 0
    busy: int = 0
    begun: float | None = None
    left_alone: str | None = None
    line: Line | None = None

    def ready_at(self) -> float | None:
        """When its next job may start; None where there is none or one is under way."""
        if self.taken or not (self.waiting or self.later):
            return None
        return self.free_at if self.waiting else max(self.free_at, self.later[0][0])

    def widen(self, gap: float) -> None:
        """Keep a longer distance, from the last request on."""
        if gap > self.gap:
            self.free_at += gap - self.gap if self.free_at else 0.0
            self.gap = gap

    def pop(self, now: float) -> Job:
        """The next job; one that waited out its failure comes before those that never ran."""
        if self.later and (not self.waiting or self.later[0][0] <= now):
            return heapq.heappop(self.later)[2]
        return self.waiting.popleft()

    def empty(self) -> list[Job]:
        """Take every job out."""
        jobs = [*self.waiting, *(job for *_, job in sorted(self.later, key=lambda entry: entry[:2]))]
        self.waiting.clear()
        self.later.clear()
        return jobs


class Lanes:
    """All hosts. The one that has been ready for the longest comes first, so none holds up another."""

    def __init__(self, gap: float) -> None:
        self._gap = gap
        self._lanes: dict[str, Lane] = {}
        self._ready: list[tuple[float, int, Lane]] = []
        self._order = count()

    def all(self) -> list[Lane]:
        """The lane of every host that was ever named."""
        return list(self._lanes.values())

    def of(self, url: httpx.URL) -> Lane:
        """The lane of an address's host."""
        host = url.host.rstrip(".")
        lane = self._lanes.get(host)
        if lane is None:
            lane = self._lanes[host] = Lane(host, self._gap)
        return lane

    def add(self, job: Job, *, first: bool = False) -> None:
        """Let a job wait for its host; `first`, before all others there."""
        lane = self.of(job.url)
        (lane.waiting.appendleft if first else lane.waiting.append)(job)
        self._announce(lane)

    def put_off(self, job: Job, until: float) -> None:
        """Let a job wait until a moment."""
        lane = self.of(job.url)
        heapq.heappush(lane.later, (until, next(self._order), job))
        self._announce(lane)

    def take(self, now: float) -> Job | float | None:
        """A job whose turn it is, its lane taken; else the moment of the next turn; None where none waits."""
        while self._ready:
            at, _, lane = self._ready[0]
            ready_at = lane.ready_at()
            if ready_at is None or ready_at != at:  # said before something changed; it was said anew since
                heapq.heappop(self._ready)
                continue
            if at > now:
                return at
            heapq.heappop(self._ready)
            job = lane.pop(now)
            lane.taken = True
            lane.begun = now if lane.begun is None else lane.begun
            return job
        return None

    def give_back(self, lane: Lane, free_at: float) -> None:
        """The lane's job is over; the host may be asked again at `free_at`."""
        lane.taken = False
        lane.free_at = max(lane.free_at, free_at)
        self._announce(lane)

    def _announce(self, lane: Lane) -> None:
        at = lane.ready_at()
        if at is not None:
            heapq.heappush(self._ready, (at, next(self._order), lane))
