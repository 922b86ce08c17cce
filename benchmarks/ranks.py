"""Do 90% rank intervals hold the true rank? Made boards of models with known levels, scored with known noise.

Each world draws true levels, publishes a score and 95% limits for each model, and ranks them as `theodolite
rank` does from independent limits. Printed: the share of models whose true rank lies in their interval,
over all models and over the ten best, by how crowded the board is (noise over the distance of neighbours).
"""

from __future__ import annotations

import datetime as dt

import numpy as np
from scipy.stats import rankdata

from theodolite.measure.draws import independent_draws
from theodolite.measure.ranking import rank
from theodolite.model.scores import ScoredModel, ScoreTable, Vintage

WORLDS, MODELS, DRAWS = 60, 100, 300
DAY = dt.date(2026, 1, 1)


def world(rng: np.random.Generator, noise: float) -> tuple[np.ndarray, ScoreTable]:
    """True levels (standard deviation 100 points) and the table as published."""
    true = rng.normal(1300, 100, MODELS)
    seen = true + rng.normal(0, noise, MODELS)
    models = tuple(
        ScoredModel(
            name=f"M{i}", level=float(s), date=DAY, low=float(s - 1.96 * noise), high=float(s + 1.96 * noise)
        )
        for i, s in enumerate(seen)
    )
    vintage = Vintage(file="made", sha256="0" * 64, date=DAY)
    table = ScoreTable(
        measure="made",
        unit="point",
        source="generic/score_table",
        vintage=vintage,
        models=models,
        limits_share=0.95,
    )
    return true, table


def main() -> None:
    """Print the shares."""
    for noise in (1.0, 3.0, 10.0, 30.0):
        rng = np.random.default_rng(20240611)
        held, best, width = [], [], []
        for seed in range(WORLDS):
            true, table = world(rng, noise)
            drawn, _ = independent_draws(table, DRAWS, seed)
            places = {r.model.name: r for r in rank(table, drawn).ranked}
            ranks = rankdata(-true, method="min")
            for i in range(MODELS):
                r = places[f"M{i}"]
                assert r.rank_low is not None and r.rank_high is not None
                inside = r.rank_low <= ranks[i] <= r.rank_high
                held.append(inside)
                width.append(r.rank_high - r.rank_low + 1)
                if r.rank <= 10:
                    best.append(inside)
        print(
            f"noise {noise:g}: held {np.mean(held):.2f}, of the ten best {np.mean(best):.2f}, "
            f"places wide at the median {np.median(width):g}"
        )


if __name__ == "__main__":
    main()
