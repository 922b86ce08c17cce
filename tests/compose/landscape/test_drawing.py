"""The drawing rules: shared axes, what is not settled, what is open, what goes past the picture."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.compose.figures import POWER, FigureStore
from theodolite.compose.landscape.bars import axis, bar, interval, shares, standing
from theodolite.compose.landscape.numbers import Axis, log_ticks, scale_for, ticks
from theodolite.compose.landscape.panels import frame, panel, period_order, short_period
from theodolite.compose.landscape.steps import survival
from theodolite.compose.landscape.svg import element, picture, text
from theodolite.compose.landscape.view import GroupValue
from theodolite.compose.words import units


def value(period: str, number: float, **more) -> GroupValue:
    return GroupValue(**{"group": "g", "period": period, "value": number} | more)


@given(st.floats(-1e12, 1e12), st.floats(1e-6, 1e12), st.integers(2, 8))
def test_ticks_hold_the_values_and_rise(low, span, most):
    found = ticks(low, low + span, most)
    assert len(found) >= 2 and all(b > a for a, b in pairwise(found))
    slack = 1e-6 * max(abs(low), span)
    assert found[0] <= low + slack and found[-1] >= low + span - slack


@given(st.floats(1e-6, 1e30), st.floats(1.0, 1e12))
def test_log_ticks_are_powers_of_ten_around_the_values(low, times):
    found = log_ticks(low, low * times)
    assert 2 <= len(found) <= 5
    assert found[0] <= low * 1.0001 and found[-1] >= low * times * 0.9999


@pytest.mark.parametrize(
    ("values", "unit", "said", "words"),
    [
        ([109.1e9, 9.29e9], "US dollars", "109.1", "billion US dollars"),
        ([38210.0, 1350.0], "families", "38,210", "families"),
        ([0.42, 0.05], "share", "42", "percent"),
        ([1e19, 5e26], "FLOP", "1.0×10¹⁹", "FLOP"),
        ([3.25, 1.5], "US dollars", "3.25", "US dollars"),
        ([100000.0, 0.5], "chips", "100,000", "chips"),
        ([5049814.0, 12.0], "chips", "5.0×10⁶", "chips"),
        ([5049814.0, 400000.0], "chips", "5.05", "million chips"),
        ([0.0], "models", "0", "models"),
    ],
)
def test_all_numbers_of_a_picture_are_printed_alike(values, unit, said, words):
    scale = scale_for(values, unit)
    store = FigureStore()
    store.put("k", values[0] / scale.factor, unit=scale.unit, decimals=scale.decimals)
    assert (store["k"].text, scale.words) == (said, words)
    assert scale.text(values[0]).removesuffix("%") == said, "words and figures agree"


def test_ticks_have_no_more_decimals_than_they_need():
    assert scale_for([5e9, 1e8], "x").tick(2.5e9) == "2.5" and scale_for([5e9, 1e8], "x").tick(2e9) == "2"
    assert scale_for([0.5], "share").tick(0.0) == "0%", "a tick is no figure"
    assert scale_for([1e25, 1e15], "x").tick(1e20) == "10²⁰"


@pytest.mark.parametrize(
    ("one", "many"),
    [("point", "points"), ("rating point", "rating points"), ("doubling of minutes", "doublings of minutes"),
     ("FLOP", "FLOP"), ("minutes", "minutes")],
)  # fmt: skip
def test_units_in_the_plural(one, many):
    assert units(one) == many


def test_limits_have_the_decimals_of_their_figure():
    store = FigureStore()
    store.put("a", 38210, 37000, 39000, decimals=0)
    store.put("b", 5e26, 4e26, 6e26, decimals=POWER)
    assert "37,000<" in store.limits("a") and "39,000<" in store.limits("a")
    assert "4.0×10²⁶<" in store.limits("b")
    assert store.printed()["a:low"] == ("37000.0", "37,000")


def test_periods_stand_in_order_of_time():
    told = ["2024-05", "2024 Q1", "2023", "2024-01-20", "2024 H2", "spring"]
    assert sorted(told, key=period_order) == ["2023", "2024 Q1", "2024-01-20", "2024-05", "2024 H2", "spring"]
    assert short_period("a period in many words") == "a period in…"


def test_panels_share_one_axis_from_zero():
    rich, poor = [value("2022", 100.0), value("2023", 200.0)], [value("2022", 1.0), value("2023", 2.0)]
    on = frame([*rich, *poor], scale_for([200.0], "x"))
    ends = re.compile(r'cy="([\d.]+)"')
    assert (
        float(ends.findall(panel(rich, on, "a"))[-1])
        < 20
        < 100
        < float(ends.findall(panel(poor, on, "b"))[-1])
    )
    assert on.y.ticks[0] == 0


def test_what_is_not_settled_is_hollow_and_its_line_is_broken():
    on = frame([value("2022", 1.0), value("2023", 2.0)], scale_for([2.0], "x"))
    drawn = panel([value("2022", 1.0), value("2023", 2.0, settled=False)], on, "l")
    assert drawn.count('class="mark hollow"') == 1 and drawn.count('class="mark broken"') == 1
    assert panel([value("2022", 1.0), value("2023", 2.0)], on, "l").count("hollow") == 0


def test_limits_are_a_band_and_missing_years_keep_their_room():
    values = [value(str(y), 2.0, low=1.0, high=3.0) for y in (2018, 2019, 2023)]
    drawn = panel(values, frame(values, scale_for([2.0], "x")), "l")
    assert drawn.count('class="band"') == 1
    a, b, c = (float(x) for x in re.findall(r'<circle cx="([\d.]+)"', drawn))
    assert c - b == pytest.approx(4 * (b - a), abs=0.3)


def test_a_bar_that_is_not_settled_is_hatched():
    on = axis([0.0, 50.0, 100.0])
    assert 'class="bar"' in bar(40.0, on) and "hatch" not in bar(40.0, on)
    open_bar = bar(40.0, on, settled=False)
    assert 'class="bar"' not in open_bar and 'class="hollow"' in open_bar and open_bar.count("hatch") > 3


def test_a_negative_bar_goes_the_other_way():
    on = axis([-50.0, 0.0, 50.0])
    at, width = re.search(r'<rect x="([\d.]+)" y="5" width="([\d.]+)"', bar(-25.0, on)).groups()
    assert float(at) + float(width) == pytest.approx(on.at(0.0), abs=0.2)


def test_at_least_is_hollow_with_an_arrow_and_known_is_not():
    on = axis([0.0, 12.0, 24.0])
    known, least = interval(6.0, 4.0, 8.0, on), interval(6.0, 4.0, None, on, "right")
    assert "hollow" not in known and " open" not in known
    assert 'class="mark hollow"' in least and 'class="mark open"' in least
    assert "circle" not in interval(None, None, None, on), "nothing is drawn where nothing is known"


def test_an_interval_past_the_axis_is_an_arrow_and_keeps_no_false_end():
    on = axis([1.0, 20.0, 40.0])
    assert 'class="mark open"' in interval(30.0, 10.0, 90.0, on)
    gone = interval(60.0, 50.0, 90.0, on)
    assert "circle" not in gone and 'class="mark open"' in gone


def test_parts_of_a_whole_differ_without_colour():
    drawn = shares((0.5, 0.3, 0.2))
    assert 'class="bar"' in drawn and "hatch" in drawn and drawn.count('class="hollow"') == 2
    assert "rect" not in shares((0.0, 0.0, 0.0))


def test_one_among_many_shows_all_the_middle_half_and_the_one():
    drawn = standing((1.0, 2.0, 3.0, 4.0), 3.5, axis([0.0, 5.0]))
    assert [drawn.count(c) for c in ("limits-line", "middle", "circle")] == [1, 1, 1]


def test_open_records_are_upright_ticks_on_the_curve():
    drawn = survival([(0.0, 1.0), (6.0, 0.5)], [3.0, 8.0], "l")
    assert drawn.count('class="upright"') == 2


def test_axis_keeps_values_inside():
    on = Axis((1.0, 10.0, 100.0), 0.0, 200.0, log=True)
    assert [round(on.at(v)) for v in (0.5, 1, 10, 100, 1e9)] == [0, 0, 100, 200, 200]


def test_text_from_outside_is_escaped_in_pictures(made):
    drawn = picture(
        10, 10, [text((1, 1), made.HOSTILE), element("g", made.HOSTILE, class_=made.HOSTILE)], made.HOSTILE
    )
    assert "<img" not in drawn and "\u202e" not in drawn and "[U+202E]" in drawn
    assert "onerror=alert(1)&gt;&#34;" in drawn
