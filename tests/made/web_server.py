"""A real web server for the made-up web: each loopback number is a host, every request noted with its time.

Only connections from this machine reach it. Politeness is measured here, not where the requests are made.
"""

from __future__ import annotations

import asyncio
import contextlib
import posixpath
import re
import socket
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from web_faults import Reply, bomb, feed_reply, reply, robots
from web_world import World

_ENDLESS = 200_000_000
_THOUGHT = 0.003
"""Seconds before each answer, so that two requests to one host at a time do show."""
_NUMBER = re.compile(r"^(?P<place>/moved|/r)?/(?:news|private)/(?P<number>\d{5})$")


@dataclass(slots=True)
class Seen:
    """One request: its host, its path, when its last header line came, and when its answer was over."""

    host: str
    path: str
    headers: dict[str, str]
    began: float
    ended: float = 0.0


@dataclass
class Served:
    """The world as it is served, and what was asked of it. Paths in `held` are not answered while there."""

    world: World
    seen: list[Seen] = field(default_factory=list)
    connections: int = 0
    held: set[str] = field(default_factory=set)
    looks: Counter[str] = field(default_factory=Counter)
    open_now: Counter[str] = field(default_factory=Counter)
    most_open: Counter[str] = field(default_factory=Counter)

    @property
    def allowed(self) -> frozenset[str]:
        """What a fetcher must be allowed to reach."""
        return frozenset(self.world.hosts)

    def starts(self) -> dict[str, list[float]]:
        """The moments when each host was asked."""
        by_host = defaultdict(list)
        for one in self.seen:
            by_host[one.host].append(one.began)
        return by_host

    def shortest_distance(self) -> float:
        """Seconds between the starts of two requests to one host, the least of all hosts."""
        return min((b - a for moments in self.starts().values() for a, b in pairwise(moments)), default=0.0)

    def asked(self, path: str) -> int:
        """How often a path was asked for, on whichever host."""
        return sum(one.path == path for one in self.seen)

    def answer(self, host: str, path: str, headers: dict[str, str]) -> Reply:
        world = self.world
        plain = posixpath.normpath(unquote(urlsplit(path).path))
        look = self.looks[f"{host}{plain}"]
        self.looks[f"{host}{plain}"] += 1
        feed = next((feed for feed in world.feeds if world.host(feed.number) == host), None)
        if feed is None:
            return Reply(404, b"no such host")
        if plain == "/robots.txt":
            return robots(world, feed)
        if plain == feed.path:
            return feed_reply(world, feed, look, headers)
        found = _NUMBER.match(plain)
        number = int(found["number"]) if found else len(world.items)
        if found is None or number >= len(world.items) or world.items[number].path not in plain:
            return Reply(404, b"no such page")
        return reply(world, world.items[number], look, headers, found["place"] or "")


class _Host:
    """One connection after another, as many requests in each as the other side sends."""

    def __init__(self, served: Served) -> None:
        self._served = served

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._served.connections += 1
        own = writer.get_extra_info("sockname")
        host = f"{own[0]}:{own[1]}"
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            while await self._one(host, reader, writer):
                pass
        writer.close()

    async def _one(self, host: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        served = self._served
        headers = {k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in head[1:])}
        seen = Seen(host, head[0].split()[1], headers, time.monotonic())
        served.seen.append(seen)
        served.open_now[host] += 1
        served.most_open[host] = max(served.most_open[host], served.open_now[host])
        try:
            answer = served.answer(host, seen.path, headers)
            await asyncio.sleep(answer.seconds or _THOUGHT)
            while seen.path in served.held:
                await asyncio.sleep(_THOUGHT)
            return await self._send(answer, writer, seen)
        finally:
            self._over(seen)

    def _over(self, seen: Seen) -> None:
        if not seen.ended:
            seen.ended = time.monotonic()
            self._served.open_now[seen.host] -= 1

    async def _send(self, answer: Reply, writer: asyncio.StreamWriter, seen: Seen) -> bool:
        headers = dict(answer.headers)
        body = answer.body
        if answer.chunked:
            headers["Transfer-Encoding"] = "chunked"
            body = b"%x\r\n%s\r\n" % (len(body), body) + (b"" if answer.cut else b"0\r\n\r\n")
        elif not answer.endless:
            headers["Content-Length"] = str(len(body) if answer.promised is None else answer.promised)
        if answer.endless or answer.cut:
            headers["Connection"] = "close"
        lines = [f"HTTP/1.1 {answer.status} Made", *(f"{name}: {value}" for name, value in headers.items())]
        sent = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        if answer.endless:
            writer.write(sent)
            self._over(seen)  # it ends when the other side hangs up, of which we may hear late
            for _ in range(_ENDLESS // len(body)):
                writer.write(body)
                await writer.drain()
            return False
        writer.write(sent + (b"" if answer.status == 304 else body))
        self._over(seen)  # before anybody else may run: the next request can come at once
        await writer.drain()
        return not answer.cut


def _sockets(hosts: int) -> list[socket.socket]:
    """One listening socket a host, all at one port that is free on each."""
    for _ in range(20):
        opened: list[socket.socket] = []
        port = 0
        try:
            for number in range(hosts):
                opened.append(socket.create_server((f"127.0.0.{number + 2}", port), backlog=64))
                port = opened[0].getsockname()[1]
            return opened
        except OSError:
            for one in opened:
                one.close()
    raise OSError("no port is free on all loopback numbers")


@contextmanager
def serving(world: World) -> Iterator[Served]:
    """Serve the world until the block ends."""
    if not world.well_behaved:
        bomb()  # before anybody waits for it
    sockets = _sockets(len(world.feeds))
    world.port = sockets[0].getsockname()[1]
    served = Served(world)
    loop = asyncio.new_event_loop()

    async def listen() -> None:
        for one in sockets:
            await asyncio.start_server(_Host(served), sock=one)

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(listen())
        loop.run_forever()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        for one in sockets:
            one.close()
