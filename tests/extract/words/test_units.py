"""Units behind figures: symbols, powers, products and quotients, and what only looks like a unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theodolite.extract.words import numbers, units


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a dose of 12 mg L−1", 12, "mg/L"),
        ("winds of 7.5 m s-1 at dusk", 7.5, "m/s"),
        ("a density of 2.7 g/cm3", 2.7, "g/cm3"),
        ("a flux of 8 W m−2 K−1", 8, "W/(m2 K)"),
        ("a capacity of 90 mA h g− 1", 90, "mA h/g"),
        ("a rate of 12 mA g− 1", 12, "mA/g"),
        ("a band at 1031 cm−1", 1031, "1/cm"),
        ("kept at −4 °C", -4, "°C"),
        ("kept at 38°C", 38, "°C"),
        ("kept at 20 degrees Celsius", 20, "°C"),
        ("a shift of 5‰", 5, "‰"),
        ("below the site, 2 ppm of lead", 2, "ppm"),
        ("rocks of 33.7 Ma", 33.7, "Ma"),
        ("over 3 Myr", 3, "Myr"),
        ("a gain of 12 dB", 12, "dB"),
        ("sampled at 40 Hz", 40, "Hz"),
        ("a 63 μm sieve", 63, "μm"),
        ("a 63 µm sieve", 63, "μm"),
        ("an orbit of 5 AU", 5, "AU"),
        ("energies of 10eV", 10, "eV"),
        ("a link of 900 GB/s", 900e9, "byte/s"),
        ("a speed of 45 tokens/s", 45, "token/s"),
        ("a machine of 300 EFLOP/s", 300e18, "FLOP/s"),
        ("a bill of 40 kWh", 40e3, "Wh"),
        ("a draw of 300 W", 300, "W"),
        ("a plot of 6 square kilometres", 6, "km2"),
        ("3.4 wt.% of it", 3.4, "percent"),
    ],
)
def test_units_of_science_and_of_computing(text: str, value: float, unit: str) -> None:
    (figure,) = numbers.find(text)
    assert figure.low == pytest.approx(value)
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "unit", "months"),
    [("for 30 min", "minute", 30 / 60 / 24 / 30.436875), ("after 48 h", "hour", 48 / 24 / 30.436875)],
)
def test_symbols_of_time_are_stretches_of_time(text: str, unit: str, months: float) -> None:
    (figure,) = numbers.find(text)
    assert (figure.kind, figure.unit) == ("duration", unit)
    assert figure.months is not None
    assert figure.months[0] == pytest.approx(months, rel=1e-3)


@pytest.mark.parametrize(
    "text",
    [
        "70 M users signed up",
        "15 T tokens were read",
        "7 N Street",
        "5 A Roads",
        "2 K downloads",
        "60 samples were taken",
        "a 64-bit machine",
        "40 m parameters",
        "In 2018 Ma retired",
        "It rose by 25 bps",
    ],
)
def test_letters_that_measure_nothing(text: str) -> None:
    assert all(f.kind != "measure" for f in numbers.find(text))


def test_no_symbol_behind_a_number_in_words() -> None:
    assert [f.unit for f in numbers.find("one A and two gigawatts")] == [None, "W"]


def test_an_exponent_is_not_the_next_figure() -> None:
    assert [(f.low, f.high, f.unit) for f in numbers.find("from 5 m-6 m")] == [(5, 6, "m")]


def test_lists_share_the_unit_at_their_end() -> None:
    found = numbers.find("At 10, 20 and 30 °C nothing grew; 5, then 7 °C.")
    assert [(f.low, f.unit) for f in found] == [(10, "°C"), (20, "°C"), (30, "°C"), (5, None), (7, "°C")]
    assert [f.low for f in numbers.find("Sites of 2 and 3 GW.")] == [2e9, 3e9]


@given(st.text(alphabet="0123456789 mgLsKWhHzPa/·−-⁻¹²³°C%‰μ().,", max_size=60), st.integers(0, 60))
def test_any_text_gives_a_unit_inside_it_or_none(text: str, at: int) -> None:
    unit = units.read(text, min(at, len(text)), len(text))
    assert unit is None or (at < unit.end <= len(text) and unit.symbol)
