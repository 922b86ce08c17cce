"""The capability scale from a matrix of scores: a refit, and paired draws of it for a table.

Uncertainty is benchmark sampling only: each draw resamples the scores within each model and refits. It
leaves out which models were scored, their dates, and contamination. One draw gives one scale, so that
differences between models are taken inside a draw.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from theodolite.catalog.sources import by_name
from theodolite.measure.islands import Islands, islands
from theodolite.model.errors import Refusal
from theodolite.model.scores import Draws, ScoreMatrix, ScoreTable
from theodolite.statistics.bootstrap import SEED, resampled_within
from theodolite.statistics.logistic_scale import Fit, Parameters, Scores, fit, start

Values = NDArray[np.float64]

_FEWEST_BENCHMARKS = 2
_ALIKE = 0.9
"""Least correlation between a table's levels and the refit for the matrix to be taken as its origin."""


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """A fitted scale. `anchors` are (position, level) of the two models that fix it, empty without any.

    Only models of the main island compare; the fit gives the others a place that no score supports.
    """

    matrix: ScoreMatrix = field(repr=False)
    scores: Scores = field(repr=False)
    fit: Fit = field(repr=False)
    anchors: tuple[tuple[int, float], ...]
    islands: Islands = field(repr=False)

    def rescaled(self, raw: Values, level: Values) -> Values:
        """Raw levels on the anchors' scale, given the raw levels `level` of one fit."""
        (low, low_level), (high, high_level) = self.anchors
        per_raw = (high_level - low_level) / (level[high] - level[low])
        on_scale: Values = low_level + per_raw * (raw - level[low])
        return on_scale

    @property
    def levels(self) -> Values:
        """Levels of the matrix's models, rescaled where there are anchors; nan off the main island."""
        level = self.fit.parameters.level
        on_scale = self.rescaled(level, level) if self.anchors else level
        return np.where(self.islands.main, on_scale, np.nan)

    @property
    def difficulties(self) -> Values:
        """Difficulties of the benchmarks, rescaled where there are anchors; nan off the main island."""
        at = self.fit.parameters
        on_scale = self.rescaled(at.difficulty, at.level) if self.anchors else at.difficulty
        return np.where(self.islands.of_benchmark == 0, on_scale, np.nan)


def fitted(matrix: ScoreMatrix) -> Scale:
    """Fit the scale to a matrix: the best of three starts, since the cost is not convex."""
    definition = by_name(matrix.source)
    named = (
        [matrix.benchmarks.index(definition.fixed_slope)]
        if definition.fixed_slope in matrix.benchmarks
        else []
    )
    most_scored = int(np.bincount(matrix.benchmark).argmax())
    scores = Scores(
        matrix.model, matrix.benchmark, matrix.score, len(matrix.models), len(matrix.benchmarks),
        named[0] if named else most_scored,
    )  # fmt: skip
    cold = start(scores)
    starts = [Parameters(cold.level * k, cold.difficulty * k, cold.slope) for k in (1.0, 0.5, 0.0)]
    with _one_thread():
        best = min((fit(scores, warm=s, precision=1e-12) for s in starts), key=lambda f: f.cost)
    at = {name: i for i, name in enumerate(matrix.models)}
    anchors = tuple((at[m], level) for m, level in definition.anchors.items() if m in at)
    found = islands(matrix, tuple(definition.anchors))
    on_main = all(found.main[position] for position, _ in anchors)
    return Scale(matrix, scores, best, anchors if len(anchors) == 2 and on_main else (), found)


def paired_draws(
    table: ScoreTable, matrix: ScoreMatrix, draws: int, seed: int = SEED
) -> tuple[Draws, tuple[str, ...]]:
    """Draws of the table's levels from refits of its matrix, with warnings.

    Each draw is the table's level plus the draw's departure from the refit of the scores as they are, so
    that estimate and interval speak of the same figure. Models that the matrix lacks, or that no score
    connects to the anchors, do not vary. Without anchors each fit is brought to the table's scale by least
    squares over the models in both. Raises Refusal where the refit does not resemble the table, or where
    one benchmark alone connects the models.
    """
    scale = fitted(matrix)
    apart = scale.islands
    if apart.main_benchmarks < _FEWEST_BENCHMARKS:
        raise Refusal(
            matrix.vintage.file,
            "one benchmark only: its scores cannot say how sure a scale from them is",
            "give scores on at least two benchmarks that share models",
        )  # fmt: skip
    at = {name: i for i, name in enumerate(matrix.models)}
    comparable = {name for name, main in zip(matrix.models, apart.main, strict=True) if main}
    in_both = np.array([i for i, m in enumerate(table.models) if m.name in comparable], dtype=np.int64)
    rows = np.array([at[table.models[i].name] for i in in_both], dtype=np.int64)
    levels = np.array([m.level for m in table.models])
    refit = _to_table(scale, scale.fit.parameters.level, rows, levels[in_both])
    if len(rows) < 3 or np.corrcoef(refit, levels[in_both])[0, 1] < _ALIKE:
        raise Refusal(
            matrix.vintage.file, f"a refit of it does not give the levels of {table.vintage.file}",
            "give the matrix that the table was made from",
        )  # fmt: skip
    drawn = np.tile(levels, (draws, 1))
    rng = np.random.default_rng(seed)
    unsettled = 0
    with _one_thread():
        for k, weights in enumerate(resampled_within(matrix.model, draws, rng)):
            one = fit(scale.scores, weights, warm=scale.fit.parameters)
            unsettled += not one.settled
            drawn[k, in_both] += _to_table(scale, one.parameters.level, rows, levels[in_both]) - refit
    names = tuple(m.name for m in table.models)
    found = sum(m.name in at for m in table.models)
    warnings = (*apart.warnings(), *_warnings(table, matrix, found, unsettled))
    return Draws(models=names, levels=drawn, method="paired"), warnings


def _one_thread() -> AbstractContextManager[object]:
    """The systems of a fit are small (benchmarks squared): threads of the linear algebra would only wait for
    each other, ten times as long where another process uses a core."""
    limited: AbstractContextManager[object] = threadpool_limits(limits=1, user_api="blas")
    return limited


def _to_table(scale: Scale, level: Values, rows: NDArray[np.int64], wanted: Values) -> Values:
    """Raw levels of the rows in question, on the table's scale."""
    if scale.anchors:
        return scale.rescaled(level[rows], level)
    slope, shift = np.polyfit(level[rows], wanted, 1)
    on_scale: Values = slope * level[rows] + shift
    return on_scale


def _warnings(table: ScoreTable, matrix: ScoreMatrix, found: int, unsettled: int) -> tuple[str, ...]:
    warnings = []
    missing = len(table.models) - found
    if missing:
        warnings.append(
            f"{missing} models of {table.vintage.file} are not in {matrix.vintage.file}: no spread"
        )
    if unsettled:
        warnings.append(f"{unsettled} draws of the scale did not settle")
    return tuple(warnings)
