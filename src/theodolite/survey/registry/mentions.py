"""What each source says of models, as mentions: from tables of records, score tables and leaderboards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from theodolite.catalog.names import name_words
from theodolite.model.boards import Boards
from theodolite.model.registry import Fact, Field, Mention
from theodolite.model.scores import ScoreTable
from theodolite.model.table import Table

TRACKERS = (
    "Epoch index", "Epoch models", "Epoch benchmarks", "models.dev", "LLM Stats", "LMArena", "LiteLLM",
    "GenAI Prices",
)  # fmt: skip
"""Whose opinion a fact is, in the order in which their way to write a name is shown."""
INDEX_TRACKER = TRACKERS[0]
_FIRST_YEAR = 2019
"""Older systems have names that follow no rule of today ("LSTM") and stand in one source only."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a source's table speaks of models: its tracker, and which of its columns say what."""

    tracker: str
    columns: Mapping[str, tuple[Field, str]]
    shown: str | None = None


_EPOCH_MODELS = _Shape(
    "Epoch models",
    {
        "date": ("date", "published"), "organisations": ("organisation", ""), "countries": ("country", ""),
        "access": ("openness", ""), "parameters": ("parameters", ""),
    },
)  # fmt: skip
_PRICED: dict[str, tuple[Field, str]] = {
    "context": ("context", ""), "input_price": ("input_price", ""), "output_price": ("output_price", ""),
}  # fmt: skip
_OFFERED: dict[str, tuple[Field, str]] = {
    "date": ("date", "released"),
    "open": ("openness", ""),
    **_PRICED,
}
SHAPES: dict[str, _Shape] = {
    "epoch/notable_models": _EPOCH_MODELS,
    "epoch/all_models": _EPOCH_MODELS,
    "epoch/large_scale_models": _EPOCH_MODELS,
    "epoch/frontier_models": _EPOCH_MODELS,
    "epoch/benchmark_runs": _Shape(
        "Epoch benchmarks",
        {"date": ("date", "released"), "organisations": ("organisation", ""), "countries": ("country", "")},
    ),
    "models_dev/models": _Shape(
        "models.dev",
        {
            "date": ("date", "released"), "open": ("openness", ""), "licence": ("licence", ""),
            "context": ("context", ""),
        },
        shown="name",
    ),
    "models_dev/provider_offers": _Shape("models.dev", _OFFERED, shown="name"),
    "models_dev/api": _Shape("models.dev", _OFFERED, shown="name"),
    "models_dev/monthly_panel": _Shape("models.dev", _OFFERED, shown="name"),
    "llm_stats/models": _Shape(
        "LLM Stats",
        {
            "date": ("date", "released"), "announced": ("date", "announced"),
            "organisation": ("organisation", ""),
            "open": ("openness", ""), "licence": ("licence", ""), "parameters": ("parameters", ""),
        },
        shown="name",
    ),
    "llm_stats/provider_offers": _Shape("LLM Stats", _PRICED, shown="name"),
    "llm_prices/litellm_panel": _Shape("LiteLLM", _PRICED),
    "llm_prices/litellm": _Shape("LiteLLM", _PRICED),
    "llm_prices/genai_prices": _Shape("GenAI Prices", _PRICED, shown="name"),
}  # fmt: skip


def of_table(table: Table) -> Iterator[Mention]:
    """Mentions of a table of records; of a panel each offer's newest row, and every row of a maker's own."""
    shape = SHAPES[table.source]
    frame = table.frame
    if "as_of" in frame.columns:
        newest = pl.col("as_of") == pl.col("as_of").max().over("provider", "model")
        frame = frame.filter(newest | pl.col("provider").is_in(list(name_words().first_party)))
    if shape is _EPOCH_MODELS:
        frame = frame.filter(pl.col("date").dt.year() >= _FIRST_YEAR)
    for row in frame.iter_rows(named=True):
        facts = tuple(_facts(row, shape.columns))
        yield Mention(
            name=row["model"].strip(), source=table.source, tracker=shape.tracker, vintage=table.vintage,
            line=row["line"], facts=facts, shown=row.get(shape.shown) if shape.shown else None,
            provider=row.get("provider"), day=row.get("as_of") or table.vintage.date,
        )  # fmt: skip


def _facts(row: Mapping[str, Any], columns: Mapping[str, tuple[Field, str]]) -> Iterator[Fact]:
    for column, (name, kind) in columns.items():
        value = row.get(column)
        if value is None or value == []:
            continue
        if isinstance(value, bool):
            value = "open" if value else "closed"
        if name in ("organisation", "country"):
            value = tuple(value) if isinstance(value, list) else (value,)
        yield Fact(name, value, kind)


def of_scores(table: ScoreTable, lines: Mapping[str, int] | None = None) -> Iterator[Mention]:
    """Mentions of a score table: the day it lists for each model, its makers, countries and access.

    `lines` gives the line of each name, where it is known.
    """
    for model in table.models:
        facts = [Fact("date", model.date, "listed")]
        if model.organisations:
            facts.append(Fact("organisation", model.organisations))
        if model.countries:
            facts.append(Fact("country", model.countries))
        if model.openness:
            facts.append(Fact("openness", model.openness))
        yield Mention(
            name=model.name, source=table.source, tracker=INDEX_TRACKER, vintage=table.vintage,
            line=(lines or {}).get(model.name), facts=tuple(facts), day=table.vintage.date,
        )  # fmt: skip


def of_boards(boards: Boards) -> Iterator[Mention]:
    """Mentions of leaderboards that state their licence: first day seen, and what the newest row says."""
    first: dict[str, dt.date] = {}
    newest: dict[str, tuple[dt.date, Any]] = {}
    for board in boards.boards:
        if not board.publishable:
            continue
        for row in board.rows:
            first[row.model] = min(first.get(row.model, board.date), board.date)
            if row.model not in newest or newest[row.model][0] < board.date:
                newest[row.model] = (board.date, row)
    for name, (day, row) in newest.items():
        facts = [Fact("date", first[name], "first seen")]
        facts += [Fact("organisation", (row.organisation,))] if row.organisation else []
        facts += [Fact("country", row.countries)] if row.countries else []
        facts += [Fact("openness", row.openness)] if row.openness else []
        facts += [Fact("licence", row.licence)] if row.licence else []
        yield Mention(
            name=name, source=boards.source, tracker="LMArena", vintage=boards.vintage, line=None,
            facts=tuple(facts), day=day,
        )  # fmt: skip


def of_tables(tables: Iterable[Table]) -> Iterator[Mention]:
    """Mentions of every table that speaks of models."""
    for table in tables:
        if table.source in SHAPES:
            yield from of_table(table)
