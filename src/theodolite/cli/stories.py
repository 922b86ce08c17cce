"""theodolite stories: what several gathered documents tell of, the newest first."""

from __future__ import annotations

from typing import Annotated

import typer

from theodolite.cli.options import FormatOption, LedgerOption, chosen_format, chosen_top, day
from theodolite.cli.rows import as_csv, as_json


def stories(
    since: Annotated[
        str | None, typer.Option("--since", help="Only stories with a document of this day or later.")
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", help="Only stories that tell of this name or side; may be repeated."),
    ] = None,
    single: Annotated[bool, typer.Option("--all", help="Also what one document alone tells.")] = False,
    top: Annotated[int, typer.Option("--top", help="How many rows to print in the table; 0 for all.")] = 40,
    ledger: LedgerOption = None,
    output: FormatOption = "table",
) -> None:
    """Print the events that gathered documents tell of: who tells them, since when, from how many origins."""
    form = chosen_format(output, "table", "json", "csv")
    most = chosen_top(top)
    first = day(since, "--since")
    from theodolite.survey.stories import stories_in

    found = stories_in(ledger, since=first, names=tuple(name or ()), single=single)
    if form == "json":
        as_json(found.to_json())
    elif form == "csv":
        as_csv(list(found.flat()))
    else:
        from theodolite.cli.stories_table import show

        show(found, most)
