"""The report on dependence for a reader at a terminal: a sentence each way, then the years side by side."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from theodolite.catalog.sources.countries import with_article
from theodolite.measure.dependence.hardware import HardwareRow
from theodolite.measure.dependence.report import ModelTies, Report
from theodolite.measure.dependence.ties import ALL, Row, Share


def show(report: Report) -> None:
    """Print the report to standard output."""
    console = Console()
    for ties in report.models:
        for direction in (ties.first_on_second, ties.second_on_first):
            console.print(Text(sentence(direction.rows[-1], ties)))
        console.print(_models(ties))
    for used in report.hardware:
        console.print(_hardware(used.source, used.first_on_second, used.second_on_first))
    if report.clusters is not None:
        for row in report.clusters[:2]:
            share = "not told" if row.share is None else _percent(row.share)
            builder, maker = with_article(row.builder), with_article(row.maker)
            said = f"{row.clusters} existing clusters in {builder}, {row.h100e:,.0f} H100 equivalents"
            console.print(Text(f"{said}; share on chips made by {maker}: {share}."))
    if report.claims is not None:
        console.print(_claims(report))
    for warning in report.warnings:
        console.print(Text(f"Note: {warning}"))


def sentence(row: Row, ties: ModelTies) -> str:
    """What one direction comes to, in words that hold."""
    which = "frontier releases" if ties.set == "frontier" else "releases"
    shown = with_article(row.builder)
    if not row.releases:
        return f"{shown[:1].upper()}{shown[1:]} has no {which} in {ties.source}."
    return (
        f"Of {row.releases} {which} of {shown} in {ties.source}, {row.ties} declare a base of "
        f"{with_article(row.base)} ({_shown(row.of_releases)}); of the {row.declared - row.unresolved} that "
        f"declare a base that is known, {_shown(row.of_declared)}."
    )


def _shown(share: Share) -> str:
    if share.share is None or share.limits is None:
        return "no share"
    low, high = share.limits
    if share.ties == 0:
        return f"none, under {_percent(high).lstrip('<')}"
    if share.ties == share.of:
        return f"all, over {_percent(low).lstrip('>')}"
    return f"{_percent(share.share)}, {_percent(low)} to {_percent(high)}"


def _percent(value: float) -> str:
    """A share as it may be printed: neither 0% nor 100% is ever known."""
    if value < 0.01:
        return "<1%"
    return ">99%" if value > 0.99 else f"{value:.0%}"


def _models(ties: ModelTies) -> Table:
    pairs = ties.first_on_second.rows, ties.second_on_first.rows
    table = _side_by_side(
        f"Models built on the other side's, {ties.source} ({ties.set}), {ties.vintage.file}",
        [f"{rows[-1].builder} on {rows[-1].base}" for rows in pairs],
    )
    by_period = [{r.period: r for r in rows} for rows in pairs]
    for period in _periods(by_period[0], by_period[1]):
        cells = []
        for rows in by_period:
            found = rows.get(period)
            if found is None:
                cells += [""] * 3
            else:
                shown = f"{found.ties} of {found.releases}"
                cells += [shown, str(found.declared), _shown(found.of_releases)]
        table.add_row(period, *cells)
    return table


def _hardware(source: str, one: tuple[HardwareRow, ...], two: tuple[HardwareRow, ...]) -> Table:
    table = _side_by_side(
        f"Models trained on hardware made by the other side, {source}",
        [f"{rows[-1].builder} on {rows[-1].maker}" for rows in (one, two)],
        "of known",
    )
    by_period = [{r.period: r for r in rows} for rows in (one, two)]
    for period in _periods(by_period[0], by_period[1]):
        cells = []
        for rows in by_period:
            found = rows.get(period)
            if found is None:
                cells += [""] * 3
            else:
                share = Share(ties=found.ties, of=found.known)
                cells += [f"{found.ties} of {found.known}", str(found.only), _shown(share)]
        table.add_row(period, *cells)
    return table


def _side_by_side(title: str, sides: list[str], kind: str = "of releases") -> Table:
    table = Table(title=Text(title))
    table.add_column("period")
    second = "declared" if kind == "of releases" else "only"
    for side in sides:
        for name in (f"{side}, {kind}", second, "share"):
            table.add_column(Text(name), justify="right", overflow="fold")
    return table


def _periods(one: Iterable[str], two: Iterable[str]) -> list[str]:
    years = sorted({*one, *two} - {ALL})
    return [*years, ALL]


def _claims(report: Report) -> Table:
    table = Table(title=Text("Claimed in documents, apart from what data declare"))
    for name in ("who leans", "on", "tie", "pairs", "sayings", "documents", "denied"):
        table.add_column(name, justify="left" if name in ("who leans", "on", "tie") else "right")
    for row in () if report.claims is None else (*report.claims[0], *report.claims[1]):
        if row.pairs or row.denied:
            table.add_row(
                *map(Text, (row.leaning, row.on, row.predicate)),
                str(row.pairs), str(row.sayings), str(row.documents), str(row.denied),
            )  # fmt: skip
    return table
