"""The chips of Epoch's list, against the table of the method and rows read by hand."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from theodolite.measure.controls import Report, classed, unmatched
from theodolite.model.table import Table
from theodolite.read.records import records
from theodolite.survey.tables.shelf import Shelf

DATA = Path(__file__).parents[4] / "shared" / "data" / "epoch-hardware"
HEADER = (
    "Hardware name,Manufacturer,Release date,Tensor-FP16/BF16 performance (FLOP/s),INT8 performance (OP/s),"
    "Die Size (mm^2),Intranode bandwidth (byte/s),Memory bandwidth (byte/s),"
    "Total processing performance (bit-OP/s)\n"
)


@cache
def table() -> Table:
    if not DATA.is_dir():
        pytest.skip("needs the shared data folder beside the checkout")
    return Shelf(DATA).table("epoch/ml_hardware")


@cache
def report(day: dt.date) -> Report:
    return classed(table(), day)


def of(chip: str, day: dt.date):
    return next(c for c in report(day).chips if c.chip.name == chip)


IN_2024 = dt.date(2024, 1, 1)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("chip", "tpp", "die", "name"),
    [
        ("NVIDIA A100", 4992, 826, "3A090.a"), ("NVIDIA A100 SXM4 80 GB", 4992, 826, "3A090.a"),
        ("NVIDIA A800 SXM", 4992, 826, "3A090.a"), ("NVIDIA A800 PCIe 80 GB", 4992, 826, "3A090.a"),
        ("NVIDIA H100 SXM5 80GB", 15832, 814, "3A090.a"), ("NVIDIA H800 SXM5", 15832, 814, "3A090.a"),
        ("NVIDIA H200 SXM", 15832, 814, "3A090.a"), ("NVIDIA HGX H20", 2368, 814, "below"),
        ("NVIDIA L20 PCle", 1912, 609, "below"), ("NVIDIA L2 PCle", 1544, None, "below"),
        ("NVIDIA L40", 2896, 608, "3A090.b"), ("NVIDIA GeForce RTX 4090", 5285, 608, "3A090.a"),
    ],
)  # fmt: skip
def test_the_table_of_the_method(chip: str, tpp: float, die: float | None, name: str) -> None:
    found = of(chip, IN_2024)
    assert round(found.chip.tpp.value) == tpp
    assert found.chip.die.value == die
    assert found.name == name


@pytest.mark.shared
@pytest.mark.parametrize(("chip", "tpp"), [("Huawei Ascend 910B", 6016), ("Huawei Ascend 910C", 12800)])
def test_chips_whose_class_needs_no_die(chip: str, tpp: float) -> None:
    found = of(chip, IN_2024)
    assert (found.chip.tpp.value, found.chip.die.value, found.name) == (tpp, None, "3A090.a")


@pytest.mark.shared
def test_october_2022_let_the_cut_down_chips_through() -> None:
    then = dt.date(2023, 1, 1)
    named = {c: of(c, then).name for c in (
        "NVIDIA A100", "NVIDIA A800 SXM", "NVIDIA H100 SXM5 80GB", "NVIDIA H800 SXM5", "NVIDIA HGX H20",
        "NVIDIA GeForce RTX 4090", "Huawei Ascend 910B",
    )}  # fmt: skip
    assert named == {
        "NVIDIA A100": "3A090", "NVIDIA A800 SXM": "below", "NVIDIA H100 SXM5 80GB": "3A090",
        "NVIDIA H800 SXM5": "below", "NVIDIA HGX H20": "below", "NVIDIA GeForce RTX 4090": "below",
        "Huawei Ascend 910B": "below",
    }  # fmt: skip


@pytest.mark.shared
def test_licences_are_reviewed_case_by_case_up_to_the_h200() -> None:
    now = dt.date(2026, 2, 1)
    assert of("NVIDIA H200 SXM", now).review.decided == "case by case"
    assert of("AMD Instinct MI325X", now).review.decided == "case by case"
    assert of("NVIDIA B200", now).review.decided == "presumption of denial"
    assert of("NVIDIA HGX H20", now).review is None
    assert of("NVIDIA H200 SXM", IN_2024).review is None


@pytest.mark.shared
def test_before_the_first_rule_no_chip_has_a_class() -> None:
    assert report(dt.date(2022, 1, 1)).counts() == {"no rule": 175}


@pytest.mark.shared
def test_ours_is_the_publishers_figure_but_where_it_says_otherwise() -> None:
    """161 chips have the publisher's figure; these five differ, as their rows show."""
    differing = {d.chip: (d.ours, d.published) for d in report(IN_2024).differing}
    assert {c: v for c, v in differing.items() if None not in v} == {
        "Meta MTIA 300": (9600, 2832),  # 1200 TFLOP/s of FP8 are 9600; 2832 is the chip before it
        "NVIDIA GB300 (Blackwell Ultra)": (60000, 61120),
        "AMD Instinct MI355X": (40265.6, 37440),
        "AMD Instinct MI325X": (20918.4, 20800),
        "Google TPU v2": (736, 720),  # 46 TFLOP/s, not 45: the row's own note
    }
    assert sum(None in v for v in differing.values()) == 9


@pytest.mark.shared
def test_unknown_only_where_a_figure_is_missing_that_counts() -> None:
    for day in (dt.date(2023, 1, 1), IN_2024):
        for found in report(day).chips:
            if found.name == "unknown":
                assert len(found.outcome.possible) > 1
                chip = found.chip
                assert None in (chip.tpp.value, chip.die.value, chip.interconnect.value)


def _list(*rows: str, file: str = "ml_hardware_2026-04.csv") -> Table:
    return records((HEADER + "\n".join(rows) + "\n").encode(), file)


def test_figures_of_the_repair_file_only_fill_what_is_blank_or_wrong() -> None:
    made = _list(
        "NVIDIA HGX H20,NVIDIA,2023-11-09,1.48e14,2.96e14,,,4e12,2.368e15",
        "Huawei Ascend 910,Huawei,2019-08-23,2.56e14,5.12e14,1228,,1.2e12,4.096e15",
        "NVIDIA A800 SXM,NVIDIA,2022-08-11,3.12e14,6.24e14,826,5e11,2e12,4.992e15",
    )
    chips = {c.chip.name: c.chip for c in classed(made, IN_2024).chips}
    assert chips["NVIDIA HGX H20"].die.value == 814
    assert "screenhacker" in (chips["NVIDIA HGX H20"].die.source or "")
    assert (chips["Huawei Ascend 910"].die.low, chips["Huawei Ascend 910"].die.high) == (456.25, 1228)
    assert chips["NVIDIA A800 SXM"].interconnect.value == 500
    assert any("lacks chips that figures were looked up for" in w for w in classed(made, IN_2024).warnings)


def test_a_figure_past_its_review_day_is_not_used() -> None:
    made = _list("NVIDIA HGX H20,NVIDIA,2023-11-09,1.48e14,2.96e14,,,4e12,", file="ml_hardware_2030-01.csv")
    result = classed(made, IN_2024)
    assert result.chips[0].chip.die.value is None
    assert any("past their review day" in w for w in result.warnings)


def test_chips_are_asked_for_by_words() -> None:
    made = _list(
        "NVIDIA A100,NVIDIA,2020-03-01,3.12e14,,826,6e11,2e12,",
        "NVIDIA A100 PCIe,NVIDIA,2020-03-01,3.12e14,,826,6e11,2e12,",
        "NVIDIA L40,NVIDIA,2022-10-13,1.81e14,,608,,8e11,",
        "NVIDIA L4,NVIDIA,2022-10-13,1.21e14,,294,,3e11,",
    )
    assert [c.chip.name for c in classed(made, IN_2024, ["a100 pcie", "l4"]).chips] == [
        "NVIDIA A100 PCIe",
        "NVIDIA L4",
    ]
    assert unmatched(made, ["a100", "Z9"]) == ["Z9"]
