"""A small world to survey: two documents and a table of two sides."""

from __future__ import annotations

import csv
import datetime as dt
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ARTICLE = """China trails in AI models

Chinese companies are about a year behind the United States in AI models, said Ada Quill, an analyst at
Northgate.

The gap is narrowing, she said. Investors put $3.2 billion into 48 deals in 2024.
"""

SPEECH = """Friends, let me be frank. China is two to three years behind the United States in AI. It is a
misconception that the gap is only six months.
"""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with an article and a speech, each with its sidecar."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "article.txt.origin.yml").write_text("published: 2025-03-01\n", encoding="utf-8")
    (folder / "speech.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "speech.txt.origin.yml").write_text(
        "kind: speech\nspeaker: Bo Lan\npublished: 2024-11-05\n", encoding="utf-8"
    )
    return folder


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A score table: the follower's models repeat the leader's levels about eight months later."""
    path = tmp_path / "scores_2025-06-30.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "score", "date", "country", "low", "high", "organization", "access"])
        start = dt.date(2023, 1, 15)
        for k in range(24):
            lead = start + dt.timedelta(days=36 * k)
            behind = lead + dt.timedelta(days=240)
            level = 100 + 2 * k
            row = [level - 1.5, level + 1.5]
            writer.writerow([f"Lead {k}", level, lead, "United States", *row, f"Lab {k % 4}", "closed"])
            if behind < dt.date(2025, 6, 30):
                name = f"Follow {k}"
                writer.writerow([name, level, behind, "China", *row, f"House {k % 4}", "open"])
    return path


def _scheduled() -> ModuleType:
    """The misbehaving web server of the tests of `gather`, loaded by its path."""
    name = "scheduled_host"
    if name not in sys.modules:
        path = Path(__file__).resolve().parents[1] / "gather" / "data" / "schedule.py"
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None and spec.loader is not None
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture
def answers() -> Any:
    """The kinds of answers: whole, half, drip, bomb, fresh."""
    return _scheduled()


@pytest.fixture
def host(answers: Any) -> Iterator[Any]:
    """A web server on this machine that answers by a schedule."""
    with answers.serving() as one:
        yield one
