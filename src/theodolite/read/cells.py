"""One column of a table: text cells to values of the field's type, with what could not be read."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Any, Literal

import numpy as np
import polars as pl

from theodolite.catalog.sources.countries import split as split_countries
from theodolite.catalog.sources.tables import FieldDefinition, FieldType
from theodolite.model.errors import Refusal
from theodolite.model.names import first_few

DTYPES: dict[FieldType, Any] = {
    "text": pl.String, "category": pl.String, "number": pl.Float64, "day": pl.Date, "boolean": pl.Boolean,
    "list": pl.List(pl.String), "countries": pl.List(pl.String),
}  # fmt: skip
_TRUE = frozenset({"true", "yes", "1", "checked", "t", "y"})
_FALSE = frozenset({"false", "no", "0", "f", "n"})
_NAMED = 5
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PARTIAL_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?")


_LeftOut = Literal["fault", "outside", "unknown"]


class Column:
    """Values of one field, row by row, null where there is none: `series`, of the type of `DTYPES`."""

    def __init__(
        self, name: str, definition: FieldDefinition, file: str, cells: list[str], lines: list[int]
    ) -> None:
        self.name = name
        self.definition = definition
        self._file = file
        self._faults: list[str] = []
        self._outside: list[str] = []
        self._unknown: dict[str, int] = {}
        # Cells repeat: each text is read once, and rows refer to it. Those left blank are named line by line.
        at = {text: place for place, text in enumerate(dict.fromkeys(cells))}
        blank = {"", *definition.blank}
        left_out: dict[str, _LeftOut] = {}
        known = [None if text in blank else self._value(text, left_out) for text in at]
        for cell, line in zip(cells, lines, strict=True) if left_out else ():
            if cell in left_out:
                self._note(left_out[cell], cell, line)
        distinct = pl.Series(name, known, dtype=DTYPES[definition.type])
        self.series = distinct.gather([at[cell] for cell in cells]) if len(at) < len(cells) else distinct
        self._check_categories()
        self._check_median()

    def _note(self, why: _LeftOut, cell: str, line: int) -> None:
        if why == "fault":
            self._faults.append(f"line {line} {cell[:40]!r}")
        elif why == "outside":
            self._outside.append(f"line {line} {self._stripped(cell)[:24]}")
        else:
            self._unknown.setdefault(cell, line)

    def _value(self, cell: str, left_out: dict[str, _LeftOut]) -> Any:
        kind = self.definition.type
        try:
            if kind == "number":
                value = self._number(cell)
                limits = self.definition.range
                if limits and not limits[0] <= value <= limits[1]:
                    left_out[cell] = "outside"
                    return None
                return value
            if kind == "day":
                return self._day(cell)
            if kind == "boolean":
                return _boolean(cell)
        except ValueError:
            left_out[cell] = "fault"
            return None
        if kind == "category":
            known = self.definition.categories or {}
            if cell not in known:
                left_out[cell] = "unknown"
            return known.get(cell)
        if kind == "countries":
            return [c for c in split_countries(cell) if c not in self.definition.blank]
        if kind == "list":
            parts = (part.strip() for part in cell.split(self.definition.separator))
            return list(dict.fromkeys(p for p in parts if p and p not in self.definition.blank))
        return cell

    def _stripped(self, cell: str) -> str:
        return cell.removeprefix("$") if (self.definition.unit or "").startswith("USD") else cell

    def _number(self, cell: str) -> float:
        if "_" in cell:
            raise ValueError(cell)
        cell = self._stripped(cell)
        value = float(cell.replace(",", "") if _GROUPED.fullmatch(cell) else cell) * self.definition.times
        if not math.isfinite(value):
            raise ValueError(cell)
        return value

    def _day(self, cell: str) -> dt.date:
        head = re.split(r"[T ]", cell, maxsplit=1)[0]
        for form in self.definition.formats:
            if form in ("%Y", "%Y-%m"):
                # A year or a month is taken as its first day: the field's `about` says so.
                partial = _PARTIAL_DAY.fullmatch(head)
                if partial and bool(partial[2]) == (form == "%Y-%m"):
                    return dt.date(int(partial[1]), int(partial[2] or 1), 1)
                continue
            try:
                return dt.datetime.strptime(head, form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
        return dt.date.fromisoformat(head)

    def _check_categories(self) -> None:
        if self._unknown:
            words = ", ".join(
                f"{word[:40]!r} (line {line})" for word, line in list(self._unknown.items())[:_NAMED]
            )
            header = self.definition.headers[0]
            raise Refusal(
                self._file,
                f"unknown words in {header}: {words}",
                f"add them to the categories of {self.name} in the source's definition",
            )

    def _check_median(self) -> None:
        limits = self.definition.median
        if limits is None:
            return
        # A value outside its range is blank by now, but it still tells of the unit.
        numbers = self.series.drop_nulls().to_numpy()
        if len(numbers) < len(self._outside):
            middle = "most values lie outside the range"
        else:
            if not len(numbers):
                return
            median = float(np.median(numbers))
            if limits[0] <= median <= limits[1]:
                return
            middle = f"the median is {median:.4g}"
        raise Refusal(
            self._file,
            f"{self.definition.headers[0]}: {middle}, "
            f"expected {limits[0]:g} to {limits[1]:g} {self.definition.unit}",
            "check whether the unit has changed",
        )

    def warnings(self) -> list[str]:
        """What could not be read in this column."""
        found = []
        for faults, reason in ((self._faults, f"no {self.definition.type}"), (self._outside, "out of range")):
            if faults:
                found.append(f"{len(faults)} cells of {self.name} left blank ({reason}): {first_few(faults)}")
        return found


def _boolean(cell: str) -> bool:
    word = cell.casefold()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise ValueError(cell)
