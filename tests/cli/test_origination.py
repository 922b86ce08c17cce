"""`theodolite origination` as a user runs it."""

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

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "origination.json"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = ["name,score,date,country,organization"]
    rows += [f"Up {k},{100 + 2 * k},2024-{k + 1:02}-01,United States,Lab {k % 3}" for k in range(8)]
    rows += [f"Down {k},{101 + 2 * k},2024-{k + 3:02}-01,China,House {k % 3}" for k in range(6)]
    (tmp_path / "scores_2025-01-31.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(app, ["origination", "US", "China", *arguments])


def test_json_keeps_to_its_schema_and_says_what_is_not_there(data: Path) -> None:
    done = run("--data", str(data), "--format", "json")
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    jsonschema.validate(report, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert report["classes"] is None
    assert any("no classes of capability" in w for w in report["warnings"])
    assert report["joint_frontier"]["sides"][0]["points"]["estimate"] == 14


def test_csv_and_table(data: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("--data", str(data), "--format", "csv").stdout)))
    assert [(r["kind"], r["name"]) for r in rows] == [
        ("joint frontier", "United States"), ("joint frontier", "China"),
    ]  # fmt: skip
    assert "Joint frontier" in run("--data", str(data)).stdout


def test_bad_input(data: Path, tmp_path: Path) -> None:
    for wrong in (("--level", "0"), ("--level", "nan"), ("--draws", "-1"), ("--side-rule", "most")):
        assert isinstance(run("--data", str(data), *wrong).exception, Misuse)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert isinstance(run("--data", str(empty)).exception, Refusal)
    wrong_side = CliRunner().invoke(app, ["origination", "US", "Mars", "--data", str(data)])
    assert isinstance(wrong_side.exception, Refusal)
