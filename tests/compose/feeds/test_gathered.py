"""Feeds of what was gathered: each document once, each story from the moment at which it became one."""

from __future__ import annotations

import json
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
import specimen_news
import specimen_stories

from theodolite.compose import SurveyView, compose_site
from theodolite.publish.validate import faults


@pytest.fixture(scope="module")
def view(specimen: ModuleType) -> SurveyView:
    made = specimen_news.view()
    return replace(made, stories=specimen_stories.stories(made.documents))


def items(view: SurveyView, page: str) -> Any:
    site = compose_site(view)
    assert faults(site) == []
    return json.loads(site.files[f"feeds/{page}.json"])["items"]


def test_a_story_is_told_from_its_second_document_on(view: SurveyView) -> None:
    found = items(view, "stories/index")
    assert len(found) == sum(len(t.articles) > 1 for t in view.stories)
    newest = found[0]
    assert newest["date_published"] == "2025-08-07T09:00:00Z"  # a1 and a3 came first, a2 a day later
    assert "<script" not in newest["content_html"]
    assert "\u202e" not in json.dumps(found, ensure_ascii=False)


def test_more_documents_change_nothing_of_it(view: SurveyView) -> None:
    before = {e["id"]: e for e in items(view, "stories/index")}
    first = view.stories[0]
    more = specimen_stories.article("a9", "9" * 64, "Later", "2025-09-01")
    told = replace(first, articles=(*first.articles, more))
    after = {e["id"]: e for e in items(replace(view, stories=(told, *view.stories[1:])), "stories/index")}
    assert after == before


def test_each_document_that_has_a_page_is_told_once(view: SurveyView) -> None:
    found = items(view, "documents/index")
    assert sorted(e["_theodolite"]["page"] for e in found) == [
        "documents/dispatch.html", "documents/speech.html",
    ]  # fmt: skip


def test_pages_of_stories_point_to_the_feed_of_stories(view: SurveyView) -> None:
    files = compose_site(view).files
    pages = [p for p in files if p.startswith("stories/") and p.endswith(".html")]
    assert len(pages) > 2
    assert all('href="../feeds/stories/index.atom"' in files[p] for p in pages)
