"""Shares and levels: rules of counting, what is other, unknown or double, totals of the publisher."""

from __future__ import annotations

import pytest

from theodolite.catalog.sources.tables import table_definition
from theodolite.measure.indicators.groups import every_group, named_groups
from theodolite.measure.indicators.levels import figure, levels
from theodolite.measure.indicators.rows import selected
from theodolite.measure.indicators.shares import shares
from theodolite.model.basis import Basis
from theodolite.model.errors import Misuse, Refusal
from theodolite.model.indicator import Question, Rule
from theodolite.model.table import Table
from theodolite.read.records import records

QUESTION = Question(
    indicator=None, value=None, statistic="count", unit="rows", by="countries", date=None, where=(),
    period=None, rule="full",
)  # fmt: skip


def _shares(table: Table, *names: str, rule: Rule = "full", value: str | None = None, **more: object):
    found = selected(table, by="countries", value=value, **more)  # type: ignore[arg-type]
    basis = Basis(source="x", title="x", licence="x", citation="x", vintage=table.vintage, publishable=False)
    groups = named_groups(table, names, "countries")
    return shares(found, groups, rule, QUESTION, basis)


@pytest.mark.parametrize(
    ("rule", "china", "states"),
    [("full", 2, 3), ("fractional", 1.5, 2.5), ("majority", 1, 2), ("headquarters", 1, 3)],
)
def test_a_row_of_two_countries_counts_by_the_rule(
    table: Table, rule: Rule, china: float, states: float
) -> None:
    found = {s.group: s.value for s in _shares(table, "China", "US", rule=rule).shares}
    assert found == {"China": china, "United States": states}


def test_other_unknown_and_overlap_make_the_total(table: Table) -> None:
    report = _shares(table, "US", "UK")
    assert (report.total, report.overlap) == (6, 1)
    assert report.unknown is not None and report.unknown.value == 1
    assert report.other is not None and report.other.value == 2
    named = sum(s.value for s in report.shares)
    assert named - report.overlap + report.other.value + report.unknown.value == report.total


def test_a_bloc_counts_a_row_once_and_is_its_members(table: Table) -> None:
    assert _shares(table, "EU").shares[0].value == 1


def test_sums_leave_out_rows_without_a_value_and_say_so(table: Table) -> None:
    report = _shares(table, "China", value="compute")
    assert report.shares[0].share == pytest.approx(2.4e23 / 1.35e24)
    assert any("1 of 6 rows without compute" in w for w in report.warnings)


def test_concentration_is_over_every_group(table: Table) -> None:
    report = _shares(table, "China")
    assert report.concentration is not None
    assert report.concentration.groups == 4
    assert report.concentration.cr1 == pytest.approx(3 / 7)


def test_nobody_is_refused_with_those_that_are(table: Table) -> None:
    with pytest.raises(Refusal, match="choose among: United States"):
        _shares(table, "Atlantis")
    with pytest.raises(Misuse, match="has no field"):
        selected(table, by="colour")


def test_levels_have_change_rank_and_share(table: Table) -> None:
    found = selected(table, by="countries")
    groups = named_groups(table, ("US", "China"), "countries")
    made = {(v.group, v.period): v for v in levels(found, groups, "count", "full", ("2024",))}
    assert made["United States", "2024"].change == 1
    assert made["China", "2023"].share == 0.5
    assert not made["China", "2024"].settled
    assert figure(found.rows, None, "count", "full") == (6, 6)


@pytest.mark.parametrize(("statistic", "value"), [("max", 2e23), ("mean", 1.2e23), ("median", 1.2e23)])
def test_a_maximum_or_median_counts_rows_whole(table: Table, statistic: str, value: float) -> None:
    found = selected(table, by="countries", value="compute")
    china = named_groups(table, ("China",), "countries")[0]
    made = figure(found.rows, china, statistic, "fractional")
    assert made is not None and made[0] == pytest.approx(value)


CHART = """Entity,Code,Year,All
World,OWID_WRL,2022,100
Asia,,2022,70
China,CHN,2022,50
France,FRA,2022,10
China,CHN,2023,60
World,OWID_WRL,2023,150
"""


def _chart(name: str) -> Table:
    definition = table_definition(name)
    fields = {n: f.model_copy(update={"median": None}) for n, f in definition.fields.items()}
    return records(
        CHART.encode(), "chart.csv", definition.model_copy(update={"fields": fields, "rows": (1, 9)})
    )


def test_aggregates_are_no_countries_and_the_world_is_the_total() -> None:
    found = _shares(_chart("owid/scholarly_publications"), "China", value="publications")
    assert (found.total, found.total_is) == (250, "the publisher's total")
    assert found.shares[0].share == pytest.approx(110 / 250)
    assert found.rows == 3
    assert any("2 aggregates" in w for w in found.warnings)


def test_a_stock_is_never_added_over_years() -> None:
    text = "Country,Year,n\nChina,2022,5\nChina,2023,7\nFrance,2022,2\n"
    header = "Cumulative number of large-scale AI systems by country"
    rows = text.replace("Country,Year,n", f"Entity,Year,{header}").replace("China,", "China,CHN,")
    rows = rows.replace("France,", "France,FRA,").replace("Entity,Year", "Entity,Code,Year")
    definition = table_definition("owid/large_scale_systems").model_copy(update={"rows": (1, 9)})
    table = records(rows.encode(), "x.csv", definition)
    found = selected(table, by="countries", value="systems")
    made = levels(found, every_group((r.cell for r in found.rows), "countries"), "last", "full")
    assert {(v.group, v.period): v.value for v in made}[("China", "2023")] == 7
    assert _shares(table, "China", value="systems").shares[0].value == 7
