"""The embedded default's tables, joined: facts on models, their scores, their ratings."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from theodolite.catalog.sources import by_name
from theodolite.model.identity import sha256
from theodolite.model.scores import ScoredModel, ScoreMatrix, ScoreTable, Vintage
from theodolite.read.matrix import matrix

OPENNESS = {"open weights": "open", "api": "closed", "hosted": "closed", "unreleased": "closed"}

Row = Mapping[str, str]


def rows(content: bytes) -> list[Row]:
    """The rows of one of our own CSV files (UTF-8, header first)."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def score_matrix(
    scores: bytes, benchmarks: bytes, models: Sequence[Row], vintage: dt.date, file: str
) -> ScoreMatrix:
    """Published shares put between chance and ceiling (METHODS section 1), models with 3 scores or more.

    Models stand by the names people use, not by our ids.

    The vintage's hash covers both files, since the figures follow from both.
    """
    read = matrix(scores, file)
    by_id = {row["id"]: row for row in rows(benchmarks)}
    chance = np.array([float(by_id[b]["chance"]) for b in read.benchmarks])
    ceiling = np.array([float(by_id[b]["ceiling"]) for b in read.benchmarks])
    between = (read.score - chance[read.benchmark]) / (ceiling - chance)[read.benchmark]
    counts = np.bincount(read.model, minlength=len(read.models))
    kept = counts[read.model] >= 3
    names = [name for name, n in zip(read.models, counts, strict=True) if n >= 3]
    at = {name: k for k, name in enumerate(names)}
    shown = {row["id"]: row["name"] for row in models}
    return replace(
        read,
        vintage=Vintage(file=file, sha256=sha256(scores + benchmarks), date=vintage),
        models=tuple(shown[name] for name in names),
        model=np.array([at[read.models[k]] for k in read.model[kept]], dtype=np.int64),
        benchmark=read.benchmark[kept],
        score=np.clip(between[kept], 0.0, 1.0),
        benchmark_released=tuple(_day(by_id[b]["released"]) for b in read.benchmarks),
    )


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None


def score_table(matrix_read: ScoreMatrix, levels: NDArray[np.float64], models: Sequence[Row]) -> ScoreTable:
    """The fitted levels (one a model of the matrix) as a table, with what is known of each model."""
    by_shown = {row["name"]: row for row in models}
    definition = by_name(matrix_read.source)
    return ScoreTable(
        measure=definition.measure,
        unit=definition.unit,
        source=definition.name,
        vintage=matrix_read.vintage,
        models=tuple(
            scored(by_shown[name], float(level))
            for name, level in zip(matrix_read.models, levels, strict=True)
        ),
    )


def rating_table(arena: bytes, models: Sequence[Row], file: str) -> ScoreTable:
    """The ratings of one board, with what is known of each model; models we do not list are left out."""
    by_id = {row["id"]: row for row in models}
    definition = by_name("theodolite/starter_arena")
    read = rows(arena)
    known = [row for row in read if row["model_id"] in by_id]
    date = max(dt.date.fromisoformat(row["date"]) for row in known)
    return ScoreTable(
        measure=definition.measure,
        unit=definition.unit,
        source=definition.name,
        vintage=Vintage(file=file, sha256=sha256(arena), date=date),
        models=tuple(
            replace(
                scored(by_id[row["model_id"]], float(row["rating"])),
                low=float(row["rating_low"]),
                high=float(row["rating_high"]),
            )
            for row in known
        ),
    )


def scored(model: Row, level: float) -> ScoredModel:
    """One of our rows on models as a scored model; as pages show it."""
    return ScoredModel(
        name=model["name"],
        level=level,
        date=dt.date.fromisoformat(model["released"]),
        countries=tuple(c.strip() for c in model["country"].split(";") if c.strip()),
        organisations=tuple(o.strip() for o in model["organisation"].split(";") if o.strip()),
        openness=OPENNESS.get(model["openness"]),
    )
