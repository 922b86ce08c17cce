"""What `theodolite watches` prints for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from theodolite.compose.words import units
from theodolite.model.errors import plain

_COLUMNS: dict[str, dict[str, str]] = {
    "checked": {"watch": "Watch", "to": "To", "matches": "Matches", "new": "New", "latest": "Latest"},
    "run": {
        "watch": "Watch", "says": "Says", "outcome": "Outcome", "attempt": "Attempt", "reason": "Reason",
    },
    "status": {
        "watch": "Watch", "target": "Target", "delivered": "Sent", "pending": "Pending", "failing": "Failing",
        "in_doubt": "In doubt", "last_sent": "Last sent", "reason": "Reason",
    },
    "list": {
        "known_at": "Known", "watch": "Watch", "says": "Says", "state": "State", "attempts": "Tried",
        "reason": "Reason",
    },
}  # fmt: skip
_NOTHING = {
    "checked": "no watch in the file",
    "run": "nothing to send",
    "status": "no watch was run on this ledger yet: `theodolite watches run FILE`",
    "list": "no notice",
}


def show(what: str, rows: Sequence[dict[str, Any]]) -> None:
    """A table of the rows; of gaps a line each on where they stand; warnings last."""
    console = Console()
    if not rows:
        console.print(_NOTHING[what])
        return
    table = Table(expand=True)
    for name, head in _COLUMNS[what].items():
        number = all(isinstance(row[name], int) for row in rows)
        table.add_column(head, justify="right" if number else "left", overflow="fold")
    for row in rows:
        # Names and quotes come from outside: a Text is never read as markup.
        table.add_row(*(Text(_cell(row[name])) for name in _COLUMNS[what]))
    console.print(table)
    for row in rows:
        for gap in row.get("gap", ()):
            console.print(Text(plain(f"{row['watch']}: {_standing(gap)}")))
        for warning in row.get("warnings", ()):
            console.print(Text(plain(f"warning: {row['watch']}: {warning}")))


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, list):
        return "\n".join(plain(str(one)) for one in value) or "-"
    return plain(str(value))


def _standing(gap: dict[str, Any]) -> str:
    value = "undefined" if gap["value"] is None else f"{gap['value']:.1f} {units(gap['unit'])}"
    least = "at least " if gap["censored"] else ""
    limits = "" if gap["low"] is None else f" (90%: {gap['low']:.1f} to {gap['high']:.1f})"
    stands = f"beyond the line since {gap['beyond_since']}, {gap['beyond_days']} days of data"
    said = stands if gap["beyond_since"] else f"not beyond the line ({gap['why_not']})"
    return f"{gap['measure']} to {gap['observed_until']}: {least}{value}{limits}, {said}"
