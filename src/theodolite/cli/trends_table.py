"""What is moving, for a reader at a terminal: a sentence, then a list for each way to move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from theodolite.model.errors import plain

if TYPE_CHECKING:
    from theodolite.model.trends import Coverage, Followed, Movement, RatioEstimate, Step, TrendReport

_BARS = "▁▂▃▄▅▆▇█"
_WIDTH = 32
Lines = dict[tuple[str, str], str]
"""The courses of series by what they are of and their names."""


def show(found: TrendReport, top: int | None) -> None:
    """Print the report; what was left out of a list is counted."""
    console = Console()
    if not found.enough:
        console.print(Text(f"Too little to tell: {found.reason}"))
        _say_coverage(console, found.coverage)
        return
    console.print(Text(_heading(found)))
    lines: Lines = {}
    if console.is_terminal:
        lines = {(s.what, s.name): sparkline(s.steps) for s in found.series}
    _bursts(console, found, lines, top)
    _moved(console, "Rising", found, found.rising, lines, top)
    _moved(console, "Falling", found, found.falling, lines, top)
    _quiet(console, found, top)
    _new(console, found, top)
    _say_coverage(console, found.coverage)
    for warning in found.warnings:
        console.print(Text(f"note: {plain(warning)}"))


def sparkline(steps: Sequence[Step], width: int = _WIDTH) -> str:
    """The shares over time as bars, the last `width` steps; a step without documents is a point."""
    shown = steps[-width:]
    shares = [s.count / s.documents if s.documents else None for s in shown]
    most = max((s for s in shares if s is not None), default=0.0)
    if not most:
        return ""
    steps_up = len(_BARS) - 1
    return "".join("·" if s is None else _BARS[int(s / most * steps_up + 0.5)] for s in shares)


def _heading(found: TrendReport) -> str:
    return (
        f"Documents of {found.first} to {found.until}; now is from {found.since} on. {found.looked_at} "
        f"series looked at; of what each list calls, at most {found.rate:.2g} is expected to be chance."
    )


def _bursts(console: Console, found: TrendReport, lines: Lines, top: int | None) -> None:
    rows = [
        (
            *_named(b.of), f"{b.start} to {b.end}{', goes on' if b.goes_on else ''}",
            f"{b.count} of {b.documents}", _times(b.times_usual), lines.get((b.of.what, b.of.name), ""),
        )
        for b in found.bursts
    ]  # fmt: skip
    names = ("Burst", "What", "When", "#Documents", "Times as often as usual", "Course")
    _table(console, "bursts", names, rows, top)


def _moved(
    console: Console, title: str, found: TrendReport, moved: Sequence[Movement],
    lines: Lines, top: int | None,
) -> None:  # fmt: skip
    rows = [
        (*_named(m.of), str(m.now), str(m.before), _times(m.ratio), lines.get((m.of.what, m.of.name), ""))
        for m in moved
    ]
    names = (title, "What", f"#Since {found.since}", "#Before", "Times as often", "Course")
    _table(console, title.lower(), names, rows, top)


def _quiet(console: Console, found: TrendReport, top: int | None) -> None:
    rows = [
        (plain(q.name), q.sort, q.last, str(q.silent), str(q.longest_before), f"{q.probability:.2g}")
        for q in found.quiet
    ]
    names = ("Gone quiet", "What", "Last on", "#Days silent", "#Longest before", "#Chance of it")
    _table(console, "gone quiet", names, rows, top)


def _new(console: Console, found: TrendReport, top: int | None) -> None:
    names = ("New name", "What", "First on", "#Documents", "#Sources", "First told in")
    rows = [
        (plain(n.name), n.sort, n.first, str(n.count), str(n.sources), plain(n.example.title))
        for n in found.new_names
    ]
    _table(console, "new names", names, rows, top)
    claims = [
        (c.kind, c.said_on, str(c.told), plain(c.quote), plain(c.example.source)) for c in found.new_claims
    ]
    heads = ("Said for the first time", "On", "#Documents", "Quote", "Source")
    _table(console, "new claims", heads, claims, top, more=found.new_claims_count - len(claims))


def _table(
    console: Console, what: str, names: Sequence[str], rows: Sequence[Sequence[str]], top: int | None,
    more: int = 0,
) -> None:  # fmt: skip
    if not rows:
        console.print(Text(f"{what[0].upper()}{what[1:]}: none."))
        return
    shown = [k for k, _ in enumerate(names) if any(row[k] for row in rows)]
    table = Table()
    for k in shown:
        name = names[k]
        table.add_column(name.lstrip("#"), justify="right" if name[0] == "#" else "left", overflow="fold")
    for row in rows[:top]:
        table.add_row(*(Text(row[k]) for k in shown))
    console.print(table)
    left = len(rows) - len(rows[:top]) + more
    if left:
        console.print(Text(f"and {left:,} more {what}"))


def _named(of: Followed) -> tuple[str, str]:
    return plain(of.name), of.sort


def _times(ratio: RatioEstimate) -> str:
    return f"{ratio.estimate:.1f} ({ratio.low:.1f} to {ratio.high:.1f})"


def _say_coverage(console: Console, coverage: Coverage) -> None:
    left = [
        f"{n:,} {why}"
        for n, why in (
            (coverage.other_sources, "of sources that were not there all the time"),
            (coverage.by_fetch, "without a day of publication"),
            (coverage.outside, "of other days"),
        )
        if n
    ]
    same = sum(s.counted for s in coverage.sources)
    sources = "1 source that was" if same == 1 else f"{same} sources that were"
    line = f"Counted: {coverage.documents:,} documents of the {sources} there all the time"
    if coverage.counted_as == "origins":
        line += f", copies of one origin once a day ({coverage.units:,})"
    console.print(Text(f"{line}. Left out: {', '.join(left) or 'none'}."))
