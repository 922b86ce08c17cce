"""Documents from files and folders.

What a folder holds is hostile: links that point out of it, pipes that never end, files of any size. Every
file is judged by its stat before a byte is read, and read under a limit all the same, as it may grow.
"""

from __future__ import annotations

import datetime as dt
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from theodolite.gather import sidecar
from theodolite.model.errors import Refusal
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot

DOCUMENT_LIMIT = 64 * 1024 * 1024
"""The largest document that is taken in, in bytes."""

_DOCUMENT_SUFFIXES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".xml", ".rss", ".atom", ".rdf"}
)
_SNIFFED = 8192


def walk(paths: Sequence[Path]) -> Iterator[Gathered | Refusal]:
    """Yield every document under `paths`, in order of name, or the refusal that took its place.

    A folder is walked to its depth; hidden files, hidden folders and sidecars in it are passed over. A
    sidecar that is wrong gives a refusal of its own and the document goes on without what was wrong.
    """
    for path in paths:
        found = Path(path)
        try:
            is_folder = found.is_dir()
        except (OSError, ValueError) as error:
            yield _unreadable(found, error)
            continue
        any_found = False
        for one in _folder(found) if is_folder else _document(found):
            any_found = True
            yield one
        if not any_found:
            yield Refusal(shown(found), "the folder holds no documents", "check the path")


def receive(path: Path) -> bytes:
    """The bytes of one regular file, at most DOCUMENT_LIMIT. Raises Refusal for everything else."""
    place = shown(path)
    try:
        info = path.stat()
        _check_stat(info, place)
        # O_NONBLOCK: if a pipe takes the file's place between stat and open, opening it must not wait.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            _check_stat(os.fstat(handle), place)
            content = file.read(DOCUMENT_LIMIT + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if len(content) > DOCUMENT_LIMIT:
        raise _too_large(place, len(content))
    if not content:
        raise Refusal(place, "the file is empty", "check that it was saved whole")
    return content


def shown(path: Path) -> str:
    """The path as the user gave it, with bytes that are no UTF-8 replaced, so that it can be stored."""
    return os.fsencode(path).decode("utf-8", "replace") if "\0" not in str(path) else "(path with a NUL)"


def _document(path: Path) -> Iterator[Gathered | Refusal]:
    """One file with its sidecar."""
    place = shown(path)
    if sidecar.is_sidecar(path):
        yield Refusal(place, "this is a sidecar, not a document", "name the document that it stands beside")
        return
    try:
        content = receive(path)
        _refuse_unknown_binary(path, content, place)
    except Refusal as refusal:
        yield refusal
        return
    facts, refusals = sidecar.beside(path)
    yield from refusals
    origin = Origin(location=place, **facts)
    yield Gathered(origin, Snapshot(content), fetched_at=now())


def _folder(top: Path) -> Iterator[Gathered | Refusal]:
    """Every document below a folder. Depth first, by name; links to folders are not followed."""
    root = top.resolve()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            if path.is_symlink() and path != top:
                yield from _link(path, root)
            elif path.is_dir():
                waiting.extend(sorted(_visible(path), key=lambda p: p.name, reverse=True))
            elif sidecar.is_sidecar(path):
                yield from _orphan(path)
            else:
                yield from _document(path)
        except OSError as error:
            yield _unreadable(path, error)


def _visible(folder: Path) -> list[Path]:
    return [child for child in folder.iterdir() if not child.name.startswith(".")]


def _link(path: Path, root: Path) -> Iterator[Gathered | Refusal]:
    """A link to a file inside the folder is read; to a folder inside, it is reached under its own name."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        yield Refusal(shown(path), "the link leads nowhere", "remove it or mend its target")
        return
    if not target.is_relative_to(root):
        yield Refusal(shown(path), "the link leaves the given folder", "name its target as a path of its own")
    elif not target.is_dir() and not sidecar.is_sidecar(path):
        yield from _document(path)


def _orphan(path: Path) -> Iterator[Refusal]:
    if not os.path.lexists(sidecar.document_of(path)):
        yield Refusal(shown(path), "no document stands beside this sidecar", "name it DOCUMENT.origin.yml")


def _check_stat(info: os.stat_result, place: str) -> None:
    if stat.S_ISDIR(info.st_mode):
        raise Refusal(place, "this is a folder", "name one file in it")
    if not stat.S_ISREG(info.st_mode):
        raise Refusal(place, "this is a pipe, socket or device, not a file", "save its content as a file")
    if info.st_size > DOCUMENT_LIMIT:
        raise _too_large(place, info.st_size)


def _too_large(place: str, size: int) -> Refusal:
    limit = DOCUMENT_LIMIT // 1024**2
    return Refusal(
        place, f"{size / 1024**2:,.0f} MiB are over the limit of {limit} MiB for a document", "split it"
    )


def _unreadable(path: Path, error: Exception) -> Refusal:
    place = shown(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refusal(place, "there is no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return Refusal(place, "it may not be read by this user", "change its permissions")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Refusal(place, f"it cannot be read ({reason})", "check the path")


def _refuse_unknown_binary(path: Path, content: bytes, place: str) -> None:
    """A file of no document's name that holds binary data: pictures and the like that lie in a folder.

    Files with a document's name go on: their reader says more exactly what is wrong.
    """
    head = content[:_SNIFFED]
    if path.suffix.lower() in _DOCUMENT_SUFFIXES or head.startswith((b"%PDF-", b"\xff\xfe", b"\xfe\xff")):
        return
    if b"\0" in head:
        raise Refusal(
            place, "a binary file of no known document type", "give text, Markdown, HTML, PDF or a feed"
        )


def now() -> str:
    """This moment, ISO 8601 in UTC with its zone."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
