"""A public build shows nothing of a source that may not be published: no figure, no fact, no name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from theodolite.compose import compose_site
from theodolite.compose.landscape.public import KEPT_BACK, for_publication
from theodolite.publish.validate import faults


@pytest.fixture(scope="module")
def site(public):
    return compose_site(public)


def test_no_word_and_no_figure_of_a_barred_source_is_in_a_public_build(site, made):
    assert faults(site) == []
    for path, text in site.files.items():
        for secret in (
            made.SECRET,
            "424,242",
            "424242",
            "4.2424",
            made.BARRED,
            "barred--board",
            "Secret Model",
        ):
            assert secret not in text, (path, secret)
    assert not any(made.SECRET in c.csv for c in site.charts)


def test_a_private_build_shows_them_and_says_so(whole, made):
    site = compose_site(whole)
    assert "424,242" in site.files["ranks.html"] and "Not for publication." in site.files["ranks.html"]
    assert "sources/barred--board.html" in site.files


def test_an_indicator_keeps_its_definition_and_says_why_it_is_empty(site):
    assert KEPT_BACK in site.files["dimensions/capability.html"]
    assert "Votes on a board" in site.files["dimensions/capability.html"]


def test_a_model_known_to_a_barred_source_alone_has_no_page(public, made):
    shown = for_publication(public.landscape)
    assert "secret-model" not in {m.id for m in shown.models}
    fourth = next(m for m in shown.models if m.id == "model-4")
    assert all(f.source != made.BARRED for f in fourth.facts) and fourth.names == ()
    assert all(measure != made.SECRET for measure, _ in fourth.levels)


def test_a_source_that_bars_itself_bars_what_rests_on_it(specimen, made):
    land = made.landscape(specimen.report)
    barred = tuple(replace(s, publish=False) if s.id == "bureau/index" else s for s in land.sources)
    shown = for_publication(replace(land, sources=barred))
    assert all(not i.values for d in shown.dimensions for i in d.indicators)
    assert [r.measure for r in shown.rankings] == ["Second Arena"] and shown.forecasts == ()
    assert all(r[3].source != "bureau/index" for p in shown.pairs for r in p.reports)


def test_what_may_be_published_stays_as_it_is(specimen, made):
    land = made.landscape(specimen.report)
    free = replace(
        land, sources=land.sources[:3], dimensions=land.dimensions[1:], rankings=land.rankings[:2],
        models=tuple(replace(m, levels=m.levels[:2], facts=m.facts[:4]) for m in land.models[:-1]),
        disagreements=None, dependence=land.dependence[1:],
        pairs=tuple(replace(p, reports=p.reports[:3]) for p in land.pairs),
    )  # fmt: skip
    assert for_publication(free) == free
