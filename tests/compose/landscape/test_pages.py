"""The landscape's pages: what is there, what stands apart, nothing hostile, the same bytes."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from html import unescape

import pytest

from theodolite.compose import compose_site
from theodolite.compose.landscape.pages import subnav
from theodolite.compose.landscape.parts import dimension_path, model_path, pair_path, source_path
from theodolite.compose.landscape.registry import Registry
from theodolite.compose.landscape.view import DimensionView, GroupValue, Landscape
from theodolite.publish.validate import faults


@pytest.fixture(scope="module")
def site(whole):
    return compose_site(whole)


def mine(site) -> dict[str, str]:
    """The pages that the landscape adds."""
    return {p: t for p, t in site.files.items() if p.endswith(".html") and 'aria-label="Landscape"' in t}


def section(page: str, anchor: str) -> str:
    """The text of a section, from its heading to the next of its level."""
    level, rest = re.search(rf'<(h[23]) id="{anchor}"[^>]*>(.*)', page, re.S).groups()
    return re.split(rf"<{level}[ >]", rest)[0]


def section_of(page: str, caption: str) -> str:
    """The table of a caption."""
    return next(t for t in re.findall(r"<table>.*?</table>", page, re.S) if caption in t)


def words(markup: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", markup))).strip()


def test_a_page_for_each_dimension_pair_model_and_source(site, made, whole):
    land = whole.landscape
    wanted = {
        "landscape.html", "ranks.html", "disagreements.html", "chips.html", "dependence.html",
        "forecast.html", "models/index.html", *(dimension_path(d.id) for d in land.dimensions),
        *(pair_path(p.leader, p.follower) for p in land.pairs), *(model_path(m.id) for m in land.models),
        *(source_path(s.id) for s in land.sources),
    }  # fmt: skip
    assert set(mine(site)) == wanted
    assert "pairs/united-states-china.html" in wanted and "sources/bureau--index.html" in wanted


def test_the_site_is_sound_and_every_figure_is_in_the_store(site):
    assert faults(site) == []
    shown = [k for t in mine(site).values() for k in re.findall(r'data-figure="([^"]+)"', t)]
    assert len(set(shown)) > 500 and set(shown) <= set(site.figures)


def test_the_same_landscape_gives_the_same_bytes(site, whole):
    again = compose_site(whole)
    assert again.files == site.files
    assert [(c.name, c.csv, json.dumps(c.specs)) for c in again.charts] == [
        (c.name, c.csv, json.dumps(c.specs)) for c in site.charts
    ]


def test_without_a_landscape_there_is_no_page_and_no_way_to_one(specimen):
    bare = compose_site(specimen.view())
    assert mine(bare) == {} and "landscape.html" not in bare.files["index.html"]
    empty = compose_site(specimen.view(landscape=Landscape()))
    assert set(mine(empty)) == {"landscape.html"} and faults(empty) == []


def test_nothing_hostile_gets_through(site, made):
    for path, page in mine(site).items():
        assert "<img src=x" not in page and "\u202e" not in page, path
        assert 'href="javascript' not in page
        assert all(s == "../filter.js" for s in re.findall(r"<script src=\"([^\"]+)\"", page))
    csv = "".join(t for p, t in site.files.items() if p.startswith("data/"))
    assert "\u202e" not in csv and "/home/" not in csv
    assert all("/home/" not in t for t in mine(site).values())


def test_quantity_and_quality_never_share_a_picture(site):
    page = site.files["dimensions/patents_papers.html"]
    quantity, quality = page.index('id="part-1"'), page.index('id="part-2"')
    assert quantity < page.index('id="patent-families"') < quality < page.index('id="top-papers"')
    for figure in re.findall(r'<figure class="drawn".*?</figure>', page, re.S):
        assert ("Patent families" in figure) != ("most cited" in figure)


def test_an_indicator_without_data_says_so_and_shows_its_shape(site):
    part = section(site.files["dimensions/capital.html"], "researchers")
    assert "No data: its publisher gives the figures as pictures only." in words(part)
    assert "of the affiliation" in part and "Authors of three papers" in part and "<svg" not in part
    assert 'href="https://example.org/talent"' in part
    assert "no data" in site.files["landscape.html"]


def test_an_indicator_has_its_sentence_source_sensitivity_command_and_data(site):
    part = section(site.files["dimensions/capital.html"], "private-investment")
    said = words(part)
    assert said.index("nine times") < said.index("130.9"), "the sentence, then the figure"
    for each in (
        "vintage of 11 August 2026", "index.csv, SHA-256 abababababab", "CC BY 4.0", "current money",
        "theodolite indicator private-investment --data DIR", "2024 is not settled", "billion US dollars",
    ):  # fmt: skip
        assert each in said, each
    assert "data/indicator-private-investment.csv" in part
    header, *rows = site.files["data/indicator-private-investment.csv"].splitlines()
    assert header.startswith("indicator,kind,unit,group,period,value") and len(rows) == 60
    assert sum(",false,bureau/index,index.csv," in r for r in rows) == 6


def test_undated_values_and_old_periods_are_in_the_data_alone(specimen, made):
    values = tuple(
        GroupValue(group="g", period=p, value=float(v))
        for v, p in enumerate(["", *(str(y) for y in range(1990, 2025))], 10)
    )
    dimension = DimensionView(
        id="d", title="D", about="a", indicators=(made.over_time(id="i", values=values),)
    )
    site = compose_site(specimen.view(landscape=Landscape(dimensions=(dimension,))))
    part = section(site.files["dimensions/d.html"], "i")
    assert part.count("<circle") == 20 and ">2024</th>" in part and ">2004</th>" not in part
    assert "16 periods before or without a date: in the data alone" in words(part)
    assert len(site.files["data/indicator-i.csv"].splitlines()) == 37


@pytest.mark.parametrize(
    "numbers", [(math.nan, 1.0), (math.inf, 2.0), (math.nan,), (0.0,), (-3.0, 1e9), (1e300, 1e-300)]
)
def test_values_that_cannot_be_drawn_stop_no_page(specimen, made, numbers):
    values = tuple(GroupValue(group="g", period=str(2020 + k), value=v) for k, v in enumerate(numbers * 4))
    dimension = DimensionView(
        id="d", title="D", about="a", indicators=(made.over_time(id="i", values=values),)
    )
    report = specimen.report(frontiers={
        "leader": [
            {"model": "a", "date": "2025-01-10", "level": -1.0},
            {"model": "b", "date": "2025-02-10", "level": 1e9},
        ],
        "follower": [{"model": "c", "date": "2025-01-11", "level": 0.5}],
    })  # fmt: skip
    pair = replace(made.pairs(specimen.report)[1], reports=(("M", "FLOP", report, made.basis()),))
    chips = made.chips()
    odd = {k: tuple(replace(r, performance_density=-1.0) for r in rows) for k, rows in chips.by_rule.items()}
    cases = tuple(replace(c, size=math.inf) for c in made.disagreements().cases)
    land = Landscape(
        dimensions=(dimension,), pairs=(pair,), chips=replace(chips, by_rule=odd),
        disagreements=replace(made.disagreements(), cases=cases),
    )  # fmt: skip
    site = compose_site(specimen.view(landscape=land))
    assert faults(site) == [] and "NaN" not in json.dumps([c.specs for c in site.charts])


def test_every_picture_says_what_it_shows(site):
    for path, page in mine(site).items():
        for svg in re.findall(r"<svg class=\"plot\"[^>]*>", page):
            assert 'role="img" aria-label="' in svg or 'aria-hidden="true"' in svg, path
        for label in re.findall(r'<figure class="drawn" aria-label="([^"]*)"', page):
            assert len(label) > 8, path
    assert "United States 130.9 (2023)" in site.files["dimensions/capital.html"]


def test_both_capability_measures_stand_beside_each_other_and_families_apart(site):
    page = site.files["pairs/united-states-china.html"]
    head = re.search(r'<div class="sidebyside">(.*?)</div></div>', page, re.S)[1]
    assert head.index("Test Index") < head.index("Second Arena")
    time, level, origination = (section(page, a) for a in ("time", "level", "origination"))
    order = re.findall(r"<th scope=\"row\">(Backward lag|Forward lag)</th><td>([^<]+)</td>", time)
    assert [m for q, m in order if q == "Backward lag"][:2] == ["Test Index", "Second Arena"]
    assert "Vertical gap" not in time and "points" not in words(time)
    assert "months" not in words(level).lower() and "<svg" not in level, "units differ: no shared axis"
    assert "Backward" not in origination and "joint frontier" in origination
    assert "fewer than five scored models" in section(page, "not-measured")


def test_a_single_measure_is_called_alone(site):
    page = words(site.files["pairs/closed-open.html"])
    assert "Only Test Index measures this pair" in page and "no openness in this source" in page


def test_each_measure_of_a_pair_names_its_command_with_quoted_sides(site, specimen, made):
    said = "theodolite gap &#39;United States&#39; China --data DIR --as-of 2026-06-01"
    assert site.files["pairs/united-states-china.html"].count(said) == 5, "one a measure, and the table's"
    pair = replace(made.pairs(specimen.report)[1], commands={"Test Index": "theodolite gap --measure index"})
    own = compose_site(specimen.view(landscape=Landscape(pairs=(pair,))))
    assert own.files["pairs/closed-open.html"].count("theodolite gap --measure index") == 2


def test_a_report_that_stands_on_the_gap_page_keeps_its_figures(site):
    keys = re.findall(
        r'data-figure="(gap/china-united-states-test-index/backward_lag_months)"',
        "".join(site.files.values()),
    )
    assert len(keys) >= 3, "the gap page, the pair's page and the front share one figure"


def test_ranks_say_who_can_be_first_and_link_to_models(site, made):
    page = site.files["ranks.html"]
    assert "can be the best within 90% limits" in page and "no interval is known" in page
    assert f'href="{model_path(made.HOSTILE)}"' in page
    assert "&lt;1</data>%" in page and ">0</data>%" not in page, "a chance is never 0%"
    csv = next(t for p, t in site.files.items() if p.startswith("data/ranks-test-index"))
    assert len(csv.splitlines()) == 61, "every model is in the data"


def test_a_model_shows_every_source_side_by_side(site, made):
    page = site.files["models/model-4.html"]
    said = words(section_of(page, "What sources say"))
    assert "vendor/model-4" in page and "bureau/index index.csv" in said and "arena/board board.csv" in said
    assert re.search(
        r"date: announced 2026-03-09 bureau/index index.csv ≠ differ 2026-03-12 arena/board", said
    )
    assert 'href="../sources/bureau--index.html"' in page
    assert 'href="model-8.html"' not in page
    assert 'href="../models/model-8.html"' in site.files["models/model-2.html"]


def test_two_models_of_one_id_have_a_page_each_and_their_name_links_to_neither(specimen, made):
    model = made.models(1)[0]
    twin = replace(model, organisation="Another Lab")
    site = compose_site(
        specimen.view(landscape=Landscape(models=(model, twin), rankings=made.rankings()[:1]), private=True)
    )
    assert {"models/model-1.html", "models/model-1-1.html"} <= set(site.files) and faults(site) == []
    assert "models/model-1" not in site.files["ranks.html"]


def test_a_version_in_brackets_links_to_its_model(made, specimen):
    registry = Registry(made.landscape(specimen.report))
    assert "model-2.html" in registry.link("Model 2 (2025-01-01)", "")
    assert registry.link("Model 2 (2025-01-01) mini", "") == "Model 2 (2025-01-01) mini"


def test_a_level_has_one_figure_on_ranks_index_and_model(site):
    keys = [set(re.findall(r'data-figure="(level/test-index[^"/]*/[0-9a-f]+)"', site.files[p]))
            for p in ("ranks.html", "models/index.html", "models/model-2.html")]  # fmt: skip
    assert len(keys[0] & keys[1] & keys[2]) == 1


def test_the_index_of_models_carries_no_word_twice(site):
    page = site.files["models/index.html"]
    assert 'data-items="#models tbody &gt; tr"' in page or 'data-items="#models tbody > tr"' in page
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", page, re.S)
    assert len(rows) == 13 and max(len(r) for r in rows) < 900


def test_chips_have_rules_on_time_classes_regions_and_reasons(site):
    page = site.files["chips.html"]
    assert page.index('id="rule-october-2023') < page.index('id="rule-october-2022'), "the newest rule first"
    assert "in force" in page and "the die&#39;s area is not known" in page
    chart = next(c for c in site.charts if c.name.startswith("chips-"))
    spec = json.dumps(chart.specs["light"])
    assert spec.count('"type": "rect"') == 1 and '"type": "log"' in spec
    areas = [r for d in chart.specs["light"]["datasets"].values() for r in d if "text" in r and "x2" in r]
    assert len(areas) == 4 and {a["text"] for a in areas} == {"3A090.a", "3A090.b"}
    first = min(areas, key=lambda a: a["x"])
    assert first["x"] == 1600
    shapes = chart.specs["light"]["layer"][4]["encoding"]["shape"]["scale"]
    assert len(set(shapes["range"])) == len(shapes["domain"]) == 4


def test_declared_and_claimed_ties_stand_apart_both_ways(site):
    page = site.files["dependence.html"]
    declared, claimed = page.split("Claimed in documents")
    assert "China on United States" in declared and "United States on China" in declared
    assert "data/dependence-models-china-united-states-declared" in declared.replace(
        "/dependence-", "/dependence-"
    )
    assert "undefined" in claimed and "ties" in claimed.lower()


def test_a_direction_with_too_few_releases_says_so_in_its_place(specimen, made):
    found = made.dependence()[0]
    rows = tuple(replace(r, releases=3, ties=0) if r.builder == found.second else r for r in found.rows)
    land = Landscape(dependence=(replace(found, rows=rows),))
    page = compose_site(specimen.view(landscape=land)).files["dependence.html"]
    assert page.count('class="panel"') == 2 and page.count('<svg class="plot"') == 1
    assert "Fewer than five releases in each period" in page
    assert "Claimed in documents: no such tie is known." in words(page)


def test_a_forecast_shows_what_was_promised_and_what_was_kept(site):
    said = words(site.files["forecast.html"])
    assert "not kept: too narrow" in said and "kept" in said and "theodolite forecast --data DIR" in said
    chart = next(c for c in site.charts if c.name.startswith("forecast-"))
    assert json.dumps(chart.specs["light"]).count('"type": "area"') == 2


def test_disagreements_begin_with_the_summary_and_sort_by_size(site):
    page = site.files["disagreements.html"]
    said = words(page)
    assert said.index("How often two sources agree") < said.index("All 3 disagreements, in days")
    assert said.index("Nvidia Llama") < said.rindex("Model 2") < said.rindex("onerror")
    assert "One disagreement, in times" in said and "All 2 disagreements, in words" in said


def test_a_source_has_terms_faults_repairs_and_every_vintage(site):
    said = words(site.files["sources/bureau--index.html"])
    for each in ("CC BY 4.0", "17 rows lack a country", "its card says so", "7" * 64, "1 July 2026", "263"):
        assert each in said
    assert "does not allow publishing" in words(site.files["sources/barred--board.html"])


def test_the_sub_navigation_leads_everywhere_and_marks_the_place(site, whole):
    ways = dict(subnav(whole.landscape))
    assert len(ways) == 13
    for path, page in mine(site).items():
        nav = re.search(r'aria-label="Landscape">.*?</nav>', page, re.S)[0]
        assert len(re.findall("<a ", nav)) == len(ways), path
        assert nav.count("aria-current") == 1, path
    assert ">Landscape</a>" in site.files["index.html"] and "The landscape" not in site.files["index.html"]


def test_charts_are_few(site, specimen):
    added = {c.name for c in site.charts} - {c.name for c in compose_site(specimen.view()).charts}
    assert len(added) <= 25


def test_many_pairs_do_not_draw_without_end(specimen, made):
    pair = made.pairs(specimen.report)[1]
    report = pair.reports[0]
    many = tuple(
        replace(pair, leader=f"side {k}", follower=f"other {k}", reports=(report,)) for k in range(20)
    )
    site = compose_site(specimen.view(landscape=Landscape(pairs=many)))
    assert sum(c.name.startswith("frontiers-") for c in site.charts) <= 13
    assert faults(site) == []


def test_levels_over_orders_of_magnitude_are_a_small_log_picture(site):
    page = section(site.files["pairs/united-states-china.html"], "training-compute-[0-9a-f]+")
    assert "charts/frontiers" not in page and page.count("<svg") == 2
    assert "10²" in page


def test_a_landscape_without_data_says_where_data_comes_from(whole, site):
    assert "theodolite pull --all" not in site.files["landscape.html"]
    land = whole.landscape
    empty = tuple(
        replace(d, indicators=tuple(replace(i, values=(), no_data="no vintage here") for i in d.indicators))
        for d in land.dimensions
    )
    bare = compose_site(replace(whole, landscape=replace(land, dimensions=empty)))
    assert "theodolite pull --all" in bare.files["landscape.html"]
