"""`theodolite health`: how the watched sources are."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from theodolite.cli.options import WatchlistOption, chosen_format
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json, table_of
from theodolite.model.errors import plain
from theodolite.survey.place import existing_ledger

_LOOKS = 8
"""The last looks that a line of 80 letters has room for."""


def health(
    failing: Annotated[bool, typer.Option("--failing", help="Only sources that are not well.")] = False,
    ledger: Annotated[Path | None, typer.Option("--ledger", help="The ledger's file.")] = None,
    watchlist: WatchlistOption = None,
    output: Annotated[str, typer.Option("--format", help="table, json, csv or html.")] = "table",
) -> None:
    """Say when each source last answered, what it brought, and what could not be had, with the reason."""
    chosen = chosen_format(output, "table", "json", "csv", "html")
    from theodolite.survey.gathering.telling import health_of
    from theodolite.survey.watchlist.meant import watchlist as watched

    sources, refusals = watched(watchlist)
    found = health_of(existing_ledger(ledger), sources)
    rows = [one for one in found.sources if not failing or one.state in ("failing", "silent")]
    if chosen == "html":
        from theodolite.compose.health import html

        print(html(found))
    elif chosen == "json":
        as_json(found.to_json())
    elif chosen == "csv":
        as_csv([asdict(one) for one in rows])
    else:
        from theodolite.compose.health import lead, reason, span

        shown = [
            {
                "source": one.source, "state": one.state, "listed": one.items, "held": one.documents,
                "new": one.new, "not had": one.not_had,
                "last new": span(one.silent_days) if one.newest else None, "looks": one.history[-_LOOKS:],
            }
            for one in rows
        ]  # fmt: skip
        if shown:
            table_of("Sources", shown, tuple(shown[0]))
        print(lead(found), file=sys.stdout)
        for one in rows:
            if reason(one):
                print(plain(f"{one.state}: {one.source}: {reason(one)}"))
        for item in found.not_had[:20]:
            fate = "given up" if item.lasting else "asked again at the next look"
            print(plain(f"not had: {item.address} ({item.source}): {item.reason}; {fate}"))
        if len(found.not_had) > 20:
            print(f"... and {len(found.not_had) - 20} more: --format json has them all")
    finish(refusals)
