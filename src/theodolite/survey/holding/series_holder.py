"""What holding against series over windows of days asks of the measures, whatever is held."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from theodolite.catalog.definitions import Definition
from theodolite.measure import sides
from theodolite.measure.coverage import coverage
from theodolite.model.errors import Refusal
from theodolite.model.finding import BASES, Basis
from theodolite.model.gap import SideCoverage
from theodolite.model.scores import ScoreTable
from theodolite.model.series import Series
from theodolite.survey.holding.evidence import Evidence
from theodolite.survey.holding.windows import Window, window
from theodolite.survey.measures import Capability


class Dated(Protocol):
    """A binding with the first and last day that the saying can mean."""

    @property
    def day(self) -> dt.date | None: ...
    @property
    def said_from(self) -> dt.date | None: ...


Bound = TypeVar("Bound", bound=Dated)


class SeriesHolder(ABC, Generic[Bound]):
    """Asks each measure for what a binding needs; what two claims need alike is measured once."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence, self.measures = evidence, evidence.measures
        self._measured: dict[tuple[object, ...], Series | str] = {}

    @abstractmethod
    def _asks(self, binding: Bound) -> tuple[object, ...]:
        """What of a binding the measuring depends on."""

    @abstractmethod
    def _measure(self, d: Definition, capability: Capability, found: Window, binding: Bound) -> Series | str:
        """The series of one definition in a window, or why there is none. Refusal where a side is unknown."""

    def capabilities(self, definition: Definition) -> Sequence[Capability]:
        """The measures that a definition speaks of: the first, or all the others."""
        return self.measures[:1] if definition.measure == "primary" else self.measures[1:]

    def on_every_basis(
        self, definitions: Iterable[Definition], binding: Bound, as_of: dt.date | None, days: int
    ) -> dict[tuple[str, str, Basis], Series | str]:
        """Each definition on each of its measures and each basis, in windows of so many days."""
        return {
            (d.id, capability.measure, basis): self.series(d, capability, basis, binding, as_of, days)
            for d in definitions
            for capability in self.capabilities(d)
            for basis in BASES
        }

    def lately(
        self, definitions: Iterable[Definition], binding: Bound, as_of: dt.date | None, days: int
    ) -> list[Series]:
        """Each definition over the last so many days of the data: what "outdated" rests on.

        As on a past day only the vintage of that day can say whether the words have outlived themselves.
        """
        found = [
            self.series(d, capability, "now", binding, as_of, days)
            for d in definitions
            for capability in self.capabilities(d)
        ]
        return [series for series in found if not isinstance(series, str)]

    def series(
        self, d: Definition, capability: Capability, basis: Basis, binding: Bound, as_of: dt.date | None,
        days: int,
    ) -> Series | str:  # fmt: skip
        """One definition on one measure and basis, or why there is nothing."""
        found = window(
            capability, basis, dt.timedelta(days), binding.said_from, binding.day, as_of
        )  # fmt: skip
        if isinstance(found, str):
            return found
        key = (
            d.quantity, d.tolerance, d.side_rule, found.table.key, found.first, found.last, found.day,
            *self._asks(binding),
        )  # fmt: skip
        if key not in self._measured:
            try:
                self._measured[key] = self._measure(d, capability, found, binding)
            except Refusal as refusal:
                self._measured[key] = refusal.reason
        return self._measured[key]


def rule_of(d: Definition) -> sides.SideRule:
    """Who counts for a side under a definition."""
    return "headquarters" if d.side_rule == "headquarters" else "any"


def thin(
    table: ScoreTable, pair: tuple[sides.Side, sides.Side], day: dt.date, rule: sides.SideRule,
    is_thin: Callable[[sides.Side, SideCoverage], bool],
) -> str | None:  # fmt: skip
    """Why the coverage of a side is too thin to decide; None where it is not."""
    for side in pair:
        found = coverage(table, side, day, rule)
        if is_thin(side, found):
            return (
                f"thin coverage: {found.models} scored models of {found.labs} labs of {side.name} in the "
                f"twelve months to {day}"
            )
    return None
