"""The grammar of figures: values, units, ranges, open ends, and what is no figure."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.words import numbers


def _one(text: str) -> numbers.Figure:
    found = numbers.find(text)
    assert len(found) == 1, [text[f.start : f.end] for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("1,151 deals", 1151, 1151, None),
        ("$31 billion", 31e9, 31e9, "USD"),
        ("$2.7bn", 2.7e9, 2.7e9, "USD"),
        ("US$5m", 5e6, 5e6, "USD"),
        ("RMB 5 billion", 5e9, 5e9, "CNY"),
        ("5 billion yuan", 5e9, 5e9, "CNY"),
        ("€3.2m", 3.2e6, 3.2e6, "EUR"),
        ("€3.2 m", 3.2e6, 3.2e6, "EUR"),
        ("$40 k of it", 40e3, 40e3, "USD"),
        ("$5-10 m", 5e6, 10e6, "USD"),
        ("£4 billion", 4e9, 4e9, "GBP"),
        ("ten thousand crore rupees", 1e11, 1e11, "INR"),
        ("10 gigabits per second", 1e10, 1e10, "bit/s"),
        ("HK$3 bn", 3e9, 3e9, "HKD"),
        ("more than 38,000 filings", 38000, None, None),
        ("up to $500 billion", None, 500e9, "USD"),
        ("less than 1%", None, 1, "percent"),
        ("at least 60 per cent", 60, None, "percent"),
        ("nearly 57 percent", 57, 57, "percent"),
        ("90%+", 90, None, "percent"),
        ("10-20%", 10, 20, "percent"),
        ("between 3% and 6%", 3, 6, "percent"),
        ("$5-10 billion", 5e9, 10e9, "USD"),
        ("$80 billion to $100 billion", 80e9, 100e9, "USD"),
        ("3 percentage points", 3, 3, "percentage point"),
        ("tens of trillions of dollars", 1e13, None, "USD"),
        ("millions of users", 1e6, None, None),
        ("dozens of models", 12, None, None),
        ("10s of models", 10, None, None),
        ("half a million", 5e5, 5e5, None),
        ("a dozen labs", 12, 12, None),
        ("twenty-five percent", 25, 25, "percent"),
        ("one hundred and fifty thousand chips", 150000, 150000, None),
        ("1.2 gigawatts", 1.2e9, 1.2e9, "W"),
        ("945 terawatt-hours", 945e12, 945e12, "Wh"),
        ("10^25 FLOP", 1e25, 1e25, "FLOP"),
        ("2.1×10^25 FLOP", 2.1e25, 2.1e25, "FLOP"),
        ("671B parameters", 671e9, 671e9, None),
        ("5 lakh rupees", 5e5, 5e5, "INR"),
    ],
)
def test_values_and_units(text: str, low: float | None, high: float | None, unit: str | None) -> None:
    figure = _one(text)
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("about one to two years", 12, 24),
        ("1-2 years", 12, 24),
        ("between 3 and 6 months", 3, 6),
        ("three or four years", 36, 48),
        ("a two-year lead", 24, 24),
        ("an 18-month lead", 18, 18),
        ("half a year", 6, 6),
        ("a year and a half", 18, 18),
        ("two and a half years", 30, 30),
        ("a decade", 120, 120),
        ("nearly two decades", 240, 240),
        ("a year or two", 12, 24),
        ("at least a year", 12, None),
        ("no more than two years", None, 24),
        ("not less than 3 months", 3, None),
        ("less than 18 months", None, 18),
        ("within five years", None, 60),
        ("several months", 3, None),
        ("a few years", 36, None),
        ("a couple of years", 24, 24),
        ("six months or more", 6, None),
    ],
)
def test_stretches_of_time_in_months(text: str, low: float | None, high: float | None) -> None:
    assert _one(text).months == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4",
        "a 5G network",
        "the 21st century",
        "24/7",
        "v1.2.3",
        "H100",
        "the 4K video format",
        "mid-2024",
        "x2y",
    ],
)
def test_what_is_part_of_a_word_is_no_figure(text: str) -> None:
    assert numbers.find(text) == ()


def test_from_a_to_b_is_two_figures_after_a_verb_of_change() -> None:
    assert [f.low for f in numbers.find("It grew from 5% to 12%.")] == [5, 12]
    assert [(f.low, f.high) for f in numbers.find("It takes 5 to 12 days.")] == [(5, 12)]


def test_the_bounding_words_are_inside_the_opening() -> None:
    text = "It has more than about 40 sites."
    figure = _one(text)
    assert text[figure.opening : figure.start].strip() == "more than about"


@given(st.text(alphabet="0123456789.,-–$€%bmk onetwhudradyearsto", max_size=120))
def test_any_text_gives_figures_in_order_and_inside_it(text: str) -> None:
    found = numbers.find(text)
    for figure in found:
        assert 0 <= figure.opening <= figure.start < figure.end <= len(text)
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "evil", ["1" * 30000, "$" * 30000, "a " * 15000, "10 to " * 8000, "1,000" * 6000, "more than " * 5000]
)
def test_time_stays_linear(evil: str) -> None:
    import time

    begun = time.perf_counter()
    numbers.find(evil)
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("Sixteen point six billion dollars", 16_600_000_000, 16_600_000_000, "USD"),
        ("three point five percent of them", 3.5, 3.5, "percent"),
        ("seventeen and a half billion euros", 17_500_000_000, 17_500_000_000, "EUR"),
        ("one and a half to two years behind", 1.5, 2, "year"),
        ("two and a half times as many", 2.5, 2.5, "times"),
    ],
)
def test_decimals_and_halves_in_words(words: str, low: float, high: float, unit: str) -> None:
    figure = numbers.find(words)[0]
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)


def test_a_point_in_time_is_no_decimal() -> None:
    assert [(f.low, f.high) for f in numbers.find("at that point six people left")] == [(6, 6)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "shown"),
    [
        ("a length of 5.2 ± 0.3 mm here", 5.2, 5.2, "mm", "5.2 ± 0.3 mm"),
        ("a share of 46.8% ± 1.6% here", 46.8, 46.8, "percent", "46.8% ± 1.6%"),
        ("a charge of 3 +/- 1 here", 3, 3, None, "3 +/- 1"),
        ("values of −25.9 to −26.5‰ here", -26.5, -25.9, "‰", "−25.9 to −26.5‰"),
        ("between −2 and −7‰ here", -7, -2, "‰", "−2 and −7‰"),
        ("between 200 and >1000 m here", 200, 1000, "m", "200 and >1000 m"),
        ("a level of .05 here", 0.05, 0.05, None, ".05"),
        ("n = 12 here", 12, 12, None, "12"),
        ("a ratio=1.67 here", 1.67, 1.67, None, "1.67"),
        ("a flux of 2 × 10−8 kg here", 2e-8, 2e-8, "kg", "2 × 10−8 kg"),
        ("a count of 3.7 × 106 here", 3.7e6, 3.7e6, None, "3.7 × 106"),
        ("a rate of 10^-9 here", 1e-9, 1e-9, None, "10^-9"),
        ("a slope of 1:10 here", 0.1, 0.1, "times", "1:10"),
        ("only 1/100 of that", 0.01, 0.01, "times", "1/100"),
    ],
)
def test_figures_of_science(text: str, low: float, high: float, unit: str | None, shown: str) -> None:
    figure = _one(text)
    assert figure.low == pytest.approx(low)
    assert figure.high == pytest.approx(high)
    assert (figure.unit, text[figure.start : figure.end]) == (unit, shown)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("scores ≥16 count", 16, None),
        ("kept at <2 ppm", None, 2),
        ("depths above ∼500 m", 500, None),
        ("ca. 40 kg of it", 40, 40),
        ("on the order of 100 m", 100, 100),
    ],
)
def test_signs_that_bound(text: str, low: float | None, high: float | None) -> None:
    figure = _one(text)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize("text", ["see /list?page=5&size=2", "at 05:28 UT", "the x−2 term", "on 9/11"])
def test_parts_of_addresses_and_formulae_are_no_figures(text: str) -> None:
    assert numbers.find(text) == ()


def test_a_dash_between_words_makes_nothing_negative() -> None:
    assert [f.low for f in numbers.find("It grew – 5 of them left – and 8-9 stayed, 5 - 3 of each.")][:2] == [
        5,
        8,
    ]


def test_a_figure_costs_little_where_nothing_bounds_it() -> None:
    import time

    dense = "1,234 5.6% " * 9000
    begun = time.process_time()
    assert len(numbers.find(dense)) == 18000
    assert time.process_time() - begun < 10  # a hundredth of that where nothing else runs


@pytest.mark.parametrize(
    "text", ["{} chips", "5-{} kg", "{} ± {} m", "{} × 10^99 m", "{}k W", "5, 6 and {} kg", "$9 to {} m"]
)
def test_a_number_beyond_all_measure_is_none(text: str) -> None:
    found = numbers.find(text.format("1" * 400, "1" * 400))
    assert all(math.isfinite(end) for f in found for end in (f.low, f.high) if end is not None)


def test_a_range_with_the_sign_of_minus_is_no_power_of_ten() -> None:
    assert [(f.low, f.high) for f in numbers.find("10−15% of it")] == [(10, 15)]
