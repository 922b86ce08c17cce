"""`theodolite stories`: over a ledger that was gathered into, in every format, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import gathered_stories
import jsonschema
import pytest
from typer.testing import CliRunner

from theodolite import ledger
from theodolite.cli.app import app
from theodolite.model.errors import Misuse, Refusal

_FILE = Path(__file__).parents[2] / "docs" / "schema" / "stories.json"
SCHEMA = json.loads(_FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return gathered_stories.make(tmp_path_factory.mktemp("stories") / "ledger.sqlite")


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["stories", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout


def asked(kept: Path, *arguments: str) -> dict[str, object]:
    code, out = run("--ledger", str(kept), "--format", "json", *arguments)
    assert code == 0
    made: dict[str, object] = json.loads(out)
    jsonschema.validate(made, SCHEMA)
    return made


def test_json_keeps_to_its_schema(kept: Path) -> None:
    made = asked(kept)
    stories = made["stories"]
    assert isinstance(stories, list) and made["gathered"] == 74
    assert all(len(s["documents"]) > 1 for s in stories)
    assert [s["last"] for s in stories] == sorted((s["last"] for s in stories), reverse=True)


def test_single_documents_only_where_asked(kept: Path) -> None:
    every = asked(kept, "--all")["stories"]
    assert isinstance(every, list)
    assert sum(len(s["documents"]) for s in every) == 74


def test_names_and_days_choose(kept: Path) -> None:
    named = asked(kept, "--name", "nvidia", "--name", "Intel")["stories"]
    assert isinstance(named, list) and len(named) == 2
    assert {h["language"] for h in named[0]["headlines"]} == {"en", "zh"}
    late = asked(kept, "--since", "2025-09-29")["stories"]
    assert isinstance(late, list) and late and all(s["last"] >= "2025-09-29" for s in late)
    assert asked(kept, "--name", "nobody")["warnings"] == ["no story answers"]


def test_csv_has_a_row_for_each_document(kept: Path) -> None:
    _, out = run("--ledger", str(kept), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {"story", "headline", "document", "copy_of", "origins"} <= set(rows[0])
    assert len({r["document"] for r in rows}) == len(rows)


def test_the_table_is_for_people(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    code, out = run("--ledger", str(kept), "--top", "3")
    assert code == 0 and "more: --top 0 prints all" in out and "Sora" in out


def test_a_ledger_without_documents_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    with ledger.open(path):
        pass
    made = asked(path)
    assert made["count"] == 0 and "gather" in str(made["warnings"])


def test_what_makes_no_sense_is_refused(tmp_path: Path, kept: Path) -> None:
    for arguments, error in (
        (["--ledger", str(tmp_path / "none.sqlite")], Refusal),
        (["--top", "-1", "--ledger", str(kept)], Misuse),
        (["--since", "yesterday", "--ledger", str(kept)], Misuse),
        (["--format", "xml", "--ledger", str(kept)], Misuse),
    ):
        done = CliRunner().invoke(app, ["stories", *arguments])
        assert isinstance(done.exception, error)
