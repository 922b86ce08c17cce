"""A scripted endpoint on this machine, that can also misbehave, and documents to ask it about."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from theodolite.extract.endpoint import Endpoint, Settings
from theodolite.extract.endpoint.client import Client
from theodolite.extract.endpoint.meter import Meter
from theodolite.model.origin import Origin
from theodolite.model.text import Text

KEY = "sk-not-to-be-seen-0123456789"
CONTENT = (
    "Chinese companies are about a year behind the United States in AI models, said Ada Quill, an analyst\n"
    "at Northgate. Investors put $3.2 billion into 48 deals in 2024.\n\n"
    "OpenAI released GPT-4 in March 2023. The gap is narrowing, Quill said.\n"
)


@dataclass
class Step:
    """One scripted answer: a status, headers and a body; `claims` make the body of a completion.

    `seconds` of silence before it; `drip` seconds between its bytes.
    """

    claims: list[Any] | None = None
    content: str | None = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    usage: Any = ("given", 100, 20)
    finish: str = "stop"
    seconds: float = 0.0
    drip: float = 0.0

    def written(self) -> bytes:
        if self.body is not None:
            return self.body
        if self.status != 200:
            return json.dumps({"error": {"message": f"no, and the key is {KEY}"}}).encode()
        content = self.content if self.content is not None else json.dumps({"claims": self.claims or []})
        envelope: dict[str, Any] = {
            "choices": [{"message": {"role": "assistant", "content": content}, "finish_reason": self.finish}]
        }
        if isinstance(self.usage, tuple):
            envelope["usage"] = {"prompt_tokens": self.usage[1], "completion_tokens": self.usage[2]}
        elif self.usage is not None:
            envelope["usage"] = self.usage
        return json.dumps(envelope).encode()


class Scripted:
    """The server: answers step by step (the last one again and again) and remembers what it was asked."""

    def __init__(self) -> None:
        self.steps: list[Step] = [Step()]
        self.answer: Callable[[dict[str, Any]], Step] | None = None
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _next(self, asked: dict[str, Any]) -> Step:
        self.asked.append(asked)
        if self.answer is not None:
            return self.answer(asked)
        return self.steps[min(len(self.asked), len(self.steps)) - 1]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        scripted = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                scripted.headers.append({k.lower(): v for k, v in self.headers.items()})
                scripted.paths.append(self.path)
                step = scripted._next(asked)
                time.sleep(step.seconds)
                body = step.written()
                self.send_response(step.status)
                for name, value in step.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                try:
                    for at in range(0, len(body), 1 if step.drip else max(1, len(body))):
                        self.wfile.write(body[at : at + 1] if step.drip else body)
                        self.wfile.flush()
                        time.sleep(step.drip)
                except OSError:
                    pass  # the other side has gone, as it should

            def log_message(self, format: str, *args: Any) -> None: ...

        return Handler


@pytest.fixture
def server() -> Iterator[Scripted]:
    scripted = Scripted()
    yield scripted
    scripted.close()


@pytest.fixture
def waits() -> list[float]:
    """The seconds that the client slept, without sleeping them."""
    return []


@pytest.fixture
def endpoint(server: Scripted, waits: list[float]) -> Callable[..., Endpoint]:
    """Makes an endpoint of the scripted server; settings by name."""

    def make(**given: Any) -> Endpoint:
        base: dict[str, Any] = {
            "address": f"{server.address}/chat/completions", "model": "house/model-1", "key": KEY,
            "seconds": 5.0,
        }  # fmt: skip
        settings = Settings(**{**base, **given})
        return Endpoint(settings, client=Client(settings, Meter(settings), sleep=waits.append))

    return make


def text_of(content: str) -> Text:
    return Text(snapshot="0" * 64, reader="plain/1", content=content)


@pytest.fixture
def text() -> Text:
    return text_of(CONTENT)


@pytest.fixture
def make_text() -> Callable[[str], Text]:
    return text_of


@pytest.fixture
def step() -> type[Step]:
    return Step


@pytest.fixture
def key() -> str:
    return KEY


@pytest.fixture
def origin() -> Origin:
    return Origin(location="notes/article.txt", published="2025-03-01")


@pytest.fixture
def lag() -> dict[str, Any]:
    """A proposal that the text bears, in every field that is asked for."""
    return {
        "kind": "lag", "quote": "Chinese companies are about a year behind the United States in AI models",
        "occurrence": 1, "follower": "Chinese companies", "follower_text": "Chinese companies",
        "leader": "United States", "leader_text": "the United States", "subject": "AI models",
        "subject_text": "AI models", "low_months": 12, "high_months": 12, "trend": None,
        "reading": "standing", "anchor": None, "speaker": "Ada Quill", "speaker_text": "Ada Quill",
        "attribution": "indirect", "via": [], "cites": None, "polarity": "asserted",
        "hedged": False, "forecast": False, "condition": None,
        "scope": None, "dimension": "capability",
    }  # fmt: skip


@pytest.fixture
def money() -> dict[str, Any]:
    return {
        "kind": "quantity", "quote": "Investors put $3.2 billion into 48 deals in 2024", "occurrence": 1,
        "subject": "Investors", "metric": "investment", "value_low": 3200000000, "value_high": 3200000000,
        "unit": "USD", "period": "2024", "statistic": "flow", "dimension": "capital",
    }  # fmt: skip
