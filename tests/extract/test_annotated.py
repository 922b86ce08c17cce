"""The two annotated documents that lie beside the checkout: floors that only rise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from theodolite import extract
from theodolite.model.origin import Origin
from theodolite.model.text import Text

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="no annotated documents beside the checkout"),
]
FLOORS = {"lag": (0.95, 0.95), "quantity": (0.95, 0.95)}
"""Recall and precision, pooled over the two documents."""


def _scores(kind: str, folder: Path) -> dict[str, float]:
    """Found, required and extra, pooled, by the shared scorer's own matching."""
    totals = {"found": 0.0, "required": 0.0, "extra": 0.0}
    for gold in sorted((SHARED / "gold").glob("*.jsonl")):
        (document,) = (SHARED / "documents").glob(f"{gold.stem}_*.txt")
        predicted = folder / f"{gold.stem}.jsonl"
        predicted.write_text("".join(f"{json.dumps(c)}\n" for c in _claims(document)), encoding="utf-8")
        scorer = SHARED / "tools" / "score_claims.py"
        command = [
            sys.executable,
            str(scorer),
            str(gold),
            str(predicted),
            "--text",
            str(document),
            "--kinds",
            kind,
        ]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        line = next(x for x in printed.splitlines() if x.startswith(kind)).replace(",", "").split()
        totals["found"] += float(line[2])
        totals["required"] += float(line[4])
        totals["extra"] += float(line[6])
        assert "evidence 1.000" in printed
        assert "speaker 1.000" in printed
    return totals


def _claims(document: Path) -> list[dict[str, object]]:
    sidecar = yaml.safe_load(Path(f"{document}.origin.yml").read_text(encoding="utf-8"))
    origin = Origin(location=str(document), **{k: str(v) for k, v in sidecar.items()})
    content = document.read_bytes().decode()
    return [
        c.to_json() for c in extract.claims(Text(snapshot="0" * 64, reader="test/1", content=content), origin)
    ]


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_floors(kind: str, tmp_path: Path) -> None:
    totals = _scores(kind, tmp_path)
    recall, precision = FLOORS[kind]
    assert totals["found"] / totals["required"] >= recall
    assert totals["found"] / (totals["found"] + totals["extra"]) >= precision
