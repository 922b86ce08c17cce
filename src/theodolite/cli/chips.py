"""`theodolite chips`: which class each chip of the data has under the export rules of a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from theodolite.cli.options import FormatOption, chosen_format, day
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json
from theodolite.model.errors import Misuse, Refusal

if TYPE_CHECKING:
    from theodolite.measure.controls import ClassedChip, Report

SOURCE = "epoch/ml_hardware"


def chips(
    names: Annotated[
        list[str] | None, typer.Argument(help="Chips to show, by words of their names; all by default.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option("--data", help="The list of chips, or a folder; else what was pulled.")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="Day of the rules, YYYY-MM-DD; today.")] = None,
    output: FormatOption = "table",
) -> None:
    """Class every chip under the export rules of a day: by arithmetic, with what decided."""
    from theodolite.measure.controls import classed, unmatched
    from theodolite.survey.archive.contents import shelf

    form = chosen_format(output, "table", "json", "csv")
    asked = day(on, "--on") or dt.datetime.now(dt.UTC).date()
    held = shelf(data)
    if data is None and SOURCE not in held.sources():
        raise Misuse(f"give --data, a folder that holds {SOURCE} (`theodolite pull {SOURCE}` fetches it)")
    table = held.table(SOURCE)
    wanted = names or []
    missing = unmatched(table, wanted)
    if wanted and len(missing) == len(wanted):
        raise Refusal(table.vintage.file, f"no chip named {', '.join(missing)}", _mend())
    report = classed(table, asked, [n for n in wanted if n not in missing])
    if form == "json":
        as_json(report.to_json())
    elif form == "csv":
        as_csv(_rows(report), (*COLUMNS, "on", "file", "sha256"))
    else:
        _show(report)
    finish([Refusal(table.vintage.file, f"no chip named {name}", _mend()) for name in missing])


def _mend() -> str:
    return "give words of a name as the list has it, as in 'RTX 4090'"


COLUMNS = (
    "chip", "maker", "country", "released", "class", "possible", "decided_by", "review", "tpp", "tpp_format",
    "tpp_published", "performance_density", "die_mm2", "interconnect_gb_s", "memory_bandwidth_gb_s",
)  # fmt: skip


def _rows(report: Report) -> list[dict[str, Any]]:
    vintage = {"on": report.on.isoformat(), "file": report.vintage.file, "sha256": report.vintage.sha256}
    chips = (chip.to_json() for chip in report.chips)
    return [{name: _cell(row[name]) for name in COLUMNS} | vintage for row in chips]


def _cell(value: object) -> object:
    """One cell: a list by spaces, a figure by its value or its bounds."""
    if isinstance(value, list):
        return " | ".join(map(str, value))
    if isinstance(value, dict):
        if value["value"] is not None:
            return value["value"]
        return f"{value['least'] or ''}..{value['most'] or ''}"
    return "" if value is None else value


def _show(report: Report) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    for rule in report.rules:
        until = f"until {rule.until}" if rule.until else "still in force as far as is known"
        console.print(Text(f"{rule.title} (from {rule.start}, {until}): {rule.words}."))
    if not report.rules:
        console.print(Text(f"None of the rules held on {report.on}."))
    table = Table(title=Text(f"Chips under the rules of {report.on}, from {report.vintage.file}"))
    for name in ("chip", "released", "TPP", "die mm2", "density", "GB/s", "class", "decided by"):
        right = name in ("TPP", "die mm2", "density", "GB/s")
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    for chip in report.chips:
        table.add_row(*map(Text, _row(chip)))
    console.print(table)
    counted = ", ".join(f"{name} {n}" for name, n in report.counts().items())
    console.print(Text(f"{len(report.chips)} chips: {counted}."))
    if report.differing:
        console.print(Text(f"TPP other than the publisher's own: {_differing(report)}."))
    for warning in report.warnings:
        console.print(Text(f"Note: {warning}"))


def _row(classed: ClassedChip) -> tuple[str, ...]:
    from theodolite.measure.controls.classing import density

    chip = classed.chip
    per_area = density(chip)
    named = classed.name + (f" ({classed.review.decided or 'unknown'})" if classed.review else "")
    return (
        chip.name,
        chip.released.isoformat() if chip.released else "",
        f"{chip.tpp.value:.0f}" if chip.tpp.value is not None else "-",
        f"{chip.die.value:g}" if chip.die.value is not None else "-",
        f"{per_area:.2f}" if per_area is not None else "-",
        f"{chip.interconnect.value:g}" if chip.interconnect.value is not None else "-",
        named,
        classed.outcome.why,
    )


def _differing(report: Report) -> str:
    said = [
        f"{d.chip} {'none' if d.ours is None else f'{d.ours:g}'} "
        f"(theirs {'none' if d.published is None else f'{d.published:g}'})"
        for d in report.differing
    ]
    return ", ".join(said)
