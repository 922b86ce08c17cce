"""What follows from each answer: for its request, its host and who waits there. Pure: no clock, no net."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from theodolite.gather.answers import (
    EndlessRedirect,
    LastingRefusal,
    PassingRefusal,
    StaleConnection,
    parsed,
)
from theodolite.gather.exchange import LATER, Answer, Hop, Terms, too_many, with_hops
from theodolite.gather.web.lanes import Job, Lane, Lanes
from theodolite.gather.web.manners import Manners
from theodolite.gather.web.request import Request, Result
from theodolite.gather.web.robots import ANYTHING, MOST_BYTES, Robots, Rules, address_of, origin_of

_BUSY = frozenset({429, 503})
"""Said by a host of itself rather than of one address (RFC 6585 section 4, RFC 9110 section 15.6.4)."""
_ROBOTS_REDIRECTS = 5


class NotAllowed(LastingRefusal):
    """Its robots.txt does not allow it. Nothing was asked."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where an answer leads on to."""

    status: int
    url: httpx.URL


Outcome = Answer | Redirect | Rules | LastingRefusal | PassingRefusal


class Turns:
    """Requests from being put to their result. Moments are of one monotonic clock and given by the caller.

    A request waits for the robots.txt of its origin, then for its host's lane; a redirect to another host
    waits there anew. What comes back from `put` and `settle` are the results that are there now.
    """

    def __init__(
        self, manners: Manners, robots: Robots, wait: Callable[[int, float | None], float] | None = None
    ) -> None:
        self._manners = manners
        self._robots = robots
        self._wait = wait or manners.wait
        self._lanes = Lanes(manners.host_seconds)
        self._parked: dict[str, list[Job]] = {}
        self._closed: dict[str, str] = {}

    def lane(self, job: Job) -> Lane:
        """The host that a job asks next."""
        return self._lanes.of(job.url)

    def lanes(self) -> list[Lane]:
        """Every host that was named so far."""
        return self._lanes.all()

    def put(self, request: Request) -> list[Result]:
        """Take a request in."""
        try:
            url = parsed(request.address, request.address)
        except LastingRefusal as refusal:
            return [Result(request=request, refusal=refusal, attempts=0)]
        terms = Terms(
            accept=request.accept,
            content_bytes=request.content_bytes or self._manners.content_bytes,
            page_bytes=self._manners.page_bytes,
            redirects=self._manners.redirects,
            text=request.text,
            cut=request.cut,
        )
        return self._admit(Job(request.address, url, terms, request))

    def take(self, now: float) -> Job | float | None:
        """A job that may be asked now; else the moment of the next; None where none waits."""
        return self._lanes.take(now)

    def settle(self, job: Job, outcome: Outcome, now: float) -> list[Result]:
        """What a job that was taken came to, at the moment when its host had begun to answer or given up."""
        lane = self.lane(job)
        results = self._settled(lane, job, outcome, now)
        begun = now if lane.begun is None else lane.begun
        if now - begun >= self._manners.round_seconds and lane.left_alone is None:
            minutes = math.ceil((now - begun) / 60)
            results += self._leave_alone(lane, f"{lane.host} has been asked for {minutes} minutes")
        return results

    def _settled(self, lane: Lane, job: Job, outcome: Outcome, now: float) -> list[Result]:
        free_at = now + lane.gap
        if isinstance(outcome, NotAllowed):
            self._lanes.give_back(lane, lane.free_at)
            return self._over(job, outcome)
        if isinstance(outcome, StaleConnection):  # it did not take up the request
            self._lanes.give_back(lane, free_at)
            return self._again(job, free_at)
        job.attempts += 1
        if isinstance(outcome, PassingRefusal):
            return self._failed(lane, job, outcome, now, free_at)
        lane.silent = lane.busy = 0
        self._lanes.give_back(lane, free_at)
        if isinstance(outcome, Redirect):
            return self._redirected(job, outcome)
        return self._over(job, outcome)

    def _admit(self, job: Job) -> list[Result]:
        lane, origin = self.lane(job), origin_of(job.url)
        reason = lane.left_alone or self._closed.get(origin)
        if reason is not None:
            return self._over(job, _not_asked(job, reason))
        if job.request is None or not self._manners.robots:
            self._lanes.add(job, first=bool(job.hops or job.request is None))
            return []
        rules = self._robots.get(origin)
        if rules is None:
            waiting = self._parked.setdefault(origin, [])
            waiting.append(job)
            return self._ask_robots(origin) if len(waiting) == 1 else []
        if rules.delay > self._manners.longest_delay_seconds:
            wanted = f"{rules.delay:,.0f} seconds between two requests"
            self._closed[origin] = f"its robots.txt asks for {wanted}"
            return self._over(job, _not_asked(job, self._closed[origin]))
        lane.widen(rules.delay)
        job.rules = rules
        self._lanes.add(job, first=bool(job.hops))
        return []

    def _ask_robots(self, origin: str) -> list[Result]:
        url = address_of(origin)
        terms = Terms(accept="text/plain, */*;q=0.5", content_bytes=MOST_BYTES, cut=True,
                      redirects=_ROBOTS_REDIRECTS)  # fmt: skip
        return self._admit(Job(str(url), url, terms, origin=origin))

    def _redirected(self, job: Job, to: Redirect) -> list[Result]:
        job.hops.append(Hop(str(job.url), to.status))
        if len(job.hops) > job.terms.redirects:
            return self._over(job, too_many(job.address, job.terms))
        job.url, job.rules = to.url, None
        return self._admit(job)

    def _failed(
        self, lane: Lane, job: Job, refusal: PassingRefusal, now: float, free_at: float
    ) -> list[Result]:
        """Let it be tried again later, or give it up; leave its host in peace where that is what failed."""
        job.failures += 1
        again_at = now + self._wait(job.failures, refusal.wait)
        alone = None
        if refusal.unreached or refusal.silent:
            lane.silent += 1
            free_at = max(free_at, now + self._wait(lane.silent, None))
            if lane.silent >= self._manners.silent_in_a_row:
                alone = f"{lane.host} could not be reached or was too slow {lane.silent} times in a row"
        elif refusal.status in _BUSY or refusal.wait is not None:
            lane.busy += 1
            free_at = max(free_at, now + self._wait(lane.busy, refusal.wait))
            if lane.busy >= self._manners.busy_in_a_row:
                alone = f"{lane.host} turned us away {lane.busy} times in a row (status {refusal.status})"
        else:
            lane.silent = lane.busy = 0
        if refusal.wait is not None and refusal.wait > self._manners.longest_wait_seconds:
            alone = f"{lane.host} asked to be left alone for {math.ceil(refusal.wait):,} seconds"
        self._lanes.give_back(lane, free_at)
        if alone is None and job.failures < self._manners.attempts:
            return self._again(job, max(again_at, free_at))
        results = self._over(job, _given_up(job, refusal))
        return results + (self._leave_alone(lane, alone) if alone is not None else [])

    def _leave_alone(self, lane: Lane, reason: str) -> list[Result]:
        lane.left_alone = reason
        return [r for job in lane.empty() for r in self._over(job, _not_asked(job, reason))]

    def _again(self, job: Job, at: float) -> list[Result]:
        self._lanes.put_off(job, at)
        return []

    def _over(self, job: Job, outcome: Answer | Rules | LastingRefusal | PassingRefusal) -> list[Result]:
        if job.request is None:
            return self._robots_known(job.origin, outcome)
        assert not isinstance(outcome, Rules)
        if isinstance(outcome, Answer):
            answer = with_hops(outcome, job.hops)
            return [Result(request=job.request, answer=answer, hops=answer.hops, attempts=job.attempts)]
        hops = list(job.hops)
        if outcome.status is not None and not isinstance(outcome, NotAllowed):
            hops.append(Hop(str(job.url), outcome.status))
        return [Result(request=job.request, refusal=outcome, hops=tuple(hops), attempts=job.attempts)]

    def _robots_known(
        self, origin: str, found: Answer | Rules | LastingRefusal | PassingRefusal
    ) -> list[Result]:
        """Let go on who waited for an origin's robots.txt (RFC 9309 section 2.3.1)."""
        if isinstance(found, EndlessRedirect) or (
            isinstance(found, LastingRefusal) and (found.status or 0) // 100 in (2, 4)
        ):
            found = ANYTHING
        if isinstance(found, Rules):
            self._robots.put(origin, found)
        else:
            assert not isinstance(found, Answer)
            self._closed[origin] = f"its robots.txt cannot be had ({found.reason})"
        return [result for job in self._parked.pop(origin, []) for result in self._admit(job)]


def _not_asked(job: Job, reason: str) -> PassingRefusal:
    return PassingRefusal(job.address, f"not asked, since {reason}", LATER)


def _given_up(job: Job, refusal: PassingRefusal) -> PassingRefusal:
    asks = f" and asks to be left alone for {math.ceil(refusal.wait):,} seconds" if refusal.wait else ""
    tried = "" if job.attempts == 1 else f" ({job.attempts} attempts)"
    return PassingRefusal(refusal.place, f"{refusal.reason}{asks}{tried}", LATER, status=refusal.status)
