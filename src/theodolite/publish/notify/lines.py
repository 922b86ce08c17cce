"""One notice appended to a file as a line of JSON: once, even where it is not known whether it was
written."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import IO

from theodolite.publish.notify.outcome import Attempted, Sending


def append(path: Path, sending: Sending) -> Attempted:
    """Add one line and wait until it is on the disk.

    Where an earlier attempt is in doubt the file is looked through first: the line is not written again where
    it is there, and the piece of it that broke off is taken away. Nothing else in the file is ever changed.
    """
    line = sending.body + b"\n"
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, flags, 0o644), "r+b") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return Attempted(outcome="failed", reason="it is no regular file")
            if sending.in_doubt and _holds(file, line):
                return Attempted(outcome="delivered")
            broken = _last(file, len(line))
            end = file.seek(0, os.SEEK_END)
            if broken and sending.in_doubt and line.startswith(broken):
                file.truncate(end - len(broken))
                broken = b""
            file.seek(0, os.SEEK_END)
            file.write((b"\n" if broken else b"") + line)
            file.flush()
            os.fsync(file.fileno())
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Attempted(outcome="failed", reason=f"it cannot be written ({said})")
    return Attempted(outcome="delivered")


def _holds(file: IO[bytes], line: bytes) -> bool:
    """Whether a line stands in the file, whole."""
    file.seek(0)
    begins = True
    while piece := file.readline(len(line) + 1):
        if begins and piece == line:
            return True
        begins = piece.endswith(b"\n")
    return False


def _last(file: IO[bytes], most: int) -> bytes:
    """The last line where it has no end, of at most so many bytes; nothing where the file ends whole."""
    end = file.seek(0, os.SEEK_END)
    file.seek(max(0, end - most))
    return file.read(most).rpartition(b"\n")[2]
