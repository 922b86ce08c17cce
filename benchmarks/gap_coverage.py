# ruff: noqa: E402 - the number of threads must be set before numpy is loaded
"""Do the 90% intervals of every gap quantity hold the truth 85 to 95% of the time? Measured by simulation.

    python benchmarks/gap_coverage.py [--worlds 200] [--draws 200] [--seed 11] [--matrix-worlds 40]

A world is 3.2 years of releases of two sides. Both frontiers rise by 12 points a year, a release lies some
points below its side's, and the follower's frontier is the leader's of some months before: a known lag, the
same for every release or drawn anew (lognormal) for each. A release of the follower closes every record
below it at once. Levels are then seen with noise, and each interval is taken as `theodolite gap` takes it.

What must lie inside:
- vertical gap, backward lag and level shift at the end, forward lag from 5 months and one and a half lags
  before it: the same quantity of the same releases with their true levels. The question is "where did these
  two sides stand", and which models were released is part of it.
- time to match: the median of the process that made the releases, from 600 years of it. The question is
  "how long does the follower take", and these releases are a sample. Two more figures count how often the
  median of a lognormal fitted to those 600 years lies inside, and that of these very releases, had their
  levels been known.

With independent noise the table's limits are known; "matrix" worlds have scores on benchmarks with noise of
their own, a refitted scale and its paired draws, so that what the bootstrap misses is in the figure.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
from dataclasses import dataclass, replace

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from theodolite.measure import lags
from theodolite.measure.draws import independent_draws
from theodolite.measure.frontier import Ladder, ladder
from theodolite.measure.intervals import estimated
from theodolite.measure.matching import median_draws
from theodolite.measure.opposed import pair
from theodolite.measure.scale import fitted, paired_draws
from theodolite.measure.sides import Side
from theodolite.model.period import DAYS_PER_MONTH
from theodolite.model.scores import Draws, ScoredModel, ScoreMatrix, ScoreTable, Vintage
from theodolite.statistics.bootstrap import Z90
from theodolite.statistics.survival import lognormal

Values = NDArray[np.float64]

FIRST = dt.date(2023, 1, 1).toordinal()
YEARS = 3.2
DAYS = int(YEARS * 365.25)
A_YEAR = 12.0
QUANTITIES = ("vertical gap", "backward lag", "forward lag", "level shift", "time to match")
FITTED, REALISED = "its lognormal", "these releases"
LEADER = Side("A", "country", frozenset({"A"}))
FOLLOWER = Side("B", "country", frozenset({"B"}))


@dataclass(frozen=True)
class Scenario:
    """Months of lag and their spread in logs, releases a year, mean depth in points, noise in points."""

    name: str
    lag: float
    spread: float = 0.0
    leader_rate: float = 40
    follower_rate: float = 25
    leader_depth: float = 5
    follower_depth: float = 4
    noise: float = 1.7


SCENARIOS = (
    Scenario("lag of 8 months", 8),
    Scenario("lag of 15 months", 15),
    Scenario("lag of 8 months, 6 releases a year", 8, follower_rate=6, follower_depth=2),
    Scenario("lag of 9 months, noise of 3 points", 9, noise=3),
    Scenario("lag of 9 months, noise of .7 points", 9, noise=0.7),
    Scenario("crowded top: depth of 2 points", 9, leader_rate=60, follower_rate=40, leader_depth=2,
             follower_depth=2),
    Scenario("lags of 11 months, spread .4", 11, 0.4, follower_rate=12, follower_depth=0.5),
    Scenario("lags of 11 months, spread .4, quiet", 11, 0.4, follower_rate=12, follower_depth=0.5, noise=0.5),
    Scenario("lags of 15 months, spread .7", 15, 0.7, follower_rate=8, follower_depth=0.5),
    Scenario("lags of 12 months, spread .7, 4 a year", 12, 0.7, follower_rate=4, follower_depth=0.5, noise=1),
    Scenario("lags of 24 months, spread .7, 4 a year", 24, 0.7, follower_rate=4, follower_depth=0.5, noise=1),
    Scenario("lag of 22 months", 22),
    Scenario("lags of 22 months, spread .4, 8 a year", 22, 0.4, follower_rate=8, follower_depth=1),
)  # fmt: skip
MATRIX_SCENARIOS = (SCENARIOS[0], SCENARIOS[1], SCENARIOS[6])


def releases(s: Scenario, leads: bool, years: float, rng: np.random.Generator) -> tuple[Values, Values]:
    """Days from the beginning and true levels of one side's releases, by day."""
    rate, depth = (s.leader_rate, s.leader_depth) if leads else (s.follower_rate, s.follower_depth)
    days = np.floor(np.sort(rng.uniform(0, years * 365.25, max(rng.poisson(rate * years), 3))))
    behind = 0.0 if leads else s.lag * np.exp(rng.normal(0, s.spread, len(days))) * DAYS_PER_MONTH
    return days, 100 + A_YEAR / 365.25 * (days - behind) - rng.exponential(depth, len(days))


def as_ladder(days: Values, levels: Values) -> Ladder:
    """A ladder of one row."""
    return ladder(levels[None, :], days.astype(np.int64) + FIRST)


def durations(ahead: Ladder, behind: Ladder) -> tuple[Values, Values, NDArray[np.int64]]:
    """Days of the leader's records, months until each was matched (inf while open), by which release."""
    record = ahead.is_record[0]
    closing = np.searchsorted(behind.reached[0], ahead.best[0][record])
    matched = np.append(behind.days.astype(float), np.inf)[closing]
    return ahead.days[record], np.maximum(matched - ahead.days[record], 0) / DAYS_PER_MONTH, closing


def known_median(s: Scenario, rng: np.random.Generator, years: float = 600) -> tuple[float, float]:
    """The median time to match of the process itself, and the median of the lognormal nearest to it."""
    days, months, _ = durations(
        as_ladder(*releases(s, True, years, rng)), as_ladder(*releases(s, False, years, rng))
    )
    inner = (days > FIRST + 8 * 365) & (days < FIRST + (years - 20) * 365)
    fit = lognormal(months[inner], np.zeros(int(inner.sum()), dtype=bool))
    assert fit is not None
    return float(np.median(months[inner])), fit.median


def forward_from(s: Scenario) -> int:
    """The day from which the forward lag is asked: one from which it could have been seen."""
    return FIRST + DAYS - int(min(1.5 * s.lag + 5, 26) * DAYS_PER_MONTH)


def table(days: Values, levels: Values, first: int, errors: Values | None) -> ScoreTable:
    """A score table; the first `first` models are the leader's."""
    models = tuple(
        ScoredModel(
            name=f"M{i}", level=float(v), date=dt.date.fromordinal(FIRST + int(d)),
            countries=("A" if i < first else "B",), organisations=(f"Lab {i % 7}",),
            low=None if errors is None else float(v - Z90 * errors[i]),
            high=None if errors is None else float(v + Z90 * errors[i]),
        )
        for i, (d, v) in enumerate(zip(days, levels, strict=True))
    )  # fmt: skip
    return ScoreTable(
        measure="invented", unit="point", source="generic/score_table", models=models,
        vintage=Vintage(file="invented", sha256="0" * 64, date=None),
    )  # fmt: skip


def by_limits(
    s: Scenario, days: Values, truth: Values, first: int, draws: int, rng: np.random.Generator
) -> tuple[ScoreTable, Draws]:
    """The world seen with independent noise of known size."""
    errors = s.noise * np.exp(rng.normal(0, 0.3, len(truth)))
    seen = table(days, truth + errors * rng.standard_normal(len(truth)), first, errors)
    made, _ = independent_draws(seen, draws, int(rng.integers(2**31)))
    assert made is not None
    return seen, made


def by_matrix(
    s: Scenario, days: Values, truth: Values, first: int, draws: int, rng: np.random.Generator
) -> tuple[ScoreTable, Draws]:
    """The world seen through scores on 40 benchmarks, about 11 a model, and a refit of the scale."""
    raw = (truth - truth.mean()) / 12
    model, benchmark = np.nonzero(rng.random((len(truth), 40)) < 0.28)
    difficulty, slope = rng.normal(0.3, 1.0, 40), np.exp(rng.normal(0, 0.3, 40))
    expected = expit(slope[benchmark] * (raw[model] - difficulty[benchmark]))
    names, at = np.unique(model, return_inverse=True)
    used, place = np.unique(benchmark, return_inverse=True)
    matrix = ScoreMatrix(
        source="generic/score_matrix", vintage=Vintage(file="invented", sha256="1" * 64, date=None),
        models=tuple(f"M{i}" for i in names), benchmarks=tuple(f"B{i}" for i in used),
        model=at.astype(np.int64), benchmark=place.astype(np.int64),
        score=np.clip(expected + rng.normal(0, 0.05, len(expected)), 0, 1),
    )  # fmt: skip
    level = fitted(matrix).fit.parameters.level
    slope_of, shift = np.polyfit(level, truth[names], 1)
    seen = truth.copy()
    seen[names] = slope_of * level + shift
    wanted = table(days, seen, first, None)
    return wanted, paired_draws(wanted, matrix, draws, int(rng.integers(2**31)))[0]


def one_world(
    s: Scenario, medians: tuple[float, float], draws: int, rng: np.random.Generator, through_matrix: bool
) -> tuple[dict[str, bool], float, float]:
    """Which quantities lie inside their intervals, the share of records open, records a closing release."""
    (ahead_days, ahead), (behind_days, behind) = (releases(s, leads, YEARS, rng) for leads in (True, False))
    days, truth = np.concatenate((ahead_days, behind_days)), np.concatenate((ahead, behind))
    see = by_matrix if through_matrix else by_limits
    seen, made = see(s, days, truth, len(ahead), draws, rng)
    true = as_ladder(ahead_days, ahead), as_ladder(behind_days, behind)
    own, drawn = pair(seen, LEADER, FOLLOWER), pair(seen, LEADER, FOLLOWER, "any", made)
    end = FIRST + DAYS
    inside = {}
    for name in QUANTITIES[:4]:
        wanted, _ = quantity(name, *true, end, forward_from(s))
        if np.isnan(wanted[0]):
            continue
        value, _ = quantity(name, *own, end, forward_from(s))
        found = estimated(name, value, *_swapped(quantity(name, *drawn, end, forward_from(s))))
        if found.low is not None:
            inside[name] = _within(float(wanted[0]), found.low, found.high)
    record_days, months, closing = durations(*true)
    is_open = np.isinf(months)
    fit = lognormal(np.where(is_open, (end - record_days) / DAYS_PER_MONTH, months), is_open)
    if fit is not None:
        found = estimated("time to match", np.array([fit.median]), median_draws(*drawn, end, 0.0, rng), [])
        if found.low is not None:
            for name, median in zip((QUANTITIES[4], FITTED, REALISED), (*medians, fit.median), strict=True):
                inside[name] = _within(median, found.low, found.high)
    groups = len(set(closing[~is_open].tolist()))
    return inside, float(is_open.mean()), float((~is_open).sum() / max(groups, 1))


def quantity(
    name: str, ahead: Ladder, behind: Ladder, end: int, start: int
) -> tuple[Values, NDArray[np.bool_] | None]:
    """One quantity in every row, with its flags of censoring."""
    if name == "vertical gap":
        return lags.vertical(ahead, behind, [end])[0], None
    if name == "level shift":
        return lags.level_shift(ahead, behind, [end])[0], None
    if name == "backward lag":
        months, flags = lags.backward(ahead, behind, [end], 0.0)
        return months[0], flags[0]
    return lags.forward(ahead, behind, start, end, 0.0)


def _swapped(
    made: tuple[Values, NDArray[np.bool_] | None],
) -> tuple[Values, list[str], None, NDArray[np.bool_] | None]:
    return made[0], [], None, made[1]


def _within(value: float, low: float, high: float | None) -> bool:
    return low - 1e-9 <= value <= (np.inf if high is None else high) + 1e-9


def covered(
    s: Scenario, worlds: int, draws: int, seed: int, through_matrix: bool = False
) -> tuple[dict[str, float], float, float]:
    """Coverage of each quantity, mean share of records open, mean number of records a closing release."""
    rng = np.random.default_rng(seed)
    medians = known_median(s, rng)
    found = [one_world(s, medians, draws, rng, through_matrix) for _ in range(worlds)]
    shares = {
        name: float(np.mean([inside[name] for inside, _, _ in found if name in inside]))
        for name in (*QUANTITIES, FITTED, REALISED)
    }
    return shares, float(np.mean([o for _, o, _ in found])), float(np.mean([r for _, _, r in found]))


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--worlds", type=int, default=200)
    parser.add_argument("--matrix-worlds", type=int, default=40)
    parser.add_argument("--draws", type=int, default=200)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    names = (*QUANTITIES, FITTED, REALISED)
    print(f"{options.worlds} worlds a scenario; promised .90, found, and the share of records open:")
    total = []
    jobs = [(s, options.worlds, False) for s in SCENARIOS]
    jobs += [(replace(s, name=f"matrix: {s.name}"), options.matrix_worlds, True) for s in MATRIX_SCENARIOS]
    for s, worlds, through_matrix in jobs:
        if not worlds:
            continue
        shares, is_open, each = covered(s, worlds, options.draws, options.seed, through_matrix)
        if not through_matrix:
            total.append([shares[n] for n in names])
        print(f"{s.name}: {is_open:.0%} open, {each:.1f} records a closing release")
        print("  " + ", ".join(f"{n} {shares[n]:.2f}" for n in names), flush=True)
    print("all scenarios with known limits, mean:")
    print("  " + ", ".join(f"{n} {v:.3f}" for n, v in zip(names, np.mean(total, axis=0), strict=True)))


if __name__ == "__main__":
    main()
