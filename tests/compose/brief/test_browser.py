"""A brief and its letter in a real headless Chromium, opened from the file system."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from briefed import Made
from browsing import CONTRAST, NEEDED, OVERFLOW, look

from theodolite import ledger
from theodolite.compose.brief import letter, page
from theodolite.model.brief import Window
from theodolite.model.profile import Profile
from theodolite.survey.briefing.making import brief

pytestmark = NEEDED


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The page that stands alone and the HTML of the letter, of harmful words and Chinese."""
    folder = tmp_path_factory.mktemp("brief")
    made = Made(folder / "l.sqlite").first().second()
    with ledger.open(made.path) as store:
        found = brief(
            store, Profile(length="full"), Window(since=made.rounds[0], until=made.rounds[1], why="x")
        )
    (folder / "brief.html").write_text(page.html(found), encoding="utf-8")
    (folder / "letter.html").write_text(letter.page(found), encoding="utf-8")
    return folder / "brief.html", folder / "letter.html"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_it_can_be_read_and_runs_nothing(
    browser: Any, pages: tuple[Path, Path], width: int, dark: bool
) -> None:
    look(browser, width, dark)
    for one in pages:
        browser.get(one.as_uri())
        seen, bad = browser.execute_script(CONTRAST)
        assert seen > 20 and bad == [], one.name
        over, out = browser.execute_script(OVERFLOW)
        assert over <= 0 and out == [], one.name
        assert browser.get_log("browser") == []
        assert browser.execute_script("return document.images.length + document.scripts.length") == 0
