"""`theodolite copies`: over a ledger that was gathered into, in every format, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import gathered_copies
import jsonschema
import pytest
from typer.testing import CliRunner

from theodolite import ledger
from theodolite.cli.app import app
from theodolite.model.errors import Misuse, Refusal

_FILE = Path(__file__).parents[2] / "docs" / "schema" / "copies.json"
SCHEMA = json.loads(_FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return gathered_copies.make(tmp_path_factory.mktemp("copies") / "ledger.sqlite")


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["copies", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout


def test_json_keeps_to_its_schema(kept: Path) -> None:
    code, out = run("--ledger", str(kept), "--format", "json")
    assert code == 0
    made = json.loads(out)
    jsonschema.validate(made, SCHEMA)
    (group,) = made["groups"]
    assert (made["documents"], made["count"], group["kind"]) == (5, 1, "near")
    assert group["first"]["document"] == "wire" and group["first"]["rule"] == "credit"
    assert group["independent_origins"] == 1
    assert {m["document"] for m in group["members"]} == {"wire", "daily", "post"}
    assert made["independent"] is None and made["warnings"]


def test_words_choose_groups_and_count_origins(kept: Path) -> None:
    _, out = run("chips", "--ledger", str(kept), "--format", "json")
    made = json.loads(out)
    jsonschema.validate(made, SCHEMA)
    assert made["independent"]["count"] == 2
    assert json.loads(run("nothing", "--ledger", str(kept), "--format", "json")[1])["groups"] == []


def test_csv_has_a_row_for_each_member(kept: Path) -> None:
    _, out = run("--ledger", str(kept), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 3
    assert [r["document"] for r in rows if r["is_first"] == "True"] == ["wire"]
    assert {r["credit"] for r in rows} == {"", "Reuters"}


def test_the_table_shows_titles_as_they_are(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    code, out = run("chips", "--ledger", str(kept))
    assert code == 0
    assert "Reuters" in out and "2 independent origins" in out
    assert "[bold]" in out or "Chips: a report" in out or "More on chips" in out


def test_a_ledger_without_articles_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    with ledger.open(path):
        pass
    code, out = run("--ledger", str(path), "--format", "json")
    made = json.loads(out)
    jsonschema.validate(made, SCHEMA)
    assert code == 0 and made["count"] == 0 and "gather" in made["warnings"][0]


def test_what_makes_no_sense_is_refused(tmp_path: Path, kept: Path) -> None:
    for arguments, error in (
        (["--ledger", str(tmp_path / "none.sqlite")], Refusal),
        (["--top", "-1", "--ledger", str(kept)], Misuse),
        (["--format", "xml", "--ledger", str(kept)], Misuse),
    ):
        done = CliRunner().invoke(app, ["copies", *arguments])
        assert isinstance(done.exception, error)
