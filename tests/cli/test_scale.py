"""`theodolite scale` from the outside: a second opinion that other commands can read."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs" / "schema" / "scale.json"
LEVELS = {f"M{k}": 1.0 + 0.4 * k for k in range(12)}
TABLE = "name,score,date,country\n" + "".join(
    f"{name},{100 + 10 * level},2024-{k + 1:02d}-01,{'China' if k % 2 else 'United States'}\n"
    for k, (name, level) in enumerate(LEVELS.items())
)
MATRIX = "model,benchmark,score\n" + "".join(
    f"{name},X{b},{1 / (1 + math.exp(b / 2 - level)):.4f}\n"
    for name, level in LEVELS.items()
    for b in range(8)
)


def run(command: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    code = "from theodolite.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, command, *map(str, arguments)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scores_2025-01-01.csv").write_text(TABLE)
    (tmp_path / "matrix_2025-01-01.csv").write_text(MATRIX)
    return tmp_path


@pytest.mark.parametrize("method", ["published", "hierarchical"])
def test_it_finds_the_levels_that_made_the_scores(folder: Path, method: str) -> None:
    done = run("scale", "--data", folder, "--method", method, "--format", "json")
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    jsonschema.validate(made, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [m["name"] for m in made["models"]] == list(LEVELS)[::-1]
    assert all(abs(m["difference"]) < 3 for m in made["models"])


def test_its_csv_is_a_table_for_other_commands(folder: Path, tmp_path: Path) -> None:
    done = run("scale", "--data", folder, "--format", "csv")
    again = tmp_path / "again"
    again.mkdir()
    (again / "second_2025-01-01.csv").write_text(done.stdout)
    found = run("gap", "US", "China", "--data", again / "second_2025-01-01.csv", "--format", "json")
    assert found.returncode == 0, found.stderr
    assert json.loads(found.stdout)["vertical_gap"]["estimate"] < 0


def test_what_cannot_be_done_is_one_line(folder: Path) -> None:
    done = run("scale", "--data", folder / "scores_2025-01-01.csv")
    assert done.returncode == 1 and "no matrix of scores belongs to it" in done.stderr
    done = run("scale", "--data", folder, "--method", "better")
    assert done.returncode == 2 and "--method better" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
