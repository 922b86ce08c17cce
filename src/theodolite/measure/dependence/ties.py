"""What share of one side's releases is built on the other side's models, as the data declare it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from theodolite.measure.dependence.bases import Base, Bases
from theodolite.measure.dependence.releases import Release
from theodolite.measure.side import Side, SideRule
from theodolite.model.scores import ScoredModel
from theodolite.statistics.proportion import jeffreys

ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """`ties` of `of`, with the 90% Jeffreys interval; everything None where `of` is 0."""

    ties: int
    of: int

    @property
    def share(self) -> float | None:
        """The proportion itself."""
        return self.ties / self.of if self.of else None

    @property
    def limits(self) -> tuple[float, float] | None:
        """The interval."""
        return jeffreys(self.ties, self.of)

    def to_json(self) -> dict[str, Any]:
        """Counts, share and limits."""
        low, high = self.limits or (None, None)
        return {"ties": self.ties, "of": self.of, "share": self.share, "low": low, "high": high}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Ties of one builder to one base in one period.

    `declared` releases name a base at all; `own` are built on the builder's own side only. Of the ties,
    `joint` are of releases that belong to both sides, `shared` of those whose bases do. `unresolved` releases
    name only bases of which nobody here knows whose they are: the share could be higher by them.
    """

    builder: str
    base: str
    period: str
    releases: int
    declared: int
    ties: int
    own: int
    joint: int
    shared: int
    unresolved: int

    @property
    def of_releases(self) -> Share:
        """Of all releases: a release that declares nothing counts as built on nothing, so at least this."""
        return Share(ties=self.ties, of=self.releases)

    @property
    def of_declared(self) -> Share:
        """Of those that declare a base that is known."""
        return Share(ties=self.ties, of=self.declared - self.unresolved)

    def to_json(self) -> dict[str, Any]:
        """The row in the form of the contract."""
        return {
            "builder": self.builder, "base": self.base, "period": self.period, "releases": self.releases,
            "declared": self.declared, "ties": self.ties, "own": self.own, "joint": self.joint,
            "shared": self.shared, "unresolved": self.unresolved, "of_releases": self.of_releases.to_json(),
            "of_declared": self.of_declared.to_json(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One release built on one base of the other side, with how it is known whose the base is."""

    release: Release
    base: Base

    def to_json(self) -> dict[str, Any]:
        """Where the tie stands and what it says."""
        return {
            "release": self.release.name, "date": _iso(self.release), "base": self.base.name,
            "base_countries": list(self.base.countries), "base_organisations": list(self.base.organisations),
            "evidence": self.base.evidence, "source": self.release.source, "line": self.release.line,
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """One side built on the other: rows by year and for all, each tie, and the bases nobody could place."""

    rows: tuple[Row, ...]
    ties: tuple[Tie, ...]
    unresolved: tuple[tuple[str, str], ...]


def built_on(
    releases: Sequence[Release], builder: Side, base: Side, bases: Bases, rule: SideRule = "any"
) -> Direction:
    """Count the releases of `builder` that declare a base of `base`, by year of release and in all.

    A release without a date counts in all only. A base of which nothing is known that the side asks for (its
    openness, where no row has it) is unresolved.
    """
    own = [r for r in releases if builder.holds(r.as_model(), rule)]
    found = {id(r): _judged(r, builder, base, bases, rule) for r in own}
    years = sorted({r.date.year for r in own if r.date is not None})
    rows = [
        _row(builder, base, str(year), [r for r in own if r.date and r.date.year == year], found, rule)
        for year in years
    ]
    rows.append(_row(builder, base, ALL, own, found, rule))
    return Direction(
        rows=tuple(rows),
        ties=tuple(Tie(release=r, base=b) for r in own for b in found[id(r)].other),
        unresolved=tuple((r.name, name) for r in own for name in found[id(r)].nobody),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """The bases of one release: of the other side, of its own side, and those nobody could place."""

    other: tuple[Base, ...]
    own: tuple[Base, ...]
    nobody: tuple[str, ...]


def _judged(release: Release, builder: Side, base: Side, bases: Bases, rule: SideRule) -> _Judged:
    known = {name: bases.find(name) for name in release.bases}
    placed = [b for b in known.values() if b is not None and base.says(_model(b))]
    return _Judged(
        tuple(b for b in placed if base.holds(_model(b), rule)),
        tuple(b for b in placed if builder.holds(_model(b), rule)),
        tuple(name for name, b in known.items() if b not in placed),
    )


def _row(
    builder: Side, base: Side, period: str, own: Sequence[Release], found: dict[int, _Judged], rule: SideRule
) -> Row:
    judged = [(r, found[id(r)]) for r in own]
    return Row(
        builder=builder.name,
        base=base.name,
        period=period,
        releases=len(own),
        declared=sum(bool(r.bases) for r in own),
        ties=sum(bool(j.other) for _, j in judged),
        own=sum(bool(j.own) and not j.other for _, j in judged),
        joint=sum(bool(j.other) and base.holds(r.as_model(), rule) for r, j in judged),
        shared=sum(bool(j.other) and all(b in j.own for b in j.other) for _, j in judged),
        unresolved=sum(bool(j.nobody) and not j.other and not j.own for _, j in judged),
    )


def _model(base: Base) -> ScoredModel:
    return Release(
        name=base.name,
        date=None,
        countries=base.countries,
        organisations=base.organisations,
        openness=base.openness,
        bases=(),
        hardware=(),
        frontier=False,
        source="",
        line=0,
    ).as_model()


def _iso(release: Release) -> str | None:
    return release.date.isoformat() if release.date else None


def frontier_only(releases: Iterable[Release]) -> tuple[Release, ...]:
    """Releases that the publisher marks as at the frontier of their day."""
    return tuple(r for r in releases if r.frontier)
