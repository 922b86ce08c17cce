"""The house rules that a machine can hold."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "theodolite").rglob("*.py"))


def test_imports_go_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_names_a_place_of_one_machine(path: Path) -> None:
    found = re.search(r"/(?:home|root|work|Users)/\w+", path.read_text(encoding="utf-8"))
    assert found is None, found


def test_no_room_is_named_for_nothing() -> None:
    names = {p.stem for p in SOURCES} | {p.name for p in (ROOT / "src" / "theodolite").rglob("*")}
    assert not names & {"utils", "helpers", "common", "misc"}
