"""Figures of an indicator: levels, shares and growth, each with what it rests on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from theodolite.model.basis import Basis

SCHEMA_VERSION = "1"
Rule = Literal["full", "fractional", "majority", "headquarters"]
RULES: tuple[Rule, ...] = ("full", "fractional", "majority", "headquarters")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """A figure with its 90% limits, None where none can be had."""

    estimate: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked of a table.

    `value` None counts rows; `statistic` is count, sum, max, median, mean or last. `where` are conditions as
    written. `rule` says how a row with several values of `by` counts: full (once in each), fractional (in
    parts that add up to one), majority (only for the side of more than half), headquarters (the first named).
    """

    indicator: str | None
    value: str | None
    statistic: str
    unit: str
    by: str | None
    date: str | None
    where: tuple[str, ...]
    period: str | None
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The figure of one group in one year. `share` is of the year's total, `change` the factor on the year
    before; both None where they are not defined. `n` counts the rows behind it."""

    group: str
    period: str
    value: float
    n: int
    share: float | None = None
    rank: int | None = None
    change: float | None = None
    settled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Concentration:
    """How much the largest groups of a year or selection hold, in 0 to 1; `hhi` is Herfindahl-Hirschman."""

    period: str | None
    groups: int
    cr1: float | None
    cr3: float | None
    cr5: float | None
    cr10: float | None
    hhi: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One figure under another choice: `axis` is what was varied, `setting` how."""

    axis: str
    setting: str
    vintage: str
    group: str | None
    value: float | None
    share: float | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelReport:
    """Levels of an indicator, or why there are none (`no_data`).

    `indicator` describes the definition (see the catalogue). No level has an interval: records and registers
    are counted, not sampled; what else could be said of them stands in `sensitivity`.
    """

    question: Question
    indicator: dict[str, Any]
    basis: Basis | None
    levels: tuple[Level, ...] = ()
    concentration: tuple[Concentration, ...] = ()
    sensitivity: tuple[Variant, ...] = ()
    interval_method: Literal["none"] = "none"
    no_data: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one group holds of the total."""

    group: str
    value: float
    share: float | None
    n: int
    rank: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareReport:
    """Shares of groups in a total.

    `total` is of all rows that pass the conditions, or the publisher's own total (`total_is`). `unknown` are
    rows that name no group; `other` is what belongs to none of the groups shown; `overlap` what counts in
    more than one of them (full counting), so that shares may add up to more than one.
    """

    question: Question
    basis: Basis
    total: float
    total_is: str
    rows: int
    shares: tuple[Share, ...]
    other: Share | None
    unknown: Share | None
    overlap: float
    concentration: Concentration | None
    sensitivity: tuple[Variant, ...]
    interval_method: Literal["none"] = "none"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupGrowth:
    """The trend of one group (None: of all rows).

    Limits are 90%: the estimate carries those of resampled rows, `*_ols` those of the standard error of the
    slope. `residual_sd` is in powers of ten. `most_moved_by` names the row that moves the factor most when it
    is left out, `without_it` the factor then. None where there are too few values, with a warning.
    """

    group: str | None
    n: int
    first: dt.date | None
    last: dt.date | None
    factor_per_year: Limits
    factor_per_year_ols: Limits
    doubling_days: Limits
    doubling_days_ols: Limits
    doubling_months: float | None
    r_squared: float | None
    residual_sd: float | None
    most_moved_by: str | None
    without_it: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthReport:
    """Growth of a value by least squares on logarithms over date. `set` is all, records or top:N."""

    question: Question
    basis: Basis
    set: str
    since: dt.date | None
    until: dt.date | None
    trends: tuple[GroupGrowth, ...]
    sensitivity: tuple[Variant, ...]
    interval_method: str
    warnings: tuple[str, ...] = ()


def to_json(report: Any) -> dict[str, Any]:
    """A report as JSON values, with the version of its schema."""
    made = _plain(report)
    assert isinstance(made, dict)
    return {"schema_version": SCHEMA_VERSION, **made}


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value
