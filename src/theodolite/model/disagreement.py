"""Where trackers disagree about a model, and by how much."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from theodolite.model.scores import Vintage

Topic = Literal["date", "country", "organisation", "openness", "context", "parameters", "price"]
TOPICS: tuple[Topic, ...] = (
    "date", "country", "organisation", "openness", "context", "parameters", "price"
)  # fmt: skip
UNITS: dict[Topic, str] = {
    "date": "days", "country": "countries not shared", "organisation": "makers not shared",
    "openness": "opposite words", "context": "times", "parameters": "times", "price": "times",
}  # fmt: skip
Said = dt.date | float | str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one tracker says of one version of a model: the value, under which name, in which row of what.

    `kind` is the tracker's own kind of date. `on` is the day of the row's snapshot, where it has one.
    """

    tracker: str
    value: Said
    kind: str
    name: str
    source: str
    vintage: Vintage
    line: int | None
    on: dt.date | None

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        return {
            "tracker": self.tracker, "value": plain(self.value), "kind": self.kind or None, "name": self.name,
            "source": self.source, "file": self.vintage.file, "sha256": self.vintage.sha256,
            "line": self.line,
            "vintage": self.vintage.date.isoformat() if self.vintage.date else None,
            "on": self.on.isoformat() if self.on else None,
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One version of a model of which two trackers or more speak; `size` is how far they are apart.

    Days for dates, a factor for quantities, how many of both lists are not shared for lists; 0 (or a factor
    of 1) where they agree.
    """

    model: str
    version: str
    maker: str | None
    topic: Topic
    size: float
    agree: bool
    opinions: tuple[Opinion, ...]

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        return {
            "model": self.model, "version": self.version or None, "maker": self.maker, "field": self.topic,
            "size": self.size, "unit": UNITS[self.topic], "opinions": [o.to_json() for o in self.opinions],
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSummary:
    """How two trackers compare over the model versions of which both speak.

    For dates `shares` are the shares within 0, 7 and 30 days, `median` the median absolute difference and
    `median_if_apart` the same among those that differ, in days; for the rest `shares` has the share that
    agrees. `second_later` counts where the second gives the later day.
    """

    topic: Topic
    first: str
    second: str
    n: int
    shares: tuple[float, ...]
    median: float | None
    median_if_apart: float | None
    second_later: int | None

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        names = ("within_0_days", "within_7_days", "within_30_days") if self.topic == "date" else ("agree",)
        return {
            "field": self.topic, "first": self.first, "second": self.second, "n": self.n,
            "shares": dict(zip(names, self.shares, strict=True)), "median": self.median,
            "median_if_apart": self.median_if_apart, "second_later": self.second_later,
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One source's two vintages on one name: `before` None where it gave no day then."""

    name: str
    before: dt.date | None
    after: dt.date | None

    @property
    def days(self) -> int | None:
        """Days from the earlier vintage's day to the later one's."""
        return None if self.before is None or self.after is None else (self.after - self.before).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Redated:
    """Names that two vintages of one source share, and those whose day changed, largest change first."""

    source: str
    before: Vintage
    after: Vintage
    shared: int
    changes: tuple[Change, ...]

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        return {
            "source": self.source, "before": self.before.to_json(), "after": self.after.to_json(),
            "shared": self.shared, "changed": len(self.changes),
            "changes": [
                {"name": c.name, "before": plain(c.before), "after": plain(c.after), "days": c.days}
                for c in self.changes
            ],
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """Names of one vintage that carry a day or a month, and those listed under another."""

    source: str
    vintage: Vintage
    dated: int
    others: tuple[tuple[str, str, dt.date], ...]

    def to_json(self) -> dict[str, Any]:
        """JSON values only."""
        return {
            "source": self.source, "vintage": self.vintage.to_json(), "dated_names": self.dated,
            "listed_under_another_day": len(self.others),
            "names": [{"name": n, "in_name": s, "listed": d.isoformat()} for n, s, d in self.others],
        }  # fmt: skip


def plain(value: Said | None) -> Any:
    """A value as JSON has it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
