"""Whose turn it is and what follows from each answer, with moments that the test gives: nothing waits."""

from __future__ import annotations

import httpx
import pytest

from theodolite.gather.answers import LastingRefusal, PassingRefusal, StaleConnection
from theodolite.gather.exchange import Answer, Hop, Validators
from theodolite.gather.web.lanes import Job
from theodolite.gather.web.manners import Manners
from theodolite.gather.web.request import Request, Result
from theodolite.gather.web.robots import ANYTHING, Robots, rules
from theodolite.gather.web.turns import NotAllowed, Outcome, Redirect, Turns

MANNERS = Manners(host_seconds=1, first_wait_seconds=10, longest_wait_seconds=100, robots=False)


def wait(failures: int, asked: float | None) -> float:
    return max(10.0 * failures, asked or 0)


def turns(robots: Robots | None = None) -> Turns:
    manners = MANNERS if robots is None else Manners(host_seconds=1, longest_delay_seconds=60)
    return Turns(manners, robots or Robots(), wait)


def put(turned: Turns, *addresses: str) -> list[Result]:
    return [result for address in addresses for result in turned.put(Request(address=address))]


def taken(turned: Turns, now: float) -> Job:
    job = turned.take(now)
    assert isinstance(job, Job), job
    return job


def whole(job: Job, content: bytes = b"words") -> Answer:
    address = str(job.url)
    return Answer(address=address, hops=(Hop(address, 200),), status=200, content=content, media_type=None,
                  validators=Validators(), at="2026-01-01T00:00:00+00:00")  # fmt: skip


def passing(status: int | None = None, wait: float | None = None, **more: bool) -> PassingRefusal:
    return PassingRefusal("x", "it failed", "try again later", wait, status=status, **more)


def one(results: list[Result]) -> Result:
    [result] = results
    return result


def reason(result: Result) -> str:
    assert result.refusal is not None
    return result.refusal.reason


def test_one_host_one_request_and_a_second_between() -> None:
    turned = turns()
    put(turned, "http://a.example/1", "http://a.example/2", "http://b.example/1")
    first, other = taken(turned, 0), taken(turned, 0)
    assert (first.url.host, other.url.host) == ("a.example", "b.example")
    assert turned.take(50) is None
    turned.settle(first, whole(first), 0.25)
    assert turned.take(1.0) == 1.25
    assert taken(turned, 1.25).url.path == "/2"


def test_a_name_with_its_dot_is_the_same_host() -> None:
    turned = turns()
    put(turned, "http://a.example/1", "http://A.example./2", "https://a.example:8443/3")
    taken(turned, 0)
    assert turned.take(9) is None


def test_the_host_that_waited_longest_comes_first() -> None:
    turned = turns()
    put(turned, *(f"http://a.example/{i}" for i in range(3)), "http://b.example/1", "http://c.example/1")
    order = []
    for moment in range(5):
        job = taken(turned, moment)
        order.append(job.url.host[0])
        turned.settle(job, whole(job), moment)
    assert order == ["a", "b", "c", "a", "a"]


def test_a_redirect_waits_for_the_host_it_leads_to() -> None:
    turned = turns()
    put(turned, "http://b.example/1", "http://a.example/1")
    other, job = taken(turned, 0), taken(turned, 0)
    assert turned.settle(job, Redirect(301, httpx.URL("http://b.example/2")), 0) == []
    assert turned.take(9) is None
    turned.settle(other, whole(other), 9)
    job = taken(turned, 10)
    result = one(turned.settle(job, whole(job), 10))
    assert result.hops == (Hop("http://a.example/1", 301), Hop("http://b.example/2", 200))
    assert result.answer is not None and result.answer.hops == result.hops
    assert result.attempts == 2


def test_a_loop_ends_after_five_redirects() -> None:
    turned = turns()
    put(turned, "http://a.example/1")
    results: list[Result] = []
    asked = 0
    while not results:
        job = taken(turned, asked)
        results = turned.settle(job, Redirect(302, job.url), asked)
        asked += 1
    assert asked == 6
    assert "more than 5 times" in reason(one(results)) and one(results).lasting


def test_what_fails_for_a_moment_is_tried_again_and_others_go_on() -> None:
    turned = turns()
    put(turned, "http://a.example/1", "http://a.example/2")
    job = taken(turned, 0)
    assert turned.settle(job, passing(500), 0) == []
    second = taken(turned, 1)
    assert second.url.path == "/2"
    turned.settle(second, whole(second), 1)
    assert turned.take(2) == 10
    job = taken(turned, 10)
    turned.settle(job, passing(500), 10)
    assert turned.take(11) == 30
    result = one(turned.settle(taken(turned, 30), passing(500), 30))
    assert reason(result) == "it failed (3 attempts)"
    assert (result.lasting, result.status, result.attempts) == (False, 500, 3)


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_left_alone_as_a_whole(status: int) -> None:
    turned = turns()
    put(turned, "http://a.example/1", "http://a.example/2")
    turned.settle(taken(turned, 0), passing(status, 40.0), 0)
    assert turned.take(1) == 40
    job = taken(turned, 40)
    assert job.url.path == "/1"
    turned.settle(job, whole(job), 40)
    assert taken(turned, 41).url.path == "/2"


def test_a_host_that_asks_for_too_long_is_left_alone_for_the_round() -> None:
    turned = turns()
    put(turned, "http://a.example/1", "http://a.example/2")
    results = turned.settle(taken(turned, 0), passing(429, 3600.0), 0)
    assert [r.request.address[-1] for r in results] == ["1", "2"]
    assert reason(results[0]) == "it failed and asks to be left alone for 3,600 seconds"
    assert "not asked, since a.example asked to be left alone for 3,600 seconds" in reason(results[1])
    assert "not asked" in reason(one(put(turned, "http://a.example/3")))
    assert not one(put(turned, "http://a.example/3")).lasting


def test_a_host_that_is_silent_three_times_is_left_alone() -> None:
    turned = turns()
    put(turned, *(f"http://a.example/{i}" for i in range(6)))
    moment, results = 0.0, []
    for _ in range(3):
        job = taken(turned, moment)
        results += turned.settle(job, passing(unreached=True), moment)
        moment += 100
    assert len(results) == 6
    assert turned.take(moment) is None


def test_a_host_that_takes_too_long_is_left_to_the_next_round() -> None:
    turned = turns()
    put(turned, *(f"http://a.example/{i}" for i in range(5)))
    results: list[Result] = []
    for moment in (0, 1000, 1799, 1800):
        job = taken(turned, moment)
        results += turned.settle(job, whole(job), moment)
    assert [result.answer is not None for result in results] == [True] * 4 + [False]
    assert "not asked, since a.example has been asked for 30 minutes" in reason(results[4])
    assert not results[4].lasting


def test_an_answer_in_between_forgives() -> None:
    turned = turns()
    put(turned, *(f"http://a.example/{i}" for i in range(9)))
    outcomes: list[PassingRefusal | None] = [passing(silent=True), passing(silent=True), None] * 2
    for moment, outcome in enumerate(outcomes):
        job = taken(turned, moment * 100)
        turned.settle(job, outcome or whole(job), moment * 100)
    assert taken(turned, 9_999).url.host == "a.example"


def test_a_kept_connection_that_was_closed_costs_no_attempt_but_the_pause() -> None:
    turned = turns()
    put(turned, "http://a.example/1")
    turned.settle(taken(turned, 0), StaleConnection("x", "closed", "later"), 0)
    assert turned.take(0.5) == 1
    job = taken(turned, 1)
    assert one(turned.settle(job, whole(job), 1)).attempts == 1


def test_what_is_no_address_is_refused_at_once() -> None:
    assert one(put(turns(), "ftp://a.example/")).lasting
    assert "no valid address" in reason(one(put(turns(), "http://[x]/")))


def robots_first(outcome: Outcome, robots: Robots | None = None) -> tuple[Turns, list[Result]]:
    """Two requests to one origin, and its robots.txt answered."""
    turned = turns(robots or Robots())
    assert put(turned, "http://a.example/1", "http://a.example/2") == []
    job = taken(turned, 0)
    assert job.url.path == "/robots.txt"
    return turned, turned.settle(job, outcome, 0)


def test_robots_is_asked_once_and_first() -> None:
    robots = Robots()
    turned, results = robots_first(rules(b"User-agent: *\nCrawl-delay: 5"), robots)
    assert results == []
    assert turned.take(1) == 5
    job = taken(turned, 5)
    assert (job.url.path, job.rules) == ("/1", robots.get("http://a.example"))
    turned.settle(job, whole(job), 5)
    assert turned.take(6) == 10
    again = turns(robots)
    put(again, "http://a.example/3")
    assert taken(again, 0).url.path == "/3"


def test_what_is_not_allowed_is_lasting_and_takes_no_turn() -> None:
    turned, _ = robots_first(ANYTHING)
    job = taken(turned, 1)
    result = one(turned.settle(job, NotAllowed(job.address, "its robots.txt", "ask"), 0))
    assert (result.lasting, result.attempts, result.hops) == (True, 0, ())
    assert taken(turned, 1).url.path == "/2"


@pytest.mark.parametrize("status", [404, 401, 403, 410, 204])
def test_no_robots_allows_everything(status: int) -> None:
    turned, results = robots_first(LastingRefusal("x", "gone", "y", status=status))
    assert results == []
    assert taken(turned, 1).url.path == "/1"


def test_robots_that_cannot_be_had_closes_the_origin_for_now() -> None:
    turned, results = robots_first(passing(500))
    assert results == []
    for moment in (100, 200):
        results = turned.settle(taken(turned, moment), passing(500), moment)
    assert len(results) == 2
    assert "not asked, since its robots.txt cannot be had (it failed (3 attempts))" in reason(results[0])
    assert not results[0].lasting
    assert put(turned, "http://a.example/3")[0].attempts == 0


def test_robots_on_a_private_host_closes_the_origin() -> None:
    _, results = robots_first(LastingRefusal("x", "it leads to the private host", "y"))
    assert len(results) == 2 and not results[0].lasting


def test_robots_may_redirect_five_times() -> None:
    turned, results = robots_first(Redirect(301, httpx.URL("http://b.example/robots.txt")))
    for moment in range(1, 6):
        job = taken(turned, moment)
        assert job.url.host == "b.example"
        results = turned.settle(job, Redirect(301, job.url), moment)
    assert results == []
    assert taken(turned, 9).url.path == "/1"


def test_a_delay_that_is_too_long_is_said() -> None:
    _, results = robots_first(rules(b"User-agent: *\nCrawl-delay: 3600"))
    assert "its robots.txt asks for 3,600 seconds between two requests" in reason(results[1])


def test_a_host_left_alone_settles_who_waits_for_its_robots() -> None:
    _, results = robots_first(passing(429, 3600.0))
    assert len(results) == 2
    assert all("not asked" in reason(result) for result in results)


def test_waits_grow_with_chance_and_to_a_bound() -> None:
    manners = Manners(first_wait_seconds=2, longest_wait_seconds=100)
    assert all(2 * 2**n / 2 <= manners.wait(n + 1) <= 2 * 2**n for n in range(5))
    assert manners.wait(1000) <= 100
    assert manners.wait(1, 70) == 70
