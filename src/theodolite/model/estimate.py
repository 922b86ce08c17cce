"""A figure with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Censored = Literal["left", "right"] | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimate with a 90% interval where one could be drawn.

    `censored` "left": the true value is at least this (the record begins too late to see more);
    "right": at least this (the data ends before it happened). `estimate` None: undefined, and the
    report's warnings say why.
    """

    estimate: float | None
    low: float | None = None
    high: float | None = None
    censored: Censored = None

    def to_json(self) -> dict[str, Any]:
        """The four fields of the contract."""
        return {"estimate": self.estimate, "low": self.low, "high": self.high, "censored": self.censored}
