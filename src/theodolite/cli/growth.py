"""`theodolite growth`: how fast a value grows, with its intervals and what moves it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from theodolite.cli import asking
from theodolite.cli.asking import DateOption, NameArgument, TablesOption, WhereOption
from theodolite.cli.options import FormatOption, VintageOption, chosen_format
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, resting


def growth(
    name: NameArgument = None,
    data: TablesOption = None,
    value: Annotated[
        str | None, typer.Option("--value", help="The number that grows, or a ratio FIELD/FIELD.")
    ] = None,
    date: DateOption = None,
    where: WhereOption = None,
    since: Annotated[str | None, typer.Option("--since", help="First year, month or day.")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Last year, month or day.")] = None,
    which: Annotated[
        str | None,
        typer.Option(
            "--set",
            help="all, sums (of each day), records (above all before), top:N (among the N largest when new), "
            "top:N:FIELD.",
        ),
    ] = None,
    of: Annotated[
        list[str] | None, typer.Option("--of", help="A side, whose own trend is fitted. Repeatable.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="A field: a trend for each of its groups.")] = None,
    vintage: VintageOption = None,
    output: FormatOption = "table",
) -> None:
    """Fit exponential growth by least squares on logs: factor a year, doubling time, intervals."""
    chosen_format(output, *asking.FORMATS)
    asked = asking.ask(data, name=name, vintage=vintage, of=of, by=by, where=where, value=value, date=date)
    from theodolite.survey.tables.growth import growth_report

    report, refusals = growth_report(asked, which, _edge(since, 0), _edge(until, 1))
    if output == "json":
        asking.give(report)
    elif output == "csv":
        as_csv(
            [{
                "group": t.group, "n": t.n, "first": t.first, "last": t.last,
                "factor_per_year": t.factor_per_year.estimate, "low": t.factor_per_year.low,
                "high": t.factor_per_year.high, "ols_low": t.factor_per_year_ols.low,
                "ols_high": t.factor_per_year_ols.high, "doubling_days": t.doubling_days.estimate,
                "doubling_low": t.doubling_days.low, "doubling_high": t.doubling_days.high,
                "r_squared": t.r_squared, "residual_sd": t.residual_sd, **resting(report.basis),
            }
            for t in report.trends]
        )  # fmt: skip
    else:
        from theodolite.cli.figures_table import show_growth

        show_growth(report)
    finish(refusals)


def _edge(given: str | None, end: int) -> dt.date | None:
    """First or last day of what is given."""
    from theodolite.model.period import span

    return span(given)[end] if given else None
