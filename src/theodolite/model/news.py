"""What became known: a value for each thing that is new in a ledger, with an identity that stays.

An identity is a hash over what the thing is, never over its place in a list or over the clock: asked again,
or by another survey of the same data, it is the same. `at` is the moment of known-time, ISO 8601 in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from theodolite.model.claim import Claim
from theodolite.model.identity import digest
from theodolite.model.record import Correction
from theodolite.model.version import Version

Verdicts = tuple[str, str]
"""(on the day of saying, today)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClaim:
    """A saying that was read for the first time; `version` is the finding that became known with it.

    A page that is edited says the same again: that is no new claim.
    """

    at: str
    claim: Claim
    version: Version | None = None

    @property
    def id(self) -> str:
        """Over the saying."""
        return digest("news", "claim", self.claim.saying_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVerdict:
    """A claim's first verdict, where it came after the claim (`before` is None), or another one.

    `turn` counts the verdicts of the claim from 0, so that a verdict that comes back is news again.
    """

    at: str
    version: Version
    before: Verdicts | None
    turn: int

    @property
    def claim(self) -> Claim:
        """The claim it is on."""
        return self.version.claim

    @property
    def id(self) -> str:
        """Over the claim, both verdicts and the turn."""
        return digest("news", "verdict", self.claim.id, *self.version.verdicts, self.turn)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCorrection:
    """An entry of the log of corrections; `version` is the issue that it puts right."""

    at: str
    version: Version
    correction: Correction

    @property
    def claim(self) -> Claim:
        """The claim that the finding is on."""
        return self.version.claim

    @property
    def id(self) -> str:
        """Over the issue put right, the one in its place and the moment."""
        return digest(
            "news", "correction", self.claim.id, self.version.sha256, self.correction.present, self.at
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVintage:
    """A source's file that its reader took. `day` is the one it stands for; `publishable`: by its licence."""

    at: str
    source: str
    day: str
    file: str
    sha256: str
    rows: int | None
    publishable: bool

    @property
    def id(self) -> str:
        """Over the source, the day and the bytes."""
        return digest("news", "vintage", self.source, self.day, self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapFigure:
    """One quantity of a gap in a vintage and in the one before it (None: none there, or undefined)."""

    quantity: str
    unit: str
    value: float | None
    low: float | None
    high: float | None
    censored: str | None
    before: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapMoved:
    """The gap of two sides on one measure as a vintage has it. `day` is the vintage's, `before_day` that of
    the vintage before it; `until` the day up to which the models are observed."""

    at: str
    measure: str
    leader: str
    follower: str
    source: str
    day: str | None
    until: str | None
    sha256: str
    figures: tuple[GapFigure, ...]
    before_day: str | None
    publishable: bool

    @property
    def id(self) -> str:
        """Over the sides, the measure, the day observed until and the bytes."""
        return digest("news", "gap", self.measure, self.leader, self.follower, self.until, self.sha256)


News: TypeAlias = NewClaim | NewVerdict | NewCorrection | NewVintage | GapMoved
