"""theodolite trends: what is new, rising, bursting or quiet in what was gathered."""

from __future__ import annotations

import math
from typing import Annotated

import typer

from theodolite.cli.options import FormatOption, LedgerOption, chosen_format, chosen_top, day
from theodolite.cli.rows import as_csv, as_json
from theodolite.model.errors import Misuse


def trends(
    since: Annotated[
        str | None,
        typer.Option("--since", help="What is new, rising or quiet since this day; by default four weeks."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", help="As of this day; by default the last with documents."),
    ] = None,
    of: Annotated[str, typer.Option("--of", help="names, dimensions, kinds or all.")] = "all",
    rate: Annotated[
        float, typer.Option("--rate", help="Share of what is called that may be chance, from .001 to .5.")
    ] = 0.05,
    top: Annotated[int, typer.Option("--top", help="Rows of each list in the table; 0 for all.")] = 20,
    ledger: LedgerOption = None,
    output: FormatOption = "table",
) -> None:
    """Print what moves in the documents: bursts, what rises and falls, what is new and what is gone quiet."""
    form = chosen_format(output, "table", "json", "csv")
    begins, ends = day(since, "--since"), day(until, "--until")
    if begins and ends and ends < begins:
        raise Misuse("--until: give a day that is not before --since")
    if not math.isfinite(rate) or not 0.001 <= rate <= 0.5:
        raise Misuse(f"--rate {rate}: give a share from 0.001 to 0.5")
    most = chosen_top(top)
    from theodolite.model.trends import OFS
    from theodolite.survey.trends.gathered import trends_in

    chosen = [one for one in OFS if of in (one, "all")]
    if not chosen:
        raise Misuse(f"--of {of}: choose names, dimensions, kinds or all")
    found = trends_in(ledger, begins, ends, chosen, rate)
    if form == "json":
        as_json(found.to_json())
    elif form == "csv":
        as_csv(list(found.flat()), found.COLUMNS)
    else:
        from theodolite.cli.trends_table import show

        show(found, most)
