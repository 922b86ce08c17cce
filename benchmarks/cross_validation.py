# ruff: noqa: E402 - the number of threads must be set before numpy is loaded
"""How well does a scale foretell scores it has not seen? Seeded 10-fold cross-validation, side by side.

    python benchmarks/cross_validation.py MATRIX.csv [--table TABLE.csv] [--splits 10] [--without-peer]

Each split deals the scores into ten parts; each part is foretold by a fit to the other nine, and the root
mean square error is taken over all scores once. Every method gets the same parts. "published" is the
published cost minimised with scipy's `least_squares` (written here, plainly); "ours" is this package's solver
of the same cost; the others add one thing after another (`statistics.hierarchical_scale`), and find the
strength of every addition from the nine parts alone. Differences are paired by split; their standard error is
over the splits, which share their scores, so it tells how far the dealing matters and nothing of new data.
Days of release come from TABLE; without it levels are drawn toward one mean.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import numpy as np
from numpy.typing import NDArray
from published_method import Peer
from scipy.special import expit

from theodolite.catalog.sources import by_name
from theodolite.model.scores import ScoreMatrix
from theodolite.read.matrix import matrix
from theodolite.read.scores import table
from theodolite.statistics.hierarchical_scale import hierarchical
from theodolite.statistics.logistic_scale import (
    Indices,
    Parameters,
    Scores,
    fit,
    start,
)

Values = NDArray[np.float64]
Foretold = Callable[[Indices, Indices], Values]
FOLDS = 10


@dataclass(frozen=True)
class Task:
    """The training scores of a fold and the days on which their models were released."""

    scores: Scores
    days: Values


def published(task: Task) -> Foretold:
    """The published cost by scipy's least squares with its analytic Jacobian, from a cold start."""
    peer = Peer(task.scores)
    every = np.ones(len(task.scores.score))
    found = peer.solve(every, peer.flat(start(task.scores)), 1e-8, {"method": "trf"})
    return _curve(peer.parameters(found.x))


def ours(task: Task) -> Foretold:
    """The same cost by this package's solver."""
    return _curve(fit(task.scores).parameters)


def _curve(at: Parameters) -> Foretold:
    return lambda m, b: expit(at.slope[b] * (at.level[m] - at.difficulty[b]))


def borrowing(dimensions: int, by_benchmark: bool) -> Callable[[Task], Foretold]:
    """The hierarchical scale with or without its additions."""
    return lambda task: hierarchical(task.scores, task.days, dimensions, by_benchmark).expected


METHODS: dict[str, Callable[[Task], Foretold]] = {
    "published": published,
    "ours": ours,
    "drawn toward means": borrowing(1, False),
    "and noise by benchmark": borrowing(1, True),
    "and a second dimension": borrowing(2, True),
}


def folds(n: int, seed: int) -> list[Indices]:
    """The scores dealt into ten parts of nearly one size."""
    return np.array_split(np.random.default_rng(seed).permutation(n), FOLDS)


def root_mean_square_error(
    given: ScoreMatrix, days: Values, fixed: int, method: Callable[[Task], Foretold], seed: int
) -> float:
    """Over every score once, each foretold from the nine other parts."""
    squares = np.zeros(len(given.score))
    for part in folds(len(given.score), seed):
        rest = np.setdiff1d(np.arange(len(given.score)), part)
        training = Scores(
            given.model[rest], given.benchmark[rest], given.score[rest], len(given.models),
            len(given.benchmarks), fixed,
        )  # fmt: skip
        foretold = method(Task(training, days))(given.model[part], given.benchmark[part])
        squares[part] = (foretold - given.score[part]) ** 2
    return float(np.sqrt(squares.mean()))


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("matrix", type=Path)
    parser.add_argument("--table", type=Path)
    parser.add_argument("--splits", type=int, default=10)
    parser.add_argument("--without-peer", action="store_true")
    options = parser.parse_args()
    given = matrix(options.matrix.read_bytes(), options.matrix.name)
    days = np.zeros(len(given.models))
    if options.table:
        listed = table(options.table.read_bytes(), options.table.name)
        on = {m.name: float(m.date.toordinal()) for m in listed.models}
        middle = float(np.median(list(on.values())))
        days = np.array([on.get(name, middle) for name in given.models])
    named = by_name(given.source).fixed_slope
    fixed = (
        given.benchmarks.index(named)
        if named in given.benchmarks
        else int(np.bincount(given.benchmark).argmax())
    )
    print(f"{len(given.score)} scores, {options.splits} splits into {FOLDS} parts")
    found: dict[str, Values] = {}
    for name, method in METHODS.items():
        if options.without_peer and name == "published":
            continue
        begin = time.perf_counter()
        found[name] = np.array(
            [root_mean_square_error(given, days, fixed, method, seed) for seed in range(options.splits)]
        )
        took = time.perf_counter() - begin
        against = found.get("published", found.get("ours"))
        assert against is not None
        apart = found[name] - against
        error = apart.std(ddof=1) / len(apart) ** 0.5 if len(apart) > 1 else float("nan")
        print(
            f"  {name:24s} {found[name].mean():.5f}  difference {apart.mean():+.5f} (standard error "
            f"{error:.5f})  {took:.0f} s",
            flush=True,
        )
    if "published" in found:
        apart = float(found["ours"].mean() - found["published"].mean())
        print(f"bar (ours within .0003 of published or below it): {'met' if apart <= 3e-4 else 'MISSED'}")


if __name__ == "__main__":
    main()
