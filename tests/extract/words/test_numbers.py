"""The grammar of figures: values, units, ranges, open ends, and what is no figure."""

from __future__ import annotations

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
        ("£4 billion", 4e9, 4e9, "GBP"),
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
