"""PDF: the text of each page, pages joined by an empty line."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from theodolite.model.errors import Refusal
from theodolite.model.snapshot import Snapshot
from theodolite.model.text import Text, canonical
from theodolite.read.limits import PAGE_LIMIT, TEXT_LIMIT, too_long
from theodolite.read.stated_date import iso

READER = "pdf/1"

_TAIL = 4096
_PUBLISHED = re.compile(
    rb"prism:(?:publicationDate|coverDate)(?:\s*=\s*[\"']|[^<>]{0,200}>\s*(?:<rdf:[^<>]{1,80}>\s*){0,3})"
    rb"([0-9][^<>\"']{3,40})"
)
# Titles that programs write where nobody gave one.
_NO_TITLE = re.compile(
    r"(?:microsoft \w+ - .*|untitled.*|document\d*|presentation\d*"
    r"|.*\.(?:docx?|pptx?|indd|tex|dvi|pdf|rtf|qxd|xlsx?))\Z",
    re.IGNORECASE,
)


def read(snapshot: Snapshot, name: str, received: dt.date | None = None) -> Text:
    """The text of all pages, with title and author from the file's own metadata.

    The date a file was made is not when it was published: `published` is what its XMP says of publication,
    else None. Raises Refusal for encrypted, truncated, broken, scanned or oversized files.
    """
    import pypdfium2

    _refuse_truncated(snapshot.content, name)
    try:
        document = pypdfium2.PdfDocument(snapshot.content)
    except pypdfium2.PdfiumError as error:
        raise _unopened(name, str(error)) from None
    try:
        content = _text(document, name)
        facts = document.get_metadata_dict(skip_empty=True)
    except pypdfium2.PdfiumError:
        raise Refusal(name, "a page of this PDF cannot be read", "save it anew from a PDF viewer") from None
    finally:
        document.close()
    if not content.strip():
        raise Refusal(
            name,
            "this PDF holds no text, only pictures of pages",
            "give a version with text recognised (OCR)",
        )
    return Text(
        snapshot=snapshot.sha256,
        reader=READER,
        content=content,
        title=_title(facts.get("Title")),
        author=_line(facts.get("Author")),
        published=_published(snapshot.content, received),
    )


def _refuse_truncated(content: bytes, name: str) -> None:
    """A PDF ends with a mark. The rest could be repaired by guessing; pages would be missing in silence."""
    if b"%PDF-" not in content[:1024]:
        raise Refusal(name, "this is not a PDF", "check that it was downloaded whole")
    if b"%%EOF" not in content[-_TAIL:]:
        raise Refusal(name, "this PDF is truncated (its end is missing)", "download it again")


def _unopened(name: str, error: str) -> Refusal:
    if "assword" in error or "ecurity" in error:
        return Refusal(name, "this PDF is encrypted", "save a copy without its password and give that")
    return Refusal(name, "this PDF is damaged", "download it again or save it anew from a PDF viewer")


def _text(document: Any, name: str) -> str:
    count = len(document)
    if count > PAGE_LIMIT:
        raise Refusal(name, f"{count:,} pages are over the limit of {PAGE_LIMIT:,}", "split the PDF")
    pages: list[str] = []
    length = 0
    for number in range(count):
        page = document[number]
        try:
            text_page = page.get_textpage()
            raw = text_page.get_text_range(errors="replace")
            text_page.close()
        finally:
            page.close()
        pages.append(_lines(raw))
        length += len(pages[-1]) + 2
        if length > TEXT_LIMIT:
            raise too_long(name, length)
    return canonical("\n\n".join(pages))


def _lines(raw: str) -> str:
    """One kind of line end, and the hyphen at which PDFium joined two lines (a noncharacter) as printed."""
    return raw.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-").replace("\x02", "-")


def _title(value: str | None) -> str | None:
    title = _line(value)
    return None if title is None or _NO_TITLE.match(title) else title


def _line(value: str | None) -> str | None:
    return canonical(" ".join(value.split()))[:500] or None if value else None


def _published(content: bytes, received: dt.date | None) -> str | None:
    found = _PUBLISHED.search(content)
    return iso(found.group(1).decode("utf-8", "replace").strip(), received) if found else None
