"""One request at a time over kept connections, against raw sockets that answer byte by byte as told."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx
import pytest

from theodolite.gather.answers import LastingRefusal, PassingRefusal, StaleConnection
from theodolite.gather.exchange import Answer, Line, Terms, follow, seconds_from_now

TERMS = Terms(accept="*/*", content_bytes=1000)


def whole(body: bytes, *headers: str, status: int = 200) -> bytes:
    lines = [f"HTTP/1.1 {status} Made", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class Host:
    """Each connection is given a list of answers, nothing at all as b""; `seen` is every request's head."""

    def __init__(self, *connections: list[bytes]) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.endpoint = f"127.0.0.1:{self.socket.getsockname()[1]}"
        self.seen: list[str] = []
        self._connections = connections

    def serve(self) -> None:
        with suppress(OSError):
            for answers in self._connections:
                connection, _ = self.socket.accept()
                with connection:
                    for answer in answers:
                        self.seen.append(self._head(connection))
                        connection.sendall(answer)
                    if answers and answers[-1] == b"":
                        continue
                    connection.settimeout(5)
                    connection.recv(1)  # until the other side is through with it

    def _head(self, connection: socket.socket) -> str:
        connection.settimeout(5)
        received = b""
        while b"\r\n\r\n" not in received:
            received += connection.recv(1000)
        return received.decode()


@contextmanager
def hosting(*connections: list[bytes]) -> Iterator[tuple[Host, Line]]:
    host = Host(*connections)
    threading.Thread(target=host.serve, daemon=True).start()
    line = Line(connect_seconds=2, read_seconds=0.5, allow_private=frozenset({host.endpoint}))
    try:
        yield host, line
    finally:
        line.close()
        host.socket.close()


def ask(host: Host, line: Line, terms: Terms = TERMS, path: str = "/a") -> Answer | tuple[int, httpx.URL]:
    address = f"http://{host.endpoint}{path}"
    return line.ask(address, httpx.URL(address), terms, seconds_from_now(5))


def content(got: Answer | tuple[int, httpx.URL]) -> bytes | None:
    assert isinstance(got, Answer)
    return got.content


def test_a_connection_is_kept_also_after_a_refusal_and_a_redirect() -> None:
    moved = whole(b"moved", "Location: /b", status=301)
    with hosting([whole(b"1"), whole(b"gone", status=404), moved, whole(b"4")]) as (host, line):
        assert content(ask(host, line)) == b"1"
        with pytest.raises(LastingRefusal, match="status 404"):
            ask(host, line)
        assert ask(host, line) == (301, httpx.URL(f"http://{host.endpoint}/b"))
        assert content(ask(host, line)) == b"4"


def test_nothing_is_carried_from_one_request_to_the_next() -> None:
    with hosting([whole(b"1", "Set-Cookie: a=b; Path=/"), whole(b"2")]) as (host, line):
        ask(host, line)
        ask(host, line)
    assert "cookie" not in host.seen[1].lower()
    assert host.seen[0] == host.seen[1]


def test_a_kept_connection_that_the_host_closed_is_told_apart() -> None:
    with hosting([whole(b"1"), b""], [whole(b"2")], [b""]) as (host, line):
        ask(host, line)
        with pytest.raises(StaleConnection):
            ask(host, line)
        assert content(ask(host, line)) == b"2"
    with hosting([b""]) as (host, line), pytest.raises(PassingRefusal, match="broke off") as caught:
        ask(host, line)  # over a new connection it is the host's own failure
    assert not isinstance(caught.value, StaleConnection)


def test_following_asks_once_more_where_a_kept_connection_was_closed() -> None:
    moved = whole(b"", "Location: /b", status=302)
    with hosting([moved, b""], [whole(b"there")]) as (host, line):
        address = f"http://{host.endpoint}/a"
        answer = follow(line, address, httpx.URL(address), TERMS, seconds_from_now(5))
    assert answer.content == b"there"
    assert [(hop.address[-2:], hop.status) for hop in answer.hops] == [("/a", 302), ("/b", 200)]
    assert answer.file == "b"


@pytest.mark.parametrize("packed", [False, True])
def test_what_is_too_much_is_refused_or_cut(packed: bool) -> None:
    body = b"x" * 5000
    sent = whole(gzip.compress(body), "Content-Encoding: gzip") if packed else whole(body)
    with hosting([sent], [sent]) as (host, line):
        with pytest.raises(LastingRefusal, match="over the limit of 1,000 bytes"):
            ask(host, line)
        assert content(ask(host, line, Terms(accept="*/*", content_bytes=1000, cut=True))) == b"x" * 1000


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        (["Content-Type: text/html; charset=x"], False), (["Content-Type: Text/HTML"], False), ([], False),
        (["Content-Type: application/pdf"], True), (["Content-Type: application/rss+xml"], True),
    ],
)  # fmt: skip
def test_html_is_held_to_a_limit_of_its_own(headers: list[str], taken: bool) -> None:
    terms = Terms(accept="*/*", content_bytes=1000, page_bytes=500)
    with hosting([whole(b"x" * 900, *headers)]) as (host, line):
        if taken:
            assert content(ask(host, line, terms)) == b"x" * 900
        else:
            with pytest.raises(LastingRefusal, match="over the limit of 500 bytes"):
                ask(host, line, terms)


@pytest.mark.parametrize("kind", ["image/png", "VIDEO/mp4", " font/woff2; charset=x", "audio/ogg"])
def test_what_holds_no_text_is_refused_before_it_comes(kind: str) -> None:
    with hosting([whole(b"x" * 900, f"Content-Type: {kind}")]) as (host, line):
        with pytest.raises(LastingRefusal, match="holds no text") as caught:
            ask(host, line, Terms(accept="*/*", content_bytes=1000, text=True))
        assert caught.value.status == 200


def test_a_host_that_speaks_before_it_is_asked_gains_nothing() -> None:
    two = whole(b"1") + whole(b"planted")
    with hosting([two], [whole(b"2")]) as (host, line):
        assert content(ask(host, line)) == b"1"
        with pytest.raises(StaleConnection):
            ask(host, line)
        assert content(ask(host, line)) == b"2"


def test_headers_without_end_are_refused() -> None:
    sent = b"HTTP/1.1 200 Made\r\nX-Long: " + b"x" * 300_000
    with hosting([sent]) as (host, line), pytest.raises(PassingRefusal, match="cannot be fetched"):
        ask(host, line)


def test_hanging_up_ends_what_is_under_way() -> None:
    with hosting([b"HTTP/1.1 200 Made\r\nContent-Length: 100\r\n\r\nx"]) as (host, line):
        threading.Timer(0.1, line.hang_up).start()
        with pytest.raises(PassingRefusal):
            ask(host, line)
