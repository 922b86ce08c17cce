"""Disconnected tables of scores: the islands are named, and nothing is compared across the water."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from theodolite.measure.draws import draws_for
from theodolite.measure.islands import islands
from theodolite.measure.scale import fitted, paired_draws
from theodolite.model.errors import Refusal
from theodolite.model.scores import ScoredModel, ScoreMatrix, ScoreTable, Vintage

VINTAGE = Vintage(file="m.csv", sha256="0" * 64, date=None)


def matrix_of(scores: dict[tuple[str, str], float]) -> ScoreMatrix:
    models = tuple(dict.fromkeys(m for m, _ in scores))
    benchmarks = tuple(dict.fromkeys(b for _, b in scores))
    return ScoreMatrix(
        source="generic/score_matrix", vintage=VINTAGE, models=models, benchmarks=benchmarks,
        model=np.array([models.index(m) for m, _ in scores]),
        benchmark=np.array([benchmarks.index(b) for _, b in scores]), score=np.array(list(scores.values())),
    )  # fmt: skip


def two_islands() -> ScoreMatrix:
    main = {(f"M{i}", f"B{j}"): min(0.95, 0.15 + 0.09 * i + 0.05 * j) for i in range(8) for j in range(4)}
    return matrix_of(main | {("X1", "Lonely"): 0.9, ("X2", "Lonely"): 0.2})


def table_of(matrix: ScoreMatrix) -> ScoreTable:
    levels = np.nan_to_num(fitted(matrix).levels, nan=1.0)
    models = tuple(
        ScoredModel(
            name=n,
            level=100 + 10 * float(v),
            date=dt.date(2024, 1, 1),
            low=100 + 10 * v - 1,
            high=101 + 10 * v,
        )
        for n, v in zip(matrix.models, levels, strict=True)
    )
    return ScoreTable(measure="t", unit="p", source="generic/score_table", vintage=VINTAGE, models=models)


def test_the_islands_are_found_and_named() -> None:
    matrix = two_islands()
    found = islands(matrix)
    assert found.count == 2
    assert list(np.flatnonzero(~found.main)) == [8, 9]
    assert found.warnings() == (
        "m.csv: an island of 2 models (X1, X2) on Lonely share no score with the other 8 models: no "
        "comparable level",
    )
    # The anchors' island is the main one, however small.
    assert list(np.flatnonzero(islands(matrix, ("none", "X2")).main)) == [8, 9]


def test_no_level_is_given_off_the_main_island() -> None:
    matrix = two_islands()
    levels = fitted(matrix).levels
    assert np.isnan(levels[8:]).all() and np.isfinite(levels[:8]).all()
    drawn, warnings = paired_draws(table_of(matrix), matrix, 20)
    assert (drawn.levels[:, 8:].std(axis=0) == 0).all()
    assert (drawn.levels[:, :8].std(axis=0) > 0).all()
    assert "an island of 2 models" in warnings[0]


def test_one_benchmark_only_gives_no_paired_draws() -> None:
    matrix = matrix_of({(f"M{i}", "B"): 0.1 + 0.1 * i for i in range(8)})
    with pytest.raises(Refusal, match="one benchmark only"):
        paired_draws(table_of(matrix), matrix, 10)
    drawn, warnings = draws_for(table_of(matrix), matrix, 10)
    assert drawn is not None and drawn.method == "independent"
    assert "one benchmark only" in warnings[0]
