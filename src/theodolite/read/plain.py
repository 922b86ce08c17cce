"""Plain text and Markdown: the text IS the file. No newline, space or normal form is changed.

A discussion that was copied as text is divided into its article and its comments, as parts of that text.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import yaml

from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Text, canonical
from theodolite.read.charset import NotTextError, decode
from theodolite.read.limits import check_length
from theodolite.read.media import declared_charset
from theodolite.read.stated_date import iso
from theodolite.read.threads import pasted

READER = "plain/3"

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.{0,65536}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_HEADING_WITHIN = 20_000
_MARKDOWN = (".md", ".markdown")


def read(snapshot: Snapshot, name: str, received: dt.date | None = None) -> Text:
    """Decode the file. Of a Markdown file, front matter and first heading give metadata and stay in the text.

    Raises Refusal where the bytes are not text or too long.
    """
    try:
        content, charset = decode(snapshot.content, declared_charset(snapshot.media_type))
    except NotTextError as error:
        raise Refusal(name, str(error), "give text in UTF-8, or the document as HTML or PDF") from None
    check_length(content, name)
    facts = _markdown(content) if name.lower().endswith(_MARKDOWN) else {}
    return Text(
        snapshot=snapshot.sha256,
        reader=READER,
        content=content,
        charset=charset,
        parts=pasted.parts(content, received),
        **facts,
    )


def _markdown(content: str) -> dict[str, Any]:
    """Title, author, date and language that a Markdown file states of itself."""
    found = _FRONT_MATTER.match(content)
    facts = _front_matter(found.group(1)) if found else {}
    if not facts.get("title"):
        start = found.end() if found else 0
        body = _FENCE.sub("", content[start : start + _HEADING_WITHIN])
        heading = _HEADING.search(body)
        facts["title"] = heading.group(1).strip().rstrip("#").rstrip() or None if heading else None
    return facts


def _front_matter(block: str) -> dict[str, Any]:
    """The fields of a YAML block between two `---`; what is not valid YAML says nothing."""
    try:
        raw = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError, TypeError, AttributeError):
        return {}
    if not isinstance(raw, dict):
        return {}
    date = raw.get("date", raw.get("published"))
    if isinstance(date, dt.date):  # a datetime is a date, too
        date = f"{date:%Y-%m-%d}" if date.year >= 1000 else None
    return {
        "title": _line(raw.get("title")),
        "author": _names(raw.get("author", raw.get("authors"))),
        "published": iso(str(date)) if isinstance(date, str | int) and not isinstance(date, bool) else None,
        "language": _line(raw.get("lang", raw.get("language"))),
    }


def _line(value: object) -> str | None:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return canonical(" ".join(str(value).split())) or None
    return None


def _names(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(name for name in map(_line, value) if name) or None
    return _line(value)
