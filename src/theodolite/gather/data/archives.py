"""One member of a zip, in memory. Nothing is unpacked to the disk, so a member's path leads nowhere."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from fnmatch import fnmatchcase

from theodolite.model.errors import Refusal

MOST_MEMBERS = 10_000
_BLOCK = 1 << 20
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError,
    RuntimeError, ValueError, OSError,
)  # fmt: skip


def member_of(content: bytes, wanted: str, place: str, limit: int) -> tuple[str, bytes]:
    """The name and bytes of the one member that fits the pattern `wanted`, at most `limit` bytes of it.

    The pattern fits a member's whole path or its last part. What the zip says of a member's size is not
    believed: bytes are counted as they are unpacked, and the checksum is checked. Raises Refusal.
    """
    mend = "check whether the publisher has changed the archive"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_MEMBERS:
                raise Refusal(place, f"the archive has more than {MOST_MEMBERS:,} members", mend)
            found = _fitting(entries, wanted)
            if len(found) != 1:
                names = ", ".join(
                    sorted(_plain(e.filename) for e in (found or entries) if not e.is_dir())[:8]
                )
                word = f"{len(found)} members fit" if found else "no member fits"
                raise Refusal(place, f"{word} {wanted!r}; found: {names or 'none'}", mend)
            if found[0].flag_bits & 0x1:
                raise Refusal(place, f"the member {wanted!r} is encrypted", mend)
            if found[0].file_size > limit:
                raise _too_large(place, wanted, limit)
            return found[0].filename, _unpacked(archive, found[0], place, limit)
    except _BROKEN as error:
        said = " ".join(str(error).split())[:100] or type(error).__name__
        raise Refusal(place, f"the archive is broken ({said})", "try again later") from None


def _fitting(entries: list[zipfile.ZipInfo], wanted: str) -> list[zipfile.ZipInfo]:
    files = [e for e in entries if not e.is_dir()]
    exact = [e for e in files if e.filename == wanted]
    return exact or [
        e
        for e in files
        if fnmatchcase(e.filename, wanted) or fnmatchcase(e.filename.rsplit("/", 1)[-1], wanted)
    ]


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str, limit: int) -> bytes:
    received = bytearray()
    with archive.open(entry) as stream:
        while block := stream.read(_BLOCK):
            received += block
            if len(received) > limit:
                raise _too_large(place, entry.filename, limit)
    return bytes(received)


def _plain(name: str) -> str:
    """A member's name as it may be shown."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name[:60])


def _too_large(place: str, name: str, limit: int) -> Refusal:
    return Refusal(place, f"the member {_plain(name)!r} is over the limit of {limit:,} bytes",
                   "fetch it by hand and give it with --from")  # fmt: skip
