"""`theodolite chips` as a user runs it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from theodolite.cli.app import app
from theodolite.model.errors import Misuse, Refusal

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "chips.json"
LIST = (
    "Hardware name,Manufacturer,Release date,Tensor-FP16/BF16 performance (FLOP/s),Die Size (mm^2),"
    "Intranode bandwidth (byte/s)\n"
    "NVIDIA A100,NVIDIA,2020-03-01,3.12e14,826,6e11\n"
    "NVIDIA A800 SXM,NVIDIA,2022-08-11,3.12e14,826,\n"
    "Nameless,,,1.25e14,,\n"
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "ml_hardware_2026-04.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(app, ["chips", *arguments])


def test_json_keeps_to_its_schema(data: Path) -> None:
    for day in ("2022-01-01", "2023-01-01", "2024-01-01", "2026-06-01"):
        done = run("--data", str(data), "--on", day, "--format", "json")
        assert done.exit_code == 0, done.output
        jsonschema.validate(json.loads(done.stdout), json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_classes_by_day(data: Path) -> None:
    def classes(day: str) -> list[str]:
        done = run("--data", str(data), "--on", day, "--format", "json")
        return [c["class"] for c in json.loads(done.stdout)["chips"]]

    assert classes("2023-01-01") == ["3A090", "below", "below"]
    assert classes("2024-01-01") == ["3A090.a", "3A090.a", "unknown"]


def test_csv_has_a_line_a_chip(data: Path) -> None:
    done = run("a800", "--data", str(data), "--on", "2024-01-01", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(r["chip"], r["class"], r["interconnect_gb_s"]) for r in rows] == [
        ("NVIDIA A800 SXM", "3A090.a", "400.0")
    ]


def test_the_table_names_the_rule_and_what_decided(data: Path) -> None:
    done = run("--data", str(data), "--on", "2024-01-01")
    assert done.exit_code == 0
    assert "October 2023 (from 2023-11-17" in done.stdout
    assert "3 chips: 3A090.a 2, unknown 1." in done.stdout


def test_a_name_that_no_chip_has(data: Path) -> None:
    done = run("A100", "Zeta 9", "--data", str(data), "--format", "json")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "no chip named Zeta 9" in done.stderr
    assert [c["chip"] for c in json.loads(done.stdout)["chips"]] == ["NVIDIA A100"]
    assert isinstance(run("Zeta 9", "--data", str(data)).exception, Refusal)


@pytest.mark.parametrize("arguments", [(), ("--format", "xml"), ("--on", "yesterday")])
def test_misuse(data: Path, arguments: tuple[str, ...]) -> None:
    given = arguments if not arguments else (*arguments, "--data", str(data))
    assert isinstance(run(*given).exception, Misuse)
