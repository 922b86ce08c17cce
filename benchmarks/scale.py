# ruff: noqa: E402 - the number of threads must be set before numpy is loaded
"""A draw of the scale's bootstrap against a plain solver, side by side in one run.

    python benchmarks/scale.py MATRIX.csv [--table TABLE.csv] [--draws 500] [--peer-draws 10]

MATRIX is a long matrix of scores, for example the scores behind the Epoch Capabilities Index. Both solvers
get the same resampled scores, the same start (the fit to all scores) and one thread. The peer is scipy's
`least_squares` with its analytic dense Jacobian, the better of its settings that keep bounds: trust region
reflective with exact and with lsmr steps, and dogbox. Its time counts to the point where its cost is within
1e-6 of ours; the cost of both is printed. With TABLE the whole report on the gap between two sides is
measured from draws of the same matrix: draws and report together are held against the peer's draws alone, a
quarter, half and all of the draws against each other, and the most memory ever used against 1 GB.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import numpy as np
from numpy.typing import NDArray
from published_method import Peer

from theodolite.measure.gap import gap
from theodolite.measure.scale import fitted, paired_draws
from theodolite.model.scores import ScoreMatrix
from theodolite.read.matrix import matrix
from theodolite.read.scores import table
from theodolite.statistics.bootstrap import SEED, resampled_within
from theodolite.statistics.logistic_scale import (
    fit,
)

Values = NDArray[np.float64]

SETTINGS = (
    ("trf, exact", {"method": "trf", "tr_solver": "exact", "x_scale": 1.0}),
    ("trf, exact, x_scale jac", {"method": "trf", "tr_solver": "exact", "x_scale": "jac"}),
    ("trf, lsmr", {"method": "trf", "tr_solver": "lsmr", "x_scale": 1.0}),
    ("dogbox, exact", {"method": "dogbox", "tr_solver": "exact", "x_scale": 1.0}),
)
TOLERANCES = (1e-4, 1e-6, 1e-8)
CLOSE = 1e-6


def timed(work: Callable[[], float]) -> tuple[float, float]:
    """Seconds and result."""
    begin = time.perf_counter()
    result = work()
    return time.perf_counter() - begin, result


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("matrix", type=Path)
    parser.add_argument("--table", type=Path)
    parser.add_argument("--sides", nargs=2, default=("United States", "China"))
    parser.add_argument("--draws", type=int, default=500)
    parser.add_argument("--peer-draws", type=int, default=10)
    options = parser.parse_args()
    scores_file = matrix(options.matrix.read_bytes(), options.matrix.name)
    seconds, cost = timed(lambda: fitted(scores_file).fit.cost)
    scale = fitted(scores_file)
    scores, warm = scale.scores, scale.fit.parameters
    print(
        f"{len(scores.score)} scores, {scores.models} models, {scores.benchmarks} benchmarks, "
        f"{scores.free} free parameters"
    )
    print(f"fit to all scores, best of three starts: {seconds * 1000:.1f} ms, cost {cost:.7f}")

    draws = list(resampled_within(scores.model, options.draws, np.random.default_rng(SEED)))
    begin = time.perf_counter()
    ours = [timed(lambda w=w: fit(scores, w, warm=warm).cost) for w in draws]
    total = time.perf_counter() - begin
    median = statistics.median(s for s, _ in ours)
    print(
        f"ours: {options.draws} draws in {total:.2f} s, {options.draws / total:.0f} a second, "
        f"median {median * 1e3:.2f} ms"
    )

    peer, ratios, gains = Peer(scores), [], []
    start = peer.flat(warm)
    settings = best_setting(peer, draws[0], start, ours[0][1])
    for k in range(min(options.peer_draws, len(draws))):
        best = None
        for tolerance in TOLERANCES:
            took, reached = timed(
                lambda k=k, t=tolerance: float(peer.solve(draws[k], start, t, dict(settings[1])).cost)
            )
            best = (took, reached)
            if reached <= ours[k][1] * (1 + CLOSE):
                break
        assert best is not None
        ratios.append(best[0] / ours[k][0])
        gains.append(best[1] / ours[k][1] - 1)
        print(
            f"draw {k}: peer {best[0] * 1e3:8.1f} ms cost {best[1]:.7f}   "
            f"ours {ours[k][0] * 1e3:6.2f} ms cost {ours[k][1]:.7f}   ratio {ratios[-1]:.0f}"
        )
    print(
        f"peer ({settings[0]}) over ours: median {statistics.median(ratios):.0f} times, "
        f"least {min(ratios):.0f}; peer's cost above ours by {max(gains):.1e} at the most, "
        f"{min(gains):.1e} at the least"
    )
    if options.table:
        seconds = gap_from_draws(options.table, scores_file, options.draws, options.sides)
        peer_alone = statistics.mean(r * o for r, (o, _) in zip(ratios, ours, strict=False)) * options.draws
        share = seconds / peer_alone
        print(
            f"{options.draws} draws with every gap quantity {seconds:.2f} s; the peer's draws alone, from "
            f"{len(ratios)} of them, {peer_alone:.0f} s: {share:.1%}, bar (a fifth) "
            f"{'met' if share <= 0.2 else 'MISSED'}"
        )
    else:
        verdict = "met" if statistics.median(ratios) >= 5 else "MISSED"
        print(f"bar (a draw in at most a fifth of the peer's time, gaps not counted): {verdict}")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"most memory used: {most:.0f} MB, bar (1 GB) {'met' if most < 1024 else 'MISSED'}")


def gap_from_draws(path: Path, scores_file: ScoreMatrix, count: int, sides: tuple[str, str]) -> float:
    """Seconds for the draws of a table and every gap quantity from them; a quarter and half printed too."""
    levels = table(path.read_bytes(), path.name)
    took: list[tuple[int, float, float]] = []
    for draws in (count // 4, count // 2, count):
        begin = time.perf_counter()
        drawn, _ = paired_draws(levels, scores_file, draws)
        middle = time.perf_counter()
        report = gap(*sides, levels, draws=drawn)
        took.append((draws, middle - begin, time.perf_counter() - middle))
    for draws, fits, rest in took:
        print(f"{draws} paired draws {fits:.2f} s, the whole gap report from them {rest:.2f} s")
    for name in ("vertical_gap", "backward_lag_months", "forward_lag_months", "level_shift_months"):
        print(f"  {name}: {getattr(report, name)}")
    print(f"  time to match, median: {report.time_to_match_months.median}")
    return sum(took[-1][1:])


def best_setting(
    peer: Peer, weights: Values, start: Values, target: float
) -> tuple[str, tuple[tuple[str, object], ...]]:
    """The peer's fastest setting that reaches our cost on the first draw."""
    found = []
    for name, settings in SETTINGS:
        for tolerance in TOLERANCES:
            took, reached = timed(
                lambda s=settings, t=tolerance: float(peer.solve(weights, start, t, dict(s)).cost)
            )
            if reached <= target * (1 + CLOSE):
                break
        close = reached <= target * (1 + CLOSE)
        print(
            f"peer setting {name}: {took * 1e3:.0f} ms, cost {reached:.7f}{'' if close else ' (not reached)'}"
        )
        found.append((not close, took, name, tuple(settings.items())))
    _, _, name, best = min(found)
    return name, best


if __name__ == "__main__":
    main()
