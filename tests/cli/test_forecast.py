"""`theodolite forecast` from the outside, and its bar on the real index."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs" / "schema" / "forecast.json"
INDEX = ROOT.parent / "shared" / "data" / "epoch-eci"
TABLE = "name,score,date,country\n" + "".join(
    f"M{k},{100 + k},{2023 + k // 12}-{k % 12 + 1:02d}-01,China\n" for k in range(30)
)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    code = "from theodolite.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, "forecast", *map(str, arguments)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def valid(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    made: dict[str, Any] = json.loads(done.stdout)
    jsonschema.validate(made, json.loads(SCHEMA.read_text(encoding="utf-8")))
    return made


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "scores_2025-07-01.csv"
    path.write_text(TABLE)
    return path


def test_json_keeps_to_its_schema(table: Path) -> None:
    made = valid(run("China", "--data", table, "--horizon", "12,3", "--format", "json"))
    assert [f["months"] for f in made["forecasts"]] == [3, 12]
    assert made["backtest"] is None and made["frontier"] == 129
    assert made["forecasts"][0]["point"] == pytest.approx(132, abs=1)
    tested = valid(run("--data", table, "--backtest", "--cutoffs", 5, "--format", "json"))["backtest"]
    assert tested["cutoffs"] == 5 and not tested["refitted"]


def test_csv_and_table(table: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("--data", table, "--format", "csv").stdout)))
    assert [r["months"] for r in rows] == ["3", "6", "12"]
    scores = list(csv.DictReader(io.StringIO(run("--data", table, "--backtest", "--format", "csv").stdout)))
    assert {"method", "crps", "coverage_90"} <= set(scores[0])
    done = run("--data", table)
    assert done.returncode == 0
    assert done.stdout.startswith("On 2025-06-01 the best model of the world stands at 129.0")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--horizon", "0"), 2, "--horizon 0"),
        (("--horizon", "3,x"), 2, "whole months"),
        (("--cutoffs", "3"), 2, "belongs to --backtest"),
        (("--backtest", "--cutoffs", "0"), 2, "--cutoffs 0"),
        (("--method", "guess"), 2, "--method guess"),
        (("--side-rule", "best"), 2, "--side-rule best"),
        (("--as-of", "soon"), 2, "--as-of soon"),
        (("--as-of", "2023-04-01"), 1, "too short a record"),
        (("Narnia",), 1, "nobody belongs"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    table: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    done = run(*arguments, "--data", table)
    assert done.returncode == status
    assert said in done.stderr and len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.shared
def test_the_index_meets_its_bar() -> None:
    if not INDEX.is_dir():
        pytest.skip("shared data is not beside the checkout")
    made = valid(run("--data", INDEX, "--vintage", "2026-08-11", "--backtest", "--format", "json"))
    assert made["backtest"]["refitted"]
    ours = {s["months"]: s for s in made["backtest"]["scores"] if s["method"] == "pool"}
    for months, bar in ((3, 2.43), (6, 4.04), (12, 5.59)):
        assert ours[months]["crps"] < bar
        assert ours[months]["coverage_90"] >= 0.85
