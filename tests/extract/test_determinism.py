"""The same text gives the same claims in every process, whatever order its sets and dicts happen to have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

GOLD = Path(__file__).parents[1] / "gold"
TEXTS = sorted((GOLD / "wide").glob("pair_*.txt"))
READ = """
import json, pathlib, sys
from theodolite import extract
from theodolite.model.origin import Origin
from theodolite.model.text import Text
for path in map(pathlib.Path, sys.argv[1:]):
    text = Text(snapshot="0" * 64, reader="plain/1", content=path.read_bytes().decode())
    origin = Origin(location=path.name, published="2026-01-15")
    for claim in extract.claims(text, origin):
        print(json.dumps(claim.to_json(), ensure_ascii=False))
"""


def read(seed: str) -> str:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", READ, *map(str, TEXTS)],
        env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, encoding="utf-8",
        check=True,
    ).stdout  # fmt: skip


def test_claims_do_not_depend_on_the_process() -> None:
    one = read("1")
    assert len(one.splitlines()) > 300
    assert one == read("2") == read("3")
