"""Disagreements for a reader at a terminal: sentences first, then pairs of trackers, then models."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from theodolite.model.disagreement import UNITS, Comparison, Opinion, Topic

if TYPE_CHECKING:
    from theodolite.survey.registry.disagreements import Report, TopicReport

_TITLES: dict[Topic, str] = {
    "date": "When a model was released", "country": "Whose country it is", "organisation": "Who made it",
    "openness": "Whether its weights can be downloaded", "context": "How much it can read at once",
    "parameters": "How large it is", "price": "What the maker asks for it",
}  # fmt: skip
_PAIRS = 12


def show(report: Report, top: int | None) -> None:
    """Print the report to standard output."""
    console = Console()
    console.print(
        Text(
            f"{report.models} models under {report.names} names; {report.in_two} of them in two trackers "
            f"or more, from {len(report.sources)} files."
        )
    )
    for topic in report.topics:
        console.print()
        console.print(Text(sentence(topic), style="bold"))
        console.print(_pairs(topic))
        if topic.differing:
            console.print(_models(topic, top))
    _within(report, console, top)
    for warning in report.warnings:
        console.print(Text(f"Note: {warning}."))


def sentence(topic: TopicReport) -> str:
    """How a topic stands in one sentence."""
    found, title = topic.publishers, _TITLES[topic.topic]
    if not found.n:
        return f"{title}: no two publishers speak of one model."
    if topic.topic == "date":
        same, week, month = found.shares
        return (
            f"{title}: of {found.n} model versions that two publishers date, {same:.0%} have one day, "
            f"{week:.0%} are within a week and {month:.0%} within a month."
        )
    return f"{title}: of {found.n} model versions that two publishers speak of, {found.shares[0]:.0%} agree."


def _pairs(topic: TopicReport) -> Table:
    table = Table(title=Text(f"Pairs of trackers, {topic.topic}"))
    dates = topic.topic == "date"
    marks = ("one day", "within 7", "within 30", "median if apart", "second later")
    names = marks if dates else ("agree",)
    table.add_column("first")
    table.add_column("second")
    for name in ("models", *names, *(() if dates or _listed(topic.topic) else ("median if apart",))):
        table.add_column(name, justify="right")
    for pair in topic.pairs[:_PAIRS]:
        cells = [pair.first, pair.second, str(pair.n), *(f"{share:.0%}" for share in pair.shares)]
        if dates:
            apart = "-" if pair.median_if_apart is None else f"{pair.median_if_apart:.0f} days"
            cells += [apart, str(pair.second_later)]
        elif not _listed(topic.topic):
            cells.append("-" if pair.median_if_apart is None else f"{pair.median_if_apart:.2f} times")
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _listed(topic: Topic) -> bool:
    return topic in ("country", "organisation", "openness")


def _models(topic: TopicReport, top: int | None) -> Table:
    shown = topic.differing[:top]
    table = Table(title=Text(f"Furthest apart: {len(shown)} of {len(topic.differing)}"))
    table.add_column("model", overflow="fold")
    table.add_column(UNITS[topic.topic], justify="right")
    table.add_column("who says what", overflow="fold")
    for comparison in shown:
        name = comparison.model + (f" ({comparison.version})" if comparison.version else "")
        size = f"{comparison.size:.2f}" if comparison.size % 1 else f"{comparison.size:.0f}"
        table.add_row(Text(name), size, Text(_said(comparison)))
    return table


def _said(comparison: Comparison) -> str:
    """Opinions by value: those who agree stand together."""
    by_value: dict[str, list[str]] = {}
    for opinion in sorted(comparison.opinions, key=lambda o: str(o.value)):
        by_value.setdefault(_value(comparison.topic, opinion), []).append(opinion.tracker)
    return "; ".join(f"{value}: {', '.join(trackers)}" for value, trackers in by_value.items())


def _value(topic: Topic, opinion: Opinion) -> str:
    value = opinion.value
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, dt.date | str):
        return str(value)
    if topic == "price":
        return f"${value:.3g}" + (f" on {opinion.on}" if opinion.on else "")
    return f"{value:,.0f}" if topic == "context" else f"{value / 1e9:,.4g} billion"


def _within(report: Report, console: Console, top: int | None) -> None:
    for found in report.redated:
        if not found.changes:
            continue
        console.print()
        console.print(
            Text(
                f"{found.source}: {len(found.changes)} of {found.shared} names in both {found.before.file} "
                f"and {found.after.file} have another day.",
                style="bold",
            )
        )
        table = Table()
        for name in ("name", "before", "after", "days"):
            table.add_column(name, justify="right" if name == "days" else "left")
        for change in found.changes[:top]:
            before, days = change.before or "none", "-" if change.days is None else f"{change.days:+d}"
            table.add_row(Text(change.name), str(before), str(change.after), days)
        console.print(table)
    for names in report.stamped:
        if not names.others:
            continue
        console.print()
        console.print(
            Text(
                f"{names.source}: {len(names.others)} of {names.dated} names that carry a day or month are "
                f"listed under another in {names.vintage.file}.",
                style="bold",
            )
        )
        for name, carried, day in names.others[:top]:
            console.print(Text(f"  {name}: {carried} in the name, listed {day}"))
