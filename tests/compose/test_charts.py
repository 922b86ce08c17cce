"""Charts: places of marks and labels, hatching, and what each description draws."""

from __future__ import annotations

import json
from itertools import pairwise

import altair as alt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.compose.chart_gap import curve_points, share_at
from theodolite.compose.chart_said import said_chart
from theodolite.compose.claim_layers import arrows, ends, place
from theodolite.compose.measured_layers import Scales, band_layers
from theodolite.compose.origination import moved_by
from theodolite.compose.plotting import day_number, finish, first_fit, spread, staircase
from theodolite.compose.said import picture
from theodolite.compose.theme import frames

SCALES = Scales(19000, 20000, 0.0, 60.0, 720, 330)


def rows_of(spec, key):
    """Every row of data in a description that has the field `key`."""
    return [r for name in sorted(spec["datasets"]) for r in spec["datasets"][name] if key in r]


@pytest.fixture(scope="module")
def pic(specimen):
    return picture(specimen.view(), "United States", "China")


@pytest.fixture(scope="module")
def chart(pic):
    return said_chart(pic, "said", "A title", ("under it",))


def test_four_variants_with_their_own_colours(chart):
    assert set(chart.specs) == {"light", "dark", "narrow-light", "narrow-dark"}
    assert chart.specs["light"]["config"]["background"] != chart.specs["dark"]["config"]["background"]


def test_descriptions_load_nothing(chart):
    text = json.dumps(chart.specs)
    assert '"url"' not in text and "href" not in text
    assert "http" not in text.replace("https://vega.github.io/schema/vega-lite/", "")


def test_every_mark_has_its_label_and_the_narrow_chart_its_number(chart, pic):
    wide = {r["text"] for r in rows_of(chart.specs["light"], "text")}
    narrow = {r["text"] for r in rows_of(chart.specs["narrow-light"], "text")}
    for mark in pic.marks:
        assert any(t.startswith(f"{mark.number} ") for t in wide)
        assert str(mark.number) in narrow


def test_open_ends_are_arrows_and_closed_ends_are_not(pic):
    by_quote = {m.claim.quote: m for m in pic.marks}
    least = by_quote["It is at least a year"]
    low, high = ends(least)
    assert [a[2] for a in arrows(least, low, high, SCALES)] == ["up"]
    closed = by_quote["They are one to two years behind"]
    assert arrows(closed, *ends(closed), SCALES) == []
    most = by_quote["It took no more than two years to match Gamma"]
    assert [a[2] for a in arrows(most, *ends(most), SCALES)] == ["down"]


def test_a_denial_is_never_a_bar(chart, pic):
    spec = chart.specs["light"]
    denied = next(m for m in pic.marks if m.denied)
    boxes = [
        r
        for r in rows_of(spec, "y2")
        if r.get("y") == denied.low and r.get("y2") == denied.high and r["x"] != r["x2"]
    ]
    assert len(boxes) == 2, "one hollow box and one stroke through it"
    bars = [
        r for r in rows_of(spec, "y2") if (r.get("y"), r.get("y2")) == (12, 24) and r.get("x") == r.get("x2")
    ]
    assert len(bars) == sum(
        not m.denied and (m.low, m.high) == (12, 24) and m.lane == "standing" for m in pic.marks
    )


def hatched(series):
    """The rows of the hatching of a series."""
    days = series.days
    scales = Scales(day_number(days[0].day), day_number(days[-1].day), 0.0, 20.0, 720, 330)
    spec = finish(alt.layer(*band_layers(series, scales, frames()[0])), frames()[0], "t")
    return [r for r in rows_of(spec, "x2")]


def test_hindsight_is_hatched_up_to_the_first_vintage_and_not_after(specimen):
    series = specimen.series()
    first = day_number(series.first_vintage)
    assert len(hatched(series)) > 30
    assert all(r["x2"] < first for r in hatched(series))
    assert max(r["x2"] for r in hatched(specimen.series(first_vintage=None))) > first


def test_the_measured_side_has_two_layers_a_second_line_and_a_ceiling(chart, specimen):
    areas = json.dumps(chart.specs["light"]).count('"type": "area"')
    assert areas == 2
    lines = json.dumps(chart.specs["light"]).count('"type": "line"')
    assert lines == 6, "solid, censored and ceiling for each of two measures"


def test_the_csv_has_every_claim_repeat_flag_and_day(chart, pic):
    kinds = [line.split(",")[0] for line in chart.csv.splitlines()]
    assert kinds.count("claim") == len(pic.marks) and kinds.count("objection") == len(pic.flags)
    assert kinds.count("repeat") == 1 and kinds.count("open record") == 1
    assert kinds.count("measured") == sum(len(d.by_definition) for s in pic.series for d in s.days)


@given(st.lists(st.floats(0, 700), min_size=1, max_size=30), st.floats(1, 20))
def test_marks_stand_apart_and_inside_the_plot(wanted, gap):
    placed = spread(sorted(wanted), gap, 700)
    used = min(gap, 700 / max(1, len(wanted) - 1))
    assert all(b - a >= used - 1e-6 for a, b in pairwise(placed))
    assert placed[0] >= -1e-6 and placed[-1] <= 700 + 1e-6


@given(st.lists(st.tuples(st.floats(0, 700), st.floats(5, 200)), min_size=1, max_size=25))
def test_labels_never_meet_and_stairs_never_cross_a_leader(labels):
    labels = sorted(labels)
    starts, widths = [s for s, _ in labels], [w for _, w in labels]
    stairs, fit = staircase(starts, widths), first_fit(starts, widths)
    for i in range(len(labels)):
        for j in range(i + 1, len(labels)):
            inside = starts[j] < starts[i] + widths[i]
            if inside:
                assert stairs[i] > stairs[j], "the right label, with its leader, stays below"
                assert fit[i] != fit[j]


def test_crowded_marks_fall_back_to_numbers(specimen):
    t = specimen.text_of(" ".join(f"q{k:03}." for k in range(60)))
    claims = [
        specimen.lag(t, f"q{k:03}", low_months=k + 1, high_months=k + 2, speaker=f"Speaker {k}")
        for k in range(60)
    ]
    pic = picture(specimen.with_claims(*claims, text=t), "United States", "China")
    placed = place(pic.marks, 19000, 21000, frames((720, 330))[0])
    assert len(placed) == 60 and all(p.compact for p in placed)


def test_a_curve_of_steps():
    points = curve_points({"kaplan_meier": {"curve": [[2.0, 0.5], [4.0, 0.25]]}})
    assert points == [(0.0, 1.0), (2.0, 0.5), (4.0, 0.25)]
    assert [share_at(points, m) for m in (0, 1.9, 2, 3, 9)] == [1.0, 1.0, 0.5, 0.5, 0.25]


def test_origination_adds_up_to_the_whole_rise(specimen):
    sides = (specimen.frontier("United States"), specimen.frontier("China"))
    moved = moved_by(sides)
    assert sum(m.points for m in moved) == pytest.approx(136 - 120)
    assert {m.side: m.points for m in moved} == {"United States": 16.0, "China": 0.0}
