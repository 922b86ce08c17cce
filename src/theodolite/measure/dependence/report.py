"""Dependence of two sides both ways: models by source, hardware, clusters, and what documents claim."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from theodolite.measure.compute_ownership import COVERAGE
from theodolite.measure.dependence.bases import Bases
from theodolite.measure.dependence.claimed import ClaimedRow, claimed
from theodolite.measure.dependence.hardware import (
    ClusterRow,
    HardwareRow,
    clusters_on,
    listed_makers,
    trained_on,
)
from theodolite.measure.dependence.releases import Release, as_table, releases_of
from theodolite.measure.dependence.ties import Direction, built_on, frontier_only
from theodolite.measure.side import Side, SideRule
from theodolite.measure.sides import resolve_pair
from theodolite.model.claim import Claim
from theodolite.model.scores import Vintage
from theodolite.model.table import Table

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTies:
    """What one table declares, both ways, over one set of its releases ("all" or "frontier")."""

    source: str
    vintage: Vintage
    publishable: bool
    set: str
    first_on_second: Direction
    second_on_first: Direction
    without_country: int

    def to_json(self) -> dict[str, Any]:
        """The ties in the form of the contract."""
        return {
            "evidence": "declared", "source": self.source, "vintage": self.vintage.to_json(),
            "publishable": self.publishable, "set": self.set, "without_country": self.without_country,
            "first_on_second": _direction(self.first_on_second),
            "second_on_first": _direction(self.second_on_first),
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class HardwareTies:
    """What hardware the releases of one table name, both ways."""

    source: str
    vintage: Vintage
    first_on_second: tuple[HardwareRow, ...]
    second_on_first: tuple[HardwareRow, ...]
    unresolved: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The ties in the form of the contract."""
        return {
            "evidence": "declared", "source": self.source, "vintage": self.vintage.to_json(),
            "first_on_second": [r.to_json() for r in self.first_on_second],
            "second_on_first": [r.to_json() for r in self.second_on_first],
            "unresolved": list(self.unresolved),
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Both directions of dependence between two sides; `clusters` and `claims` None where none were given."""

    first: Side
    second: Side
    period: tuple[dt.date | None, dt.date | None]
    side_rule: SideRule
    models: tuple[ModelTies, ...]
    hardware: tuple[HardwareTies, ...]
    clusters: tuple[ClusterRow, ClusterRow, Vintage] | None
    claims: tuple[tuple[ClaimedRow, ...], tuple[ClaimedRow, ...]] | None
    warnings: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The report in the form of the contract."""
        begins, ends = self.period
        return {
            "schema_version": SCHEMA_VERSION,
            "first": self.first.name,
            "second": self.second.name,
            "period": {
                "from": begins.isoformat() if begins else None, "to": ends.isoformat() if ends else None,
            },
            "side_rule": self.side_rule,
            "interval_method": "Jeffreys, 90%",
            "models": [m.to_json() for m in self.models],
            "hardware": [h.to_json() for h in self.hardware],
            "clusters": None if self.clusters is None else {
                "evidence": "declared", "source": "epoch/gpu_clusters",
                "vintage": self.clusters[2].to_json(),
                "first_on_second": self.clusters[0].to_json(),
                "second_on_first": self.clusters[1].to_json(),
            },
            "claims": None if self.claims is None else {
                "evidence": "claimed",
                "first_on_second": [r.to_json() for r in self.claims[0]],
                "second_on_first": [r.to_json() for r in self.claims[1]],
            },
            "warnings": list(self.warnings),
        }  # fmt: skip


def dependence(
    first: str,
    second: str,
    tables: Sequence[Table],
    *,
    period: tuple[dt.date | None, dt.date | None] = (None, None),
    side_rule: SideRule = "any",
    hardware: Table | None = None,
    clusters: Table | None = None,
    claims: Sequence[Claim] | None = None,
    also: Sequence[Table] = (),
) -> Report:
    """Measure dependence of two sides on each other, each table of `tables` on its own.

    A base is looked up in all of the tables and in those of `also`. `period` holds both its days; a release
    without a date is in none. Raises Refusal where nobody belongs to a side or both are one.
    """
    releases = {t.source: releases_of(t) for t in tables}
    everything = [r for found in releases.values() for r in found]
    sides = resolve_pair(first, second, as_table(everything, tables[0].vintage), side_rule)
    others = [r for t in also if t.source not in releases for r in releases_of(t)]
    bases = Bases([*everything, *others])
    listed = listed_makers(hardware)
    by_country = all(side.kind == "country" for side in sides)
    models: list[ModelTies] = []
    trained: list[HardwareTies] = []
    for table in tables:
        within = tuple(r for r in releases[table.source] if _within(r, period))
        models += _models(table, within, sides, bases, side_rule)
        if by_country and any(r.hardware for r in within):
            trained.append(_hardware(table, within, sides, listed, side_rule))
    warnings = [f"{t.source}: {w}" for t in tables for w in t.warnings if _of_use(w)]
    warnings += _about(models, by_country, hardware, clusters, sides)
    of_clusters = None
    if clusters is not None and by_country:
        a, b = (clusters_on(clusters, x, y, listed) for x, y in (sides, sides[::-1]))
        of_clusters = (a, b, clusters.vintage)
        warnings += _about_clusters((a, b))
    told = None if claims is None else (claimed(claims, *sides), claimed(claims, *sides[::-1]))
    return Report(
        first=sides[0],
        second=sides[1],
        period=period,
        side_rule=side_rule,
        models=tuple(models),
        hardware=tuple(trained),
        clusters=of_clusters,
        claims=told,
        warnings=tuple(warnings),
    )


_USED = ("model", "date", "countries", "organisations", "base_model", "hardware", "access")
_CELLS = re.compile(r"\d+ cells of (\w+) ")


def _of_use(warning: str) -> bool:
    """Whether a table's warning is of a field that is used here."""
    cells = _CELLS.match(warning)
    return cells is None or cells[1] in _USED


def _within(release: Release, period: tuple[dt.date | None, dt.date | None]) -> bool:
    begins, ends = period
    if begins is None and ends is None:
        return True
    if release.date is None:
        return False
    return (begins is None or release.date >= begins) and (ends is None or release.date <= ends)


def _models(
    table: Table, releases: Sequence[Release], sides: tuple[Side, Side], bases: Bases, rule: SideRule
) -> list[ModelTies]:
    """The table's releases, and those among them at the frontier where it tells which they are."""
    sets: list[tuple[str, Sequence[Release]]] = [("all", releases)]
    frontier = frontier_only(releases)
    if frontier and len(frontier) < len(releases):
        sets.append(("frontier", frontier))
    return [
        ModelTies(
            source=table.source,
            vintage=table.vintage,
            publishable=table.publishable,
            set=name,
            first_on_second=built_on(members, *sides, bases, rule),
            second_on_first=built_on(members, *sides[::-1], bases, rule),
            without_country=sum(not r.countries for r in members),
        )
        for name, members in sets
    ]


def _hardware(
    table: Table, releases: Sequence[Release], sides: tuple[Side, Side], listed: Mapping[str, str | None],
    rule: SideRule,
) -> HardwareTies:  # fmt: skip
    one, unplaced = trained_on(releases, *sides, listed, rule)
    two, also = trained_on(releases, *sides[::-1], listed, rule)
    return HardwareTies(
        source=table.source,
        vintage=table.vintage,
        first_on_second=one,
        second_on_first=two,
        unresolved=tuple(sorted({*unplaced, *also})),
    )


def _about(
    models: Sequence[ModelTies], by_country: bool, hardware: Table | None, clusters: Table | None,
    sides: tuple[Side, Side],
) -> list[str]:  # fmt: skip
    found = [
        "a release that declares no base counts as built on nothing: true shares of releases are no lower"
    ]
    for ties in models:
        if ties.without_country and ties.set == "all":
            found.append(f"{ties.source}: {ties.without_country} releases name no country and are in no side")
        nobody = sorted({b for d in (ties.first_on_second, ties.second_on_first) for _, b in d.unresolved})
        if nobody and ties.set == "all":
            found.append(f"{ties.source}: nobody here knows whose these bases are: {', '.join(nobody)}")
    if not by_country:
        named = f"{sides[0].name} and {sides[1].name}"
        found.append(f"hardware and clusters are by country of the maker: {named} are not both countries")
    elif hardware is None:
        found.append("no list of chips (epoch/ml_hardware): makers are told by the beginnings of names")
    if by_country and clusters is None:
        found.append("no clusters: epoch/gpu_clusters is not in the data")
    return found


def _about_clusters(rows: tuple[ClusterRow, ClusterRow]) -> list[str]:
    found = [COVERAGE]
    for row in rows:
        if row.share is None:
            found.append(
                f"whose chips the clusters in {row.builder} have is not told: {row.unknown:,.0f} of "
                f"{row.h100e:,.0f} H100 equivalents are anonymised or of unknown makers"
            )
    return found


def _direction(direction: Direction) -> dict[str, Any]:
    return {
        "rows": [r.to_json() for r in direction.rows],
        "ties": [t.to_json() for t in direction.ties],
        "unresolved": [{"release": release, "base": base} for release, base in direction.unresolved],
    }
