"""Stretches of time that are what is measured, and those that are only when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from theodolite.model.claim import Claim, Quantity

Read = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Zeiss needed twenty years for those mirrors.", 20, "year"),
        ("Kimi K2 gives up after about ninety minutes.", 90, "minute"),
        ("Moonshot shut its site to new users for nine days.", 9, "day"),
        ("The agreement with Mistral ran for three years.", 3, "year"),
        ("The AI Act's duties will come sixteen months later than planned.", 16, "month"),
        ("A hand from Unitree has a lifetime of 900 hours.", 900, "hour"),
        ("Ana Roth founded Kiln after eleven years at Intel.", 11, "year"),
        ("A team in Berlin wrote the compiler in eleven weeks.", 11, "week"),
    ],
)
def test_measured(read: Read, text: str, value: float, unit: str) -> None:
    found = [c for c in read(text) if isinstance(c, Quantity)]
    assert (value, unit) in [(c.value_high, c.unit) for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "Intel will build a plant in Ohio over the next three years.",
        "Altman and Son met for two hours in Tokyo.",
        "In two years China will have a plant of its own.",
        "The computer in Kiel had been switched off for a week.",
        "Google bought the company two years ago.",
    ],
)
def test_only_when(read: Read, text: str) -> None:
    assert [c for c in read(text) if isinstance(c, Quantity)] == []


def test_a_price_by_the_month_is_one_figure(read: Read) -> None:
    found = [c for c in read("We spend 200 dollars a month on Claude.") if isinstance(c, Quantity)]
    assert [(c.value_low, c.unit) for c in found] == [(200, "USD")]


def test_a_stretch_that_was_lived_through_is_no_figure(read: Read) -> None:
    found = read(
        "Kenya knows what the last three years have looked like. Baidu spent the last three years on it."
    )
    assert [c.value_low for c in found if isinstance(c, Quantity)] == [3]
