"""The page of what is moving: a sentence first, every number through the store, hostile titles as text."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
from told_stream import stream

from theodolite.compose import compose_site
from theodolite.compose.survey_view import SurveyView
from theodolite.compose.trends.pictures import panel
from theodolite.model.site import Site
from theodolite.model.trends import Step, TrendReport
from theodolite.publish.validate import faults
from theodolite.survey.trends.report import trends

HOSTILE = "<script>alert(1)</script>\u202e"


@pytest.fixture(scope="module")
def moving() -> TrendReport:
    shares = {
        "Loud": lambda d: 0.6 if d >= 80 else 0.04, "Once": lambda d: 0.6 if 40 <= d < 50 else 0.04,
        "Even": 0.1, "Gone": lambda d: 0.3 if d < 60 else 0.0, "Come": lambda d: 0.3 if d > 75 else 0.0,
    }  # fmt: skip
    hostile = {"title": HOSTILE, "address": "javascript:alert(1)"}
    made = [replace(t, article=replace(t.article, **hostile)) for t in stream(91, 15, shares)]
    return trends(made)


def _site(specimen: ModuleType, report: TrendReport | None) -> Site:
    view: SurveyView = specimen.view()
    return compose_site(replace(view, trends=report))


def test_the_sentence_says_what_bursts_now(specimen: ModuleType, moving: TrendReport) -> None:
    site = _site(specimen, moving)
    page = site.files["trends.html"]
    assert "Told of more than usual now: " in page and "Loud" in page.split("<h2")[0]
    assert "Once" not in page.split("<h2")[0]
    assert page.count("<svg") >= 1 and "Gone quiet" in page and "Named for the first time" in page
    assert HOSTILE not in page and 'href="javascript' not in page
    assert "[U+202E]" in page
    assert site.files["data/trends.csv"].splitlines()[0].startswith("list,what,name")
    assert not faults(site)


def test_every_page_leads_to_it(specimen: ModuleType, moving: TrendReport) -> None:
    assert 'href="trends.html"' in _site(specimen, moving).files["index.html"]
    without = _site(specimen, None)
    assert "trends.html" not in without.files and "What is moving" not in without.files["index.html"]


def test_too_little_is_said_with_what_is_needed(specimen: ModuleType) -> None:
    page = _site(specimen, trends([])).files["trends.html"]
    assert "Too little was gathered" in page and "at least 100 documents" in page
    assert "<svg" not in page


def test_the_same_report_gives_the_same_bytes(specimen: ModuleType, moving: TrendReport) -> None:
    assert _site(specimen, moving).files["trends.html"] == _site(specimen, moving).files["trends.html"]


def test_nothing_is_drawn_where_there_were_no_documents() -> None:
    steps = [
        Step(start=f"2026-01-{5 + n:02}", count=n % 2, documents=0 if n == 2 else 4, low=0, high=2)
        for n in range(6)
    ]
    drawn = panel(steps, 1, (), "a course")
    assert drawn.count('class="mark"') == 1 + 2  # before and after the gap
    assert drawn.count('class="band"') == 2
