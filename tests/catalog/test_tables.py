"""Definitions of tables: each parses, says what its licence allows, and reads its real vintages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from theodolite.catalog.sources.tables import table_definition, table_definitions
from theodolite.model.errors import Refusal
from theodolite.model.table import Table
from theodolite.read.records import records
from theodolite.survey.tables.shelf import Shelf

DATA = Path(__file__).parents[3] / "shared" / "data"
FOLDERS = ("epoch-models", "epoch-companies", "owid-ai", "eto-chip-explorer")


@cache
def shelf() -> Shelf:
    if not DATA.is_dir():
        pytest.skip("needs the shared data folder beside the checkout")
    return Shelf([DATA / folder for folder in FOLDERS])


@pytest.mark.parametrize("definition", table_definitions(), ids=lambda d: d.name)
def test_every_definition_says_where_and_under_what_licence(definition) -> None:
    assert definition.address.startswith("https://")
    assert definition.download is not None or definition.download_note
    assert definition.licence and definition.citation
    # What may not be sold may not be published from here, and what may not be changed says so.
    assert not ("NC" in definition.licence and definition.publish)
    assert ("ND" in definition.licence) == (definition.share == "unmodified")


@pytest.mark.shared
def test_every_file_of_the_models_companies_and_charts_is_known_and_read() -> None:
    held = shelf()
    found = {(h.definition.name, len(held.read(h).frame)) for h in held.held}
    assert not held.refusals
    assert {
        ("epoch/notable_models", 895), ("epoch/notable_models", 969), ("epoch/large_scale_models", 484),
        ("epoch/frontier_models", 137), ("epoch/all_models", 1892), ("epoch/companies", 7),
        ("epoch/company_funding_rounds", 36), ("epoch/company_revenue", 32), ("epoch/company_usage", 44),
        ("epoch/company_staff", 42), ("epoch/company_compute_spend", 11), ("owid/private_investment", 952),
        ("owid/private_investment", 793), ("owid/scholarly_publications", 1631),
        ("owid/patents_submitted", 357), ("owid/bills_passed", 116), ("owid/incidents", 13),
        ("eto/chip_provision", 1300), ("eto/chip_providers", 403),
    } <= found  # fmt: skip
    assert not [line for h in held.held for line in held.read(h).stale]


@pytest.mark.shared
def test_the_newest_vintage_is_the_newest_though_its_name_has_no_date() -> None:
    assert str(shelf().table("owid/private_investment").vintage.date) == "2026-05-08"


@pytest.mark.shared
def test_the_mistyped_report_day_is_repaired_and_said() -> None:
    table = shelf().table("epoch/company_compute_spend")
    row = table.frame.filter(table.frame["id"] == "OpenAI 2025 cloud compute").row(0, named=True)
    assert str(row["reported"]) == "2025-07-30"
    assert any("no year 0202" in w for w in table.warnings)


@pytest.mark.shared
def test_what_may_not_be_published_says_so() -> None:
    assert not shelf().table("eto/chip_provision").publishable
    assert table_definition("owid/bills_passed").share == "unmodified"


INVESTMENT = """Entity,Code,Year,All,All (projected) (Projected)
World,OWID_WRL,2024,100,120
Asia,OWID_ASI,2024,40,50
ASEAN (CSET),,2024,5,
China,CHN,2024,30,35
Kosovo,OWID_KOS,2024,1,
"""


def _investment() -> Table:
    definition = table_definition("owid/private_investment").model_copy(update={"rows": (1, 10)})
    fields = {n: f.model_copy(update={"median": None}) for n, f in definition.fields.items()}
    definition = definition.model_copy(update={"fields": fields})
    return records(INVESTMENT.encode(), "private-investment_2025-05-01.csv", definition)


def test_a_name_is_a_country_only_beside_a_country_code() -> None:
    frame = _investment().frame
    assert frame["countries"].to_list() == [None, None, None, ["China"], ["Kosovo"]]
    assert frame["entity"].to_list()[0] == "World"
    assert frame["projected"].to_list()[:2] == [120, 50]


def test_a_year_is_its_first_day() -> None:
    assert {str(d) for d in _investment().frame["date"]} == {"2024-01-01"}


def test_without_its_column_a_table_is_refused() -> None:
    with pytest.raises(Refusal, match="missing column All"):
        records(
            b"Entity,Code,Year\nChina,CHN,2024\n", "private-investment-in-artificial-intelligence-cset.csv"
        )
