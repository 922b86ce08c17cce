"""A real web server on this machine that answers by a schedule, path by path."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answering = Callable[[BaseHTTPRequestHandler], None]


def whole(body: bytes, status: int = 200, **headers: str) -> Answering:
    """A whole answer; `Retry_After="1"` becomes the header Retry-After."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in {"Content-Length": str(len(body)), **named}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def half(body: bytes) -> Answering:
    """A header that promises all of the body, and half of it."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])

    return answer


def drip(seconds: float) -> Answering:
    """A byte every tenth of a second."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        for _ in range(int(seconds * 10)):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)

    return answer


def bomb(size: int = 50_000_000) -> Answering:
    """Zeros that are a thousand times as many as the bytes sent."""
    return whole(gzip.compress(bytes(size)), Content_Encoding="gzip")


def fresh(body: bytes, etag: str) -> Answering:
    """The body with its validators, or 304 where the request carries them."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            return whole(b"", 304, ETag=etag)(handler)
        return whole(body, ETag=etag, Last_Modified="Tue, 11 Aug 2026 00:00:00 GMT")(handler)

    return answer


@dataclass
class Host:
    """`at["/path"]` is the schedule of a path; the last answer stays. `seen` is every request's headers."""

    endpoint: str
    at: dict[str, list[Answering]] = field(default_factory=lambda: defaultdict(list))
    seen: list[tuple[str, dict[str, str], float]] = field(default_factory=list)

    def address(self, path: str) -> str:
        return f"http://{self.endpoint}{path}"


@contextmanager
def serving() -> Iterator[Host]:
    """Serve until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            host.seen.append((self.path, dict(self.headers), time.monotonic()))
            answers = host.at.get(self.path, [whole(b"no such file", 404)])
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                answer(self)
            self.close_connection = True

    class Server(ThreadingHTTPServer):
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        host = Host(f"127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield host
        server.shutdown()
