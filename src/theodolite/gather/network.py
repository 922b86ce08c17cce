"""Connections that can only end at a public host.

An address from outside may name a host inside (the machine itself, its network, a cloud's metadata
service). Checking a name and then connecting to that name leaves a window in which it can be pointed
elsewhere, so the name is resolved once, here, at the moment of connecting: every answer is checked and the
connection goes to the very number that passed. Host header and certificate check still use the name.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterable, Iterator

import httpcore
import httpx

from theodolite.engine.deadlines import Deadline, DeadlineStream, time_to_connect

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NOT_PUBLIC = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32",  # public by its number, but the inside of one cloud: Azure's host services
        "::/8", "100::/64", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10",
        "fec0::/10", "ff00::/8",
    )
)  # fmt: skip
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


class NotPublicError(Exception):
    """A host leads to an address that is not public."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(host, address)
        self.host = host
        self.address = address


def is_public(address: IPAddress) -> bool:
    """Whether anybody on the internet means the same host by this number."""
    for inner in _embedded(address):
        if not is_public(inner):
            return False
    if isinstance(address, ipaddress.IPv6Address) and any(address in network for network in _NAT64):
        return True
    if any(address.version == network.version and address in network for network in _NOT_PUBLIC):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _embedded(address: IPAddress) -> Iterator[ipaddress.IPv4Address]:
    """IPv4 addresses that an IPv6 address stands for (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, ipaddress.IPv4Address):
        return
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if any(address in network for network in _NAT64):
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def resolve(host: str, port: int, allow_private: frozenset[str]) -> list[str]:
    """The numbers of a host, each checked. Raises NotPublicError where one is not public, or OSError."""
    numbers: list[str] = []
    for *_, endpoint in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        number = str(endpoint[0])
        if number in numbers:
            continue
        allowed = f"{number}:{port}" in allow_private
        if not allowed and not is_public(ipaddress.ip_address(number.split("%")[0])):
            raise NotPublicError(host, number)
        numbers.append(number)
    return numbers


def resolve_in_time(host: str, port: int, allow_private: frozenset[str], seconds: float) -> list[str]:
    """As `resolve`, within so many seconds: the system's own look-up takes as long as name servers let it.

    Raises httpcore.ConnectTimeout; the look-up is then left to end by itself.
    """
    found: list[list[str] | BaseException] = []

    def look_up() -> None:
        try:
            found.append(resolve(host, port, allow_private))
        except BaseException as error:
            found.append(error)

    thread = threading.Thread(target=look_up, name="theodolite-resolve", daemon=True)
    thread.start()
    thread.join(seconds)
    if not found:
        raise httpcore.ConnectTimeout(f"the host {host} was not looked up in time")
    if isinstance(found[0], BaseException):
        raise found[0]
    return found[0]


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to checked numbers only, and to nothing after the deadline."""

    def __init__(self, deadline: Deadline, allow_private: frozenset[str]) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._plain = httpcore.SyncBackend()
        self.dialled = 0

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            wait = time_to_connect(self._deadline.at, timeout)
            numbers = resolve_in_time(host, port, self._allow_private, wait)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the host {host} is not known") from error
        failure: Exception = httpcore.ConnectError(f"the host {host} has no address")
        for number in numbers:
            wait = time_to_connect(self._deadline.at, timeout)
            try:
                inner = self._plain.connect_tcp(number, port, wait, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            self.dialled += 1
            return DeadlineStream(inner, self._deadline)
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        raise NotPublicError(path, path)


class _Body(httpx.SyncByteStream):
    def __init__(self, inner: Iterable[bytes]) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        close = getattr(self._inner, "close", None)
        if close is not None:
            close()


class CheckedTransport(httpx.BaseTransport):
    """An httpx transport over `CheckedBackend`. Raises httpcore's errors and NotPublicError as they come.

    It serves one request at a time; whoever asks moves the deadline on before each. A connection is kept for
    the next request to the same host for `idle_seconds`. `answered` is whether the last request got a header.
    """

    def __init__(
        self,
        deadline: Deadline,
        allow_private: frozenset[str],
        *,
        tls: ssl.SSLContext | None = None,
        idle_seconds: float = 0.0,
    ) -> None:
        self._backend = CheckedBackend(deadline, allow_private)
        self.answered = False
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls or httpx.create_ssl_context(),
            network_backend=self._backend,
            keepalive_expiry=idle_seconds,
        )

    @property
    def dialled(self) -> int:
        """How many connections were made; a request that adds none went over a kept one."""
        return self._backend.dialled

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.answered = False
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.read(),
                extensions=request.extensions,
            )
        )
        self.answered = True
        assert isinstance(answer.stream, Iterable)
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer.stream),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        self._pool.close()
