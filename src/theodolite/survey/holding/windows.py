"""Which vintage and which days a claim is held against, on each of the three bases."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from theodolite.model.finding import Basis
from theodolite.model.scores import ScoreTable
from theodolite.reconcile.verdicts import NOT_YET, UNDATED
from theodolite.survey.measures import Capability


@dataclass(frozen=True, slots=True)
class Window:
    """A vintage with the first and last day to measure, and the day that the claim speaks of."""

    table: ScoreTable
    first: dt.date
    last: dt.date
    day: dt.date

    @property
    def days(self) -> list[dt.date]:
        """Every day of it."""
        return [self.first + dt.timedelta(k) for k in range((self.last - self.first).days + 1)]


def window(
    capability: Capability, basis: Basis, width: dt.timedelta, said_from: dt.date | None,
    day: dt.date | None, as_of: dt.date | None,
) -> Window | str:  # fmt: skip
    """The window of one basis, or why there is none.

    `known_then` and `now` look back from the end of what the vintage knows; `reconstructed` looks both ways
    from the days that the saying can mean. `as_of` answers as on that day, with no later data.
    """
    if basis == "now":
        table = capability.newest if as_of is None else capability.known_on(as_of)
        if table is None:
            return f"no vintage of {capability.measure} existed on {as_of}"
        end = end_of(table, as_of)
        return Window(table, end - width, end, end)
    if day is None or said_from is None:
        return UNDATED
    if basis == "known_then":
        table = capability.known_on(day)
        if table is None:
            return NOT_YET
        end = end_of(table, day)
        return Window(table, end - width, end, end)
    table = capability.newest if as_of is None else capability.known_on(as_of)
    if table is None:
        return f"no vintage of {capability.measure} existed on {as_of}"
    end = end_of(table, as_of)
    at = min(day, end)
    return Window(table, min(said_from, at) - width, min(day + width, end), at)


def end_of(table: ScoreTable, day: dt.date | None) -> dt.date:
    """The last day that a vintage can speak of, seen from `day`."""
    until = table.data_until
    assert until is not None, "a table without models is refused when it is read"
    return until if day is None else min(day, until)
