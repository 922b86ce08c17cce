"""Requests in, results out: a bounded number of threads over all hosts, each host one request at a time."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from types import TracebackType

import httpx

from theodolite.engine.waiting import in_one_line
from theodolite.gather.answers import LastingRefusal, PassingRefusal
from theodolite.gather.exchange import LATER, Answer, Line
from theodolite.gather.web.lanes import Job, Lane
from theodolite.gather.web.manners import Manners
from theodolite.gather.web.request import Request, Result
from theodolite.gather.web.robots import Robots, Rules, rules
from theodolite.gather.web.turns import NotAllowed, Outcome, Redirect, Turns

_IDLE_SECONDS = 15.0
"""How long a connection is kept for the host's next request; servers close theirs after 5 to 75."""


class Fetcher:
    """Fetches many addresses; see the package for how it is used. One caller's thread puts and takes.

    `robots` is what is known of hosts' robots.txt; give the same one to every round of a process.
    `allow_private` names endpoints ("127.0.0.1:8000") that may be reached although they are not public; it is
    for tests and is set by nothing outside the code.
    """

    def __init__(
        self,
        manners: Manners | None = None,
        *,
        robots: Robots | None = None,
        allow_private: frozenset[str] = frozenset(),
    ) -> None:
        self._manners = manners or Manners()
        self._turns = Turns(self._manners, robots or Robots())
        self._allow_private = allow_private
        self._tls = httpx.create_ssl_context()
        self._changed = threading.Condition()
        self._results: deque[Result] = deque()
        self._held = 0
        self._open = 0
        self._stopped = False
        self._fault: BaseException | None = None
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def open(self) -> int:
        """How many requests were put whose result was not taken so far."""
        return self._open

    def put(self, request: Request) -> None:
        """Ask for one more address. Never waits; an address that is none gets its refusal as a result."""
        with self._changed:
            self._open += 1
            self._deliver(self._turns.put(request))
            if len(self._threads) < min(self._manners.workers, self._open):
                thread = threading.Thread(target=self._work, name="theodolite-fetch", daemon=True)
                self._threads.append(thread)
                thread.start()
            self._changed.notify_all()

    def take(self, seconds: float | None = None) -> Result | None:
        """The next result, waiting for at most so many seconds; None where none came or none is to come."""
        with self._changed:
            self._changed.wait_for(lambda: self._results or self._stopped or not self._open, seconds)
            if self._fault is not None:
                raise self._fault
            if not self._results or self._stopped:
                return None
            result = self._results.popleft()
            self._open -= 1
            self._held -= result.size
            self._changed.notify_all()
            return result

    def results(self) -> Iterator[Result]:
        """Every result as it comes, until all that was put has its own; more may be put meanwhile."""
        while (result := self.take()) is not None:
            yield result

    def stop(self) -> None:
        """Begin nothing more, and end what is under way at its next step."""
        with self._changed:
            self._stopped = True
            for lane in self._turns.lanes():
                if lane.line is not None and lane.taken:
                    lane.line.hang_up()
                elif lane.line is not None:
                    lane.line.close()
            self._changed.notify_all()

    def _deliver(self, results: list[Result]) -> None:
        for result in results:
            self._results.append(result)
            self._held += result.size
        if results:
            self._changed.notify_all()

    def _work(self) -> None:
        try:
            while (job := self._next()) is not None:
                lane = self._turns.lane(job)
                outcome, began = self._ask(job, lane)
                with self._changed:
                    self._deliver(self._turns.settle(job, outcome, began))
                    if lane.line is not None and (self._stopped or lane.ready_at() is None):
                        lane.line.close()
                    self._changed.notify_all()
        except BaseException as error:  # a fault of ours, raised where results are taken
            with self._changed:
                self._fault, self._stopped = error, True
                self._changed.notify_all()

    def _next(self) -> Job | None:
        with self._changed:
            while not self._stopped:
                wait = None
                if self._held < self._manners.held_bytes:
                    turn = self._turns.take(time.monotonic())
                    if isinstance(turn, Job):
                        return turn
                    wait = None if turn is None else max(turn - time.monotonic(), 0.0)
                self._changed.wait(wait)
            return None

    def _ask(self, job: Job, lane: Lane) -> tuple[Outcome, float]:
        """What one request came to, and when its host began to answer or the attempt was over."""
        if job.rules is not None and not job.rules.allows(job.url):
            reason = f"the robots.txt of {job.url.host} does not allow it"
            return NotAllowed(job.address, reason, "ask the publisher, or leave it out"), 0.0
        if lane.line is None:
            lane.line = Line(
                connect_seconds=self._manners.connect_seconds,
                read_seconds=self._manners.read_seconds,
                allow_private=self._allow_private,
                tls=self._tls,
                idle_seconds=_IDLE_SECONDS,
            )
        line = lane.line
        kept = job.request.kept if job.request is not None else None
        deadline = time.monotonic() + self._manners.answer_seconds
        asked = time.monotonic()
        outcome: Outcome
        try:
            got = line.ask(job.address, job.url, job.terms, deadline, kept)
        except (LastingRefusal, PassingRefusal) as refusal:
            # It is kept while a round goes on, and the frames it came through hold what was received.
            outcome = refusal.with_traceback(None)
            outcome.__context__ = None
        else:
            outcome = got if isinstance(got, Answer) else Redirect(*got)
            if isinstance(got, Answer) and job.request is None:
                outcome = _rules(job, got)
        # Where no answer began, the request may have reached its host as late as now.
        return outcome, line.began if line.began >= asked else time.monotonic()


def _rules(job: Job, answer: Answer) -> Rules | PassingRefusal:
    try:
        return rules(answer.content or b"")
    except Exception as error:  # another's parser on what anybody may have written
        return PassingRefusal(job.address, f"it cannot be read ({in_one_line(error)})", LATER)
