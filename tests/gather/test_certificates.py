"""https: the connection goes to the checked number, the certificate is checked against the name."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from theodolite.gather.address import Limits, fetch
from theodolite.model.errors import Refusal

QUICK = Limits(connect_seconds=2, read_seconds=2, total_seconds=5)
OPENSSL = shutil.which("openssl")
pytestmark = pytest.mark.skipif(OPENSSL is None, reason="needs the openssl command to make a certificate")


class Page(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"words")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        [str(OPENSSL), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=gap.example",
         "-addext", "subjectAltName=DNS:gap.example", "-keyout", "key.pem", "-out", "cert.pem"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.fixture
def port(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        original = socket.getaddrinfo

        def local(host: str, *rest: object, **more: object) -> list[tuple[object, ...]]:
            known = "127.0.0.1" if str(host).endswith(".example") else host
            return original(known, *rest, **more)  # type: ignore[arg-type,return-value]

        monkeypatch.setattr(socket, "getaddrinfo", local)
        yield server.server_port
        server.shutdown()


def get(name: str, port: int) -> bytes:
    allowed = frozenset({f"127.0.0.1:{port}"})
    return fetch(f"https://{name}:{port}/", limits=QUICK, allow_private=allowed).snapshot.content


def test_a_trusted_certificate_of_the_name_is_accepted(
    port: int, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    assert get("gap.example", port) == b"words"


def test_a_trusted_certificate_of_another_name_is_refused(
    port: int, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    with pytest.raises(Refusal, match="certificate"):
        get("other.example", port)


def test_a_certificate_that_nobody_vouches_for_is_refused(port: int) -> None:
    with pytest.raises(Refusal, match="certificate"):
        get("gap.example", port)
