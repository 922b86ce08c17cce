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

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters but tab and ends of line: a name must not be able to steer a terminal."""


@dataclass(frozen=True, slots=True)
class Delimited:
    """`rows` are (line, cells): the line in the file where the row starts, the header being on line 1."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def column(self, names: tuple[str, ...]) -> int | None:
        """Where the first of `names` stands in the header: as written, else without regard to case."""
        for name in names:
            if name in self.header:
                return self.header.index(name)
        folded = [h.casefold() for h in self.header]
        return next((folded.index(n.casefold()) for n in names if n.casefold() in folded), None)


@lru_cache(maxsize=2)  # who asks what a file is and who then reads it share one parse
def delimited(content: bytes, file: str) -> Delimited:
    """Parse comma-, semicolon- or tab-separated text with a header.

    Raises Refusal for an empty file, bytes that are no text, or text that cannot be parsed as rows.
    """
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


def _decode(content: bytes, file: str) -> str:
    codec = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        raise Refusal(file, "not text in UTF-8", "save the table as CSV in UTF-8") from error
    if "\x00" in text:
        raise Refusal(file, "a binary file, not a table", "give a CSV file")
    return CONTROL.sub("\ufffd", text)
