"""Models for a reader at a terminal: a list, or one model's names, dates and facts side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from theodolite.model.disagreement import Opinion, Topic

if TYPE_CHECKING:
    from theodolite.survey.registry.sheets import Listing, Sheet


def show_list(found: Listing, top: int | None) -> None:
    """Print a list of models to standard output."""
    console = Console()
    shown = found.entries[:top]
    table = Table(title=Text(f"{len(shown)} of {len(found.entries)} models"))
    for name in ("model", "first dated", "maker", "country", "open", "names", "trackers"):
        table.add_column(name, justify="right" if name in ("names", "trackers") else "left", overflow="fold")
    for entry in shown:
        cells = (
            entry.model.name, str(entry.date or "-"), entry.model.maker or ", ".join(entry.makers) or "-",
            ", ".join(entry.countries) or "-", entry.openness or "-", str(len(entry.model.names)),
            str(len(entry.model.trackers)),
        )  # fmt: skip
        table.add_row(*(Text(cell) for cell in cells))
    console.print(table)
    for warning in found.warnings:
        console.print(Text(f"Note: {warning}"))


def show_one(sheet: Sheet, explain: bool, top: int | None) -> None:
    """Print one model's sheet to standard output."""
    console = Console()
    model = sheet.model
    console.print(Text(f"{model.name}, by {model.maker or 'a maker the vocabulary lacks'}", style="bold"))
    console.print(Text(f"Named by {', '.join(model.trackers)}, in {len(model.names)} ways."))
    console.print(_dates(sheet, top))
    console.print(_facts(sheet))
    console.print(_names(sheet, explain, top))


def _dates(sheet: Sheet, top: int | None) -> Table:
    table = Table(title=Text("Dates"))
    for name in ("version", "date", "kind", "tracker", "name", "vintage"):
        table.add_column(name, overflow="fold")
    for version, kind, day, mention in sheet.dates[:top]:
        cells = (version or "as named", str(day), kind, mention.tracker, mention.name,
                 str(mention.vintage.date or mention.vintage.file))  # fmt: skip
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _facts(sheet: Sheet) -> Table:
    table = Table(title=Text("What each says"))
    for name in ("field", "version", "tracker", "value", "vintage"):
        table.add_column(name, overflow="fold")
    for topic, versions in sheet.said.items():
        for version, trackers in sorted(versions.items()):
            for tracker, every in sorted(trackers.items()):
                newest = max(every, key=lambda o: str(o.on or ""))
                cells = (topic, version or "as named", tracker, _value(topic, newest),
                         str(newest.on or newest.vintage.file))  # fmt: skip
                table.add_row(*(Text(cell) for cell in cells))
    return table


def _value(topic: Topic, opinion: Opinion) -> str:
    value = opinion.value
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, float):
        return f"${value:.4g} per million tokens" if topic == "price" else f"{value:,.0f}"
    return str(value)


def _names(sheet: Sheet, explain: bool, top: int | None) -> Table:
    table = Table(title=Text("Names"))
    for name in ("version", "name", "run as", *(("because",) if explain else ())):
        table.add_column(name, overflow="fold")
    rows = sorted(sheet.model.names.items(), key=lambda pair: (pair[1].version, pair[0]))
    for name, placed in rows[: None if explain else top]:
        cells = [placed.version or "as named", name, placed.variant or "-"]
        table.add_row(*(Text(c) for c in (*cells, *(("; ".join(placed.rules),) if explain else ()))))
    return table
