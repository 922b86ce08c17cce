"""Islands of a matrix of scores: models and benchmarks that no score connects to the rest.

Levels compare only where a chain of shared benchmarks leads from one model to the other. Between islands
the fit's penalty alone decides, so a level from another island than the anchors' is no measurement.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from theodolite.model.names import first_few
from theodolite.model.scores import ScoreMatrix

_NAMED = 3
"""How many models of an island a warning names before it only counts."""


@dataclass(frozen=True, slots=True, eq=False)
class Islands:
    """`of_model` (models,) and `of_benchmark` (benchmarks,) number the islands, the main one 0, then by
    size.
    """

    matrix: ScoreMatrix = field(repr=False)
    of_model: NDArray[np.int64] = field(repr=False)
    of_benchmark: NDArray[np.int64] = field(repr=False)

    @property
    def count(self) -> int:
        """How many there are; 1 where everything is connected."""
        return int(self.of_model.max()) + 1

    @property
    def main(self) -> NDArray[np.bool_]:
        """(models,): whether a model stands on the main island, where levels compare."""
        on_it: NDArray[np.bool_] = self.of_model == 0
        return on_it

    @property
    def main_benchmarks(self) -> int:
        """How many benchmarks the main island has."""
        return int((self.of_benchmark == 0).sum())

    def warnings(self) -> tuple[str, ...]:
        """The islands that do not compare with the main one, each with what is on it."""
        return tuple(
            f"{self.matrix.vintage.file}: {self._words(k)} share no score with the other "
            f"{int(self.main.sum())} models: no comparable level"
            for k in range(1, self.count)
        )

    def _words(self, island: int) -> str:
        models = [self.matrix.models[i] for i in np.flatnonzero(self.of_model == island)]
        benchmarks = [self.matrix.benchmarks[i] for i in np.flatnonzero(self.of_benchmark == island)]
        noun = "model" if len(models) == 1 else "models"
        return f"an island of {len(models)} {noun} ({_named(models)}) on {_named(benchmarks)}"


def islands(matrix: ScoreMatrix, anchors: tuple[str, ...] = ()) -> Islands:
    """The connected components of the graph of models and benchmarks.

    The main island is that of the first anchor in the matrix, else the one with most models.
    """
    # Here, not above: every command that measures reads this file, few have a matrix.
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    m, b = len(matrix.models), len(matrix.benchmarks)
    ones = np.ones(len(matrix.model))
    graph = coo_matrix((ones, (matrix.model, m + matrix.benchmark)), shape=(m + b, m + b))
    _, label = connected_components(graph, directed=False)
    # A model or benchmark without a score would be an island of its own; a matrix in long form has none.
    sizes = np.bincount(label[:m], minlength=int(label.max()) + 1)
    order = np.argsort(-sizes, kind="stable")
    anchor = next((matrix.models.index(a) for a in anchors if a in matrix.models), None)
    if anchor is not None:
        first = int(label[anchor])
        order = np.array([first, *(k for k in order if k != first)])
    number = np.empty_like(order)
    number[order] = np.arange(len(order))
    found = number[label].astype(np.int64)
    return Islands(matrix, found[:m], found[m:])


def _named(names: list[str]) -> str:
    return first_few([name[:40] for name in names], _NAMED)
