"""The report: a side's frontier some months after a day, with intervals and, if asked, their record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np

from theodolite.measure.forecasts.backtest import backtest, day_ahead
from theodolite.measure.forecasts.history import LEAST_MONTHS, LEAST_RECORDS, as_listed, refitted
from theodolite.measure.forecasts.methods import LEAST_PEERS, METHODS, PEERS, POOL, Values
from theodolite.measure.sides import SideRule, resolve
from theodolite.model.errors import Refusal
from theodolite.model.forecast import Ahead, ForecastReport, Past
from theodolite.model.scores import ScoreMatrix, ScoreTable

HORIZONS = (3, 6, 12)
BASIS = {
    POOL: "half from the paces of all organisations, half from the side's own past (four members)",
    "trend": "straight line through the records with Student's prediction interval",
    "drift": "random walk with the mean monthly gain, its drift estimated",
    "jumps": "past monthly gains drawn again with random weights",
    "local": "from the last value along the slope of the last 18 months, Student's prediction interval",
    "peers": "monthly gains of all organisations' own frontiers drawn again",
}


def forecast(
    side_name: str,
    table: ScoreTable,
    matrix: ScoreMatrix | None = None,
    *,
    as_of: dt.date | None = None,
    horizons: Sequence[int] = HORIZONS,
    side_rule: SideRule = "any",
    method: str = POOL,
    with_backtest: bool = False,
    cutoffs: int | None = None,
    warnings: Sequence[str] = (),
) -> ForecastReport:
    """Forecast a side's frontier at each horizon (months) from a day (default: the data's end).

    From the data's end the table's own levels are used; from an earlier day the scale is refitted to what
    existed by then where `matrix` allows it. A day past the data is answered from the data's end. Raises
    Refusal for a side nobody belongs to and for too short a record.
    """
    side = resolve(side_name, table, side_rule)
    until = table.data_until
    if until is None:
        raise Refusal(table.vintage.file, "no scored model", "give a table with scores")
    asked = as_of or until
    day = min(asked, until)
    carried = list(warnings)
    if asked > until:
        carried.append(f"the as-of day {asked} is past the data: forecast from {until}, where the data ends")
    early = day < until
    if early and matrix is None:
        carried.append(f"no matrix of scores: levels are those known on {until}, not those known on {day}")
    seen = (
        refitted(table, matrix, side, side_rule, day.toordinal())
        if early and matrix is not None
        else as_listed(table, side, side_rule, day.toordinal())
    )
    if seen is None or not seen.enough:
        raise Refusal(
            table.vintage.file,
            f"{side.name} has too short a record by {day} to forecast from",
            f"give a day with at least {LEAST_RECORDS} records over {LEAST_MONTHS} months before it",
        )
    if len(seen.peers) < LEAST_PEERS:
        if method == PEERS:
            raise Refusal(
                table.vintage.file, "too few organisations to know their paces",
                f"name the organisations of at least {LEAST_PEERS}, or choose another method",
            )  # fmt: skip
        carried.append("too few organisations are named to know their paces: the side's own past alone")
    carried.append(
        "intervals hold what the frontier's own past can show: a change of its pace, of who is scored or of "
        "the scale is not in them"
    )
    tested = None
    if with_backtest:
        tested = backtest(table, matrix, side, side_rule, horizons, cutoffs)
        if not tested.refitted:
            carried.append("no matrix of scores: the backtest does not refit the scale at its cut-offs")
        absent = sorted(set(horizons) - {s.months for s in tested.scores})
        if absent:
            carried.append(f"the data is too short for a backtest over {', '.join(map(str, absent))} months")
    return ForecastReport(
        side=side.name, as_of=asked, cutoff=day, data_until=until, vintage=table.vintage,
        measure=table.measure, unit=table.unit, source=table.source, side_rule=side_rule,
        method=method, basis=BASIS[method], refitted=early and matrix is not None,
        frontier=float(seen.levels[-1]), frontier_since=dt.date.fromordinal(int(seen.days[-1])),
        history=tuple(
            Past(day=dt.date.fromordinal(int(d)), level=float(v))
            for d, v in zip(seen.days, seen.levels, strict=True)
        ),
        forecasts=tuple(_ahead(day, h, METHODS[method](seen, h)) for h in horizons),
        backtest=tested, warnings=tuple(dict.fromkeys(carried)),
    )  # fmt: skip


def _ahead(day: dt.date, months: int, sample: Values) -> Ahead:
    low_90, low_50, point, high_50, high_90 = (
        float(x) for x in np.quantile(sample, [0.05, 0.25, 0.5, 0.75, 0.95])
    )
    return Ahead(
        months=months, day=dt.date.fromordinal(day_ahead(day.toordinal(), months)), point=point,
        low_50=low_50, high_50=high_50, low_90=low_90, high_90=high_90,
    )  # fmt: skip
