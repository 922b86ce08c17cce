"""Many addresses at once, against a real web server that misbehaves in every way we know of."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

import pytest
from web_server import Served, serving
from web_world import BAD_FEEDS, Item, World

from theodolite.gather.exchange import Validators
from theodolite.gather.web.fetcher import Fetcher
from theodolite.gather.web.manners import Manners
from theodolite.gather.web.request import FEED_TYPES, Request, Result
from theodolite.gather.web.robots import Robots

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs many loopback numbers, as Linux has")

QUICK = Manners(
    host_seconds=0.02, connect_seconds=1, read_seconds=1, answer_seconds=3, first_wait_seconds=0.05,
    longest_wait_seconds=2, content_bytes=300_000, workers=8,
)  # fmt: skip


@pytest.fixture
def served() -> Iterator[Served]:
    with serving(World(seed=1, feeds_count=12, pages=100)) as one:
        yield one


@dataclass
class Round:
    """A server after one round over all it has: the results of feeds and of items, by number."""

    served: Served
    feeds: dict[int, Result] = field(default_factory=dict)
    items: dict[int, Result] = field(default_factory=dict)

    @property
    def world(self) -> World:
        return self.served.world


@pytest.fixture(scope="module")
def done() -> Iterator[Round]:
    """All feeds, and as they come all items that the good ones list."""
    with serving(World(seed=1, feeds_count=12, pages=100)) as served:
        done, world = Round(served), served.world
        with Fetcher(QUICK, allow_private=served.allowed) as fetcher:
            for feed in world.feeds:
                fetcher.put(Request(address=world.feed_address(feed), accept=FEED_TYPES, tag=feed))
            for result in fetcher.results():
                tag = result.request.tag
                if isinstance(tag, Item):
                    assert tag.number not in done.items
                    done.items[tag.number] = result
                    continue
                done.feeds[tag.number] = result
                if result.answer is not None and tag.good:
                    for item in dict.fromkeys(world.listed(tag)):
                        if item.feeds[0] == tag.number:
                            fetcher.put(
                                Request(
                                    address=urljoin(result.answer.address, world.link(item, tag.number)),
                                    tag=item,
                                )
                            )
            assert fetcher.open == 0
        yield done


def test_every_good_page_comes_once_and_every_bad_one_says_why(done: Round) -> None:
    feeds, items, world = done.feeds, done.items, done.world
    assert set(items) == {item.number for item in world.known()}
    for item in world.known():
        result = items[item.number]
        if item.good or item.kind == "binary":  # that it is no text, the reader says
            assert result.answer is not None and result.answer.content, (item, result.refusal)
            assert item.good is (item.title.encode("gb18030") in result.answer.content) or item.good is (
                item.title.encode() in result.answer.content
            )
        else:
            assert result.refusal is not None and str(item.reason) in result.refusal.reason, item
    for feed in world.feeds:
        result = feeds[feed.number]
        if feed.good or feed.kind == "feed_broken":
            assert result.answer is not None, (feed, result.refusal)
        else:
            assert result.refusal is not None and BAD_FEEDS[feed.kind] in result.refusal.reason, feed


def test_politeness_is_kept_at_the_server(done: Round) -> None:
    served = done.served
    assert max(served.most_open.values()) == 1
    assert served.shortest_distance() >= QUICK.host_seconds
    assert all(one.headers["user-agent"].startswith("theodolite/") for one in served.seen)
    assert not any(one.path.startswith("/private/") for one in served.seen)
    first = {}
    for one in served.seen:
        first.setdefault(one.host, one.path)
    assert set(first.values()) == {"/robots.txt"}
    assert served.asked("/robots.txt") == len(served.world.feeds) + 2  # one says 503 and is asked three times


def test_a_busy_host_is_waited_for_as_long_as_it_says(done: Round) -> None:
    served = done.served
    [item] = [item for item in served.world.items if item.kind == "late429"][:1]
    moments = [one.began for one in served.seen if one.path == item.path]
    between = [one.began for one in served.seen if one.host == served.world.host(item.host)]
    assert moments[1] - moments[0] >= 1
    assert not any(moments[0] < moment < moments[0] + 1 for moment in between)


def test_connections_are_kept(done: Round) -> None:
    served = done.served
    assert served.connections < 0.6 * len(served.seen)


def test_redirects_and_charset_reach_the_caller(done: Round) -> None:
    items, world = done.items, done.world
    kinds = {item.kind: items[item.number] for item in world.known()}
    moved = kinds["moved_host"]
    assert [hop.status for hop in moved.hops] == [308, 200]
    assert moved.answer is not None and moved.answer.address == moved.hops[1].address != moved.hops[0].address
    gb = kinds["gb18030"].answer
    assert gb is not None and gb.media_type == "text/html; charset=gb2312"
    assert kinds["gone410"].lasting and kinds["gone410"].status == 410
    assert not kinds["always500"].lasting and kinds["always500"].attempts == QUICK.attempts
    assert [hop.status for hop in kinds["private"].hops] == [302]


def test_what_did_not_change_is_not_sent_again(served: Served) -> None:
    world = served.world
    feed = world.feeds[0]
    robots = Robots()

    def look(kept: Validators | None) -> Result:
        with Fetcher(QUICK, robots=robots, allow_private=served.allowed) as fetcher:
            fetcher.put(Request(address=world.feed_address(feed), kept=kept))
            [result] = fetcher.results()
        return result

    first = look(None)
    assert first.answer is not None and first.answer.content
    again = look(first.answer.validators)
    assert again.answer is not None and (again.status, again.answer.content) == (304, None)
    assert served.asked("/robots.txt") == 1


def test_private_hosts_are_refused_where_nothing_allows_them(served: Served) -> None:
    with Fetcher(QUICK) as fetcher:
        fetcher.put(Request(address=served.world.feed_address(served.world.feeds[0])))
        [result] = fetcher.results()
    assert "private host" in str(result.refusal)
    assert served.seen == []


def test_a_refusal_holds_nothing_of_what_was_received(done: Round) -> None:
    refusals = [result.refusal for result in done.items.values() if result.refusal is not None]
    assert len(refusals) > 10
    assert all(one.__traceback__ is None and one.__context__ is None for one in refusals)


def test_one_slow_host_holds_up_nobody_else(served: Served) -> None:
    world = served.world
    slow, *others = [item for item in world.items if item.kind == "plain"]
    others = [item for item in others if item.host != slow.host]
    assert len(others) > 10
    patient = replace(QUICK, workers=2, robots=False, read_seconds=20, answer_seconds=20)
    served.held.add(slow.path)
    with Fetcher(patient, allow_private=served.allowed) as fetcher:
        for _ in range(3):
            fetcher.put(Request(address=world.address(slow), tag=slow))
        for item in others:
            fetcher.put(Request(address=world.address(item), tag=item))
        first = [fetcher.take(20) for _ in others]
        assert {result.request.tag for result in first if result} == set(others)
        served.held.clear()
        assert [result.request.tag for result in fetcher.results()] == [slow] * 3


def test_nothing_new_is_begun_while_the_caller_is_behind(served: Served) -> None:
    world = served.world
    plain = [item for item in world.items if item.kind == "plain"][:40]
    narrow = replace(QUICK, held_bytes=1, host_seconds=0, workers=4, robots=False)
    with Fetcher(narrow, allow_private=served.allowed) as fetcher:
        for item in plain:
            fetcher.put(Request(address=world.address(item)))
        time.sleep(0.3)
        assert len(served.seen) <= narrow.workers
        assert len(list(fetcher.results())) == len(plain)


def test_who_waits_for_work_hears_of_it(served: Served) -> None:
    items = [item for item in served.world.items if item.kind == "plain"][:6]
    with Fetcher(replace(QUICK, workers=2), allow_private=served.allowed) as fetcher:
        for _ in range(3):  # after the first, both threads are there and have nothing to do
            for item in items:
                fetcher.put(Request(address=served.world.address(item)))
            assert [fetcher.take(20) is not None for _ in items] == [True] * len(items)
            time.sleep(0.1)


def test_taking_gives_up_after_its_time(served: Served) -> None:
    slow = next(item for item in served.world.items if item.kind == "slow")
    with Fetcher(QUICK, allow_private=served.allowed) as fetcher:
        assert fetcher.take(0.01) is None
        fetcher.put(Request(address=served.world.address(slow)))
        assert fetcher.take(0.01) is None and fetcher.open == 1
        assert fetcher.take(5) is not None and fetcher.open == 0


def test_leaving_ends_what_is_under_way(served: Served) -> None:
    world = served.world
    with Fetcher(QUICK, allow_private=served.allowed) as fetcher:
        for item in world.items:
            fetcher.put(Request(address=world.address(item)))
        assert fetcher.take(5) is not None
    asked = len(served.seen)
    time.sleep(0.3)
    assert len(served.seen) <= asked + QUICK.workers
    assert fetcher.take() is None
    for thread in threading.enumerate():
        if thread.name == "theodolite-fetch":
            thread.join(5)
            assert not thread.is_alive()


def test_a_fault_of_ours_is_raised_where_results_are_taken(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise AssertionError("a fault")

    with Fetcher(QUICK, allow_private=served.allowed) as fetcher:
        monkeypatch.setattr(fetcher, "_ask", broken)
        fetcher.put(Request(address=served.world.address(served.world.items[0])))
        with pytest.raises(AssertionError, match="a fault"):
            fetcher.take(5)
