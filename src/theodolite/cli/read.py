"""`theodolite read FILE`: the canonical text of one document."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer


def read(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A document or an http(s) address.")],
) -> None:
    """Write the canonical text of a document to standard output, byte-exact in UTF-8."""
    from theodolite.model.errors import Refusal

    try:
        content = _text(file)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        raise typer.Exit(1) from None
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Whoever read our output has enough. Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _text(file: str) -> bytes:
    from theodolite.gather import address, files
    from theodolite.model.snapshot import Snapshot
    from theodolite.read import document

    if address.is_address(file):
        gathered = address.fetch(file)
        return document(gathered.snapshot, gathered.origin.address or file).content.encode()
    path = Path(file)
    return document(Snapshot(files.receive(path)), files.shown(path)).content.encode()
