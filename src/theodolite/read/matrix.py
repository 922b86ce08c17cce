"""A matrix of scores from bytes: models by benchmarks, in long form, each score between 0 and 1."""

from __future__ import annotations

import datetime as dt
import itertools

import numpy as np

from theodolite.catalog.sources import SourceDefinition, definitions, recognise
from theodolite.model.errors import Refusal
from theodolite.model.identity import sha256
from theodolite.model.names import first_few
from theodolite.model.scores import ScoreMatrix, Vintage
from theodolite.read.delimited import Delimited, delimited
from theodolite.read.scores import date_in_name, day, number, require

_NAMED = 5
_PERCENT_SHARE = 0.5
"""A benchmark of which more than this share of scores lies in (1, 100] was written in percent."""


def matrix(content: bytes, file: str) -> ScoreMatrix:
    """Read scores of models on benchmarks.

    A row whose score is no number or lies outside [0, 1] is left out with a warning that names its line.
    Raises Refusal for an empty table, a missing column, or scores that look like percent.
    """
    rows = delimited(content, file)
    definition = recognise(rows.header)
    if definition is None or definition.shape != "matrix":
        definition = next(d for d in reversed(definitions()) if d.shape == "matrix")
    columns = require(definition, rows)
    kept, outside, unreadable = _parse(rows, columns)
    _refuse_percent(file, kept, outside)
    if not kept:
        raise Refusal(file, "no row has a score between 0 and 1", "give scores as shares, one row each")
    models = tuple(dict.fromkeys(m for m, _, _ in kept))
    benchmarks = tuple(dict.fromkeys(b for _, b, _ in kept))
    at_model = {name: i for i, name in enumerate(models)}
    at_benchmark = {name: i for i, name in enumerate(benchmarks)}
    released = _released(rows, columns)
    return ScoreMatrix(
        source=definition.name,
        vintage=Vintage(file=file, sha256=sha256(content), date=date_in_name(file)),
        models=models,
        benchmarks=benchmarks,
        model=np.array([at_model[m] for m, _, _ in kept], dtype=np.int64),
        benchmark=np.array([at_benchmark[b] for _, b, _ in kept], dtype=np.int64),
        score=np.array([s for _, _, s in kept], dtype=np.float64),
        benchmark_released=tuple(released.get(b) for b in benchmarks),
        warnings=_warnings(file, outside, unreadable) + rows.cut_off() + _contradictions(file, kept),
    )


def definition_of(source: str) -> SourceDefinition:
    """The definition a matrix was read by."""
    return next(d for d in definitions() if d.name == source)


def _parse(
    rows: Delimited, columns: dict[str, int]
) -> tuple[list[tuple[str, str, float]], list[tuple[int, str, float]], list[str]]:
    kept: list[tuple[str, str, float]] = []
    outside: list[tuple[int, str, float]] = []
    unreadable: list[str] = []
    for line, cells in rows.rows:
        model, benchmark, cell = (
            cells[columns[f]].strip() if columns[f] < len(cells) else ""
            for f in ("model", "benchmark", "score")
        )
        if not cell:
            continue
        try:
            score = number(cell)
        except ValueError:
            unreadable.append(f"line {line} score {cell[:40]!r}")
            continue
        if not (model and benchmark):
            unreadable.append(f"line {line} without a model or a benchmark")
        elif 0.0 <= score <= 1.0:
            kept.append((model, benchmark, score))
        else:
            outside.append((line, benchmark, score))
    return kept, outside, unreadable


def _refuse_percent(
    file: str, kept: list[tuple[str, str, float]], outside: list[tuple[int, str, float]]
) -> None:
    """A benchmark in percent among shares would be read as a few odd rows: stop instead."""
    percent = sorted(b for _, b, s in outside if 1.0 < s <= 100.0)
    for benchmark, group in itertools.groupby(percent):
        above = len(list(group))
        within = sum(b == benchmark for _, b, _ in kept)
        if above > 1 and above > _PERCENT_SHARE * (above + within):
            raise Refusal(
                file, f"the scores of {benchmark[:60]} look like percent", "divide them by 100 to shares of 1"
            )


def _warnings(file: str, outside: list[tuple[int, str, float]], unreadable: list[str]) -> tuple[str, ...]:
    found = []
    for words, places in (
        ("with a score outside 0 to 1", [f"line {n} score {s:g}" for n, _, s in outside]),
        ("that cannot be read", unreadable),
    ):
        if places:
            found.append(f"{file}: {len(places)} rows {words} left out: {first_few(places)}")
    return tuple(found)


def _contradictions(file: str, kept: list[tuple[str, str, float]]) -> tuple[str, ...]:
    """Different scores of one model on one benchmark: all of them enter the scale."""
    seen: dict[tuple[str, str], set[float]] = {}
    for model, benchmark, score in kept:
        seen.setdefault((model, benchmark), set()).add(score)
    found = [
        f"{model[:40]} on {benchmark[:40]} ({' and '.join(f'{s:g}' for s in sorted(scores)[:_NAMED])})"
        for (model, benchmark), scores in seen.items()
        if len(scores) > 1
    ]
    if not found:
        return ()
    return (f"{file}: {len(found)} pairs of rows contradict each other: {first_few(found)}",)


def _released(rows: Delimited, columns: dict[str, int]) -> dict[str, dt.date]:
    """First readable release day of each benchmark."""
    at = columns.get("benchmark_released")
    found: dict[str, dt.date] = {}
    if at is None:
        return found
    for _, cells in rows.rows:
        if at < len(cells) and cells[at].strip():
            try:
                found.setdefault(cells[columns["benchmark"]].strip(), day(cells[at]))
            except ValueError:
                continue
    return found
