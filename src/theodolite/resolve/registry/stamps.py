"""Days stamped into names of models, in the usual forms: 2024-08-06, 20240620, 0613, 2507, (Aug 2024)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_abbr) if name}
_MONTH = r"(?:" + "|".join(_MONTHS) + r")[a-z]*\.?"
_FIRST_YEAR, _LAST_YEAR = 2018, 2035
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), fields)
    for pattern, fields in (
        (r"(?<![\d.])(20[123]\d)[-._]?([01]\d)[-._]?([0-3]\d)(?!\d)", "ymd"),
        (r"(?<![\d.])([01]\d)-([0-3]\d)-(20[123]\d)(?!\d)", "mdy"),
        (rf"(?<![a-z])({_MONTH})[ -](\d{{1,2}}),? (20[123]\d)(?!\d)", "mdy"),
        (rf"(?<![a-z])({_MONTH})[ -](20[123]\d)(?!\d)", "my"),
        (r"(?<![\d.])([01]\d)-(20[123]\d)(?!\d)", "my"),
        (r"(?<![\d.])(2\d)-?([01]\d)-?([0-3]\d)(?![\d.k])", "ymd"),
        (r"(?<![\d.])(2[2-9])([01]\d)(?![\d.a-z])", "ym"),
        (r"(?<![\d.])([01]\d)-?([0-3]\d)(?![\d.a-z])", "md"),
    )
)


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """A day in a name, as far as it is said: a year and a month, a month and a day, or all three."""

    year: int | None
    month: int
    day: int | None

    def agrees(self, other: Stamp) -> bool:
        """Whether both can be one day: nothing that both say differs."""
        years = None not in (self.year, other.year) and self.year != other.year
        days = None not in (self.day, other.day) and self.day != other.day
        return self.month == other.month and not years and not days

    @property
    def exact(self) -> dt.date | None:
        """The day, where the name says all of it."""
        if self.year is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    def near(self, day: dt.date) -> dt.date | None:
        """The day a month and a day mean: of the years around, the one nearest to `day`."""
        if self.exact is not None:
            return self.exact
        if self.day is None:
            return None
        found = []
        for year in (day.year - 1, day.year, day.year + 1):
            try:
                found.append(dt.date(year, self.month, self.day))
            except ValueError:
                continue
        return min(found, key=lambda d: abs((d - day).days), default=None)

    def __str__(self) -> str:
        if self.year is None:
            return f"{calendar.month_abbr[self.month]} {self.day}"
        if self.day is None:
            return f"{calendar.month_abbr[self.month]} {self.year}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


def stamp(name: str) -> tuple[Stamp | None, str]:
    """The stamp in a lower-case name, and the name without it. Figures that are no day stay in the name."""
    for pattern, fields in _FORMS:
        for found in pattern.finditer(name):
            made = _made(dict(zip(fields, found.groups(), strict=True)))
            if made is not None:
                return made, f"{name[: found.start()]} {name[found.end() :]}"
    return None, name


def _made(parts: dict[str, str]) -> Stamp | None:
    year = int(parts["y"]) if "y" in parts else None
    if year is not None and year < 100:
        year += 2000
    month = _MONTHS.get(parts["m"][:3]) or (int(parts["m"]) if parts["m"].isdigit() else 0)
    day = int(parts["d"]) if "d" in parts else None
    if not 1 <= month <= 12 or (year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR):
        return None
    # Without a year the longest month decides; 29 February may be meant.
    longest = calendar.monthrange(year if year is not None else 2024, month)[1]
    if day is not None and not 1 <= day <= longest:
        return None
    return Stamp(year, month, day)
