"""A table's models on a scale of our own fit, in the table's points, beside the published levels.

`published`: the published method, fitted here. `hierarchical`: the scale that borrows strength and sets a
second dimension aside (`statistics.hierarchical_scale`), which foretells unseen scores better. Both are
brought to points by the two models that fix the scale, else by the least squares line over the models in
both. The published levels stay the default everywhere; these are a second opinion.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from theodolite.measure.scale import fitted
from theodolite.model.errors import Refusal
from theodolite.model.scores import ScoredModel, ScoreMatrix, ScoreTable
from theodolite.statistics.hierarchical_scale import hierarchical

Method = Literal["published", "hierarchical"]
METHODS: tuple[Method, ...] = ("published", "hierarchical")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Rescaled:
    """A model with its level by the fit; `difference` is that less the table's level."""

    model: ScoredModel
    level: float
    scores: int

    @property
    def difference(self) -> float:
        """Points by which the fit stands above the table."""
        return self.level - self.model.level


def rescaled(table: ScoreTable, matrix: ScoreMatrix | None, method: Method) -> list[Rescaled]:
    """Every model of the table that the matrix can place, highest first.

    Raises Refusal without a matrix, or where fewer than three models are in both.
    """
    if matrix is None:
        raise Refusal(
            table.vintage.file,
            "no matrix of scores belongs to it",
            "give a folder that also holds the matrix",
        )
    scale = fitted(matrix)
    at = {name: i for i, name in enumerate(matrix.models) if scale.islands.main[i]}
    both = [m for m in table.models if m.name in at]
    if len(both) < _FEWEST:
        raise Refusal(
            matrix.vintage.file, f"{len(both)} of its models are in {table.vintage.file}",
            "give the matrix that the table was made from",
        )  # fmt: skip
    raw = scale.fit.parameters.level
    if method == "hierarchical":
        middle = float(np.median([m.date.toordinal() for m in both]))
        day = {m.name: float(m.date.toordinal()) for m in both}
        days = np.array([day.get(name, middle) for name in matrix.models])
        raw = hierarchical(scale.scores, days, warm=scale.fit.parameters).level
    rows = np.array([at[m.name] for m in both])
    if scale.anchors:
        level = scale.rescaled(raw, raw)
    else:
        slope, shift = np.polyfit(raw[rows], [m.level for m in both], 1)
        level = slope * raw + shift
    counts = np.bincount(matrix.model, minlength=len(matrix.models))
    made = [Rescaled(m, float(level[row]), int(counts[row])) for m, row in zip(both, rows, strict=True)]
    return sorted(made, key=lambda one: -one.level)
