"""One attempt at a time: a program, a file, and the signature of a webhook."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import sys
import time
from pathlib import Path

import pytest

from theodolite.publish.notify import command, lines, webhook
from theodolite.publish.notify.outcome import Sending, of_one_notice


def sending(body: bytes = b'{"id":"n"}', attempt: int = 1, in_doubt: bool = False) -> Sending:
    return Sending(id="n" * 64, watch="w", body=body, attempt=attempt, in_doubt=in_doubt)


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-S", "-c", code)


# -- a program ---------------------------------------------------------------------------------------------
def test_a_program_gets_the_notice_on_its_standard_input(tmp_path: Path) -> None:
    out = tmp_path / "got"
    told = "sys.stdin.read() + os.environ['THEODOLITE_NOTICE'][:3]"
    code = f"import sys, os; open({str(out)!r}, 'w').write({told})"
    assert command.run(python(code), sending(), seconds=20).outcome == "delivered"
    assert out.read_text() == '{"id":"n"}nnn'


def test_no_shell_reads_its_words(tmp_path: Path) -> None:
    words = (
        *python(f"import sys; open({str(tmp_path / 'got')!r}, 'w').write(sys.argv[1])"),
        "$(touch x); a > b",
    )
    assert command.run(words, sending(), seconds=20).outcome == "delivered"
    assert (tmp_path / "got").read_text() == "$(touch x); a > b"


def test_a_program_that_fails_says_why() -> None:
    code = "import sys; sys.stderr.write('x' * 1_000_000 + ' no luck'); sys.exit(3)"
    done = command.run(python(code), sending(), seconds=20)
    assert (done.outcome, done.status) == ("failed", 3)
    assert "it ended with status 3" in (done.reason or "")
    assert len(done.reason or "") < 300


def test_a_program_that_reads_nothing_and_says_much_is_no_trouble() -> None:
    code = "import sys; sys.stdout.write('y' * 3_000_000); sys.stderr.write('z' * 3_000_000)"
    assert command.run(python(code), sending(b"x" * 1_000_000), seconds=20).outcome == "delivered"


def test_a_program_that_does_not_end_is_ended_with_what_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    code = (
        "import subprocess, sys, time;"
        "p = subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(60)']);"
        f"open({str(mark)!r}, 'w').write(str(p.pid)); time.sleep(60)"
    )
    done = command.run(python(code), sending(), seconds=0.9)
    assert done.outcome == "unclear"
    started = Path(f"/proc/{mark.read_text() if mark.exists() else 'none'}/status")
    for _ in range(200):  # the system takes a moment to carry it out
        if not started.is_file() or "zombie" in started.read_text():
            return
        time.sleep(0.02)
    pytest.fail("what the program started goes on")


def test_a_program_that_is_not_there_is_one_line() -> None:
    done = command.run(("/no/such/program",), sending(), seconds=1)
    assert (done.outcome, done.status) == ("failed", None)
    assert "cannot be started" in (done.reason or "")
    assert command.run(("bad\0name",), sending(), seconds=1).outcome == "failed"


def test_a_program_is_told_of_doubt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEODOLITE_IN_DOUBT", "true")  # of a program that calls us: not ours
    doubt = "int('THEODOLITE_IN_DOUBT' in os.environ) * 10"
    code = f"import os, sys; sys.exit({doubt} + int(os.environ['THEODOLITE_ATTEMPT']))"
    assert command.run(python(code), sending(attempt=2), seconds=20).status == 2
    assert command.run(python(code), sending(attempt=2, in_doubt=True), seconds=20).status == 12


# -- a file ------------------------------------------------------------------------------------------------
def test_a_line_is_appended(tmp_path: Path) -> None:
    path = tmp_path / "new" / "out.jsonl"
    assert lines.append(path, sending(b"1")).outcome == "delivered"
    assert lines.append(path, sending(b"2")).outcome == "delivered"
    assert path.read_bytes() == b"1\n2\n"


def test_what_is_in_doubt_is_not_written_twice(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b'{"id":"n"}\nother\n')
    assert lines.append(path, sending(in_doubt=True)).outcome == "delivered"
    assert path.read_bytes() == b'{"id":"n"}\nother\n'
    # ... and where it broke off it is made whole.
    path.write_bytes(b'other\n{"id"')
    lines.append(path, sending(in_doubt=True))
    assert path.read_bytes() == b'other\n{"id":"n"}\n'


def test_a_file_of_somebody_else_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"my notes without an end of line")
    lines.append(path, sending(b"1", in_doubt=True))
    assert path.read_bytes() == b"my notes without an end of line\n1\n"
    path.write_bytes(b"x" * 100_000 + b'{"id":"n"}\n')  # the line is the end of another, and so is not there
    lines.append(path, sending(in_doubt=True))
    assert path.read_bytes().endswith(b'x{"id":"n"}\n{"id":"n"}\n')


def test_what_is_no_file_is_one_line(tmp_path: Path) -> None:
    assert lines.append(tmp_path, sending()).outcome == "failed"
    os.mkfifo(tmp_path / "pipe")
    assert lines.append(tmp_path / "pipe", sending()).reason is not None
    assert lines.append(tmp_path / "a\0b", sending()).outcome == "failed"


# -- a webhook ---------------------------------------------------------------------------------------------
def test_the_signature_is_that_of_standard_webhooks() -> None:
    # The worked example of the specification's reference libraries.
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body = b'{"test": 2432232314}'
    made = webhook.signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_secret_of_ones_own_is_taken_as_it_is() -> None:
    for secret in ("plain words", "whsec_not base64!"):
        made = hmac.new(secret.encode(), b"a.1.b", hashlib.sha256).digest()
        assert webhook.signature(secret, "a", 1, b"b") == f"v1,{base64.b64encode(made).decode()}"


@pytest.mark.parametrize(
    ("kind", "status", "one"),
    [("webhook", 400, True), ("webhook", 404, False), ("webhook", 503, False), ("webhook", None, False),
     ("command", 1, True), ("command", None, False), ("file", None, False)],
)  # fmt: skip
def test_whose_trouble_a_failure_is(kind: str, status: int | None, one: bool) -> None:
    assert of_one_notice(kind, status) is one
