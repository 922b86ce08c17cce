"""The embedded default: dispatches to read and tables to measure, shipped with the package."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np

from theodolite.gather.files import walk
from theodolite.ledger.base import Ledger, Run
from theodolite.measure.scale import fitted
from theodolite.measure.versions import SCALE
from theodolite.model.errors import Refusal
from theodolite.model.identity import digest
from theodolite.model.origin import Origin
from theodolite.model.scores import ScoreMatrix, ScoreTable
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.read.starter import rating_table, rows, score_matrix, score_table
from theodolite.read.vintages import Vintages
from theodolite.survey.measures import Capability, DataFile, capabilities, source_origin

VINTAGE = dt.date(2026, 11, 21)
"""The day the starter's table was made: raised with every change of its figures."""

PLACE = "starter"


@cache
def _folder() -> Path:
    """Where the package keeps it. The package is installed unpacked (it holds a spaCy model's peers too)."""
    return Path(str(resources.files("theodolite.catalog").joinpath("starter")))


def dispatches() -> Iterator[Gathered | Refusal]:
    """The dispatches, placed as "starter/NAME" wherever the package lies, so that ids agree everywhere."""
    for item in walk([_folder() / "dispatches"]):
        if isinstance(item, Gathered):
            place = f"{PLACE}/{Path(item.origin.location).name}"
            yield replace(item, origin=replace(item.origin, location=place))
        else:
            yield item


def _content(name: str) -> bytes:
    return (_folder() / name).read_bytes()


def tables(ledger: Ledger | None = None, run: Run | None = None) -> tuple[Vintages, list[tuple[str, bytes]]]:
    """The starter's measures: the benchmark scale fitted to its scores, and the arena's ratings.

    With a ledger the fit is kept there and made once.
    """
    models = rows(_content("models.csv"))
    matrix = score_matrix(
        _content("scores.csv"), _content("benchmarks.csv"), models, VINTAGE, f"{PLACE}/scores.csv"
    )
    scale = score_table(matrix, _levels(matrix, ledger, run), models)
    arena = rating_table(_content("arena.csv"), models, f"{PLACE}/arena.csv")
    files = [(f"{PLACE}/scores.csv", _content("scores.csv")), (f"{PLACE}/arena.csv", _content("arena.csv"))]
    return Vintages((arena, scale), (matrix,), ()), files


def _levels(matrix: ScoreMatrix, ledger: Ledger | None, run: Run | None) -> np.ndarray:
    key = digest(SCALE, matrix.vintage.sha256)
    kept = None if ledger is None else ledger.derived("scale", key)
    if kept is not None:
        with np.load(io.BytesIO(kept), allow_pickle=False) as arrays:
            return np.asarray(arrays["levels"])
    if run is not None:
        run.count("fits")
    levels = fitted(matrix).levels
    if ledger is not None:
        buffer = io.BytesIO()
        np.savez_compressed(buffer, levels=levels)
        ledger.put_derived("scale", key, buffer.getvalue())
    return levels


def measures(ledger: Ledger, run: Run) -> tuple[tuple[Capability, ...], list[DataFile]]:
    """The starter's measures with their draws, its files kept as vintages like any other data."""
    found, files = tables(ledger, run)
    by_file: dict[str, ScoreTable] = {t.vintage.file: t for t in found.tables}
    kept = []
    for place, content in files:
        table = by_file[place]
        origin = source_origin(Origin(location=place), table)
        gathered = Gathered(
            origin=origin,
            snapshot=Snapshot(content, "text/csv"),
            fetched_at=dt.datetime.combine(VINTAGE, dt.time(), dt.UTC).isoformat(),
        )
        ledger.put_gathered(gathered)
        kept.append(DataFile(gathered=gathered, origin=origin, source=table.source, table=table))
    return capabilities(ledger, run, found), kept
