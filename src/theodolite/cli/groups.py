"""theodolite groups: one proposition said by several, with its spread, who said it first, and its origins."""

from __future__ import annotations

from typing import Annotated

import typer

from theodolite.cli.options import FormatOption, LedgerOption, chosen_format, chosen_top
from theodolite.cli.rows import as_csv, as_json


def groups(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Only groups that hold all of these words."),
    ] = None,
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Only what somebody rejects or holds the opposite of.")
    ] = False,
    single: Annotated[bool, typer.Option("--all", help="Also what one claim alone says.")] = False,
    top: Annotated[int, typer.Option("--top", help="How many rows to print in the table; 0 for all.")] = 40,
    ledger: LedgerOption = None,
    output: FormatOption = "table",
) -> None:
    """Print what several claims say alike: spread, first saying, independent origins, who rejects it."""
    form = chosen_format(output, "table", "json", "csv")
    most = chosen_top(top)
    from theodolite.survey.groups import groups_in

    query = " ".join(words or []).strip() or None
    found = groups_in(ledger, query, single=single, disputed=disputed)
    if form == "json":
        as_json(found.to_json())
    elif form == "csv":
        as_csv(list(found.flat()))
    else:
        from theodolite.cli.groups_table import show

        show(found, most)
