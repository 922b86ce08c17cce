"""One measured value: of whom, of what, when, by which definition, from which vintage."""

from __future__ import annotations

from dataclasses import dataclass

from theodolite.model.identity import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A figure with everything that says what it is.

    `holds_on` is the day or period in the world (ISO 8601), `known_on` the vintage's day (None where the
    vintage has no date). `subject` and `counterpart` are sides or models. `low` and `high` limit a 90%
    interval, None where none could be drawn; `censored` as in `Estimate`.
    """

    indicator: str
    subject: str
    counterpart: str | None
    definition: str
    unit: str
    value: float | None
    low: float | None
    high: float | None
    censored: str | None
    holds_on: str | None
    known_on: str | None
    source: str
    vintage_file: str
    vintage_sha256: str
    interval_method: str | None = None

    @property
    def id(self) -> str:
        """Over what was measured and from which bytes; the value follows from those."""
        return digest(
            self.indicator, self.subject, self.counterpart, self.definition, self.unit, self.holds_on,
            self.vintage_sha256,
        )  # fmt: skip
