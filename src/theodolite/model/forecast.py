"""A forecast of a side's frontier, and how such forecasts did from past days."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from theodolite.model.scores import Vintage

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A record of the side, as seen from the cut-off."""

    day: dt.date
    level: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Where the frontier will stand, in points: the median, its central 50% and 90% intervals."""

    months: int
    day: dt.date
    point: float
    low_50: float
    high_50: float
    low_90: float
    high_90: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one method did at one horizon, over `n` cut-offs.

    `mae` is of the median; `crps` of the whole distribution; both in points. `coverage_50` and `coverage_90`
    are shares of the targets inside. `separate` is how many horizons fit end to end into the cut-offs' span:
    overlapping windows are no independent trials.
    """

    method: str
    ours: bool
    months: int
    n: int
    separate: float
    mae: float
    crps: float
    coverage_50: float
    coverage_90: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """Scores of every method from the same cut-offs on the same targets, and what was refitted."""

    first: dt.date
    last: dt.date
    cutoffs: int
    refitted: bool
    target: str
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastReport:
    """A side's frontier some months on. `basis` says what the intervals rest on."""

    side: str
    as_of: dt.date
    cutoff: dt.date
    data_until: dt.date
    vintage: Vintage
    measure: str
    unit: str
    source: str
    side_rule: str
    method: str
    basis: str
    refitted: bool
    frontier: float
    frontier_since: dt.date
    history: tuple[Past, ...]
    forecasts: tuple[Ahead, ...]
    backtest: Backtest | None
    warnings: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The report as JSON values, numbers unrounded."""
        plain: dict[str, Any] = _plain({"schema_version": SCHEMA_VERSION, **asdict(self)})
        return plain


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value
