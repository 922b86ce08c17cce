"""Chips as the rules see them: each figure known, bounded or unknown, with where it is from."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from theodolite.catalog import chips as catalog
from theodolite.catalog.chips import FigureRepair, Maker
from theodolite.catalog.sources.tables import table_definition
from theodolite.measure.controls.performance import GENERAL, MATRIX, Performance, performance
from theodolite.model.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure between `low` and `high` (equal where it is known), and its source in words."""

    low: float
    high: float
    source: str | None = None

    @property
    def value(self) -> float | None:
        """The figure where it is known exactly."""
        return self.low if self.low == self.high else None

    @property
    def bounded(self) -> bool:
        """Whether anything is known of it."""
        return self.low > 0 or math.isfinite(self.high)


UNKNOWN = Figure(0.0, math.inf)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A chip. `die` in mm2 of logic; `interconnect` and `memory_bandwidth` in GB/s; `published` is TPP as
    the list has it, in the units of ours."""

    name: str
    maker: Maker | None
    released: dt.date | None
    performance: Performance | None
    die: Figure = UNKNOWN
    interconnect: Figure = UNKNOWN
    memory_bandwidth: Figure = UNKNOWN
    published: float | None = None
    datasheet: str | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def tpp(self) -> Figure:
        """Total processing performance: known where a rate is."""
        if self.performance is None:
            return UNKNOWN
        return Figure(self.performance.tpp, self.performance.tpp, self.performance.format)


def chips_of(
    table: Table, repairs: Sequence[FigureRepair] | None = None
) -> tuple[tuple[Chip, ...], tuple[str, ...]]:
    """The chips of a table of `epoch/ml_hardware`, and what is to be said of the repairs that were made."""
    known = catalog.repairs() if repairs is None else repairs
    day = table.vintage.date
    usable = [r for r in known if day is None or day <= r.review_by]
    said = [
        f"the figures of {', '.join(r.chips)} are past their review day {r.review_by} and not used"
        for r in known
        if r not in usable
    ]
    citation = table_definition(table.source).citation
    rows = table.frame.to_dicts()
    found = tuple(_chip(row, usable, citation) for row in rows)
    names = {row["chip"] for row in rows}
    stale = sorted({chip for r in usable for chip in r.chips if chip not in names})
    if stale:
        said.append(f"the list lacks chips that figures were looked up for: {', '.join(stale)}")
    return found, tuple(said)


def _chip(row: Mapping[str, Any], repairs: Sequence[FigureRepair], citation: str) -> Chip:
    measured = performance({name: row[name] for name in (*MATRIX, *GENERAL)})
    notes = []
    if measured is not None and measured.suspect:
        notes.append(
            f"{measured.format} stands twice above every other format: check that it is for dense matrices"
        )
    die = _figure(row["die"], 1.0, "die", row["chip"], repairs, citation)
    between = _figure(row["intranode_bandwidth"], 1e-9, "interconnect", row["chip"], repairs, citation)
    memory = row["memory_bandwidth"]
    published = row["total_processing"]
    return Chip(
        name=row["chip"],
        maker=catalog.maker(row["maker"]) or catalog.maker_of_chip(row["chip"]),
        released=row["released"],
        performance=measured,
        die=die,
        interconnect=between,
        memory_bandwidth=Figure(memory * 1e-9, memory * 1e-9, citation) if memory else UNKNOWN,
        published=published / 1e12 if published else None,
        datasheet=row["datasheet"],
        notes=tuple(notes),
    )


def _figure(
    cell: float | None, factor: float, figure: str, chip: str, repairs: Sequence[FigureRepair], citation: str
) -> Figure:
    """The list's own figure; the repair file's where the cell is blank or still reads as it says."""
    own = None if cell is None else round(cell * factor, 6)
    for repair in repairs:
        if repair.figure == figure and chip in repair.chips and own == repair.instead_of:
            low = repair.value if repair.value is not None else repair.least or 0.0
            high = repair.value if repair.value is not None else repair.most or math.inf
            return Figure(low, high, f"{repair.source} ({repair.reason})")
    return UNKNOWN if own is None else Figure(own, own, citation)
