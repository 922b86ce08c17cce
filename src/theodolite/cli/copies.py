"""theodolite copies: exact and near copies among what was gathered, who told first, independent origins."""

from __future__ import annotations

from typing import Annotated

import typer

from theodolite.cli.options import FormatOption, LedgerOption, chosen_format, chosen_top
from theodolite.cli.rows import as_csv, as_json


def copies(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help="Only copies with all of these words in a title; their origins are counted, too."
        ),
    ] = None,
    top: Annotated[int, typer.Option("--top", help="How many groups to print in the table; 0 for all.")] = 40,
    ledger: LedgerOption = None,
    output: FormatOption = "table",
) -> None:
    """Print which gathered documents are copies of each other, and who told it first."""
    form = chosen_format(output, "table", "json", "csv")
    most = chosen_top(top)
    from theodolite.survey.copies import copies_in

    found = copies_in(ledger, " ".join(words or []).strip() or None)
    if form == "json":
        as_json(found.to_json())
    elif form == "csv":
        as_csv(list(found.flat()))
    else:
        from theodolite.cli.copies_table import show

        show(found, most)
