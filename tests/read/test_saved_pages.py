"""Forty saved pages of as many shapes: title, date, author and text of each, by the page's own marks."""

from __future__ import annotations

import pytest
from saved_pages import Saved, faults, saved

PAGES = saved()
LATER = [page for folder in ("held", "last", "fifth") for page in saved(folder)]
KNOWN = {
    # The name stands in spans beside a day and a length; a section's name would stand there just so.
    "hugo": {"author"},
    # The page states "Opinion | ..." for others and prints the headline without it, which is taken.
    "opinion_fr_en": {"title"},
    # The author is a link to a page of the author's own, which a section's would look like.
    "csdn_zh": {"author"},
    "devto": {"author"},
    # Reporters behind the paper's name in one line, and a house advertisement without a sign of one.
    "caixin_zh": {"author", "text", "leaks"},
}
"""What is not read rightly, and why that is left."""
BAR = 36


def test_there_are_as_many_pages_as_were_asked_for() -> None:
    assert len(PAGES) == 40
    assert sum("\u4e00" <= (page.truth.get("title") or " ")[0] <= "\u9fff" for page in PAGES) >= 10
    assert sum(bool(page.truth.get("thread")) for page in PAGES) >= 8
    assert sum(page.name not in KNOWN for page in PAGES) >= BAR


@pytest.mark.parametrize("page", [*PAGES, *LATER], ids=lambda page: page.name)
def test_a_saved_page_is_read_rightly(page: Saved) -> None:
    assert set(faults(page)) == KNOWN.get(page.name, set()), faults(page)
