"""A receiver of notices on this machine that counts what it takes, and misbehaves as it is told to."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Took:
    """One request: the notice's name, its headers and bytes, the status of the answer (None: it got none)."""

    name: str
    headers: dict[str, str]
    body: bytes
    answered: int | None


@dataclass
class Receiver:
    """What came, in order. `behave` says how the n-th request is answered: a status, seconds and a status, or
    "cut" to close the connection unanswered."""

    port: int = 0
    took: list[Took] = field(default_factory=list)
    behave: Callable[[int], tuple[float, int | str]] = lambda n: (0.0, 200)
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}/hook"

    @property
    def endpoint(self) -> str:
        """As a watch allows it."""
        return f"127.0.0.1:{self.port}"

    def taken(self) -> list[str]:
        """The names of all that it answered with success."""
        return [t.name for t in self.took if t.answered is not None and t.answered < 300]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver that listens until the block is left."""
    made = Receiver()
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            with lock:
                wait, status = made.behave(len(made.took))
                answered = None if status == "cut" else int(status)
                headers = {k.lower(): v for k, v in self.headers.items()}
                made.took.append(Took(self.headers["webhook-id"], headers, body, answered))
            time.sleep(wait)
            if answered is None:
                self.close_connection = True
                return
            try:
                self.send_response(answered)
                for name, value in made.headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", "0")
                self.end_headers()
            except OSError:
                pass  # the one who asked is gone

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
