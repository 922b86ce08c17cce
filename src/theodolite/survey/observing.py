"""Measure the gaps worth showing: which pairs of sides, their reports, and the lag by day."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np

from theodolite.catalog.definitions import Definition, lag_definitions
from theodolite.ledger.base import Ledger, Run
from theodolite.measure import gap as gaps
from theodolite.measure import lags, sides
from theodolite.measure.frontier import records
from theodolite.measure.versions import GAP
from theodolite.model.errors import Refusal
from theodolite.model.identity import digest
from theodolite.model.observation import Observation
from theodolite.model.scores import ScoreTable
from theodolite.statistics.bootstrap import interval
from theodolite.survey.measures import Capability, fingerprint

_OTHERS = 6
"""The latest vintages beside the one measured on: a board has one every month, and old ones say little."""
QUANTITIES = ("vertical_gap", "backward_lag_months", "forward_lag_months", "level_shift_months")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DailyLag:
    """The lag on each day of one measure: values by definition, 90% limits and flags of the default one."""

    measure: Capability
    definitions: tuple[Definition, ...]
    days: tuple[dt.date, ...]
    values: Mapping[str, lags.Values] = field(repr=False)
    low: lags.Values | None = field(repr=False)
    high: lags.Values | None = field(repr=False)
    censored: lags.Flags = field(repr=False)
    first: dt.date


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Observed:
    """One pair of sides on one measure: the report in the form of its contract, and the lag by day."""

    measure: Capability
    leader: str
    follower: str
    report: Mapping[str, Any]
    daily: DailyLag | None


def observe(ledger: Ledger, run: Run, measures: Sequence[Capability]) -> list[Observed]:
    """Report on every pair of each measure, keep the figures as observations."""
    made = []
    for position, capability in enumerate(measures):
        for leader, follower in pairs(capability.newest):
            try:
                report = _report(ledger, run, capability, leader, follower)
                daily = _daily(capability, leader, follower, second=position > 0)
            except Refusal:
                continue  # a pair that this measure cannot resolve is simply not shown for it
            one = Observed(measure=capability, leader=leader, follower=follower, report=report, daily=daily)
            made.append(one)
            newest = capability.newest
            scope = f"gap {leader} {follower} {newest.vintage.sha256}"
            if newest.part:
                scope += f" {newest.part} {newest.observed_on}"
            ledger.put_observations(scope, GAP, list(_observations(one)))
    return made


def pairs(table: ScoreTable) -> list[tuple[str, str]]:
    """The pairs of sides worth a page: the two leading countries, then closed and open models."""
    best: dict[str, float] = {}
    for model in table.models:
        if model.countries:
            home = model.countries[0]
            best[home] = max(best.get(home, -np.inf), model.level)
    leading = sorted(best, key=lambda country: (-best[country], country))[:2]
    found = list(pairwise(leading))
    openness = {m.openness for m in table.models}
    if {"open", "closed"} <= openness:
        found.append(("closed", "open"))
    return found


def _report(
    ledger: Ledger, run: Run, capability: Capability, leader: str, follower: str
) -> Mapping[str, Any]:
    table = capability.newest
    drawn = capability.drawn(table)
    others = tuple(t for t in capability.tables if t is not table)[-_OTHERS:]
    key = digest(
        GAP, fingerprint(table), leader, follower, drawn.method if drawn else None,
        len(drawn.levels) if drawn else 0, *(fingerprint(t) for t in others),
    )  # fmt: skip
    kept = ledger.derived("gap", key)
    if kept is None:
        run.count("gaps measured")
        report = gaps.gap(leader, follower, table, draws=drawn, others=others, warn_past_data=False)
        kept = json.dumps(report.to_json()).encode()
        ledger.put_derived("gap", key, kept)
    report_json: Mapping[str, Any] = json.loads(kept)
    return report_json


def _daily(capability: Capability, leader: str, follower: str, second: bool) -> DailyLag | None:
    """Every day from the leader's first record to the data's end, under each standing definition."""
    table, drawn = capability.newest, capability.drawn(capability.newest)
    pair = sides.resolve_pair(leader, follower, table)
    first_records = records(table, pair[0], table.data_until or dt.date.max)
    if not first_records or table.data_until is None:
        return None
    first = first_records[0].date
    days = [first + dt.timedelta(k) for k in range((table.data_until - first).days + 1)]
    role = "second" if second else "primary"
    chosen = [d for d in lag_definitions().by_reading["standing"] if d.measure == role]
    values, low, high, censored = {}, None, None, np.zeros(len(days), dtype=bool)
    for definition in chosen:
        rule: sides.SideRule = "headquarters" if definition.side_rule == "headquarters" else "any"
        default = definition is chosen[0]
        if definition.quantity == "backward_lag":
            made = lags.backward_lags(
                table, drawn if default else None, *pair, days, definition.tolerance, rule
            )
        else:
            made = lags.level_shifts(table, None, *pair, days, rule)
        values[definition.id] = made.estimates
        if default:
            censored = censored if made.censored is None else made.censored
            if made.draws is not None:
                low, high = _limits(made.draws)
    return DailyLag(
        measure=capability, definitions=tuple(chosen), days=tuple(days), values=values, low=low, high=high,
        censored=censored, first=first,
    )  # fmt: skip


def _limits(draws: lags.Values) -> tuple[lags.Values, lags.Values]:
    """The 90% interval over the draws of each day, as in the gap report; NaN on days without one."""
    found = [interval(day) or (np.nan, np.nan) for day in draws]
    low, high = np.array(found, dtype=np.float64).reshape(-1, 2).T
    return low, high


def _observations(one: Observed) -> Iterable[Observation]:
    report, table = one.report, one.measure.newest
    known = table.vintage.date
    figures = {quantity: report[quantity] for quantity in QUANTITIES}
    figures["time_to_match_median_months"] = {"censored": None, **report["time_to_match_months"]["median"]}
    for quantity, found in figures.items():
        yield Observation(
            indicator=f"capability gap: {quantity}", subject=report["follower"],
            counterpart=report["leader"],
            definition=f"{quantity}, tolerance {report['tolerance']:g}, {one.measure.measure}",
            unit="month" if quantity.endswith("months") else one.measure.unit, value=found["estimate"],
            low=found["low"], high=found["high"], censored=found["censored"],
            holds_on=report["observed_until"], known_on=known.isoformat() if known else None,
            source=table.source, vintage_file=table.vintage.file, vintage_sha256=table.vintage.sha256,
            interval_method=report["interval_method"],
        )  # fmt: skip
