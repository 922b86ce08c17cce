"""Delimited text from bytes: a header and rows that know their line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from theodolite.model.errors import Refusal

_LONGEST_CELL = 4_000_000
"""Characters. Free text in published tables runs to some 20,000; the standard library stops at 131,072."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters but tab and ends of line, and marks that turn text: a name must not be able to steer a
terminal or to read otherwise than it is written.
"""


@dataclass(frozen=True, slots=True)
class Delimited:
    """`rows` are (line, cells): the line in the file where the row starts, the header being on line 1."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def column(self, names: tuple[str, ...]) -> int | None:
        """Where the first of `names` stands in the header: as written, else without regard to case.

        Raises Refusal where it stands there twice: nothing says which of the two is meant.
        """
        folded = tuple(h.casefold() for h in self.header)
        for header, sought in ((self.header, names), (folded, tuple(n.casefold() for n in names))):
            for name in sought:
                if name in header:
                    if header.count(name) > 1:
                        raise Refusal(
                            self.file, f"two columns are named {name[:40]!r}", "remove or rename one of them"
                        )
                    return header.index(name)
        return None

    def cut_off(self) -> tuple[str, ...]:
        """A warning where the last row has fewer cells than the header: half a file ends so."""
        line, cells = self.rows[-1] if self.rows else (1, self.header)
        if len(cells) >= len(self.header):
            return ()
        n = len(self.header)
        return (
            f"{self.file}: the last row (line {line}) has {len(cells)} of {n} cells: the file may be cut off",
        )


@lru_cache(maxsize=2)  # who asks what a file is and who then reads it share one parse
def delimited(content: bytes, file: str) -> Delimited:
    """Parse comma-, semicolon- or tab-separated text with a header.

    Raises Refusal for an empty file, bytes that are no text, or text that cannot be parsed as rows.
    """
    _refuse_other_kinds(content, file)
    text = _decode(content, file)
    if not text.strip():
        raise Refusal(file, "the file is empty", "give a table with a header and rows")
    first = text.lstrip().split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(_rows(text, separator))
    except csv.Error as error:
        raise Refusal(file, f"not a readable table ({error})", "save it as CSV in UTF-8") from error
    if not rows:
        raise Refusal(file, "the table has no header", "give a table with a header and rows")
    return Delimited(file, tuple(cell.strip() for cell in rows[0][1]), tuple(rows[1:]))


def _rows(text: str, separator: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    for cells in reader:
        if cells and (cells[0].strip() or any(cell.strip() for cell in cells)):
            yield line, tuple(cells)
        line = reader.line_num + 1


_MARK = rb"(?:\xef\xbb\xbf)?\s*"
_OTHER_KINDS = (
    (re.compile(rb"PK\x03\x04"), "a zip archive or a workbook", "unpack it, or save the sheet as CSV"),
    (re.compile(rb"\x1f\x8b"), "gzip", "unpack it first"),
    (re.compile(_MARK + rb"<(?:!doctype|html|\?xml)", re.I), "a web page", "download the file itself"),
    (re.compile(_MARK + rb"(?:\{\s*[\"}]|\[\s*[\[{])"), "JSON", "give the table as CSV"),
)
"""What is often saved in place of a table: an error page of a server, an archive."""


def _refuse_other_kinds(content: bytes, file: str) -> None:
    for begins, kind, mend in _OTHER_KINDS:
        if begins.match(content[:1000]):
            raise Refusal(file, f"{kind}, not a table", mend)


def _decode(content: bytes, file: str) -> str:
    codec = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        raise Refusal(file, "not text in UTF-8", "save the table as CSV in UTF-8") from error
    if "\x00" in text:
        raise Refusal(file, "a binary file, not a table", "give a CSV file")
    return CONTROL.sub("\ufffd", text)
