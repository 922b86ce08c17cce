"""Dates by basis, releases by side, and the other measures from real files."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from theodolite.cli.app import app
from theodolite.measure.coverage import coverage
from theodolite.measure.gap import gap
from theodolite.measure.sides import resolve
from theodolite.model.errors import Misuse, Refusal
from theodolite.model.registry import Fact, Mention
from theodolite.model.scores import Vintage
from theodolite.resolve.registry.assembling import assemble
from theodolite.survey.other_measures import is_other, other_tables, sight_other
from theodolite.survey.registry.date_bases import by_basis, dates
from theodolite.survey.registry.releases import releases

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "schema" / "gap.json"
VINTAGE = Vintage(file="f.csv", sha256="0" * 64, date=dt.date(2026, 7, 2))


def mention(
    name: str, kind: str, day: str, source: str = "models_dev/models", provider: str | None = None
) -> Mention:
    facts = (Fact("date", dt.date.fromisoformat(day), kind), Fact("country", ("United States",)))
    return Mention(
        name=name, source=source, tracker=source, vintage=VINTAGE, line=2, facts=facts, provider=provider
    )


ROWS = [
    mention("o3", "published", "2024-12-20", "epoch/notable_models"),
    mention("openai/o3", "released", "2025-04-16"),
    mention("o3-2025-04-16", "first seen", "2025-04-15", "lmarena/history"),
    mention("azure/o3", "released", "2025-06-01", "models_dev/provider_offers", "azure"),
    mention("gemini-3-pro-preview", "released", "2025-11-18"),
    mention("gemini-3-pro", "released", "2026-01-20"),
]


def test_four_bases_of_one_model() -> None:
    made = assemble(ROWS)
    assert dates(made, "announced")["o3"] == dt.date(2024, 12, 20)
    assert dates(made, "first access")["o3"] == dt.date(2025, 4, 15)
    assert dates(made, "general")["o3"] == dt.date(2025, 4, 16)
    assert dates(made, "snapshot")["o3"] == dt.date(2025, 4, 16)
    assert dates(made, "general")["gemini-3-pro"] == dt.date(2026, 1, 20)
    assert "gemini-3-pro-preview" not in dates(made, "general")
    assert by_basis(made)["date of announced"] == {"o3": dt.date(2024, 12, 20)} | {
        name: dt.date(2024, 12, 20) for name in by_basis(made)["date of announced"]
    }


def test_releases_are_counted_beside_the_scored() -> None:
    released = releases(assemble(ROWS))
    assert sorted(m.name for m in released.models) == ["gemini-3-pro", "o3"]
    side = resolve("US", released)
    found = coverage(released, side, dt.date(2026, 1, 31), released=released)
    assert found.registry_models == found.models == 2


def test_words_for_other_measures() -> None:
    assert all(map(is_other, ("compute", "context", "price:130")))
    assert not any(map(is_other, (None, "index", "prices", "computer")))
    with pytest.raises(Refusal, match="theodolite pull epoch/notable_models"):
        sight_other("compute", None)  # nothing was pulled
    with pytest.raises(Misuse, match="price:130"):
        other_tables("price:cheap", SHARED)


@pytest.mark.shared
def test_the_lag_in_training_compute_on_real_data() -> None:
    table, other = other_tables("compute", SHARED / "epoch-models")
    assert table.vintage.date == dt.date(2026, 1, 24)
    report = gap("US", "China", table, others=[other])
    assert report.vertical_gap.estimate == pytest.approx(1.30, abs=0.01)
    assert report.backward_lag_months.estimate == pytest.approx(24.8, abs=0.1)
    assert {s.vintage for s in report.sensitivity} == {"2026-01-24", "2025-02-24"}


@pytest.mark.shared
def test_prices_at_a_level_on_real_data() -> None:
    (table,) = other_tables("price:140", SHARED)
    assert table.observed_on == dt.date(2026, 11, 20)
    assert all(m.level < 3 for m in table.models)  # nobody sells a million tokens for a tenth of a cent
    report = gap("US", "China", table)
    assert report.unit == "power of ten of price"
    assert report.backward_lag_months.estimate is not None


@pytest.mark.shared
@pytest.mark.parametrize("measure", ["compute", "price:140"])
def test_the_report_keeps_to_the_schema_of_gap(measure: str) -> None:
    done = CliRunner().invoke(
        app, ["gap", "US", "China", "--measure", measure, "--data", str(SHARED), "--format", "json"]
    )
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    jsonschema.validate(report, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert report["measured_by"] == measure.split(":")[0]
    assert report["interval_method"] == "none"
