"""Ranks for a reader at a terminal: a table for each measure, then the measures side by side."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from theodolite.cli.gap_table import share
from theodolite.cli.rows import source_line
from theodolite.measure.ranking import Ranked, Ranking
from theodolite.survey.standings import Standings

_WIDE = 105
"""Columns of a screen from which sides and weights have columns of their own."""


def show(found: Standings, top: int | None) -> None:
    """Print the standings to standard output."""
    console = Console()
    for measure, ranking in found.rankings.items():
        if ranking.ranked:
            console.print(_ranking(ranking, found.basis[measure], top, console.width >= _WIDE))
        table = ranking.table
        console.print(Text(source_line(table.source, table.licence, table.vintage.to_json())))
        for warning in ranking.warnings:
            console.print(Text(f"Note: {warning}"))
    if found.rows:
        console.print(_side_by_side(found, top))
    for a in found.agreements:
        rho = (
            "too few for a correlation" if a.spearman is None else f"Spearman's correlation {a.spearman:.2f}"
        )
        limits = "" if a.low is None or a.high is None else f" ({a.low:.2f} to {a.high:.2f})"
        console.print(Text(f"{a.first} and {a.second}: {a.n} models in common, {rho}{limits}."))


def _ranking(ranking: Ranking, basis: str, top: int | None, wide: bool) -> Table:
    table = ranking.table
    bounds = any(r.rank_upper_bound is not None for r in ranking.ranked)
    date = table.vintage.date or table.vintage.file
    shown = Table(
        title=Text(
            f"{table.measure}, {date}{f' ({table.part})' if table.part else ''}, {basis.replace('_', ' ')}, "
            f"{len(ranking.ranked)} models to {ranking.day}; 90% intervals: {ranking.method}"
        )
    )
    apart = ("side", "weights") if wide else ()
    upper = ("rank (UB)" if wide else "UB",) if bounds else ()
    for name in ("rank", "90%", *upper, "model", "level", "90%", "first", *apart, "date"):
        right = name in ("rank", "level", "first", "rank (UB)", "UB")
        # What may break over lines are names and intervals; half a figure is another figure.
        whole = name in ("rank", "level", "first", "weights", "date")
        shown.add_column(
            name, justify="right" if right else "left", overflow="fold", no_wrap=whole,
            min_width=9 if name == "model" else None,
        )  # fmt: skip
    for r in ranking.ranked[:top]:
        side, weights = ", ".join(r.model.countries) or "-", r.model.openness or "-"
        bound = ["-" if r.rank_upper_bound is None else str(r.rank_upper_bound)] if bounds else []
        limits = "-" if r.low is None or r.high is None else f"{r.low:.1f} to {r.high:.1f}"
        shown.add_row(
            str(r.rank), _whole(r), *bound,
            Text(r.model.name if wide else f"{r.model.name}\n{side}, {weights}"),
            _level(r.model.level, table.unit), limits, share(r.p_first),
            *((Text(side), weights) if wide else ()), r.model.date.isoformat(),
        )  # fmt: skip
    return shown


def _level(level: float, unit: str) -> str:
    """A level as it is counted; the logarithm of minutes with the minutes."""
    return f"{level:.1f} ({2**level:.0f} min)" if unit == "doubling of minutes" else f"{level:.1f}"


def _side_by_side(found: Standings, top: int | None) -> Table:
    by = "the registry" if found.joined_by == "registry" else "their names"
    shown = Table(title=f"Side by side: rank on each measure (90% interval); models joined by {by}")
    shown.add_column("model", overflow="fold")
    for measure in found.rankings:
        shown.add_column(measure)
    for name, places in found.rows[:top]:
        cells = [
            f"{places[m].rank} ({_whole(places[m])})" if m in places else "no data" for m in found.rankings
        ]
        shown.add_row(Text(name), *cells)
    return shown


def _whole(r: Ranked) -> str:
    return "-" if r.rank_low is None or r.rank_high is None else f"{r.rank_low} to {r.rank_high}"
