"""Ranks of models on one measure, with their intervals.

A rank is a comparison with all others, so its interval is taken inside the draws: in each draw the models
are ranked, and the interval is the 5th to 95th percentile of a model's ranks. With paired draws this keeps
what models have in common; independent limits make it wider than it is. The arena's publisher ranks
otherwise, and both are shown: 1 plus the number of models whose lower limit lies above this one's upper
limit ("rank (UB)").
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from theodolite.measure.coverage import unsaid
from theodolite.measure.sides import Side, SideRule
from theodolite.model.scores import Draws, ScoredModel, ScoreTable
from theodolite.statistics.bootstrap import COVERAGE, share_not_certain

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A model's place. `low` and `high` are 90% limits of its level, from the draws; all None without draws.

    `rank` is 1 plus the models strictly above it, `rank_low` the best of its interval. `rank_upper_bound`
    is the arena publisher's own rule, None where the table's limits are not the publisher's of such a
    board. `p_first` is never 0 or 1.
    """

    model: ScoredModel
    rank: int
    low: float | None
    high: float | None
    rank_low: int | None
    rank_high: int | None
    p_first: float | None
    rank_upper_bound: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """All ranked models, the best first. `method` is that of the draws, or "none"."""

    table: ScoreTable
    day: dt.date
    ranked: tuple[Ranked, ...]
    method: str
    draws: int
    warnings: tuple[str, ...]


def rank(
    table: ScoreTable,
    draws: Draws | None,
    *,
    as_of: dt.date | None = None,
    side: Side | None = None,
    rule: SideRule = "any",
    upper_bound: bool = False,
) -> Ranking:
    """Rank the models released by a day (default: the data's end), of one side or of all.

    `upper_bound` adds the rule of the arena's publisher, from the limits as published.
    """
    until = table.data_until or dt.date.min
    day = min(as_of or until, until)
    own = [
        i for i, m in enumerate(table.models) if m.date <= day and (side is None or side.holds(m, rule))
    ]  # fmt: skip
    warnings = [*table.warnings, *(unsaid(table, side) if side else ())]
    if as_of is not None and as_of > until:
        warnings.append(f"the as-of day {as_of} is past the data: answered for {until}, where the data ends")
    if not own:
        warnings.append(f"no model of {side.name if side else 'anybody'} by {day}: nothing to rank")
        return Ranking(table=table, day=day, ranked=(), method="none", draws=0, warnings=tuple(warnings))
    models = [table.models[i] for i in own]
    levels = np.array([m.level for m in models])
    ranks = 1 + (len(levels) - np.searchsorted(np.sort(levels), levels, side="right"))
    drawn = None if draws is None else draws.levels[:, own]
    limits, places, first = _from_draws(drawn, len(own))
    bounds = _upper_bounds(models) if upper_bound else [None] * len(models)
    ranked = [
        Ranked(
            model=m, rank=int(ranks[i]), low=limits[i][0], high=limits[i][1], rank_low=places[i][0],
            rank_high=places[i][1], p_first=first[i], rank_upper_bound=bounds[i],
        )
        for i, m in enumerate(models)
    ]  # fmt: skip
    ranked.sort(key=lambda r: (r.rank, r.model.date, r.model.name))
    return Ranking(
        table=table, day=day, ranked=tuple(ranked), method=draws.method if draws else "none",
        draws=0 if drawn is None else len(drawn), warnings=tuple(dict.fromkeys(warnings)),
    )  # fmt: skip


_Limits = list[tuple[float, float]] | list[tuple[None, None]]
_Places = list[tuple[int, int]] | list[tuple[None, None]]


def _from_draws(drawn: Values | None, n: int) -> tuple[_Limits, _Places, list[float] | list[None]]:
    """90% limits of levels, 90% intervals of ranks (outward to whole ranks), and probabilities of being
    first.
    """
    if drawn is None:
        return [(None, None)] * n, [(None, None)] * n, [None] * n
    tails = [100 * (1 - COVERAGE) / 2, 100 * (1 + COVERAGE) / 2]
    low, high = np.percentile(drawn, tails, axis=0)
    from scipy.stats import rankdata  # takes half a second to import, which a wrong side need not wait for

    ranks = rankdata(-drawn, method="min", axis=1)
    best = np.percentile(ranks, tails[0], axis=0, method="lower").astype(int)
    worst = np.percentile(ranks, tails[1], axis=0, method="higher").astype(int)
    first = [share_not_certain(int(k), len(drawn)) for k in (ranks == 1).sum(axis=0)]
    limits = list(zip(low.tolist(), high.tolist(), strict=True))
    return limits, list(zip(best.tolist(), worst.tolist(), strict=True)), first


def _upper_bounds(models: list[ScoredModel]) -> list[int | None]:
    """1 plus the models whose lower limit is above this one's upper; None for a model without limits."""
    lows = np.array([m.low for m in models if m.low is not None])
    return [None if m.high is None else 1 + int((lows > m.high).sum()) for m in models]
