"""What share of one side's models is trained on hardware of the other, and whose chips fill its clusters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from theodolite.catalog import chips
from theodolite.catalog.chips import Maker
from theodolite.measure.compute_ownership import standing
from theodolite.measure.dependence.releases import Release
from theodolite.measure.dependence.ties import ALL, Share
from theodolite.measure.side import Side, SideRule
from theodolite.model.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class HardwareRow:
    """Of the builder's `known` releases, those that name hardware whose maker is known, `ties` were trained
    on chips of the other side, `only` on no others; `unresolved` name hardware of unknown makers alone.
    """

    builder: str
    maker: str
    period: str
    releases: int
    known: int
    ties: int
    only: int
    unresolved: int

    def to_json(self) -> dict[str, Any]:
        """The row in the form of the contract."""
        return {
            "builder": self.builder, "maker": self.maker, "period": self.period, "releases": self.releases,
            "known": self.known, "only": self.only, "unresolved": self.unresolved,
            "of_known": Share(ties=self.ties, of=self.known).to_json(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterRow:
    """Compute of a side's clusters by whose chips it is, in H100 equivalents; `unknown` where not told."""

    builder: str
    maker: str
    clusters: int
    h100e: float
    of_maker: float
    unknown: float

    @property
    def share(self) -> float | None:
        """Of the compute whose maker is known; None where none is."""
        known = self.h100e - self.unknown
        return self.of_maker / known if known > 0 else None

    def to_json(self) -> dict[str, Any]:
        """The row in the form of the contract."""
        return {
            "builder": self.builder, "maker": self.maker, "clusters": self.clusters, "h100e": self.h100e,
            "of_maker": self.of_maker, "unknown": self.unknown, "share": self.share,
        }  # fmt: skip


def maker_of(hardware: str, listed: Mapping[str, str | None]) -> Maker | None:
    """Who makes a chip: as the list of chips has it, else as its name begins; None without a country."""
    found = chips.maker(listed.get(hardware)) or chips.maker_of_chip(hardware)
    return found if found is not None and found.country is not None else None


def listed_makers(hardware: Table | None) -> dict[str, str | None]:
    """Makers by the names of chips in a table of `epoch/ml_hardware`; nothing without one."""
    if hardware is None:
        return {}
    return dict(zip(hardware.frame["chip"].to_list(), hardware.frame["maker"].to_list(), strict=True))


def trained_on(
    releases: Sequence[Release], builder: Side, maker: Side, listed: Mapping[str, str | None],
    rule: SideRule = "any",
) -> tuple[tuple[HardwareRow, ...], tuple[str, ...]]:  # fmt: skip
    """Rows by year and for all, and the hardware whose maker nobody knows. `maker` is a country or bloc."""
    own = [r for r in releases if builder.holds(r.as_model(), rule) and r.hardware]
    of = {id(r): {maker_of(h, listed) for h in r.hardware} for r in own}
    all_of = [r for r in releases if builder.holds(r.as_model(), rule)]
    years = sorted({r.date.year for r in own if r.date is not None})
    periods: list[tuple[str, list[Release], int]] = [
        (
            str(year),
            [r for r in own if r.date and r.date.year == year],
            sum(r.date is not None and r.date.year == year for r in all_of),
        )
        for year in years
    ]
    periods.append((ALL, own, len(all_of)))
    rows = []
    for period, members, total in periods:
        countries = [{m.country for m in of[id(r)] if m is not None} for r in members]
        rows.append(
            HardwareRow(
                builder=builder.name,
                maker=maker.name,
                period=period,
                releases=total,
                known=sum(bool(c) for c in countries),
                ties=sum(bool(c & maker.values) for c in countries),
                only=sum(bool(c) and c <= maker.values for c in countries),
                unresolved=sum(not c for c in countries),
            )
        )
    unplaced = sorted({h for r in own for h in r.hardware if maker_of(h, listed) is None})
    return tuple(rows), tuple(unplaced)


def clusters_on(clusters: Table, builder: Side, maker: Side, listed: Mapping[str, str | None]) -> ClusterRow:
    """Clusters in a side's countries that stood when the vintage was made, by whose chips they have.

    Both sides are countries or blocs. A cluster with chips of two makers counts by its primary ones.
    """
    total = of_maker = unknown = 0.0
    count = 0
    for row in standing(clusters, clusters.vintage.date or dt.date.max)[0]:
        if not builder.values & set(row["countries"] or ()):
            continue
        count += 1
        total += row["h100e"]
        found = maker_of(row["chip"] or "", listed) or _supplier(row["supplier"])
        if found is None:
            unknown += row["h100e"]
        elif found.country in maker.values:
            of_maker += row["h100e"]
    return ClusterRow(
        builder=builder.name,
        maker=maker.name,
        clusters=count,
        h100e=total,
        of_maker=of_maker,
        unknown=unknown,
    )


def _supplier(written: str | None) -> Maker | None:
    found = chips.maker(written)
    return found if found is not None and found.country is not None else None
