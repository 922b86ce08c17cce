"""Which reader a document needs, told from its content first and its name second.

A name ending in .txt or .md is the one promise that goes before the content: such a text IS the file, even
where it holds markup.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Text
from theodolite.read.media import JSON_FEED

_PLAIN = frozenset({".txt", ".text", ".md", ".markdown"})
_FEED = frozenset({".rss", ".atom", ".rdf"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_TABLE = {
    ".csv": "CSV", ".tsv": "TSV", ".json": "JSON", ".jsonl": "JSON Lines", ".ndjson": "JSON Lines",
    ".parquet": "Parquet", ".xlsx": "Excel", ".xls": "Excel", ".ods": "spreadsheet", ".sqlite": "SQLite",
    ".yml": "YAML", ".yaml": "YAML",
}  # fmt: skip
_TABLE_TYPES = {"text/csv": "CSV", "application/json": "JSON", "text/tab-separated-values": "TSV"}
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture, sound or film"), (b"OggS", "sound or film"), (b"ID3", "sound"),
    (b"\x1aE\xdf\xa3", "a film"), (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\x1f\x8b", "a gzip file"), (b"BZh", "a bzip2 file"), (b"\xfd7zXZ\0", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"), (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"\xca\xfe\xba\xbe", "a program"),
    (b"\0asm", "a program"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office file"),
    (b"SQLite format 3\0", "an SQLite database"), (b"PAR1", "a Parquet table"), (b"wOF", "a font"),
)  # fmt: skip
_GIVE = "give text, Markdown, HTML, PDF or a feed"
_SNIFFED = 4096
_HTML_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?>(?>\s+|<\?.*?\?>|<!--.*?-->)*)<(?:!doctype\s+html|html|head|body|title|meta)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_JSON_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\"\d\]-])")


def document(snapshot: Snapshot, name: str, received: dt.date | None = None) -> Text:
    """Read the bytes of a document; `name` is its path or address, which refusals name.

    `received` is the day the bytes came (default: today, UTC): a stated date of publication that lies more
    than a day after it is not taken. The text depends on the bytes and the name alone. Raises Refusal.
    """
    content = snapshot.content
    if not content:
        raise Refusal(name, "the file is empty", "check that it was saved whole")
    suffix, declared = _suffix(name), _media_type(snapshot)
    if declared == JSON_FEED:
        from theodolite.read import jsonfeed

        return jsonfeed.read(snapshot, name, received)
    plain = suffix in _PLAIN and declared not in ("text/html", "application/xhtml+xml", "application/pdf")
    _refuse_binary(content, name, plain)
    if plain:
        from theodolite.read import plain as reader

        return reader.read(snapshot, name, received)
    if b"%PDF-" in content[:1024] or suffix == ".pdf":
        from theodolite.read import pdf

        return pdf.read(snapshot, name, received)
    return _marked_up(snapshot, name, suffix, declared, received)


def _marked_up(
    snapshot: Snapshot, name: str, suffix: str, declared: str | None, received: dt.date | None
) -> Text:
    """A feed, a page, a table (refused) or, last, plain text."""
    from theodolite.read import feed, jsonfeed

    content = snapshot.content
    is_page = suffix not in _FEED and (
        _HTML_ROOT.match(content[:_SNIFFED]) is not None
        and (suffix != ".xml" or b"xhtml" in content[:_SNIFFED])
    )
    if not is_page and (feed.is_feed(content) or suffix in _FEED or suffix == ".xml"):
        return feed.read(snapshot, name, received)
    if not is_page and jsonfeed.is_json_feed(snapshot):
        return jsonfeed.read(snapshot, name, received)
    if is_page or suffix in _HTML or declared in ("text/html", "application/xhtml+xml"):
        from theodolite.read import html

        return html.read(snapshot, name, received)
    _refuse_table(content, name, suffix, declared)
    if declared is not None and (declared.endswith("+xml") or declared in ("text/xml", "application/xml")):
        return feed.read(snapshot, name, received)
    from theodolite.read import plain

    return plain.read(snapshot, name, received)


def _refuse_table(content: bytes, name: str, suffix: str, declared: str | None) -> None:
    kind = _TABLE.get(suffix) or _TABLE_TYPES.get(declared or "")
    if kind is None and _JSON_START.match(content[:_SNIFFED]) and content.rstrip()[-1:] in b"}]":
        kind = "JSON"
    if kind is not None:
        raise Refusal(
            name, f"this is {kind} data, not a document", "tables go to --data; for a document " + _GIVE
        )


def _refuse_binary(content: bytes, name: str, plain: bool) -> None:
    head = content[:_SNIFFED]
    for magic, kind in _MAGIC:
        # A text may begin with letters that some format begins with as well; NUL it does not hold.
        if head.startswith(magic) and (b"\0" in head or not magic.isalnum()):
            table = kind.startswith(("an SQLite", "a Parquet"))
            raise Refusal(name, f"this is {kind}", "tables go to --data" if table else _GIVE)
    if head[4:8] == b"ftyp" and b"\0" in head[:4]:
        raise Refusal(name, "this is a film or picture", _GIVE)
    if not plain and head.startswith(b"{\\rtf"):
        raise Refusal(name, "this is a rich-text file", _GIVE)
    if plain and re.match(rb"%PDF-\d", head) and b"obj" in content:
        raise Refusal(name, "this is a PDF under the name of a text", "name it .pdf")


def _suffix(name: str) -> str:
    """The ending of a path or of an address's path, in lower case."""
    path = name
    if re.match(r"https?://", name, re.IGNORECASE):
        try:
            path = urlsplit(name).path
        except ValueError:
            return ""
    return PurePosixPath(path.replace("\\", "/")).suffix.lower()


def _media_type(snapshot: Snapshot) -> str | None:
    """The declared type without its parameters."""
    return (snapshot.media_type or "").split(";")[0].strip().lower() or None
