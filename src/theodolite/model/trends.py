"""What is moving: names, dimensions and kinds of claims over time, as a report without prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Literal

Of = Literal["names", "dimensions", "kinds"]
OFS: tuple[Of, ...] = ("names", "dimensions", "kinds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A document to look at: its title, day, publisher or source, address and text."""

    title: str
    day: str
    source: str
    address: str | None
    text_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Some days together: from `start`, how many documents speak of it, of how many.

    `low` and `high` hold nine in ten such counts at the usual share.
    """

    start: str
    count: int
    documents: int
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One series: `what` it is of, its `name`, its `sort` (organisation, model, ...) and side.

    `count` documents speak of it on `active_days` days of the window. `steps` are its course, given for those
    that the report speaks of.
    """

    what: Of
    name: str
    sort: str
    side: str | None
    count: int
    active_days: int
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioEstimate:
    """How many times as often: the median with 90% limits. Never a bare quotient of two counts."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BurstReport:
    """A burst that is more than chance at the stated rate.

    `start` to `end` are its first and last day; it `goes_on` where the days with documents since are no more
    than its longest silence inside. `count` of `documents` spoke of it there, `usual` is the share outside
    every burst of it. `weight` is Kleinberg's, in log-likelihood; `threshold` the least weight that would
    have been reported, `probability` that of so heavy a burst by chance. `level` is the highest state (each
    three times the odds of the one below) and `peak` its days.
    """

    of: Followed
    start: str
    end: str
    goes_on: bool
    count: int
    documents: int
    usual: float
    times_usual: RatioEstimate
    weight: float
    threshold: float
    probability: float
    level: int
    peak: tuple[str, str]
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A share that changed from before to now, more than shuffled days do at the stated rate."""

    of: Followed
    now: int
    before: int
    ratio: RatioEstimate
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """What was usually there and is not: last on day `last`, silent for `silent` days with documents since.

    `longest_before` is its longest silence until then, `probability` that of so long a silence by chance.
    """

    what: Literal["names", "dimensions", "kinds", "sources"]
    name: str
    sort: str
    last: str
    silent: int
    longest_before: int
    count: int
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NewName:
    """A name that no document of the same sources had before the day asked for."""

    name: str
    sort: str
    side: str | None
    first: str
    count: int
    sources: int
    example: Example


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClaim:
    """What was said since the day asked for and not before: one claim of its proposition, the earliest."""

    claim_id: str
    kind: str
    dimension: str | None
    quote: str
    said_on: str
    told: int
    example: Example


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCount:
    """A source and how many documents of the window it lists; `counted` where it is one of the same."""

    name: str
    documents: int
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was counted, and what was left out and why.

    `documents` are those of the same sources with a day of publication; `units` what they come to with
    copies of one origin counted once a day. `other_sources` counts documents of sources that were not there
    in every quarter of the window, `by_fetch` those dated only by when they were fetched or less precisely
    than a day, `outside` those of other days.
    """

    documents: int
    units: int
    counted_as: Literal["documents", "origins"]
    days_with_documents: int
    other_sources: int
    by_fetch: int
    outside: int
    sources: tuple[SourceCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendReport:
    """What moves in the documents from `first` to `until`; now is from `since` on, before is until then.

    `enough` is False where too little was gathered to tell: then `reason` says what is missing, and every
    list but `coverage` is empty. `rate` is the stated rate of false alarms over all `looked_at` series: of
    what each list calls, at most this share is expected to be chance; where nothing moves at all it is the
    chance that the list holds anything. `bursts` are those of the whole window, the latest first. `series`
    are the courses of all that is called and of every dimension and kind, in steps of `step_days` days.
    """

    first: str
    since: str
    until: str
    rate: float
    enough: bool
    reason: str | None
    looked_at: int
    coverage: Coverage
    bursts: tuple[BurstReport, ...] = ()
    rising: tuple[Movement, ...] = ()
    falling: tuple[Movement, ...] = ()
    quiet: tuple[Quiet, ...] = ()
    new_names: tuple[NewName, ...] = ()
    new_claims: tuple[NewClaim, ...] = ()
    new_claims_count: int = 0
    series: tuple[Followed, ...] = ()
    step_days: int = 7
    warnings: tuple[str, ...] = ()

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "list", "what", "name", "sort", "from", "to", "count", "documents", "before", "times", "times_low",
        "times_high", "silent_days", "probability",
    )  # fmt: skip
    """The columns of `flat`."""

    def flat(self) -> Iterator[dict[str, Any]]:
        """One row for each thing that moves, of every list; what a list does not say is None."""
        for b in self.bursts:
            yield self._row(
                "burst", b.of, b.times_usual, {"from": b.start, "to": b.end, "count": b.count},
                documents=b.documents, probability=b.probability,
            )  # fmt: skip
        for name, moved in (("rising", self.rising), ("falling", self.falling)):
            for m in moved:
                days = {"from": self.since, "to": self.until, "count": m.now}
                yield self._row(name, m.of, m.ratio, days, before=m.before, probability=m.probability)
        for q in self.quiet:
            row = {"what": q.what, "name": q.name, "sort": q.sort, "from": q.last, "to": self.until}
            yield {
                **dict.fromkeys(self.COLUMNS), "list": "quiet", **row, "count": q.count,
                "silent_days": q.silent, "probability": q.probability,
            }  # fmt: skip
        for n in self.new_names:
            row = {"what": "names", "name": n.name, "sort": n.sort, "from": n.first, "to": self.until}
            yield {**dict.fromkeys(self.COLUMNS), "list": "new name", **row, "count": n.count}
        for c in self.new_claims:
            row = {"what": "kinds", "name": c.quote, "sort": c.kind, "from": c.said_on, "to": self.until}
            yield {**dict.fromkeys(self.COLUMNS), "list": "new claim", **row, "count": c.told}

    def _row(
        self, name: str, of: Followed, times: RatioEstimate, days: Mapping[str, Any], **rest: Any
    ) -> dict[str, Any]:
        limits = {"times": times.estimate, "times_low": times.low, "times_high": times.high}
        own = {"what": of.what, "name": of.name, "sort": of.sort}
        return {**dict.fromkeys(self.COLUMNS), "list": name, **own, **days, **limits, **rest}

    def to_json(self) -> dict[str, Any]:
        """The report as JSON values, every field present."""
        return {"schema_version": "1", **{f.name: _plain(getattr(self, f.name)) for f in fields(self)}}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if hasattr(value, "__dataclass_fields__"):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return value
