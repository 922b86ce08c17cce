"""Small tables written out by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from theodolite.model.scores import ScoredModel, ScoreTable, Vintage

Row = tuple[str, float, str, str]


def build(rows: Iterable[Row], file: str = "small.csv", date: str | None = "2025-01-01") -> ScoreTable:
    """A table from (name, level, day, countries joined by "+"); each model's lab is the first letter."""
    models = tuple(
        ScoredModel(
            name=name,
            level=level,
            date=dt.date.fromisoformat(day),
            countries=tuple(c for c in countries.split("+") if c),
            organisations=(f"Lab {name[0]}",),
        )
        for name, level, day, countries in rows
    )
    vintage = Vintage(file=file, sha256="0" * 64, date=dt.date.fromisoformat(date) if date else None)
    return ScoreTable(
        measure="test", unit="point", source="generic/score_table", vintage=vintage, models=models
    )


@pytest.fixture
def make_table() -> Callable[..., ScoreTable]:
    return build


@pytest.fixture
def race() -> ScoreTable:
    """Days are chosen so that lags are whole numbers of days.

    United States: 100 on 2023-01-01, 110 on 2023-04-11 (100 days on), 120 on 2023-10-28 (200 more).
    China: 90 on 2023-02-01, 105 on 2023-06-30, 112 on 2024-01-01, 120 on 2024-03-01.
    """
    return build(
        [
            ("A1", 100, "2023-01-01", "United States"),
            ("A2", 95, "2023-02-01", "United States"),
            ("A3", 110, "2023-04-11", "United States"),
            ("A4", 120, "2023-10-28", "United States"),
            ("B1", 90, "2023-02-01", "China"),
            ("B2", 105, "2023-06-30", "China"),
            ("C3", 112, "2024-01-01", "China"),
            ("D4", 120, "2024-03-01", "China"),
            ("E1", 130, "2023-05-01", ""),
        ]
    )


@pytest.fixture(scope="session")
def epoch() -> Path:
    """The published vintages beside the checkout; skipped aloud where they are not there."""
    folder = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "epoch-eci"
    if not folder.is_dir():
        pytest.skip("shared data is not beside the checkout")
    return folder
