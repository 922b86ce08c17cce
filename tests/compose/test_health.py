"""How the sources are, as a page: what it names, and what it never names."""

from __future__ import annotations

from typing import Any

from theodolite.compose.health import html
from theodolite.model.health import Health, NotHad

AS_OF = "2026-11-22T10:00:00+00:00"


def _page(**values: Any) -> str:
    given: dict[str, Any] = {
        "source": "own-files", "address": "https://lab.test/a", "title": None, "reason": "it is too large",
        "status": None, "at": AS_OF, "tries": 1, "lasting": True, "words_kept": False,
    }  # fmt: skip
    missed = NotHad(**(given | values))
    return html(Health(as_of=AS_OF, counts={}, documents=0, sources=(), not_had=(missed,)))


def test_a_page_that_was_not_had_is_named_by_its_address() -> None:
    assert '<a href="https://lab.test/a" rel="nofollow noreferrer">https://lab.test/a</a>' in _page()


def test_a_file_that_could_not_be_read_is_named_without_the_folders_of_the_machine() -> None:
    page = _page(address="/home/so/reports/large.pdf")
    assert "large.pdf" in page
    assert "/home/so" not in page


def test_a_title_from_outside_is_no_markup() -> None:
    page = _page(title="<script>alert(1)</script> \u202e", address="javascript:alert(1)")
    assert "<script>" not in page and "\u202e" not in page and 'href="javascript' not in page
