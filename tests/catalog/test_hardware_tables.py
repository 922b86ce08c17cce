"""Epoch's tables of chips, clusters, prices, data centres and chip counts, as they are published."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import polars as pl
import pytest

from theodolite.catalog.sources.tables import table_definition
from theodolite.model.errors import Refusal
from theodolite.read.records import records
from theodolite.survey.tables.shelf import Shelf

DATA = Path(__file__).parents[3] / "shared" / "data" / "epoch-hardware"

COUNTS = (
    "Name,Chip manufacturer,Owner,Start date,End date,Compute estimate in H100e (median),"
    "H100e (5th percentile),H100e (95th percentile),Number of Units,Chip type,Notes\n"
)


@cache
def shelf() -> Shelf:
    if not DATA.is_dir():
        pytest.skip("needs the shared data folder beside the checkout")
    return Shelf(DATA)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("epoch/ml_hardware", 175), ("epoch/gpu_clusters", 786), ("epoch/hardware_prices", 591),
        ("epoch/data_centers", 18), ("epoch/data_center_timelines", 129), ("epoch/chip_counts", 1577),
    ],
)  # fmt: skip
def test_every_row_is_read_without_a_warning(source: str, rows: int) -> None:
    table = shelf().table(source)
    assert len(table.frame) == rows
    assert table.warnings == ()
    assert table.stale == ()


@pytest.mark.shared
def test_planned_clusters_and_chinese_ones_can_be_told() -> None:
    frame = shelf().table("epoch/gpu_clusters").frame
    assert frame["status"].value_counts(sort=True).rows()[0] == ("existing", 609)
    assert frame["standard"].sum() == 482
    assert (frame["cluster"] == "Anonymized Chinese System").sum() == 257


@pytest.mark.shared
def test_the_parts_of_the_chip_counts_are_one_table() -> None:
    table = shelf().table("epoch/chip_counts")
    assert table.vintage.date == dt.date(2026, 4, 22)
    kinds = set(table.frame.select("counted", "span", "detail").unique().rows())
    assert kinds == {
        ("owned", "cumulative", "chip"), ("owned", "cumulative", "total"), ("owned", "quarter", "chip"),
        ("owned", "quarter", "total"), ("shipped", "cumulative", "chip"), ("shipped", "cumulative", "total"),
        ("shipped", "quarter", "chip"), ("shipped", "fiscal quarter", "chip"),
    }  # fmt: skip
    # nvidia_owners_cumulative_totals.csv, its first row.
    named = pl.col("name") == "Microsoft cumulative Nvidia through Q1 2022"
    first = table.frame.filter(named).row(0, named=True)
    assert (first["h100e"], first["h100e_low"], first["h100e_high"]) == (14769, 8717, 24931)
    assert (first["owner"], first["ends"]) == ("Microsoft", dt.date(2022, 3, 31))


def test_parts_of_one_vintage_are_joined(tmp_path: Path) -> None:
    note = "Estimates generated on: 04-{day}-2026 10:00"
    for maker, day in (("amd", "03"), ("nvidia", "15")):
        row = f"A,{maker},X,1/1/2022,3/31/2022,10,5,20,30,Chip,{note.format(day=day)}\n"
        (tmp_path / f"{maker}_owners_cumulative_by_chip.csv").write_text(COUNTS + row * 10, encoding="utf-8")
    table = Shelf(tmp_path).table("epoch/chip_counts")
    assert len(table.frame) == 20
    assert table.vintage.date == dt.date(2026, 4, 15)
    assert table.vintage.file == "amd_owners_cumulative_by_chip.csv and 1 more"
    assert set(table.frame["maker"]) == {"amd", "nvidia"}
    assert [len(t.frame) for t in Shelf(tmp_path).tables("epoch/chip_counts")] == [20]


def test_a_chip_count_of_another_shape_is_refused() -> None:
    with pytest.raises(Refusal, match="chip_counts"):
        records(b"\xff\xfe\x00", "amd_cumulative_totals.csv")
    with pytest.raises(Refusal, match="missing column"):
        records(b"Name,End date\nA,1/1/2022\n", "amd_cumulative_totals.csv")


def test_a_new_word_of_a_clusters_status_is_refused() -> None:
    header = "Name,Status,H100 equivalents,Country,First Operational Date\n"
    with pytest.raises(Refusal, match="unknown words in Status: 'Cancelled'"):
        records(f"{header}A,Cancelled,10,China,2024\n".encode(), "gpu_clusters_2026-01.csv")


def test_a_rate_in_teraflops_is_refused() -> None:
    definition = table_definition("epoch/ml_hardware")
    rows = "".join(f"Chip {k},2024-01-01,{100 + k}\n" for k in range(5))
    with pytest.raises(Refusal, match="Tensor-FP16"):
        records(
            f"Hardware name,Release date,Tensor-FP16/BF16 performance (FLOP/s)\n{rows}".encode(),
            "ml_hardware_2026-05.csv",
            definition,
        )
