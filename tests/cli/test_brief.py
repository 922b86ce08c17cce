"""theodolite brief: every format, what it remembers, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from briefed import Made
from commands import run

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "brief.json"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A ledger of two rounds."""
    return Made(tmp_path / "l.sqlite").first().second()


def test_json_keeps_to_its_schema(made: Made) -> None:
    done = run("brief", "--ledger", made.path, "--format", "json")
    assert done.returncode == 0 and not done.stderr
    jsonschema.validate(json.loads(done.stdout), json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("form", "begins"),
    [("html", b"<!doctype html>"), ("markdown", b"# Brief"), ("eml", b"From:"), ("email", b"From:"),
     ("pdf", b"%PDF-1.7"), ("json", b"{"), ("table", b"Brief")],
)  # fmt: skip
def test_each_format_is_written_and_made_again_alike(made: Made, form: str, begins: bytes) -> None:
    out = made.path.parent / "out"
    for _ in range(2):
        done = run("brief", "--ledger", made.path, "--format", form, "--out", out)
        assert done.returncode == 0 and not done.stdout and not done.stderr
        assert out.read_bytes().startswith(begins)
    first = out.read_bytes()
    run("brief", "--ledger", made.path, "--format", form, "--out", out, "--as-of", made.rounds[-1])
    assert out.read_bytes() == first


def test_a_profile_with_a_slip_is_used_and_exits_1(made: Made, tmp_path: Path) -> None:
    desk = tmp_path / "desk.yml"
    desk.write_text("names: [OpenAI]\ndimensions: [capitol]\n", encoding="utf-8")
    done = run("brief", "--ledger", made.path, "--profile", desk)
    assert done.returncode == 1 and "for desk" in done.stdout
    assert done.stderr.count("\n") == 1 and "do you mean capital?" in done.stderr


@pytest.mark.parametrize(
    "options",
    [("--since", "soon"), ("--as-of", "2026"), ("--as-of", "2026-01-01T00:00:00"), ("--format", "csv"),
     ("--length", "epic"), ("--since", "2026-13-01")],
)  # fmt: skip
def test_misuse_is_one_line(made: Made, options: tuple[str, str]) -> None:
    done = run("brief", "--ledger", made.path, *options)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and not done.stdout


def test_what_cannot_be_had_is_one_line(made: Made, tmp_path: Path) -> None:
    for options in (
        ("--ledger", tmp_path / "none.sqlite"),
        ("--ledger", made.path, "--profile", tmp_path / "none.yml"),
        ("--ledger", made.path, "--out", tmp_path),
    ):
        done = run("brief", *options)
        assert done.returncode == 1 and done.stderr.count("\n") == 1 and not done.stdout


def test_before_the_ledger_began_there_is_nothing(made: Made) -> None:
    done = run("brief", "--ledger", made.path, "--as-of", "2001-01-01")
    assert done.returncode == 0 and "The ledger holds nothing" in done.stdout


def test_the_length_of_the_option_wins(made: Made) -> None:
    done = run("brief", "--ledger", made.path, "--length", "short", "--format", "json")
    found = json.loads(done.stdout)
    assert found["profile"]["length"] == "short" and len(found["parts"][0]["lines"]) <= 3
