"""Serve a small model on this machine behind the part of the OpenAI interface that the extractor uses.

Run by `run.py` with the Python of an environment that has llama-cpp-python. Prints its port, then serves.
"""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from llama_cpp import Llama  # type: ignore[import-not-found]


def serve(path: Path) -> None:
    model = Llama(model_path=str(path), n_ctx=8192, n_threads=2, verbose=False, seed=1)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            try:
                self._send(200, complete(model, asked))
            except ValueError as error:  # a prompt over the window, a schema it cannot hold to
                self._send(400, {"error": {"message": str(error)}})

        def _send(self, status: int, answer: dict[str, Any]) -> None:
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()


def complete(model: Any, asked: dict[str, Any]) -> dict[str, Any]:
    given = asked.get("response_format") or {}
    form = None
    if given.get("type") == "json_schema":
        form = {"type": "json_object", "schema": given["json_schema"]["schema"]}
    elif given.get("type") == "json_object":
        form = {"type": "json_object"}
    return model.create_chat_completion(  # type: ignore[no-any-return]
        messages=asked["messages"],
        max_tokens=asked["max_tokens"],
        temperature=asked.get("temperature", 0.0),
        repeat_penalty=1.0,  # a quote repeats the passage: repeating must cost nothing
        response_format=form,
    )


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
