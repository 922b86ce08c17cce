"""Conditions as a user writes them, on days, numbers, words, countries and blocs."""

from __future__ import annotations

import pytest

from theodolite.measure.indicators.conditions import parse, select
from theodolite.model.errors import Misuse
from theodolite.model.table import Table


@pytest.mark.parametrize(
    ("text", "models"),
    [
        ("release_date=2024", "DEF"),
        ("Release date=2024-07", "E"),
        ("date=2023:2024-01", "BCD"),
        ("release date>=2024", "DEF"),
        ("release date>2024-01-15", "EF"),
        ("release date<2023", "A"),
        ("country=China", "CD"),
        ("countries=US", "ABF"),
        ("country=EU", "D"),
        ("country!=China", "ABF"),
        ("country=", "E"),
        ("compute=", "E"),
        ("compute!=", "ABCDF"),
        ("compute>=1e23", "BDF"),
        ("compute=1e22:1e23", "ABC"),
        ("open=yes", "CD"),
        ("open=TRUE", "CD"),
        ("open=false", "ABEF"),
        ("organization=qwen", "CD"),
        ("organization contains mistral", "D"),
        ("model!=A", "BCDEF"),
    ],
)
def test_conditions(table: Table, text: str, models: str) -> None:
    if text.startswith("date"):
        text = text.replace("date", "release_date", 1)
    assert "".join(select(table, [parse(text)])["model"].to_list()) == models


def test_all_must_hold(table: Table) -> None:
    found = select(table, [parse("country=China"), parse("release_date>=2024")])
    assert found["model"].to_list() == ["D"]


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "colour=red",
        "compute=many",
        "release_date=soon",
        "compute contains 1",
        "model>=A",
        "open>",
    ],
)
def test_what_makes_no_sense_is_misuse(table: Table, text: str) -> None:
    with pytest.raises(Misuse):
        select(table, [parse(text)])
