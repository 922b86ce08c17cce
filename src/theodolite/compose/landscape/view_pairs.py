"""What the pages of sides say: two held against each other on every measure, any number on one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from theodolite.model.basis import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two sides on every measure that has them: gap reports in the contract's JSON, by measure.

    `reports` are (measure, unit, report, basis); the first two are the two capability measures.
    `not_measured` says of which measures there is none for the pair, and why. `commands` give a measure's
    report again, by measure; without one the page gives `theodolite gap` with both sides and the day.
    """

    leader: str
    follower: str
    reports: tuple[tuple[str, str, Mapping[str, Any], Basis], ...]
    not_measured: tuple[tuple[str, str], ...] = ()
    commands: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideStanding:
    """A side's best model on the day; the last three None where it has none by then."""

    side: str
    models: int
    model: str | None
    date: dt.date | None
    level: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SidesApart:
    """One ordered pair: how far the follower is below in level and behind in months, with 90% limits."""

    leader: str
    follower: str
    gap: float | None
    gap_low: float | None
    gap_high: float | None
    lag: float | None
    lag_low: float | None
    lag_high: float | None
    censored: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SidesView:
    """Any number of sides on one measure, every pair of them; `as_of` is the day they are compared on."""

    measure: str
    unit: str
    as_of: dt.date
    standings: tuple[SideStanding, ...]
    pairs: tuple[SidesApart, ...]
    basis: Basis
    warnings: tuple[str, ...] = ()
    command: str | None = None
