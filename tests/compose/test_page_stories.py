"""The pages of stories: what they list, fold and quote; nothing hostile runs, no whole text is shown."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
import specimen_stories
from specimen_stories import HOSTILE, article, told

from theodolite.compose import SurveyView, compose_site
from theodolite.publish.validate import faults


@pytest.fixture
def view(specimen: ModuleType) -> SurveyView:
    made: SurveyView = specimen.view()
    return replace(made, stories=specimen_stories.stories(made.documents))


def test_the_list_has_what_several_documents_tell(view: SurveyView) -> None:
    files = compose_site(view).files
    page = files["stories/index.html"]
    assert 'href="../stories/a1.html"' in page and 'href="../stories/b1.html"' in page
    assert "stories/c1.html" not in files and "Alone" not in page
    assert page.index("8 August 2025") < page.index("31 July 2025")
    assert "Documents without a title" in page
    assert 'href="../stories/index.html"' in files["stories/largest.html"]


def test_a_page_folds_copies_and_quotes_claims_with_verdicts(view: SurveyView) -> None:
    page = compose_site(view).files["stories/a1.html"]
    assert "1</data> copy of it" in page
    assert 'href="../documents/speech.html"' in page and 'lang="zh"' in page
    assert "They are one to two years behind" in page and 'class="verdict' in page


def test_nothing_hostile_runs_and_only_web_addresses_are_linked(view: SurveyView) -> None:
    site = compose_site(view)
    assert faults(site) == []
    for path in (p for p in site.files if p.startswith("stories/")):
        assert HOSTILE not in site.files[path] and 'href="javascript:' not in site.files[path]
        assert "\u202e" not in site.files[path]


def test_a_public_build_shows_no_more_than_titles_and_quotes(view: SurveyView) -> None:
    public = compose_site(replace(view, private=False)).files["stories/a1.html"]
    assert "Then somebody wrote" not in public


def test_without_stories_there_is_no_page_and_no_way_to_one(specimen: ModuleType) -> None:
    files = compose_site(specimen.view()).files
    assert not any(path.startswith("stories/") for path in files)
    assert "Stories" not in files["index.html"]


def test_many_stories_stand_on_pages_of_months(view: SurveyView) -> None:
    days = [f"2025-0{5 + k % 3}-{k % 28 + 1:02d}" for k in range(170)]
    titles = ["T" * 5000, *(f"Title {k}" for k in range(1, 170))]
    many = tuple(
        told(article(f"m{k}", "4" * 64, title, day), article(f"n{k}", "5" * 64, f"Again {k}", day))
        for k, (title, day) in enumerate(zip(titles, days, strict=True))
    )
    site = compose_site(replace(view, stories=many))
    assert faults(site) == []
    assert {"stories/2025-05.html", "stories/2025-06.html", "stories/2025-07.html"} <= set(site.files)
    assert site.files["stories/index.html"].count('class="byline"') == 150
    assert "T" * 400 not in site.files["stories/m0.html"]


def test_one_view_gives_the_same_bytes(view: SurveyView) -> None:
    assert compose_site(view).files == compose_site(view).files
