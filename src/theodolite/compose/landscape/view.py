"""What the landscape's pages say, as plain values: nothing to look up and no clock.

`survey` fills a `Landscape` from what the rooms found; `compose.landscape` turns it into pages and charts.
Every figure carries the source, vintage and definition it rests on; a value that does not exist is None with
a reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from theodolite.compose.landscape.view_pairs import PairView, SidesView
from theodolite.model.basis import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupValue:
    """An indicator's value for one group ("China") in one period ("2024").

    `low` and `high` limit 90%, None where no interval can be had. `share` is of the period's total, in 0 to
    1. `settled` is False for periods that the publisher still fills in.
    """

    group: str
    period: str
    value: float
    low: float | None = None
    high: float | None = None
    share: float | None = None
    n: int | None = None
    settled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """One indicator with its figures, or with the reason why there are none.

    `id` is the catalogue's name. `kind` keeps quantity and quality apart. `counting` says what is counted and
    how (full or fractional, families or applications, constant or current money). `sentence` says where
    things stand in words and figures, None where there is no data. `sensitivity` are rows (what was varied,
    value, words); `growth` words of growth with interval, where it makes sense. `shape` is the public shape
    of the source (field, what it holds) and `source_title`, `source_address` where it is: printed where there
    is no data. `command` gives the same figures again; it names no folder of a machine.
    """

    id: str
    dimension: str
    title: str
    unit: str
    kind: Literal["quantity", "quality"]
    counting: str
    definition: str
    values: tuple[GroupValue, ...] = ()
    basis: Basis | None = None
    sentence: str | None = None
    no_data: str | None = None
    growth: str | None = None
    sensitivity: tuple[tuple[str, str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    command: str | None = None
    source_title: str | None = None
    source_address: str | None = None
    shape: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionView:
    """One dimension (capability, capital, patents and papers, compute, ...) with its indicators."""

    id: str
    title: str
    about: str
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankRow:
    """A model's place on one measure: level with 90% limits, rank with 90% limits, chance to be first."""

    model: str
    side: str
    openness: str | None
    date: dt.date
    level: float
    low: float | None
    high: float | None
    rank: int
    rank_low: int | None
    rank_high: int | None
    p_first: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingView:
    """The models of one measure, best first. `as_of` is the board's or the vintage's day."""

    measure: str
    unit: str
    as_of: dt.date
    rows: tuple[RankRow, ...]
    basis: Basis
    interval_method: str
    warnings: tuple[str, ...] = ()
    command: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What one source says of a model: field ("date: announced", "country", "price in"), value as text."""

    field: str
    value: str
    source: str
    vintage_file: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """One model of the registry: every name, every source's facts side by side, its levels.

    `levels` are (measure, row), the measure named as its `RankingView` is: that view gives the basis, and a
    level without one is not shown in a public build. `built_on` and `base_of` are ids or names of models.
    """

    id: str
    name: str
    family: str | None
    organisation: str | None
    side: str | None
    openness: str | None
    date: dt.date | None
    names: tuple[str, ...]
    facts: tuple[Fact, ...]
    levels: tuple[tuple[str, RankRow], ...] = ()
    built_on: tuple[str, ...] = ()
    base_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two sources that say different things of one model. `size` in `unit` (days, times), None for words."""

    model: str
    field: str
    first: Fact
    second: Fact
    size: float | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """How often two sources agree on one field, over the models that both have.

    `first` and `second` are ids of sources, or names of trackers (groups of sources of one house); a tracker
    of a source that may not be published is not told from others by its name: leave it out.
    """

    field: str
    first: str
    second: str
    n: int
    agree: int
    within_week: int | None
    within_month: int | None
    median_difference: float | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementsView:
    """Where trackers disagree: the summary by pair of sources, then single cases, the largest first."""

    models: int
    in_two_sources: int
    summary: tuple[AgreementRow, ...]
    cases: tuple[Disagreement, ...]
    shown: int
    warnings: tuple[str, ...] = ()
    command: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipRow:
    """A chip under the rules of a day. `cls` is the class's name; `why` the condition that decided."""

    chip: str
    maker: str | None
    released: dt.date | None
    tpp: float | None
    die_mm2: float | None
    performance_density: float | None
    interconnect_gb_s: float | None
    cls: str
    why: str
    unknown_because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipRegion:
    """Where a rule gives a class in the plane of TPP and performance density; None: no limit on that side."""

    cls: str
    tpp_from: float | None = None
    tpp_to: float | None = None
    density_from: float | None = None
    density_to: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipsView:
    """Every chip of the data under each set of rules; `rules` are (name, from, to, words, source address).

    `regions` are by rule's name, for rules that go by TPP and performance density: a chip is in a class where
    it is in one of its regions (the lower limits belong to it).
    """

    rules: tuple[tuple[str, dt.date, dt.date | None, str, str], ...]
    by_rule: Mapping[str, tuple[ChipRow, ...]]
    basis: Basis
    regions: Mapping[str, tuple[ChipRegion, ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    command: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """What share of one side's releases of a period rests on the other's; limits of 90%."""

    builder: str
    base: str
    period: str
    ties: int
    releases: int
    unresolved: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DependenceView:
    """Dependence of two sides both ways.

    `kind` is "models", "hardware" or another tie; `evidence` says whether the ties are declared in data or
    claimed in documents; `examples` are (release, base, source).
    """

    first: str
    second: str
    kind: str
    evidence: Literal["declared", "claimed"]
    rows: tuple[TieRow, ...]
    examples: tuple[tuple[str, str, str], ...]
    basis: Basis | None
    warnings: tuple[str, ...] = ()
    command: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastPoint:
    """A forecast for one day: the median and central limits."""

    day: dt.date
    months: float
    median: float
    low50: float
    high50: float
    low90: float
    high90: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BacktestRow:
    """How a method did at past cut-offs, refitted at each: errors in points, coverage 0 to 1."""

    method: str
    months: float
    n: int
    mae: float
    crps: float
    coverage90: float
    coverage50: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastView:
    """Where a side's frontier may go, with what the same method would have said before."""

    measure: str
    unit: str
    side: str
    made_for: dt.date
    history: tuple[tuple[dt.date, float], ...]
    points: tuple[ForecastPoint, ...]
    backtest: tuple[BacktestRow, ...]
    method: str
    basis: Basis
    warnings: tuple[str, ...] = ()
    command: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VintageRow:
    """One vintage that is held: what it is, when it was pulled, from when to when it was in force."""

    file: str
    sha256: str
    date: dt.date | None
    rows: int | None
    pulled: str | None = None
    in_force_from: str | None = None
    in_force_until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One publisher's table: terms, addresses, fields, faults, repairs, and every vintage held.

    `fields` are (our name, the file's header, type and unit, what is checked); `repairs` (rows, what is set,
    reason, how long).
    """

    id: str
    title: str
    producer: str
    licence: str
    licence_address: str | None
    address: str | None
    download: str | None
    citation: str | None
    publish: bool
    fields: tuple[tuple[str, str, str, str], ...] = ()
    faults: tuple[str, ...] = ()
    repairs: tuple[tuple[str, str, str, str], ...] = ()
    vintages: tuple[VintageRow, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Landscape:
    """Everything the landscape's pages say. Empty parts have no page."""

    dimensions: tuple[DimensionView, ...] = ()
    rankings: tuple[RankingView, ...] = ()
    models: tuple[ModelView, ...] = ()
    disagreements: DisagreementsView | None = None
    chips: ChipsView | None = None
    dependence: tuple[DependenceView, ...] = ()
    forecasts: tuple[ForecastView, ...] = ()
    sources: tuple[SourceView, ...] = ()
    sides: tuple[SidesView, ...] = ()
    pairs: tuple[PairView, ...] = field(default=())
