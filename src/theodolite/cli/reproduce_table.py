"""Published figures beside ours for a reader at a terminal, each with the command that gives it again."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from theodolite.measure.published import Outcome


def show(outcomes: Sequence[Outcome]) -> None:
    """Print the table, then for each check its command, its vintage, why it fails and what was tried."""
    console = Console()
    table = Table(title="Published figures, worked out again")
    for name in ("check", "published", "ours", "difference", "unit", "verdict"):
        right = name in ("published", "ours", "difference")
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    for o in outcomes:
        table.add_row(
            Text(o.check.words),
            f"{o.check.published:.8g}",
            _number(o.ours),
            "-" if o.difference is None else f"{o.difference:+.3g}",
            o.check.unit,
            Text(o.verdict),
        )
    console.print(table)
    for o in outcomes:
        console.print(Text(f"\n{o.check.id}: {o.verdict}, {_number(o.ours)} {o.check.unit}"))
        console.print(Text(f"  published: {o.check.published:.8g}, {o.check.source}; {o.check.tolerance}"))
        if not o.check.cannot:
            console.print(Text(f"  {o.command}"), soft_wrap=True)
        for v in o.vintages:
            console.print(Text(f"  {v.file}, {v.date or 'no date'}, sha256 {v.sha256[:16]}"), soft_wrap=True)
        if o.reason:
            console.print(Text(f"  why: {o.reason}"))
        for a in o.tried:
            console.print(Text(f"  tried: {a.words}: {a.reason or _number(a.ours)}"))


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.8g}"
