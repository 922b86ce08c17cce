"""`theodolite indicators` lists what can be measured; `theodolite indicator` prints its levels."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from theodolite.cli import asking
from theodolite.cli.asking import CountingOption, SidesOption, TablesOption, WhereOption
from theodolite.cli.options import FormatOption, VintageOption, chosen_format
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json, resting
from theodolite.model.errors import Misuse


def indicators(
    data: Annotated[
        Path | None, typer.Option("--data", help="A table or a folder; else what was pulled.")
    ] = None,
    dimension: Annotated[str | None, typer.Option("--dimension", help="Only those of a dimension.")] = None,
    output: FormatOption = "table",
) -> None:
    """List the indicators: what each counts, from which source, and whether there is data."""
    chosen_format(output, *asking.FORMATS)
    from theodolite.catalog.indicators import dimensions
    from theodolite.survey.tables.opened import states

    known = [d.name for d in dimensions()]
    if dimension is not None and dimension not in known:
        raise Misuse(f"--dimension {dimension[:40]!r}: choose among {', '.join(known)}")
    found = states(asking.place(data), dimension)
    rows = [s.indicator.describe() | {"vintages": list(s.vintages), "no_data": s.no_data} for s in found]
    if output == "json":
        as_json({"schema_version": "1", "indicators": rows})
    elif output == "csv":
        keep = (
            "name",
            "dimension",
            "title",
            "unit",
            "kind",
            "statistic",
            "by",
            "source",
            "licence",
            "no_data",
        )
        as_csv([{k: row[k] for k in keep} for row in rows])
    else:
        from theodolite.cli.figures_table import show_states

        show_states(found)


def indicator(
    name: Annotated[str, typer.Argument(help="An indicator: see `theodolite indicators`.")],
    data: TablesOption = None,
    of: SidesOption = None,
    by: Annotated[str | None, typer.Option("--by", help="The field whose groups are shown.")] = None,
    where: WhereOption = None,
    period: Annotated[str | None, typer.Option("--period", help="2024, 2015:2023.")] = None,
    counting: CountingOption = None,
    top: Annotated[
        int | None, typer.Option("--top", help="Only the groups largest in their last year.")
    ] = None,
    vintage: VintageOption = None,
    output: FormatOption = "table",
) -> None:
    """Print the levels of an indicator by group and year: share, rank, change on the year before."""
    chosen_format(output, *asking.FORMATS)
    asked = asking.ask(
        data, name=name, vintage=vintage, of=of, by=by, where=where, period=period, counting=counting, top=top
    )
    from theodolite.survey.tables.levels import level_report

    report, refusals = level_report(asked)
    if output == "json":
        asking.give(report)
    elif output == "csv":
        names = ("group", "period", "value", "n", "share", "rank", "change", "settled")
        rests = {"unit": report.question.unit, **resting(report.basis)}
        rows = [{name: getattr(v, name) for name in names} | rests for v in report.levels]
        as_csv(rows, (*names, *rests))
    else:
        from theodolite.cli.figures_table import show_levels

        show_levels(report)
    finish(refusals)
