"""The starter's table of facts on models, parsed from its CSV files into the values the rooms use.

What the files hold, where each figure was published and what is wrong with them: `SOURCE.md` beside them.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from theodolite.model.identity import sha256
from theodolite.model.scores import ScoredModel, ScoreMatrix, ScoreTable, Vintage

SOURCE = "theodolite/starter"
ARENA_SOURCE = "theodolite/starter_arena"
VINTAGE = dt.date(2026, 11, 21)
"""The day the table was written. Its origins end earlier: see `SOURCE.md`."""
ANCHORS = {"Claude 3.5 Sonnet": 130.0, "GPT-5": 150.0}
"""The two models whose levels define the scale."""
FIXED_SLOPE = "Winogrande"
"""The benchmark whose slope is 1."""

_OPEN = {"open weights": "open", "api": "closed", "hosted": "closed", "unreleased": "closed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterModel:
    """One model: who made it, where, since when outsiders could use it, and who says so.

    `released` is the first day an outsider could use the scored version; for an `unreleased` model, the day
    it was announced. `access` is "open weights", "api", "hosted" or "unreleased". `other_dates` are the
    days other trackers give, as (tracker, day).
    """

    id: str
    name: str
    organisations: tuple[str, ...]
    countries: tuple[str, ...]
    released: dt.date
    access: str
    date_source: str
    address: str
    credit: str
    other_dates: tuple[tuple[str, str], ...]
    note: str

    @property
    def openness(self) -> str:
        """ "open" where weights can be downloaded, else "closed"."""
        return _OPEN[self.access]


@cache
def models() -> tuple[StarterModel, ...]:
    """Every model of the table, by date of release, scored or not."""
    return tuple(
        StarterModel(
            id=row["id"],
            name=row["name"],
            organisations=tuple(row["organisation"].split(";")),
            countries=tuple(row["country"].split(";")),
            released=dt.date.fromisoformat(row["released"]),
            access=row["openness"],
            date_source=row["date_source"],
            address=row["address"],
            credit=row["credit"],
            other_dates=_other_dates(row["date_disagrees"]),
            note=row["note"],
        )
        for row in rows("models.csv")
    )


@cache
def matrix() -> ScoreMatrix:
    """The scores, brought between chance and ceiling of each benchmark, under the names of `models()`."""
    names = {m.id: m.name for m in models()}
    benchmarks = rows("benchmarks.csv")
    scores = rows("scores.csv")
    scored = tuple(dict.fromkeys(row["model_id"] for row in scores))
    at_model = {key: i for i, key in enumerate(scored)}
    at_benchmark = {row["id"]: i for i, row in enumerate(benchmarks)}
    chance = np.array([float(row["chance"]) for row in benchmarks])
    ceiling = np.array([float(row["ceiling"]) for row in benchmarks])
    benchmark = np.array([at_benchmark[row["benchmark_id"]] for row in scores], dtype=np.int64)
    raw = np.array([float(row["score"]) for row in scores])
    between = (raw - chance[benchmark]) / (ceiling[benchmark] - chance[benchmark])
    return ScoreMatrix(
        source=SOURCE,
        vintage=_vintage("scores.csv"),
        models=tuple(names[key] for key in scored),
        benchmarks=tuple(row["name"] for row in benchmarks),
        model=np.array([at_model[row["model_id"]] for row in scores], dtype=np.int64),
        benchmark=benchmark,
        score=np.clip(between, 0.0, 1.0),
        benchmark_released=tuple(
            dt.date.fromisoformat(row["released"]) if row["released"] else None for row in benchmarks
        ),
    )


@cache
def arena() -> ScoreTable:
    """A second measure: ratings from votes of people on one day, for the models that have one."""
    board = {row["model_id"]: row for row in rows("arena.csv")}
    listed = [(m, board[m.id]) for m in models() if m.id in board]
    return ScoreTable(
        measure="LMArena text rating",
        unit="rating point",
        source=ARENA_SOURCE,
        vintage=_vintage("arena.csv", max(dt.date.fromisoformat(row["date"]) for row in board.values())),
        models=tuple(
            ScoredModel(
                name=model.name,
                level=float(row["rating"]),
                low=float(row["rating_low"]),
                high=float(row["rating_high"]),
                date=model.released,
                countries=model.countries,
                organisations=model.organisations,
                openness=model.openness,
                display_name=row["name_on_board"],
            )
            for model, row in listed
        ),
        warnings=(
            "ratings of one day: older models are rated by the voters and rivals of that day",
            "several names on the board are of one effort setting, the scores of the best one",
        ),
    )


@cache
def rows(file: str) -> tuple[dict[str, str], ...]:
    """The rows of one of the table's CSV files. KeyError of a missing column is left to the caller."""
    return tuple(csv.DictReader(io.StringIO(content(file).decode("utf-8"), newline="")))


def content(file: str) -> bytes:
    """The bytes of one of the table's files, as shipped."""
    return (resources.files(__package__) / file).read_bytes()


def _vintage(file: str, date: dt.date = VINTAGE) -> Vintage:
    return Vintage(file=f"starter/{file}", sha256=sha256(content(file)), date=date)


def _other_dates(cell: str) -> tuple[tuple[str, str], ...]:
    """Pairs from "tracker: day; tracker: day"."""
    pairs = [part.rsplit(": ", 1) for part in cell.split("; ") if part]
    return tuple((tracker, day) for tracker, day in pairs)
