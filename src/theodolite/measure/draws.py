"""Draws of a table's levels, by the best way its files allow."""

from __future__ import annotations

import numpy as np

from theodolite.measure.scale import paired_draws
from theodolite.model.errors import Refusal
from theodolite.model.scores import Draws, ScoreMatrix, ScoreTable
from theodolite.statistics.bootstrap import COVERAGE, SEED, rescaled_limits, split_normal

DRAWS = 500


def draws_for(
    table: ScoreTable, matrix: ScoreMatrix | None, draws: int = DRAWS, seed: int = SEED
) -> tuple[Draws | None, tuple[str, ...]]:
    """Paired draws from the matrix, else independent ones from published limits, else None; with warnings."""
    if draws < 1:
        return None, ("no draws were asked for: no intervals",)
    if matrix is not None:
        try:
            return paired_draws(table, matrix, draws, seed)
        except Refusal as refusal:
            fallback, warnings = draws_for(table, None, draws, seed)
            return fallback, (str(refusal), *warnings)
    return independent_draws(table, draws, seed)


def independent_draws(
    table: ScoreTable, draws: int, seed: int = SEED
) -> tuple[Draws | None, tuple[str, ...]]:
    """Each model drawn on its own from its published limits, brought to 90%; None where none has any."""
    low = np.array([np.nan if m.low is None else m.low for m in table.models])
    high = np.array([np.nan if m.high is None else m.high for m in table.models])
    if np.isnan(low).all():
        return None, ("the table has no limits and no matrix: no intervals",)
    centre = np.array([m.level for m in table.models])
    if table.limits_share != COVERAGE:
        low, high = rescaled_limits(centre, low, high, table.limits_share)
    levels = split_normal(centre, low, high, draws, np.random.default_rng(seed))
    without = int(np.isnan(low).sum())
    warnings = (f"{without} models have no limits and do not vary in the draws",) if without else ()
    names = tuple(m.name for m in table.models)
    return Draws(models=names, levels=levels, method="independent"), warnings
