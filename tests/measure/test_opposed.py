"""Ladders of two sides from draws: a maximum's bias is taken back, and a shared model stays one model."""

from __future__ import annotations

import datetime as dt

import numpy as np

from theodolite.measure.frontier import side_ladder
from theodolite.measure.opposed import corrected, pair
from theodolite.measure.sides import resolve
from theodolite.model.scores import Draws, ScoredModel, ScoreTable, Vintage


def crowd(n: int = 40) -> ScoreTable:
    """Two sides of n models each; one model in both."""
    rng = np.random.default_rng(7)
    models = [
        ScoredModel(
            name=f"{side}{i}", level=float(100 + d / 30 - rng.exponential(4) + 2 * rng.standard_normal()),
            date=dt.date(2023, 1, 1) + dt.timedelta(int(d)), countries=(side,),
        )
        for side in ("China", "United States") for i, d in enumerate(rng.uniform(0, 900, n))
    ]  # fmt: skip
    both = ScoredModel(name="B", level=120.0, date=dt.date(2024, 6, 1), countries=("China", "United States"))
    return ScoreTable(
        measure="test", unit="point", source="generic/score_table", models=(*models, both),
        vintage=Vintage(file="crowd.csv", sha256="0" * 64, date=None),
    )  # fmt: skip


def test_without_draws_the_ladders_are_the_tables_own() -> None:
    table = crowd()
    us, china = resolve("US", table), resolve("China", table)
    for made, side in zip(pair(table, us, china), (us, china), strict=True):
        assert (made.reached == side_ladder(table, side).reached).all()


def test_the_frontier_of_the_draws_is_lowered_and_narrowed() -> None:
    table = crowd()
    us, china = resolve("US", table), resolve("China", table)
    own = np.array([m.level for m in table.models])
    noise = 2 * np.random.default_rng(8).standard_normal((300, len(own)))
    draws = Draws(models=tuple(m.name for m in table.models), levels=own + noise, method="independent")
    for made, side in zip(pair(table, us, china, "any", draws), (us, china), strict=True):
        plain = side_ladder(table, side, "any", draws)
        assert made.reached[:, -1].mean() < plain.reached[:, -1].mean() - 0.25
        assert made.reached[:, -1].std() <= plain.reached[:, -1].std() * 1.1


def test_a_model_of_both_sides_is_the_same_in_both_and_others_stay() -> None:
    table = crowd()
    us = resolve("US", table)
    own = np.array([m.level for m in table.models])
    noise = np.random.default_rng(9).standard_normal((50, len(own)))
    draws = Draws(models=tuple(m.name for m in table.models), levels=own + noise, method="independent")
    levels = corrected(table, (us, us), "any", draws)
    outside = [i for i, m in enumerate(table.models) if not us.holds(m)]
    assert np.allclose(levels[:, outside], draws.levels[:, outside])
    assert levels.shape == draws.levels.shape
    made = pair(table, us, resolve("China", table), "any", draws)
    day = dt.date(2024, 6, 1).toordinal()
    first, second = (float(x.best[0][np.flatnonzero(x.days == day)[0]]) for x in made)
    assert first == second
