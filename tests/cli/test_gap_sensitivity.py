"""What moves a gap at a terminal: one row a choice, and every figure of the report has its cell."""

from __future__ import annotations

import datetime as dt

from rich.console import Console

from theodolite.cli.gap_sensitivity import sensitivity
from theodolite.measure.gap import gap
from theodolite.model.scores import ScoredModel, ScoreTable, Vintage


def _table() -> ScoreTable:
    start = dt.date(2024, 1, 1)
    models = [
        ScoredModel(
            name=f"{side} {k}", level=100.0 + 3 * k, date=start + dt.timedelta(days=60 * k + late),
            countries=(side,), low=98.0 + 3 * k, high=102.0 + 3 * k,
        )
        for side, late in (("United States", 0), ("China", 150))
        for k in range(8)
    ]  # fmt: skip
    return ScoreTable(
        measure="Made", unit="point", source="generic/score_table", models=tuple(models),
        vintage=Vintage(file="made_2025-07-01.csv", sha256="0" * 64, date=dt.date(2025, 7, 1)),
    )  # fmt: skip


def test_each_choice_is_a_row_and_says_what_is_other() -> None:
    report = gap("United States", "China", _table(), as_of=dt.date(2025, 6, 1), tolerance=0.5)
    console = Console(width=140, record=True, quiet=False, file=None)
    with console.capture() as captured:
        console.print(sensitivity(report))
    lines = captured.get().splitlines()
    rows = [line.split("│")[1].strip() for line in lines if line.startswith("│")]
    assert rows == list(dict.fromkeys(rows))
    assert {"as asked", "tolerance 0", "tolerance 1", "sides by majority"} <= set(rows)
    asked = next(line for line in lines if "as asked" in line)
    lag = report.backward_lag_months.estimate
    assert lag is not None
    assert f"{lag:.1f}" in asked
    assert " to " in asked
