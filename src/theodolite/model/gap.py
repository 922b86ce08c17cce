"""The report on the gap between two sides: every quantity with its interval, and what it rests on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from theodolite.model.estimate import Estimate
from theodolite.model.scores import Vintage

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMatch:
    """A record of the leader and the follower's earliest equal.

    `months` is None while the record is open; then `open_for_months` says for how long. `already`: the
    follower had it before the record was set.
    """

    model: str
    date: dt.date
    level: float
    matched_by: str | None
    matched_on: dt.date | None
    months: float | None
    already: bool
    open_for_months: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeToMatchReport:
    """Time to match in months: the lognormal's median, the Kaplan-Meier curve, every record.

    `curve` is (months, share still open) from (0, 1); `kaplan_meier_median` is None where it stays above
    half. `closing_releases` counts the distinct releases of the follower that closed records.
    """

    median: Estimate
    kaplan_meier_median: float | None
    curve: tuple[tuple[float, float], ...]
    records: tuple[RecordMatch, ...]
    closing_releases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SideCoverage:
    """Scored models and labs of a side in the twelve months to the day; `thin` under 5 models or 3 labs.

    Where the table names no organisation at all `labs_known` is false: `labs` is then 0 here, null in JSON,
    and `thin` goes by the models alone.
    """

    models: int
    labs: int
    registry_models: int | None
    thin: bool
    labs_known: bool = True

    def to_json(self) -> dict[str, Any]:
        """JSON values only; labs that cannot be counted are null."""
        return {
            "models": self.models,
            "labs": self.labs if self.labs_known else None,
            "registry_models": self.registry_models,
            "thin": self.thin,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """One quantity under one change of what moves it; the other axes stay as in the report."""

    quantity: str
    vintage: str
    tolerance: float
    window: str
    rule: str
    date_basis: str
    estimate: float | None
    censored: str | None
    observed_until: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class MostMoved:
    """The single model that, left out or re-dated, moves a quantity most."""

    model: str
    change: str
    quantity: str
    estimate_with: float | None
    estimate_without: float | None
    re_dated_from: dt.date | None = None
    re_dated_to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierPoint:
    """A model on a side's frontier."""

    model: str
    date: dt.date
    level: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReport:
    """The gap between two sides on one day, from one vintage.

    Points are the measure's own; months are days over 30.4375. `as_of` is the day asked for,
    `observed_until` the day answered for. `maximum_bias_points` is how far a maximum of noisy scores lies
    above the true one, by simulation, for the leader's and the follower's frontier. `part` names the part
    of the file that was measured on (a board, a suite of tasks), `licence` its licence; `publishable` is
    false where none is stated. `date_basis` says which of a model's dates were taken.
    """

    leader: str
    follower: str
    as_of: dt.date
    observed_until: dt.date
    data_until: dt.date
    vintage: Vintage
    measure: str
    unit: str
    source: str
    tolerance: float
    side_rule: str
    vertical_gap: Estimate
    p_follower_ahead: float | None
    backward_lag_months: Estimate
    forward_lag_months: Estimate
    level_shift_months: Estimate
    time_to_match_months: TimeToMatchReport
    measurable_range_months: float | None
    leader_coverage: SideCoverage
    follower_coverage: SideCoverage
    sensitivity: tuple[Sensitivity, ...]
    most_moved_by: MostMoved | None
    interval_method: str
    draws: int
    maximum_bias_points: tuple[float, float] | None
    leader_frontier: tuple[FrontierPoint, ...]
    follower_frontier: tuple[FrontierPoint, ...]
    warnings: tuple[str, ...]
    part: str | None = None
    licence: str | None = None
    publishable: bool = True
    date_basis: str = "as listed"

    def to_json(self) -> dict[str, Any]:
        """The report in the form of the contract: JSON values only, numbers unrounded."""
        return {
            "schema_version": SCHEMA_VERSION,
            "leader": self.leader,
            "follower": self.follower,
            "as_of": self.as_of.isoformat(),
            "observed_until": self.observed_until.isoformat(),
            "data_until": self.data_until.isoformat(),
            "vintage": self.vintage.to_json(),
            "measure": self.measure,
            "unit": self.unit,
            "source": self.source,
            "part": self.part,
            "licence": self.licence,
            "publishable": self.publishable,
            "date_basis": self.date_basis,
            "tolerance": self.tolerance,
            "side_rule": self.side_rule,
            "vertical_gap": self.vertical_gap.to_json(),
            "p_follower_ahead": self.p_follower_ahead,
            "backward_lag_months": self.backward_lag_months.to_json(),
            "forward_lag_months": self.forward_lag_months.to_json(),
            "level_shift_months": self.level_shift_months.to_json(),
            "time_to_match_months": _time_to_match(self.time_to_match_months),
            "measurable_range_months": self.measurable_range_months,
            "coverage": {
                "leader": self.leader_coverage.to_json(),
                "follower": self.follower_coverage.to_json(),
            },
            "sensitivity": [_flat(row) for row in self.sensitivity],
            "most_moved_by": _flat(self.most_moved_by) if self.most_moved_by else None,
            "interval_method": self.interval_method,
            "draws": self.draws,
            "maximum_bias_points": (
                dict(zip(("leader", "follower"), self.maximum_bias_points, strict=True))
                if self.maximum_bias_points
                else None
            ),
            "frontiers": {
                "leader": [_flat(point) for point in self.leader_frontier],
                "follower": [_flat(point) for point in self.follower_frontier],
            },
            "warnings": list(self.warnings),
        }


def _time_to_match(report: TimeToMatchReport) -> dict[str, Any]:
    median = report.median
    return {
        "median": {"estimate": median.estimate, "low": median.low, "high": median.high},
        "kaplan_meier": {
            "median": report.kaplan_meier_median,
            "curve": [list(step) for step in report.curve],
        },
        "records": [_flat(record) for record in report.records],
        "closing_releases": report.closing_releases,
    }


def _flat(value: Any) -> dict[str, Any]:
    """The fields of a small dataclass, days as ISO 8601."""
    return {
        name: field.isoformat() if isinstance(field, dt.date) else field
        for name in value.__slots__
        for field in (getattr(value, name),)
    }
