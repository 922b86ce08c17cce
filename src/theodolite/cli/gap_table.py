"""The gap report for a reader at a terminal: a sentence, the figures, the records, what moves them."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from theodolite.catalog.sources.countries import with_article
from theodolite.model.estimate import Estimate
from theodolite.model.gap import GapReport


def show(report: GapReport) -> None:
    """Print the report to standard output."""
    console = Console()
    console.print(Text(sentence(report)))
    console.print(_figures(report))
    console.print(_records(report))
    console.print(_sensitivity(report))
    moved = report.most_moved_by
    if moved:
        change = moved.change + (
            f" from {moved.re_dated_from} to {moved.re_dated_to}" if moved.re_dated_to else ""
        )
        console.print(
            Text(
                f"Moved most by {moved.model}, {change}: backward lag {_number(moved.estimate_with)} to "
                f"{_number(moved.estimate_without)} months."
            )
        )
    for warning in report.warnings:
        console.print(Text(f"Note: {warning}"))


def sentence(report: GapReport) -> str:
    """Where things stand in one sentence, in words that hold."""
    day, leader, follower = report.observed_until, with_article(report.leader), with_article(report.follower)
    level, lag = report.vertical_gap.estimate, report.backward_lag_months.estimate
    if level is None or lag is None:
        return (
            f"On {day} the gap between {leader} and {follower} cannot be measured from {report.vintage.file}."
        )
    if level == 0:
        return f"On {day} the best models of {follower} and of {leader} are level on the {report.measure}."
    if level < 0:
        return (
            f"On {day} the best model of {follower} is {-level:.1f} points above that of {leader} on the "
            f"{report.measure}."
        )
    if lag == 0:
        return (
            f"On {day} the best model of {follower} is {level:.1f} points below that of {leader} on the "
            f"{report.measure}, within the tolerance of {report.tolerance:g}."
        )
    least = "at least " if report.backward_lag_months.censored else ""
    return (
        f"On {day} the best model of {follower} is {level:.1f} points below that of {leader} on the "
        f"{report.measure}; {leader} passed its level {least}{lag:.1f} months before."
    )


def _figures(report: GapReport) -> Table:
    table = Table(
        title=Text(
            f"{report.vintage.file}, data to {report.data_until}, 90% intervals: {report.interval_method}"
        )
    )
    for name in ("figure", "estimate", "low", "high", ""):
        table.add_column(name, justify="left" if name in ("figure", "") else "right", overflow="fold")
    rows: list[tuple[str, Estimate]] = [
        ("vertical gap, points", report.vertical_gap),
        ("backward lag, months", report.backward_lag_months),
        ("forward lag, months", report.forward_lag_months),
        ("level-averaged shift, months", report.level_shift_months),
        ("time to match, median months", report.time_to_match_months.median),
    ]
    for name, figure in rows:
        note = {"left": "at least (record begins)", "right": "at least (data ends)"}.get(
            figure.censored or "", ""
        )
        table.add_row(name, _number(figure.estimate), _number(figure.low), _number(figure.high), note)
    if report.p_follower_ahead is not None:
        p = report.p_follower_ahead
        shown = "<1%" if p < 0.01 else ">99%" if p > 0.99 else f"{p:.0%}"
        table.add_row("probability that the follower is ahead", shown, "", "", "")
    table.add_row("measurable range, months", _number(report.measurable_range_months), "", "", "")
    return table


def _records(report: GapReport) -> Table:
    table = Table(title=Text(f"Records of {report.leader} and when {report.follower} matched them"))
    for name in ("record", "date", "level", "matched by", "on", "months"):
        table.add_column(
            name,
            justify="right" if name in ("level", "months") else "left",
            # A name may break over lines; half a date is no date.
            no_wrap=name in ("date", "level", "on"),
            min_width=10 if name in ("date", "on") else None,
            overflow="fold",
        )
    for r in report.time_to_match_months.records:
        months = f"open for {r.open_for_months:.1f}" if r.open_for_months is not None else _number(r.months)
        if r.already:
            months = "0 (already)"
        on = r.matched_on.isoformat() if r.matched_on else ""
        table.add_row(
            Text(r.model), r.date.isoformat(), f"{r.level:.2f}", Text(r.matched_by or ""), on, months
        )
    return table


def _sensitivity(report: GapReport) -> Table:
    table = Table(title="Under other definitions")
    for name in ("quantity", "vintage", "tolerance", "window", "side rule", "estimate"):
        right = name in ("tolerance", "estimate")
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    for s in report.sensitivity:
        least = ">= " if s.censored else ""
        table.add_row(
            s.quantity, Text(s.vintage), f"{s.tolerance:g}", s.window, s.rule, least + _number(s.estimate)
        )
    return table


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"
