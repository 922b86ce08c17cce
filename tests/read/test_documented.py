"""docs/documents.md says what the code does: every limit, key, reader and suffix stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from theodolite.gather import address, files, sidecar
from theodolite.read import choose, feed, html, jsonfeed, limits, pdf, plain

DOCS = Path(__file__).parents[2] / "docs" / "documents.md"
TIMES = address.Limits()

EXPECTED = [
    *(f"`{key}`" for key in sidecar.KEYS),
    *(f"`{reader}`" for reader in (plain.READER, html.READER, pdf.READER, feed.READER, jsonfeed.READER)),
    *(f"`{suffix}`" for suffix in sorted(choose._PLAIN | choose._FEED | choose._HTML)),
    f"| document | {files.DOCUMENT_LIMIT // 1024**2} MiB",
    f"| feed | {limits.FEED_LIMIT // 1024**2} MiB, {limits.ITEM_LIMIT:,} items",
    f"| sitemap | {limits.SITEMAP_LIMIT // 1024**2} MiB after unpacking, "
    f"{limits.SITEMAP_ITEM_LIMIT:,} addresses",
    f"| PDF | {limits.PAGE_LIMIT:,} pages",
    f"| page | {limits.ELEMENT_LIMIT:,} elements, nested {limits.DEPTH_LIMIT:,} deep",
    f"up to {limits.MAIN_TEXT_ELEMENTS:,} elements",
    f"| text | {limits.TEXT_LIMIT:,} characters",
    f"| sidecar | {sidecar.SIDECAR_LIMIT // 1024} KiB",
    f"{TIMES.connect_seconds:.0f} s to connect, {TIMES.read_seconds:.0f} s without a byte, "
    f"{TIMES.total_seconds:.0f} s in all, {TIMES.redirects} redirects",
]


@pytest.mark.parametrize("words", EXPECTED)
def test_the_page_on_documents_says_what_the_code_does(words: str) -> None:
    assert words in DOCS.read_text(encoding="utf-8")
