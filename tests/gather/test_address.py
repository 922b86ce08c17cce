"""Addresses, against a real server on this machine that does what hostile hosts do."""

from __future__ import annotations

import contextlib
import gzip
import ipaddress
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.gather import network
from theodolite.gather.address import Limits, fetch, is_address
from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Gathered

QUICK = Limits(connect_seconds=1, read_seconds=0.5, total_seconds=2, content_bytes=100_000)
WORDS = b"<p>Two years behind.</p>"
BOMB = gzip.compress(bytes(50_000_000))


class Hostile(BaseHTTPRequestHandler):
    """Answers by path. Every request is noted in the server's `seen`."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.server.seen.append((self.path, dict(self.headers)))  # type: ignore[attr-defined]
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, f"answer_{path.strip('/')}", self.answer_missing)(query)
        self.close_connection = True

    def whole(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self, _: object) -> None:
        self.whole(WORDS, Content_Type="text/html; charset=gb2312", Set_Cookie="a=b")

    def answer_missing(self, _: object) -> None:
        self.whole(b"no such page", 404)

    def answer_status(self, query: dict[str, list[str]]) -> None:
        self.whole(b"words", int(query["code"][0]))

    def answer_to(self, query: dict[str, list[str]]) -> None:
        self.whole(b"moved", 302, Location=query["where"][0])

    def answer_loop(self, _: object) -> None:
        self.whole(b"moved", 301, Location="/loop")

    def answer_nowhere(self, _: object) -> None:
        self.whole(b"moved", 302)

    def answer_empty(self, _: object) -> None:
        self.whole(b"")

    def answer_gzip(self, _: object) -> None:
        self.whole(gzip.compress(WORDS), Content_Encoding="gzip")

    def answer_bomb(self, _: object) -> None:
        self.whole(BOMB, Content_Encoding="gzip")

    def answer_double(self, _: object) -> None:
        self.whole(gzip.compress(BOMB), Content_Encoding="gzip, gzip")

    def answer_badgzip(self, _: object) -> None:
        self.whole(b"these are words", Content_Encoding="gzip")

    def answer_cutgzip(self, _: object) -> None:
        self.whole(gzip.compress(WORDS * 9)[:-12], Content_Encoding="gzip")

    def answer_brotli(self, _: object) -> None:
        self.whole(b"words", Content_Encoding="br")

    def answer_cut(self, _: object) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(WORDS)

    def answer_endless(self, _: object) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 8192)

    def answer_silent(self, _: object) -> None:
        time.sleep(1.5)

    def answer_drip(self, _: object) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _i in range(60):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def answer_dripheader(self, _: object) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _i in range(60):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def answer_nonsense(self, _: object) -> None:
        self.wfile.write(b"\0\1\2 this is not HTTP\r\n\r\n")


class Server(ThreadingHTTPServer):
    daemon_threads = True
    seen: list[tuple[str, dict[str, str]]]


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Hostile) as one:
        one.seen = []
        threading.Thread(target=one.serve_forever, args=(0.05,), daemon=True).start()
        yield one
        one.shutdown()


@pytest.fixture
def get(server: Server) -> Callable[..., Gathered]:
    endpoint = f"127.0.0.1:{server.server_port}"

    def fetch_path(path: str, limits: Limits = QUICK) -> Gathered:
        return fetch(f"http://{endpoint}{path}", limits=limits, allow_private=frozenset({endpoint}))

    return fetch_path


Get = Callable[..., Gathered]


def refused(get: Get, path: str) -> str:
    with pytest.raises(Refusal) as caught:
        get(path)
    assert path in caught.value.place
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_comes_with_its_type_status_and_address(get: Get, server: Server) -> None:
    got = get("/page#part")
    assert got.snapshot.content == WORDS
    assert (got.snapshot.media_type, got.status) == ("text/html; charset=gb2312", 200)
    assert got.origin.location.endswith("/page#part")
    assert got.origin.address == f"http://127.0.0.1:{server.server_port}/page"
    assert got.origin.may_republish is False
    assert got.fetched_at.endswith("+00:00")


def test_the_request_is_polite_and_carries_nothing_of_the_environment(
    get: Get, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    (netrc := tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password b")
    monkeypatch.setenv("NETRC", str(netrc))
    get("/page")
    [(_, headers)] = server.seen
    assert headers["User-Agent"].startswith("theodolite/")
    assert "Authorization" not in headers
    assert "Cookie" not in headers


def test_gzip_is_undone(get: Get) -> None:
    assert get("/gzip").snapshot.content == WORDS


def test_redirects_are_followed_and_the_last_address_is_kept(get: Get, server: Server) -> None:
    got = get("/to?where=/to?where=/page")
    assert got.origin.address == f"http://127.0.0.1:{server.server_port}/page"
    assert "where" in got.origin.location


def test_five_redirects_are_followed_and_six_are_not(get: Get, server: Server) -> None:
    def chain(length: int) -> str:
        path = "/page"
        for _ in range(length):
            path = "/to?where=" + path.replace("%", "%25").replace("?", "%3F").replace("=", "%3D")
        return path

    assert get(chain(5)).snapshot.content == WORDS
    assert "redirects more than 5 times" in refused(get, chain(6))
    server.seen.clear()
    assert "redirects more than 5 times" in refused(get, "/loop")
    assert len(server.seen) == 6


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://127.0.0.1:1/", "private host"), ("http://localhost:1/", "private host"),
        ("http://10.0.0.1/", "private host"), ("http://169.254.169.254/latest/meta-data/", "private host"),
        ("http://[::1]/", "private host"), ("http://[::ffff:127.0.0.1]/", "private host"),
        ("http://2130706433/", "private host"), ("http://0/", "private host"),
        ("http://0x7f.1/", "private host"),
        ("//192.168.1.1/", "private host"), ("file:///etc/passwd", "only http and https"),
        ("ftp://127.0.0.1/", "only http and https"), ("gopher://127.0.0.1/", "only http and https"),
        ("http://user:pw@127.0.0.1/", "password"),
    ],
)  # fmt: skip
def test_a_redirect_to_a_private_host_or_another_scheme_is_refused(
    get: Get, server: Server, target: str, reason: str
) -> None:
    assert reason in refused(get, f"/to?where={target}")
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://localhost/", "https://[::1]/", "http://100.64.0.1/", "http://224.0.0.1/",
     "http://100.100.100.200/", "http://[fe80::1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/"],
)  # fmt: skip
def test_private_hosts_are_refused(address: str) -> None:
    with pytest.raises(Refusal, match="private host"):
        fetch(address, limits=QUICK)


@pytest.mark.parametrize(
    "address", ["http://", "http:///x", "ftp://example.org", "http://a b/", "http://[x]/", "words", ""]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Refusal):
        fetch(address, limits=QUICK)


def test_a_name_that_changes_its_mind_between_check_and_connection_gains_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["127.0.0.1"])

    def rebinding(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        # A second look-up would fail: the one answer that was checked must be the one connected to.
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    dialled: list[tuple[str, int]] = []
    connect = socket.create_connection

    def noting(address: tuple[str, int], *rest: object, **more: object) -> socket.socket:
        dialled.append(address)
        monkeypatch.setattr(socket, "getaddrinfo", original)
        return connect(address, *rest, **more)  # type: ignore[arg-type]

    original = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket, "create_connection", noting)
    port = server.server_port
    got = fetch(
        f"http://rebind.example:{port}/page", limits=QUICK, allow_private=frozenset({f"127.0.0.1:{port}"})
    )
    assert got.snapshot.content == WORDS
    assert dialled == [("127.0.0.1", port)]
    assert server.seen[0][1]["Host"] == f"rebind.example:{port}"


def test_a_name_server_that_keeps_us_waiting_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: answered.wait(30) and [])
    with pytest.raises(Refusal, match="in time"):
        fetch("http://slow.example/", limits=Limits(connect_seconds=0.1, read_seconds=1, total_seconds=2))
    answered.set()


def test_a_host_with_one_private_address_among_public_ones_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def mixed(_host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("93.184.216.34", "10.0.0.1")
        ]

    monkeypatch.setattr(socket, "getaddrinfo", mixed)
    monkeypatch.setattr(socket, "create_connection", lambda *_a, **_k: pytest.fail("it connected"))
    with pytest.raises(Refusal, match=r"private host mixed\.example \(10\.0\.0\.1\)"):
        fetch("http://mixed.example/", limits=QUICK)


def test_an_allowed_endpoint_allows_no_other_port(server: Server) -> None:
    other = frozenset({f"127.0.0.1:{server.server_port + 1}"})
    with pytest.raises(Refusal, match="private host"):
        fetch(f"http://127.0.0.1:{server.server_port}/page", limits=QUICK, allow_private=other)
    assert server.seen == []


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/bomb", "over the limit of 100,000"), ("/endless", "over the limit of 100,000"),
        ("/double", "encoding"), ("/brotli", "encoding"), ("/badgzip", "broken gzip"),
        ("/cutgzip", "broke off"),
        ("/cut", "cannot be fetched"), ("/silent", "in time"), ("/drip", "in time"),
        ("/dripheader", "in time"),
        ("/nonsense", "cannot be fetched"), ("/missing", "status 404"), ("/status?code=500", "again later"),
        ("/status?code=206", "status 206"), ("/empty", "empty"), ("/nowhere", "nowhere"),
    ],
)  # fmt: skip
def test_what_a_hostile_host_does_is_refused_in_time(get: Get, path: str, reason: str) -> None:
    started = time.monotonic()
    assert reason in refused(get, path)
    assert time.monotonic() - started < 5


def test_a_bomb_is_never_unfolded(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    unfolded = 0
    original = zlib.decompressobj

    class Counting:
        def __init__(self, wbits: int) -> None:
            self._inner = original(wbits)

        def decompress(self, block: bytes, bound: int) -> bytes:
            nonlocal unfolded
            out = self._inner.decompress(block, bound)
            unfolded += len(out)
            return out

        def __getattr__(self, name: str) -> object:
            return getattr(self._inner, name)

    monkeypatch.setattr(zlib, "decompressobj", Counting)
    refused(get, "/bomb")
    assert unfolded == QUICK.content_bytes + 1


def test_a_closed_port_and_an_unknown_host_are_refused() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(Refusal, match="cannot be fetched"):
            fetch(f"http://127.0.0.1:{port}/", limits=QUICK, allow_private=frozenset({f"127.0.0.1:{port}"}))
    with pytest.raises(Refusal):
        fetch("http://no-such-host.invalid/", limits=QUICK)


@pytest.mark.parametrize(
    "number",
    [
        "8.8.8.8",
        "1.1.1.1",
        "93.184.216.34",
        "2606:4700:4700::1111",
        "2001:4860:4860::8888",
        "64:ff9b::808:808",
    ],
)
def test_public_numbers(number: str) -> None:
    assert network.is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize(
    "number",
    ["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.31.255.255",
     "192.0.0.1", "192.168.0.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
     "168.63.129.16", "::", "::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::a00:1",
     "2002:a00:1::", "2002:7f00:1::1", "2001:0:7f00:1::", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1",
     "ff02::1",
     "2001:db8::1", "100::1"],
)  # fmt: skip
def test_numbers_that_are_not_public(number: str) -> None:
    assert not network.is_public(ipaddress.ip_address(number))


@given(st.ip_addresses(v=4))
def test_no_private_ipv4_hides_in_ipv6(number: ipaddress.IPv4Address) -> None:
    if not network.is_public(number):
        for prefix in (0xFFFF << 32, 0x0064FF9B << 96, 0):
            assert not network.is_public(ipaddress.IPv6Address(prefix | int(number)))
        assert not network.is_public(ipaddress.IPv6Address(0x2002 << 112 | int(number) << 80))


def test_what_looks_like_an_address() -> None:
    assert is_address("https://example.org")
    assert is_address("HTTP://example.org")
    assert not is_address("http.txt")
    assert not is_address("/tmp/http://x")
