"""Figures in everyday turns of phrase: what is one, of what unit, and what only says which ones are meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]

FOUND = [
    ("Micron has more than half of that market.", 50, None, "percent"),
    ("Norway trains about one in fourteen of the doctors.", 7.1, 7.1, "percent"),
    ("Brazil put in four hundred-odd gigawatts last year.", 4e11, 4e11, "W"),
    ("Tokyo gives Rapidus another trillion yen.", 1e12, 1e12, "JPY"),
    ("Italy is regarded as fifth in robotics after Spain.", 5, 5, "rank"),
    ("The arm is trained on more than 9,000 hours of taped work.", 9000, None, "hour"),
    ("Alibaba trained it on 3,100 H800s.", 3100, 3100, "H800 chip"),
    ("The hall in Oslo has 900 pieces of H100.", 900, 900, "H100 chip"),
    ("Oslo drew 10 megawatts. Now they talk of more than 70.", 7e7, None, "W"),
    ("Start-ups took in $7.1bn, down from 9.4 the year before.", 9.4e9, 9.4e9, "USD"),
    ("Some 31 machines began and six completed the course.", 6, 6, "machine"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), FOUND)
def test_found(read: Read, text: str, low: float, high: float | None, unit: str) -> None:
    found = [(c.value_low, c.value_high, c.unit) for c in read(text) if isinstance(c, Quantity)]
    assert (low, high, unit) in found


NONE = [
    "The plant in Bergen was pulled forward by a quarter.",
    "The discount helped for about a quarter.",
    "The rule refers to the 27 member states.",
    "The rate was $1 = 0.86 euros.",
    "It took me nine years to find an answer.",
    "The gap to second place is large.",
    "By 2030 data centres could use more power.",
]


@pytest.mark.parametrize("text", NONE)
def test_none(read: Read, text: str) -> None:
    assert [c for c in read(text) if isinstance(c, Quantity)] == []


def test_a_verb_that_looks_like_a_group(read: Read) -> None:
    (found,) = (c for c in read("China graduates 3.6 million engineers a year.") if isinstance(c, Quantity))
    assert found.subject == "China"


def test_american_houses_spend_dollars(read: Read) -> None:
    text = "Alibaba raised 20 billion yuan. Microsoft and Meta will spend some six hundred billion this year."
    units = [c.unit for c in read(text) if isinstance(c, Quantity)]
    assert units[0] == "CNY"
    assert set(units[1:]) == {"USD"}


NAMED_THINGS = [
    ("Hyundai can make 200,000 Ascend chips a year.", 200000, "chip"),
    ("Meta has 350,000 H100-class chips.", 350000, "chip"),
    ("China has 1.5 million 5G base stations.", 1.5e6, "station"),
]


@pytest.mark.parametrize(("text", "value", "unit"), NAMED_THINGS)
def test_a_name_before_what_is_counted(read: Read, text: str, value: float, unit: str) -> None:
    assert [(c.value_low, c.unit) for c in read(text) if isinstance(c, Quantity)] == [(value, unit)]


def test_ones_are_what_was_counted_before(read: Read) -> None:
    found = [
        c
        for c in read("America has 62 of the best models, China 31 smaller ones.")
        if isinstance(c, Quantity)
    ]
    assert [(c.subject, c.value_low, c.unit) for c in found] == [
        ("United States", 62, "model"),
        ("China", 31, "model"),
    ]
