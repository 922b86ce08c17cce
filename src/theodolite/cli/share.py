"""`theodolite share`: who holds how much of a total, counted from a table of records."""

from __future__ import annotations

from typing import Annotated

import typer

from theodolite.cli import asking
from theodolite.cli.asking import (
    CountingOption,
    DateOption,
    NameArgument,
    SidesOption,
    TablesOption,
    WhereOption,
)
from theodolite.cli.options import FormatOption, VintageOption, chosen_format
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, resting


def share(
    name: NameArgument = None,
    data: TablesOption = None,
    of: SidesOption = None,
    by: Annotated[str | None, typer.Option("--by", help="The field whose groups share the total.")] = None,
    where: WhereOption = None,
    period: Annotated[str | None, typer.Option("--period", help="2024, 2024-05, 2015:2023.")] = None,
    counting: CountingOption = None,
    total: Annotated[str | None, typer.Option("--sum", help="The number that is added up.")] = None,
    count: Annotated[bool, typer.Option("--count", help="Count rows.")] = False,
    date: DateOption = None,
    top: Annotated[int | None, typer.Option("--top", help="Show only the largest N groups.")] = None,
    vintage: VintageOption = None,
    output: FormatOption = "table",
) -> None:
    """Count or add up a table by groups: shares of the total, what is other or unknown, concentration."""
    chosen_format(output, *asking.FORMATS)
    asked = asking.ask(
        data, name=name, vintage=vintage, of=of, by=by, where=where, period=period, counting=counting,
        value=total, count=count, date=date, top=top,
    )  # fmt: skip
    from theodolite.survey.tables.shares import share_report

    report, refusals = share_report(asked)
    if output == "json":
        asking.give(report)
    elif output == "csv":
        rest = [s for s in (report.other, report.unknown) if s]
        as_csv(
            [
                {"group": s.group, "value": s.value, "share": s.share, "n": s.n, "rank": s.rank}
                | {"unit": report.question.unit, **resting(report.basis)}
                for s in (*report.shares, *rest)
            ]
        )
    else:
        from theodolite.cli.figures_table import show_shares

        show_shares(report)
    finish(refusals)
