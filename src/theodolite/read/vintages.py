"""The vintages of a folder: which files are tables of scores, which one is meant, which matrix is its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from theodolite.catalog.sources import by_name
from theodolite.model.boards import Boards
from theodolite.model.errors import Refusal
from theodolite.model.scores import ScoreMatrix, ScoreTable
from theodolite.read.boards import boards, is_boards
from theodolite.read.delimited import delimited
from theodolite.read.matrix import matrix
from theodolite.read.scores import nearly, shape, tables

_NAMES_AGREE = 0.9
"""Share of a table's models that an undated matrix must hold to be taken for its own."""


@dataclass(frozen=True, slots=True)
class Vintages:
    """Every vintage found, oldest first (undated ones before all), byte-identical files once.

    `refusals` are the files that announce a table or matrix and could not be used; `boards` are the
    leaderboards, each file with many days.
    """

    tables: tuple[ScoreTable, ...]
    matrices: tuple[ScoreMatrix, ...]
    refusals: tuple[Refusal, ...]
    boards: tuple[Boards, ...] = ()


def vintages(files: Iterable[tuple[str, bytes]]) -> Vintages:
    """Sort (name, bytes) pairs into tables and matrices; files that are neither are passed over."""
    kept: dict[tuple[str, str | None], ScoreTable] = {}
    matrices: dict[str, ScoreMatrix] = {}
    ranked: dict[str, Boards] = {}
    refusals: list[Refusal] = []
    for name, content in sorted(files):
        try:
            rows = delimited(content, name)
            header, kind = rows.header, shape(rows.header)
            if is_boards(header):
                made = boards(content, name)
                ranked.setdefault(made.vintage.sha256, made)
            elif kind == "scores" or (kind is None and nearly(rows)):  # the latter to say what is missing
                for found in tables(content, name):
                    kept.setdefault((found.vintage.sha256, found.part), found)
            elif kind == "matrix":
                scores = matrix(content, name)
                matrices.setdefault(scores.vintage.sha256, scores)
        except Refusal as refusal:
            refusals.append(refusal)
    return Vintages(
        tuple(sorted(kept.values(), key=_order)),
        tuple(matrices.values()),
        tuple(refusals),
        tuple(ranked.values()),
    )


def _order(found: ScoreTable) -> tuple[dt.date, bool, str]:
    """By date; of two tables of one day the one by model comes last, since it is the one preferred."""
    per_model = by_name(found.source).per == "model"
    return found.vintage.date or dt.date.min, per_model, found.vintage.file


def choose(found: Vintages, place: str, date: dt.date | None = None) -> ScoreTable:
    """The newest vintage, or with `date` the one of that day, else the newest before it. Refusal if none."""
    if not found.tables:
        raise Refusal(place, "no table of scores in it", "give a table with name, score, date and country")
    if date is None:
        return found.tables[-1]
    dated = [t for t in found.tables if t.vintage.date is not None]
    until = [t for t in dated if t.vintage.date is not None and t.vintage.date <= date]
    if not until:
        days = ", ".join(sorted({str(t.vintage.date) for t in dated})) or "none is dated"
        raise Refusal(place, f"no vintage of {date} or before it", f"choose among: {days}")
    return until[-1]


def matrix_of(found: Vintages, chosen: ScoreTable) -> ScoreMatrix | None:
    """The matrix of the same day as the table; where either has no date, one that names its models."""
    names = {m.name for m in chosen.models}
    for scores in found.matrices:
        same_day = scores.vintage.date is not None and scores.vintage.date == chosen.vintage.date
        undated = scores.vintage.date is None or chosen.vintage.date is None
        agree = len(names & set(scores.models)) >= _NAMES_AGREE * len(names)
        if agree and (same_day or undated):
            return scores
    return None
