# ruff: noqa: E402 - the number of threads must be set before numpy is loaded
"""Do the 90% intervals of the scale hold the truth 90% of the time? Measured by simulation.

    python benchmarks/coverage.py [MATRIX.csv] [--worlds 20] [--draws 200]

In each world true levels, difficulties and slopes are those of a fit to MATRIX (without one, invented), the
pattern of who was scored on what stays, and the scores are drawn anew around the curve with the spread of the
fit's own residuals. The scale is refitted, its draws are taken as for a table, and it is counted how many
models' true levels, differences of two models, and frontier gaps lie inside. This is benchmark sampling
only: who was scored, dates and contamination are as given.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from theodolite.measure.scale import Scale, fitted
from theodolite.model.scores import ScoreMatrix, Vintage
from theodolite.read.matrix import matrix
from theodolite.statistics.bootstrap import resampled_within
from theodolite.statistics.logistic_scale import fit

Values = NDArray[np.float64]


def invented(rng: np.random.Generator, models: int = 120, benchmarks: int = 40) -> ScoreMatrix:
    """A world without a file: half of the cells scored."""
    m, b = np.nonzero(rng.random((models, benchmarks)) < 0.3)
    level, difficulty = rng.normal(0, 1.5, models), rng.normal(0, 1.2, benchmarks)
    score = np.clip(expit(level[m] - difficulty[b]) + rng.normal(0, 0.08, len(m)), 0, 1)
    return ScoreMatrix(
        source="generic/score_matrix", vintage=Vintage(file="invented", sha256="0" * 64, date=None),
        models=tuple(f"M{i}" for i in range(models)), benchmarks=tuple(f"B{i}" for i in range(benchmarks)),
        model=m, benchmark=b, score=score,
    )  # fmt: skip


def on_scale(scale: Scale, level: Values, truth: Values) -> Values:
    """A fit's levels on the scale of the truth: by the anchors, else by least squares."""
    if scale.anchors:
        return scale.rescaled(level, level)
    slope, shift = np.polyfit(level, truth, 1)
    return slope * level + shift


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("matrix", type=Path, nargs="?")
    parser.add_argument("--worlds", type=int, default=20)
    parser.add_argument("--draws", type=int, default=200)
    options = parser.parse_args()
    rng = np.random.default_rng(1)
    given = matrix(options.matrix.read_bytes(), options.matrix.name) if options.matrix else invented(rng)
    base = fitted(given)
    at = base.fit.parameters
    expected = expit(at.slope[given.benchmark] * (at.level[given.model] - at.difficulty[given.benchmark]))
    spread = residual_spread(given, expected)
    truth = base.levels
    levels, differences, tops = [], [], []
    counts = np.bincount(given.model)
    for _ in range(options.worlds):
        noise = rng.normal(0, 1, len(expected)) * spread[given.benchmark]
        world = replace(given, score=np.clip(expected + noise, 0, 1))
        scale = fitted(world)
        drawn = np.array([
            on_scale(scale, fit(scale.scores, w, warm=scale.fit.parameters).parameters.level, truth)
            for w in resampled_within(world.model, options.draws, rng)
        ])  # fmt: skip
        inside = within(drawn, truth)
        levels.append(inside)
        pairs = rng.integers(0, len(truth), (300, 2))
        differences.append(
            within(drawn[:, pairs[:, 0]] - drawn[:, pairs[:, 1]], truth[pairs[:, 0]] - truth[pairs[:, 1]])
        )
        halves = rng.random(len(truth)) < 0.5
        gap_drawn = drawn[:, halves].max(axis=1) - drawn[:, ~halves].max(axis=1)
        tops.append(within(gap_drawn[:, None], np.array([truth[halves].max() - truth[~halves].max()])))
    print(f"{options.worlds} worlds, {options.draws} draws, {len(truth)} models; promised .90, found:")
    print(f"  levels of models             {np.mean(levels):.3f}")
    for low, high in ((0, 6), (6, 12), (12, 1000)):
        chosen = (counts >= low) & (counts < high)
        if chosen.any():
            print(
                f"    with {low} to {high - 1} scores".ljust(31),
                f"{np.mean(np.array(levels)[:, chosen]):.3f}",
            )
    print(f"  differences of two models    {np.mean(differences):.3f}")
    print(f"  gap of two random frontiers  {np.mean(tops):.3f}")


def residual_spread(given: ScoreMatrix, expected: Values) -> Values:
    """Root mean square residual of each benchmark, never under .01."""
    squares = np.bincount(given.benchmark, (given.score - expected) ** 2, len(given.benchmarks))
    counts = np.maximum(np.bincount(given.benchmark, minlength=len(given.benchmarks)), 1)
    return np.maximum(np.sqrt(squares / counts), 0.01)


def within(drawn: Values, truth: Values) -> NDArray[np.bool_]:
    """Whether each truth lies between the 5th and 95th percentile of its draws."""
    low, high = np.percentile(drawn, [5, 95], axis=0)
    inside: NDArray[np.bool_] = (low <= truth) & (truth <= high)
    return inside


if __name__ == "__main__":
    main()
