"""The cross-validation: every score foretold once, and the plain solver agrees with ours."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from scipy.special import expit

from theodolite.model.scores import ScoreMatrix, Vintage


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "cross_validation.py"
    spec = importlib.util.spec_from_file_location("cross_validation", path)
    assert spec and spec.loader
    sys.path.insert(0, str(path.parent))  # benchmarks import each other as scripts of one folder do
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def world(models: int = 24, benchmarks: int = 8) -> ScoreMatrix:
    rng = np.random.default_rng(2)
    m, b = np.nonzero(rng.random((models, benchmarks)) < 0.7)
    level, difficulty = rng.normal(0, 1, models), rng.normal(0, 1, benchmarks)
    score = np.clip(expit(level[m] - difficulty[b]) + rng.normal(0, 0.05, len(m)), 0, 1)
    return ScoreMatrix(
        source="generic/score_matrix", vintage=Vintage(file="w", sha256="0" * 64, date=None),
        models=tuple(f"M{i}" for i in range(models)), benchmarks=tuple(f"B{i}" for i in range(benchmarks)),
        model=m, benchmark=b, score=score,
    )  # fmt: skip


def test_every_score_lies_in_one_part(bench: ModuleType) -> None:
    parts = bench.folds(103, 5)
    assert sorted(np.concatenate(parts).tolist()) == list(range(103))
    assert len(parts) == 10 and {len(p) for p in parts} == {10, 11}
    assert not np.array_equal(parts[0], bench.folds(103, 6)[0])
    assert np.array_equal(parts[0], bench.folds(103, 5)[0])


def test_the_plain_solver_and_ours_foretell_alike(bench: ModuleType) -> None:
    given = world()
    errors = [
        bench.root_mean_square_error(given, np.zeros(24), 0, bench.METHODS[name], 0)
        for name in ("published", "ours")
    ]
    assert errors[0] == pytest.approx(errors[1], abs=3e-4)
    assert 0.03 < errors[1] < 0.2


def test_each_addition_runs(bench: ModuleType) -> None:
    given, days = world(), np.linspace(0, 900, 24)
    for name in ("drawn toward means", "and noise by benchmark", "and a second dimension"):
        assert bench.root_mean_square_error(given, days, 0, bench.METHODS[name], 0) < 0.2
