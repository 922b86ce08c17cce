"""What moves a gap, for a reader at a terminal: one row a choice, one column a quantity."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from theodolite.model.gap import GapReport, Sensitivity

_COLUMNS = ("lag", "90 days around", "gap", "shift", "match")
_ONE_SIDED = "backward_lag_months_one_sided_5_percent"
_ONE_ERROR = "backward_lag_months_one_standard_error"
_CELLS = {
    "backward_lag_months": "lag", _ONE_SIDED: "lag", _ONE_ERROR: "lag", "vertical_gap": "gap",
    "level_shift_months": "shift",
}  # fmt: skip


def sensitivity(report: GapReport) -> Table:
    """The report's sensitivity, choice by choice; a cell is blank where the choice does not bear on it."""
    table = Table(
        title="What moves it: months, the gap in points of the measure",
        caption="lag: backward lag, on the day and its range over 90 days each way; match: median time to "
        "match, of all records and of those at least 1 and 3 apart",
    )
    table.add_column("choice", overflow="fold")
    for name in _COLUMNS:
        table.add_column(name, justify="right")
    choices: dict[str, list[Sensitivity]] = {}
    for row in report.sensitivity:
        choices.setdefault(_choice(report, row), []).append(row)
    for choice, rows in choices.items():
        table.add_row(Text(choice), *(_cell(rows, name) for name in _COLUMNS))
    return table


def _choice(report: GapReport, row: Sensitivity) -> str:
    """What a row has other than the report, in words."""
    if row.quantity == _ONE_SIDED:
        return "ahead in 95% of the draws"
    if row.quantity == _ONE_ERROR:
        return f"tolerance of one standard error ({row.tolerance:.1f})"
    said = []
    if row.vintage != _name(report):
        said.append(f"vintage {row.vintage}")
    if row.tolerance != report.tolerance:
        said.append(f"tolerance {row.tolerance:g}")
    if row.rule != report.side_rule:
        said.append(f"sides by {row.rule}")
    if row.date_basis != report.date_basis:
        said.append(f"dates {row.date_basis}")
    return ", ".join(said) or "as asked"


def _name(report: GapReport) -> str:
    date = report.vintage.date
    return date.isoformat() if date else report.vintage.file


def _cell(rows: Iterable[Sensitivity], column: str) -> str:
    if column == "90 days around":
        found = [r for r in rows if r.quantity == "backward_lag_months" and r.window != "day"]
        return " to ".join(map(_figure, found))
    if column == "match":
        found = [r for r in rows if r.quantity.startswith("time_to_match")]
        return ", ".join(map(_figure, found))
    return "".join(_figure(r) for r in rows if r.window == "day" and _CELLS.get(r.quantity) == column)


def _figure(row: Sensitivity) -> str:
    if row.estimate is None:
        return "-"
    return (">= " if row.censored else "") + f"{row.estimate:.1f}"
