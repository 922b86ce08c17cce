"""The commands as the contracts have them, run as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from theodolite import __version__

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "docs" / "schema"

NEWS = (
    "The race in AI\n\n"
    "China is about 18 months behind the United States in artificial intelligence, said Mira Holt, a partner "
    "at Norrland Capital.\r\n"
    "OpenAI has 500 million users 😀, and investors spent $12.5 billion on 310 deals in 2024.\n"
)


def run(*arguments: str, home: Path, stdin: str | None = None) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "THEODOLITE_LEDGER": str(home / "ledger.sqlite"), "HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "theodolite", *arguments],
        capture_output=True, check=False, cwd=home, env=environment, timeout=300,
    )  # fmt: skip


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_bytes(NEWS.encode())
    return path


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    path = tmp_path / "scores_2025-01-31.csv"
    rows = ["name,score,date,country,organization"]
    for k in range(10):
        rows.append(f"Up {k},{100 + k},2024-{k + 1:02}-01,United States,Lab {k % 3}")
        if k < 6:
            rows.append(f"Down {k},{100 + k},2024-{k + 5:02}-01,China,House {k % 3}")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_version(tmp_path: Path) -> None:
    done = run("--version", home=tmp_path)
    assert done.returncode == 0
    assert __version__ in done.stdout.decode()


def test_read_writes_the_text_byte_for_byte(tmp_path: Path, news: Path) -> None:
    done = run("read", str(news), home=tmp_path)
    assert done.returncode == 0
    assert done.stdout == NEWS.encode()


def test_extract_prints_claims_and_nothing_else(tmp_path: Path, news: Path) -> None:
    done = run("extract", str(news), "--format", "jsonl", "--published", "2025-02", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    claims = lines(done)
    schema = json.loads((SCHEMAS / "claim.json").read_text(encoding="utf-8"))
    for claim in claims:
        jsonschema.validate(claim, schema)
        assert NEWS[claim["start"] : claim["end"]] == claim["quote"]
        assert claim["said_on"] == "2025-02"
    lag = next(c for c in claims if c["kind"] == "lag")
    assert (lag["follower"], lag["leader"], lag["speaker"]) == ("China", "United States", "Mira Holt")
    assert (lag["low_months"], lag["high_months"], lag["reading"]) == (18, 18, "standing")
    values = {c["value_low"] for c in claims if c["kind"] == "quantity"}
    assert {500_000_000, 12_500_000_000, 310} <= values


def test_extract_needs_no_ledger_and_makes_none(tmp_path: Path, news: Path) -> None:
    run("extract", str(news), home=tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["news.txt"]


def test_options_win_over_the_sidecar(tmp_path: Path, news: Path) -> None:
    news.with_name("news.txt.origin.yml").write_text("published: 2020-01-01\nspeaker: Someone Else\n")
    done = run("extract", str(news), "--published", "2024-06-01", home=tmp_path)
    assert {c["said_on"] for c in lines(done)} == {"2024-06-01"}


def test_an_empty_file_is_refused_and_the_rest_goes_on(tmp_path: Path, news: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = run("extract", str(empty), str(news), home=tmp_path)
    assert done.returncode == 1
    assert len(lines(done)) >= 3
    said = done.stderr.decode().splitlines()
    assert len(said) == 1
    assert "empty.txt" in said[0]


def test_a_text_without_claims_is_no_fault(tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("The garden was green, and the children went home.\n")
    done = run("extract", str(quiet), home=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_ids_are_of_what_was_said_not_of_how_it_was_learned(tmp_path: Path, news: Path) -> None:
    moved = tmp_path / "elsewhere" / "copy.txt"
    moved.parent.mkdir()
    moved.write_bytes(NEWS.encode())
    one = lines(run("extract", str(news), "--published", "2024", home=tmp_path))
    two = lines(run("extract", str(moved), "--published", "2025", home=tmp_path))
    assert [c["id"] for c in one] == [c["id"] for c in two]
    assert [c["saying_id"] for c in one] == [c["saying_id"] for c in two]


def test_gap_prints_every_field_of_the_contract(tmp_path: Path, scores: Path) -> None:
    done = run("gap", "US", "China", "--data", str(scores), "--format", "json", home=tmp_path)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert {
        "schema_version", "leader", "follower", "as_of", "observed_until", "data_until", "vintage",
        "tolerance", "vertical_gap", "backward_lag_months", "forward_lag_months", "level_shift_months",
        "p_follower_ahead", "time_to_match_months", "measurable_range_months", "coverage",
        "sensitivity", "most_moved_by",
        "interval_method", "warnings",
    } <= set(report)  # fmt: skip
    assert (report["leader"], report["follower"]) == ("United States", "China")
    assert report["vintage"]["date"] == "2025-01-31"
    assert report["interval_method"] == "none"
    assert report["vertical_gap"]["estimate"] == 4
    assert report["p_follower_ahead"] is None


def test_gap_on_the_embedded_default(tmp_path: Path) -> None:
    done = run("gap", "US", "China", "--draws", "20", "--format", "json", home=tmp_path)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["vintage"]["file"].startswith("starter/")
    assert report["interval_method"] == "paired"


def test_check_names_the_data_and_gives_both_verdicts(tmp_path: Path, news: Path, scores: Path) -> None:
    done = run("check", str(news), "--data", str(scores), "--format", "json", home=tmp_path)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["embedded"] is False
    assert result["data"][0]["file"].endswith(scores.name)
    assert result["claims"]
    for claim in result["claims"]:
        assert claim["verdict_then"]
        assert claim["verdict_now"]
        decided = claim["verdict_now"] in ("supported", "contradicted", "mixed")
        assert decided or claim["reason"]


def test_survey_and_export(tmp_path: Path, news: Path, scores: Path) -> None:
    done = run(
        "survey", "--documents", str(news), "--data", str(scores), "--out", str(tmp_path / "site"),
        "--format", "json", home=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert Path(result["page"]).is_file()
    exported = lines(run("export", "claims", home=tmp_path))
    assert len(exported) == sum(result["claims"].values())
    table = run("export", "findings", "--format", "csv", home=tmp_path).stdout.decode()
    assert len(list(csv.DictReader(io.StringIO(table)))) == sum(result["verdicts"].values())
    assert run("doctor", "--format", "json", home=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["survey", "--format", "xml"], 2),
        (["export", "everything"], 2),
        (["gap", "US"], 2),
        (["gap", "US", "China", "--as-of", "yesterday"], 2),
        (["nonsense"], 2),
        (["read", "missing.txt"], 1),
        (["export", "claims"], 1),
    ],
)
def test_exit_status_and_no_traceback(tmp_path: Path, arguments: list[str], status: int) -> None:
    done = run(*arguments, home=tmp_path)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    assert done.stderr


@pytest.mark.parametrize(
    "name", ["survey", "read", "extract", "gap", "check", "export", "reproduce", "doctor"]
)
def test_every_command_explains_itself(tmp_path: Path, name: str) -> None:
    done = run(name, "--help", home=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout) > 100


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here to stand for a full disk")
def test_output_that_cannot_be_written_is_one_line(tmp_path: Path, scores: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "theodolite", "gap", "US", "China", "--data", str(scores)],
            stdout=full, stderr=subprocess.PIPE, check=False, cwd=tmp_path, timeout=300,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "output: cannot be used (No space left on device); check the disk and its permissions"
    ]


def test_check_says_that_a_vintage_has_no_date(tmp_path: Path, news: Path, scores: Path) -> None:
    undated = scores.rename(tmp_path / "scores.csv")
    found = json.loads(
        run("check", str(news), "--data", str(undated), "--format", "json", home=tmp_path).stdout
    )
    assert found["data"][0]["date"] is None
    assert [w for w in found["warnings"] if "scores.csv: no date of the vintage" in w]
