"""`theodolite dependence` as a user runs it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from theodolite.cli.app import app
from theodolite.model.claim import Relation
from theodolite.model.errors import Misuse, Refusal

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "dependence.json"
MODELS = (
    "Model,Organization,Country (of organization),Publication date,Training compute (FLOP),Base model,"
    "Training hardware,Frontier model\n"
    "Llama 2-70B,Meta AI,United States of America,2023-07-18,1e24,,NVIDIA A100,True\n"
    "Yi-X,01.AI,China,2023-11-02,6e23,Llama 2-70B,NVIDIA A100,\n"
    "Kimi-X,Moonshot,China,2024-11-02,6e23,Zork,Huawei Ascend 910B,\n"
    "West-X,Acme,United States of America,2025-02-02,6e23,Kimi-X,,\n"
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "notable_ai_models_2026-01-24.csv").write_text(MODELS, encoding="utf-8")
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(app, ["dependence", "China", "US", *arguments])


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    said = Relation(
        text_sha256="0" * 64, document="d", source="s", quote="Kimi is built on Llama", start=0, end=22,
        subject="Kimi", subject_side="China", predicate="built_on", object="Llama",
        object_side="United States",
    )  # fmt: skip
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(said.to_json()) + "\nnot a claim\n", encoding="utf-8")
    return path


def test_json_keeps_to_its_schema_and_claims_stand_apart(data: Path, claims: Path) -> None:
    done = run("--data", str(data), "--claims", str(claims), "--format", "json")
    assert done.exit_code == 1
    assert done.stderr.strip().startswith(f"refused: {claims}")
    assert "line 2 is no claim" in done.stderr
    report = json.loads(done.stdout)
    jsonschema.validate(report, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert report["claims"]["first_on_second"][0]["pairs"] == 1
    assert report["models"][0]["first_on_second"]["rows"][-1]["ties"] == 1
    assert report["models"][0]["second_on_first"]["rows"][-1]["ties"] == 1


def test_csv_says_which_are_declared(data: Path) -> None:
    done = run("--data", str(data), "--format", "csv")
    assert done.exit_code == 0, done.output
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {r["evidence"] for r in rows} == {"declared"}
    of_all = next(r for r in rows if (r["kind"], r["builder"], r["period"]) == ("models", "China", "all"))
    assert (of_all["ties"], of_all["releases"], of_all["unresolved"]) == ("1", "2", "1")


def test_the_table_says_both_directions_and_names_what_is_not_known(data: Path) -> None:
    done = run("--data", str(data))
    said = " ".join(done.stdout.split())
    assert done.exit_code == 0
    assert "Of 2 releases of China in epoch/notable_models, 1 declare a base of the United States" in said
    assert "Of 2 releases of the United States in epoch/notable_models, 1 declare a base of China" in said
    assert "nobody here knows whose these bases are: Zork" in said
    assert "100%" not in said


def test_names_from_outside_are_no_markup(tmp_path: Path) -> None:
    rows = MODELS.replace("01.AI", "[/bold]\x1b[31m").replace("Acme", "[red]")
    (tmp_path / "notable_ai_models_2026-01-24.csv").write_text(rows, encoding="utf-8")
    done = CliRunner().invoke(app, ["dependence", "org:[red]", "org:Meta AI", "--data", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "[red]" in done.stdout
    assert "\x1b[31m" not in done.stdout


def test_a_period_is_printed_with_its_ends(data: Path) -> None:
    for given, first, last in (("2024-02", "2024-02-01", "2024-02-29"), ("2023-05-04:", "2023-05-04", None)):
        made = json.loads(run("--data", str(data), "--period", given, "--format", "json").stdout)
        assert list(made["period"].values()) == [first, last]
    assert isinstance(run("--data", str(data), "--period", "soon").exception, Misuse)


def test_bad_input(data: Path, tmp_path: Path) -> None:
    assert isinstance(run().exception, Misuse)
    assert isinstance(run("--data", str(data), "--source", "nobody/knows").exception, Misuse)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert isinstance(run("--data", str(empty)).exception, Refusal)
    assert isinstance(run("--data", str(data), "--claims", str(tmp_path / "none")).exception, Refusal)
