"""Tables of measured capability, in our one shape, whatever a publisher's file looks like."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Vintage:
    """A data file as it stood: its name, the hash of its bytes, and its date (None where it has none)."""

    file: str
    sha256: str
    date: dt.date | None

    def to_json(self) -> dict[str, str | None]:
        """As every report names the vintage it rests on."""
        date = self.date.isoformat() if self.date else None
        return {"file": self.file, "sha256": self.sha256, "date": date}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredModel:
    """One row: a model's level on one measure.

    `low` and `high` are limits as published (None where there are none). `countries` are canonical short
    names, empty where none is given; `headquarters` is the first listed. `openness` is "open" (weights can
    be downloaded), "closed" or None. `organisations` as written. `licence` as written and `parameters` (their
    number) are None where the table has no such column.
    """

    name: str
    level: float
    date: dt.date
    low: float | None = None
    high: float | None = None
    countries: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    openness: str | None = None
    display_name: str | None = None
    licence: str | None = None
    parameters: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """One vintage of one measure of capability.

    `measure` is the measure's short name ("Epoch Capabilities Index"), `unit` what a step of one means
    ("point"). `source` is the catalogue's name of the source. `warnings` say what was repaired or left out.
    `observed_on` is the day the measure was taken where that is one day (a board); `date_basis` says which
    of a model's dates its rows carry; `part` names the part of the file that this is; `licence` is that of
    the part; `publishable` is false where none is stated. `limits_share` is the coverage that the publisher
    gives its limits.
    """

    measure: str
    unit: str
    source: str
    vintage: Vintage
    models: tuple[ScoredModel, ...]
    warnings: tuple[str, ...] = ()
    observed_on: dt.date | None = None
    date_basis: str = "as listed"
    part: str | None = None
    licence: str | None = None
    publishable: bool = True
    limits_share: float = 0.90

    @property
    def key(self) -> tuple[str, str | None, dt.date | None]:
        """What tells this table from every other: its bytes, the part of the file, the board's day."""
        return self.vintage.sha256, self.part, self.observed_on

    @property
    def data_until(self) -> dt.date | None:
        """The last day something is known of: that of the board, else of the latest scored model."""
        return self.observed_on or max((m.date for m in self.models), default=None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScoreMatrix:
    """Scores of models on benchmarks, in long form: n observations over arrays of names.

    `model` and `benchmark` are index arrays of shape (n,), `score` is (n,) in [0, 1], already between
    chance and ceiling where those are known. `benchmark_released` is a date or None per benchmark.
    """

    source: str
    vintage: Vintage
    models: tuple[str, ...]
    benchmarks: tuple[str, ...]
    model: NDArray[np.int64] = field(repr=False)
    benchmark: NDArray[np.int64] = field(repr=False)
    score: NDArray[np.float64] = field(repr=False)
    benchmark_released: tuple[dt.date | None, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Draws:
    """Paired draws of the levels of models: row k of `levels` (draws x models) is one fitted scale.

    `method` is "paired" (one refit a draw: differences are taken inside a draw) or "independent" (each
    model's limits drawn on their own).
    """

    models: tuple[str, ...]
    levels: NDArray[np.float64] = field(repr=False)
    method: str
