"""Feeds as a browser sees them: each page names its own, the links lead to files, nothing sticks out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import specimen_news
from browsing import CONTRAST, NEEDED, OVERFLOW, look

from theodolite.compose import compose_site
from theodolite.publish import publish

pytestmark = NEEDED

ALTERNATE = """
return Array.from(document.querySelectorAll("link[rel=alternate]"), (l) => [l.type, l.title, l.href]);
"""
LINKS = 'return Array.from(document.querySelectorAll("main a, footer a"), (a) => a.href.split("#")[0]);'


@pytest.fixture(scope="module")
def site(specimen: Any, made: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    view = specimen_news.view(made.landscape(specimen.report), private=True)
    return publish(compose_site(view), tmp_path_factory.mktemp("browser") / "site").parent


def test_a_page_names_its_feed_in_three_formats(browser: Any, site: Path) -> None:
    for page, own in (("index.html", "index"), ("dimensions/capital.html", "dimensions/capital")):
        browser.get((site / page).as_uri())
        found = browser.execute_script(ALTERNATE)
        assert [kind for kind, _, _ in found] == [
            "application/atom+xml", "application/rss+xml", "application/feed+json",
        ]  # fmt: skip
        assert [address for _, _, address in found] == [
            (site / "feeds" / f"{own}.{form}").as_uri() for form in ("atom", "rss", "json")
        ]
        assert all(title for _, title, _ in found)
        assert browser.get_log("browser") == []


def test_the_list_of_feeds_leads_to_files_and_fits(browser: Any, site: Path) -> None:
    for width, dark in ((320, False), (1280, True)):
        look(browser, width, dark=dark)
        browser.get((site / "feeds.html").as_uri())
        beside, wide = browser.execute_script(OVERFLOW)
        assert (beside, wide) == (0, [])
        seen, faint = browser.execute_script(CONTRAST)
        assert seen > 50
        assert faint == []
    links = set(browser.execute_script(LINKS))
    assert len([a for a in links if a.endswith(".atom")]) > 20
    root = site.as_uri()
    assert all((site / link.removeprefix(f"{root}/")).is_file() for link in links if link.startswith(root))
