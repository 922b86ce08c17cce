"""The page of the site that is a brief."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import specimen
from briefed import Made

from theodolite import ledger
from theodolite.compose.pages import compose_site
from theodolite.model.brief import Brief, Line, Part, Source, Window
from theodolite.model.profile import Profile
from theodolite.publish.validate import faults
from theodolite.survey.briefing.making import latest


@pytest.fixture
def made(tmp_path: Path) -> Brief:
    """The brief of a site of a whole ledger."""
    ledgers = Made(tmp_path / "l.sqlite").first().second()
    with ledger.open(ledgers.path) as store:
        return latest(store, {k.value.document for k in store.claims()}, private=True)


def test_a_site_with_a_brief_is_sound_and_leads_to_it(made: Brief) -> None:
    site = compose_site(specimen.view(brief=made))
    assert not faults(site)
    page = site.files["brief.html"]
    assert 'href="brief.html" aria-current="page"' in page
    assert all('href="brief.html"' in site.files[p] for p in ("index.html", "method.html"))
    assert "is-draft" in page and 'content="noindex"' in page, "a page with drafts asks not to be indexed"
    assert "<script>alert" not in page


def test_without_a_brief_there_is_no_page() -> None:
    site = compose_site(specimen.view())
    assert "brief.html" not in site.files and 'href="brief.html"' not in site.files["index.html"]


def test_what_a_line_rests_on_leads_to_the_sites_own_pages() -> None:
    view = specimen.view()
    whole = compose_site(view)
    finding = next(p for p in whole.files if re.fullmatch(r"findings/[^/]+\.html", p))
    claim = view.documents[0].claims[0]
    line = Line(
        sentence="Somebody said something.", why="a new claim", day=None, basis="said", claims=(claim.id,),
        sources=(
            Source(kind="document", words="a document", id="d", address="https://example.org/there"),
            Source(kind="finding", words="a finding", id=Path(finding).stem),
            Source(kind="finding", words="a finding without a page", id="lag-1999-nothing"),
        ),
    )  # fmt: skip
    part = Part(name="claims", title="New claims", rule="As they come.", lines=(line,))
    made = Brief(
        title="Brief", window=Window(since=None, until="2026-01-01T00:00:00.000000+00:00", why="a test"),
        profile=Profile(), summary=(), parts=(part,), fresh=(),
    )  # fmt: skip
    page = compose_site(replace(view, brief=made)).files["brief.html"]
    assert f'<a href="{finding}"' in page
    assert "a finding without a page</a>" not in page
    assert 'href="https://example.org/there"' in page, (
        "without a quote there is no place in the text to lead to"
    )
