"""Rows of plain values for a reader at a terminal, or as CSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping, Sequence
from typing import Any


def table_of(title: str, rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> None:
    """A table of the named values; a hash shows its first digits, nothing shows as "-"."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title))
    for name in names:
        right = any(isinstance(row.get(name), int | float) for row in rows)
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_shown(name, row.get(name))) for name in names))
    Console().print(table)


def _shown(name: str, value: Any) -> str:
    if value is None or value == "":
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.2f}"
    return str(value)[:12] if name == "sha256" else str(value)


def as_csv(rows: Sequence[Mapping[str, Any]]) -> None:
    """Every value of the rows, with a header; nothing for no rows."""
    if not rows:
        return
    writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
