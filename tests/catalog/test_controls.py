"""The table of rules and the looked-up figures: each says from when, on what ground, and where it is read."""

from __future__ import annotations

import datetime as dt

import pytest

from theodolite.catalog import chips, controls


def test_one_rule_of_classes_holds_on_any_day_since_the_first() -> None:
    assert controls.in_force(dt.date(2022, 10, 20)) == ()
    for day in (dt.date(2022, 10, 21), dt.date(2023, 11, 16), dt.date(2023, 11, 17), dt.date(2026, 11, 22)):
        assert [r.kind for r in controls.in_force(day)].count("class") == 1
    assert [r.id for r in controls.in_force(dt.date(2023, 11, 16))] == ["us-2022-10"]
    assert [r.id for r in controls.in_force(dt.date(2023, 11, 17))] == ["us-2023-10"]
    assert [r.id for r in controls.in_force(dt.date(2026, 1, 15))] == ["us-2023-10", "us-2026-01"]


def test_every_rule_event_and_figure_names_its_source() -> None:
    for address in [a for r in (*controls.rules(), *controls.events()) for a in r.sources]:
        assert address.startswith(("http://", "https://"))
    for repair in chips.repairs():
        assert repair.source.startswith(("http://", "https://"))
        assert repair.reason
    assert {e.rule for e in controls.events() if e.rule} == {r.id for r in controls.rules()}


def test_a_review_is_of_classes_that_another_rule_gives() -> None:
    given = {c.name for r in controls.rules() if r.kind == "class" for c in r.classes}
    for rule in controls.rules():
        assert set(rule.of) <= given


@pytest.mark.parametrize(
    ("written", "name", "country"),
    [
        ("NVIDIA", "Nvidia", "United States"), ("Kunlunxin Baidu", "Baidu", "China"),
        ("Huawei", "Huawei", "China"), ("PEZY", "PEZY", "Japan"), ("Nobody Known", "Nobody Known", None),
    ],
)  # fmt: skip
def test_makers(written: str, name: str, country: str | None) -> None:
    assert chips.maker(written) == chips.Maker(name, country)


@pytest.mark.parametrize(
    ("chip", "country"),
    [
        ("NVIDIA Tesla K40c", "United States"), ("Cerebras CS-2", "United States"),
        ("Ascend (昇腾) 910B", "China"), ("Some new thing", None),
    ],
)  # fmt: skip
def test_makers_of_chips_that_no_list_has(chip: str, country: str | None) -> None:
    found = chips.maker_of_chip(chip)
    assert (found.country if found else None) == country
