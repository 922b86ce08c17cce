"""`theodolite reproduce` from the outside."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


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
    assert done.returncode == 0, done.stderr
    checks = json.loads(done.stdout)["checks"]
    assert len(checks) > 5
    assert {c["verdict"] for c in checks} == {"no data"}


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
