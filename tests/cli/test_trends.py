"""`theodolite trends`: over a ledger that was gathered into, in every format, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import gathered_stream
import jsonschema
import pytest
from commands import run

from theodolite import ledger
from theodolite.cli.trends_table import sparkline
from theodolite.model.trends import Step

_FILE = Path(__file__).parents[2] / "docs" / "schema" / "trends.json"
SCHEMA = json.loads(_FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return gathered_stream.make(tmp_path_factory.mktemp("trends") / "ledger.sqlite")


def test_json_keeps_to_its_schema_and_says_what_bursts(kept: Path) -> None:
    done = run("trends", "--ledger", kept, "--format", "json")
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    jsonschema.validate(made, SCHEMA)
    assert [b["of"]["name"] for b in made["bursts"]] == ["Huawei"]
    assert made["bursts"][0]["of"]["sort"] == "organisation"
    assert made["coverage"]["documents"] == len(gathered_stream.documents())
    again = run("trends", "--ledger", kept, "--format", "json")
    assert again.stdout == done.stdout


def test_csv_has_a_row_for_each_thing_that_moves(kept: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("trends", "--ledger", kept, "--format", "csv").stdout)))
    assert ("burst", "Huawei") in {(r["list"], r["name"]) for r in rows}


def test_the_table_says_how_surely(kept: Path) -> None:
    out = run("trends", "--ledger", kept, "--of", "names").stdout
    assert "Huawei" in out and "at most 0.05 is expected to be chance" in out
    assert "Rising: none." in out
    assert "there all the time" in out


def test_of_a_ledger_with_nothing_it_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    with ledger.open(path):
        pass
    done = run("trends", "--ledger", path)
    assert done.returncode == 0
    assert "Too little to tell" in done.stdout and "100 documents" in done.stdout
    made = json.loads(run("trends", "--ledger", path, "--format", "json").stdout)
    jsonschema.validate(made, SCHEMA)
    assert made["enough"] is False and made["warnings"]
    assert run("trends", "--ledger", path, "--format", "csv").stdout.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--since", "yesterday"), ("--rate", "0"), ("--rate", "nan"), ("--of", "things"), ("--top", "-1"),
        ("--since", "2026-03-02", "--until", "2026-03-01"), ("--format", "xml"),
    ],
    ids=lambda a: a[0] + a[1],
)  # fmt: skip
def test_what_makes_no_sense_is_misuse(kept: Path, arguments: tuple[str, ...]) -> None:
    done = run("trends", "--ledger", kept, *arguments)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_no_ledger_is_a_refusal(tmp_path: Path) -> None:
    assert run("trends", "--ledger", tmp_path / "none.sqlite").returncode == 1


def test_a_course_is_drawn_from_shares() -> None:
    def steps(*counts: tuple[int, int]) -> list[Step]:
        return [Step(start="2026-01-05", count=c, documents=d, low=0, high=1) for c, d in counts]

    assert sparkline(steps((0, 10), (5, 10), (5, 5), (0, 0))) == "▁▅█·"
    assert sparkline(steps((0, 10))) == "" and sparkline([]) == ""
