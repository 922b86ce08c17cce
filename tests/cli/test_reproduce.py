"""`theodolite reproduce` from the outside."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    code = "from theodolite.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, "reproduce", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_data_every_check_says_so(tmp_path: Path) -> None:
    done = run("--data", tmp_path, "--format", "json")
    assert done.returncode == 1 and done.stderr.startswith("refused: ")
    checks = json.loads(done.stdout)["checks"]
    assert len(checks) > 5
    # What nothing works out says so whatever the folder holds.
    assert {c["verdict"] for c in checks if c["command"] and c["reason"].startswith("not in")} == {"no data"}
    assert all(c["ours"] is None and c["reason"] for c in checks)


def test_an_unreadable_file_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "metr-time-horizons"
    folder.mkdir()
    (folder / "metr_time_horizons_1_1.csv").write_bytes(b"")
    done = run("--data", tmp_path, "--format", "json")
    assert done.returncode == 1
    assert "the file is empty" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    done = run("--data", tmp_path / "none")
    assert done.returncode == 1
    assert "no such folder" in done.stderr


def test_each_check_is_worked_out_by_the_command_that_it_names(tmp_path: Path) -> None:
    folder = tmp_path / "metr-time-horizons"
    folder.mkdir()
    rows = "".join(f"m{k},2023-0{k}-01,{2.0**k},True\n" for k in range(1, 8))
    (folder / "metr_time_horizons_1_1.csv").write_text(
        "model,release_date,p50_minutes_estimate,is_sota\n" + rows
    )
    done = run("--data", tmp_path, "--only", "metr-doubling", "--format", "json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    schema = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "reproduce.json").read_text())
    jsonschema.validate(report, schema)
    (check,) = report["checks"]
    assert check["verdict"] == "not reproduced"
    assert check["difference"] == check["ours"] - check["published"]
    assert 29 < check["ours"] < 31
    assert check["tried"][0]["ours"] == check["ours"]
    command = check["command"].split()[1:]
    typed = subprocess.run(
        [sys.executable, "-m", "theodolite", *command, "--format", "json"],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert json.loads(typed.stdout)["trends"][0]["doubling_days"]["estimate"] == check["ours"]


def test_a_check_that_there_is_none_of(tmp_path: Path) -> None:
    done = run("--data", tmp_path, "--only", "everything")
    assert done.returncode == 2
    assert "no check everything" in done.stderr


def test_a_folder_without_any_of_the_files_is_one_line(tmp_path: Path) -> None:
    done = run("--data", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "none of the files that the checks rest on is here" in done.stderr
    assert done.stderr.count("\n") == 1
