"""One row for each definition, source and basis: what was measured, and how the claim stands to it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from theodolite.catalog.definitions.figures import FigureDefinition
from theodolite.model.finding import Basis, Held, Result
from theodolite.reconcile.figures.bound import Candidate, FigureBinding
from theodolite.reconcile.figures.explain import arithmetic
from theodolite.reconcile.figures.hold import meant, result
from theodolite.reconcile.figures.index import Index, SeriesCells, ends
from theodolite.reconcile.figures.measured import measured
from theodolite.reconcile.figures.measurement import Measured
from theodolite.reconcile.figures.views import Asked, View
from theodolite.reconcile.rounding import Span
from theodolite.reconcile.verdicts import NOT_DUE_THEN, NOT_YET, UNDATED, unmeasured

_DAY = len("2026-01-31")
_STALE_DAYS = 45
"""Days either side of a saying within which a report speaks of that day."""
_LEAST_ROUNDED = 1e6
_BINARY = (1.024, 1.048576)
"""A K of tokens is 1,000 or 1,024, an M 1,000,000 or 1,048,576: makers write both."""
_Found = dict[str, Measured] | str


@dataclass(frozen=True, slots=True)
class Row:
    """What is printed of one definition on one basis, and what was measured; None where nothing was."""

    held: Held
    found: Measured | None = None


@dataclass(slots=True)
class Rows:
    """Everything one binding is held against."""

    binding: FigureBinding
    said: Span
    index: Index
    as_of: dt.date | None = None
    forecast: bool = False
    _found: dict[tuple[str, str, bool, Basis], _Found] = field(default_factory=dict)

    def of(self, d: FigureDefinition, basis: Basis) -> Iterator[Row]:
        """The rows of one definition on one basis: none where it has no meaning for the series."""
        for candidate in self._candidates(d):
            series = self.index.series(candidate.series)
            if isinstance(series, str):
                yield Row(unmeasured(d.id, candidate.series, basis, series))
                continue
            if series.kinds and d.printed not in series.kinds:
                continue
            if d.counting != "own" and (d.counting == series.own or d.counting not in series.rules):
                continue
            rule = series.own if d.counting == "own" else d.counting
            found = self._measured(series, rule, d.printed, basis)
            if isinstance(found, str):
                if d.series != "other" or candidate != self.binding.candidates[0]:
                    yield Row(unmeasured(d.id, series.name, basis, found))
                continue
            own = candidate == self.binding.candidates[0]
            chosen = list(found.values())
            if own and d.series == "first":
                chosen = chosen[:1]
            elif own and d.series == "other":
                chosen = chosen[1:]
            for one in chosen:
                yield self._held(d, series, candidate, basis, one, alone=len(found) == 1)

    def _candidates(self, d: FigureDefinition) -> Iterator[Candidate]:
        first, *others = self.binding.candidates
        if d.series == "first":
            if not first.differs:
                yield first
        elif d.series == "near":
            yield from (c for c in self.binding.candidates if c.differs)
        else:
            if not first.differs:
                yield first  # its further sources
            yield from (c for c in others if not c.differs)

    def asked(self, basis: Basis) -> Asked | str:
        """As of when a basis asks, or why it cannot."""
        day = self.binding.day
        if basis == "now":
            if self.forecast and self.binding.period is None:
                return "a forecast that names no day on which it falls due"
            return Asked(known=self.as_of, complete=self.as_of, dated=self.as_of is not None)
        if day is None:
            return UNDATED
        if self.forecast:
            return NOT_DUE_THEN
        if basis == "known_then":
            return Asked(known=min(day, self.as_of or day), complete=day, dated=True)
        return Asked(known=self.as_of, complete=day, dated=self.as_of is not None)

    def _measured(self, series: SeriesCells, rule: str, printed: bool, basis: Basis) -> _Found:
        key = (series.name, rule, printed, basis)
        if key not in self._found:
            self._found[key] = self._look(series, rule, printed, basis)
        return self._found[key]

    def _look(self, series: SeriesCells, rule: str, printed: bool, basis: Basis) -> _Found:
        asked = self.asked(basis)
        if isinstance(asked, str):
            return asked
        found = measured(View(series, asked, rule, printed), self.binding)
        if not isinstance(found, str):
            return {
                s: m for s, m in found.items() if not self._too_early(m)
            } or "the period is not over in the data"
        if basis == "known_then":
            later = self._measured(series, rule, printed, "reconstructed")
            return found if isinstance(later, str) else NOT_YET
        return found

    def _too_early(self, one: Measured) -> bool:
        """Whether a forecast's period was not over when the vintage was made."""
        if not self.forecast:
            return False
        known = one.first.known_on
        return known is None or any(p and ends(p)[1].isoformat() > known for p in one.periods)

    def _excuses(
        self, d: FigureDefinition, series: SeriesCells, candidate: Candidate, one: Measured, alone: bool
    ) -> Iterator[str]:
        """Why a figure that lies outside the claim does not contradict it; `alone`: one source has one."""
        if candidate.differs:
            yield f"defined otherwise ({'; '.join(candidate.differs)}): it can support, never contradict"
        if self.binding.reading == "change" and self.binding.period is None and self.binding.base is None:
            yield "the words do not say between which years it changed"
        if self.binding.reading == "order" and d.printed and one.low == one.high == 1.0:
            yield "the report prints one rounded figure for both"
        if d.printed and self.binding.period is None:
            yield f"the words name no period, and the report has figures of {one.periods[0]}"
        if (report := self._stale(series, one)) is not None:
            yield f"the last report is of {report}: what is counted may have moved since"
        if self.said.excludes and self.binding.reading == "value" and _is_rounded(one, self.said):
            yield "the report gives that very figure, rounded: it does not decide what is beyond it"
        if series.name == "model context" and self.said.strict[0] is None:
            yield "up to so much may be said of the output, which no source here has"
        least = self.said.rounded[0]
        if series.name == "model context" and alone and least is not None and one.high < least:
            yield "one tracker alone lists it, and a house may serve less than the model reads"
        if not one.settled and not self._outgrown(series, one):
            yield f"the publisher still fills in {' and '.join(dict.fromkeys(one.periods))}"

    def _stale(self, series: SeriesCells, one: Measured) -> str | None:
        """The day of the last report where none is known to lie near the saying, and the claim is above it.

        Users, revenue and valuations are reported now and then, and mostly grow: a figure below an old
        report is contradicted by it, one above it is not.
        """
        day, high = self.binding.day, self.said.rounded[1]
        report = one.periods[0]
        if self.binding.reading != "value" or self.binding.period is not None:
            return None
        reported = len(report) == _DAY or series.combined in ("max", "last")
        if not report or not reported or (high is not None and one.low > high):
            return None
        if day is None:  # nobody knows whether it was said before the last report or long after
            return report
        periods = [p for p in series.periods(self.binding.subject) if p]
        # A year made up of its reports ends in December, whenever the last of them was.
        days = [p for p in periods if len(p) == _DAY]
        report = max((p for p in days if p <= day.isoformat()), default=report)
        near = [abs((ends(p)[1] - day).days) for p in days or periods]
        return report if near and min(near) > _STALE_DAYS else None

    def _outgrown(self, series: SeriesCells, one: Measured) -> bool:
        """Whether a figure that only grows while it is filled in is above the claim already."""
        high = self.said.rounded[1]
        grows = series.combined != "none" and self.binding.reading == "value"
        return grows and high is not None and one.low > high

    def _held(
        self, d: FigureDefinition, series: SeriesCells, candidate: Candidate, basis: Basis, one: Measured,
        *, alone: bool,
    ) -> Row:  # fmt: skip
        tried = _in_tokens(one) if self.binding.unit == "token" else one
        plain, strict = result(self.said, tried), result(self.said, tried, strict=True)
        got, reason = plain, None
        excuses = self._excuses(d, series, candidate, one, alone)
        if "fails" in (plain, strict) and (why := next(excuses, None)) is not None:
            reason = why if plain == "fails" else None
            got, strict = _opened(plain), _opened(strict)
        if got == "open" and reason is None and one.low != one.high:
            reason = f"the measured range, {one.words}, crosses the edge of the claim"
        o = one.first
        value, period = meant(self.said, one)
        low = None if math.isinf(one.low) else one.low
        high = None if math.isinf(one.high) else one.high
        if value is not None and one.either:
            low = high = value
        return Row(
            Held(
                definition=d.id, measure=series.name, basis=basis, vintage_file=o.vintage_file,
                vintage_date=o.known_on, vintage_sha256=o.vintage_sha256,
                data_until=_until(period, o.known_on), source=o.source, day=period or None, day_value=value,
                low=low, high=high, censored=_censored(low, high),
                share={"holds": 1.0, "fails": 0.0}.get(plain),
                strict=strict, result=got,
                arithmetic=arithmetic(d, series, self.binding, self.said, one, plain),
                reason=reason, unit=one.unit, subject=self.binding.subject,
                value_text=one.words if value is None else None,
            ),
            one,
        )  # fmt: skip


def _in_tokens(one: Measured) -> Measured:
    """The figure with what it is where K and M are powers of two."""
    if one.value is None:
        return one
    either = one.either or ((one.value, one.periods[0]),)
    more = tuple((value / times, period) for value, period in either for times in _BINARY)
    return replace(one, either=(*either, *more))


def _is_rounded(one: Measured, said: Span) -> bool:
    """Whether a large figure of two digits and noughts lies right on an end that "more than" leaves out."""
    value = one.value
    if value is None or one.low != one.high or value < _LEAST_ROUNDED:
        return False
    return value in said.strict and float(f"{value:.1e}") == value


def _censored(low: float | None, high: float | None) -> str | None:
    """Which end is open, as `Estimate` has it: "left" for "at least"."""
    if (low is None) == (high is None):
        return None
    return "left" if high is None else "right"


def _opened(got: Result) -> Result:
    return "open" if got == "fails" else got


def _until(period: str, known: str | None) -> str | None:
    """The last day that the figure speaks of."""
    if not period:
        return known
    last = ends(period)[1].isoformat()
    return last if known is None else min(last, known)
