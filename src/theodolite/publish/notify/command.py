"""One notice given to a program on its standard input. No shell ever reads it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
from collections.abc import Sequence
from typing import IO

from theodolite.publish.notify.outcome import Attempted, Sending

_KEPT = 4096
"""Bytes of what a program says that are kept for the reason; the rest is read and thrown away."""
_SHOWN = 200


def run(arguments: Sequence[str], sending: Sending, *, seconds: float) -> Attempted:
    """Run a program once and say what came of it: delivered where it ends with 0 in time.

    It gets the notice's JSON and the variables THEODOLITE_NOTICE, THEODOLITE_ATTEMPT and, where an earlier
    attempt may have been taken, THEODOLITE_IN_DOUBT=true. One that does not end in time is ended with all
    that it started; what it did until then is not known.
    """
    told = {"THEODOLITE_NOTICE": sending.id, "THEODOLITE_ATTEMPT": str(sending.attempt)}
    if sending.in_doubt:
        told["THEODOLITE_IN_DOUBT"] = "true"
    clean = {k: v for k, v in os.environ.items() if k != "THEODOLITE_IN_DOUBT"}
    try:
        program = subprocess.Popen(
            list(arguments), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env={**clean, **told}, start_new_session=True,
        )  # fmt: skip
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Attempted(outcome="failed", reason=f"it cannot be started ({said})")
    assert program.stdin is not None and program.stderr is not None
    heard = bytearray()
    threads = [
        threading.Thread(target=_give, args=(program.stdin, sending.body), daemon=True),
        threading.Thread(target=_hear, args=(program.stderr, heard), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        status = program.wait(seconds)
    except subprocess.TimeoutExpired:
        _end(program)
        return Attempted(outcome="unclear", reason=f"it did not end within {seconds:g} s and was ended")
    except BaseException:
        _end(program)
        raise
    # What it started may hold its standard error open for ever: that is not waited for.
    threads[1].join(min(seconds, 1.0))
    if status == 0:
        return Attempted(outcome="delivered", status=0)
    said = " ".join(bytes(heard).decode("utf-8", "replace").split())[-_SHOWN:]
    reason = f"it ended with status {status}" + (f": {said}" if said else "")
    return Attempted(outcome="failed", status=status, reason=reason)


def _give(stream: IO[bytes], body: bytes) -> None:
    with contextlib.suppress(OSError):  # it need not read what it is given
        stream.write(body)
    with contextlib.suppress(OSError):
        stream.close()


def _hear(stream: IO[bytes], heard: bytearray) -> None:
    with contextlib.suppress(OSError, ValueError):
        while block := stream.read(_KEPT):
            heard += block[: _KEPT - len(heard)]


def _end(program: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(program.pid, signal.SIGKILL)
        else:
            program.kill()
    program.wait()
