"""theodolite watchlist: which sources are watched; lists of feed readers taken over and given out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from theodolite.cli.manners import Command, Commands
from theodolite.cli.options import FormatOption, WatchlistOption, chosen_format
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json, table_of
from theodolite.model.errors import plain

if TYPE_CHECKING:
    from theodolite.model.watchlist import Watched
    from theodolite.survey.watchlist.meant import MeantWatchlist

watchlist = typer.Typer(
    cls=Commands, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="List the sources that are watched; import a feed reader's list, export one, check one.",
)  # fmt: skip

_COLUMNS = ("name", "kind", "language", "shape", "title", "address")


@watchlist.command("list", cls=Command)
def list_(watchlist: WatchlistOption = None, output: FormatOption = "table") -> None:
    """The sources of the watchlist, and how many there are of each kind and language."""
    from theodolite.survey.watchlist.meant import listed

    form = chosen_format(output, "table", "json", "csv")
    found = listed(watchlist)
    rows = [_row(one) for one in found.entries]
    if form == "json":
        as_json(_report(found))
    elif form == "csv":
        as_csv(rows, tuple(rows[0]) if rows else _COLUMNS)
    else:
        table_of(plain(found.place), rows, _COLUMNS)
        for line in _counts(found):
            print(line)
    finish(found.refused)


@watchlist.command("import", cls=Command)
def import_(
    file: Annotated[Path, typer.Argument(help="OPML as a feed reader exports it, or a watchlist in YAML.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Put what is new at this watchlist's end; else print it.")
    ] = None,
) -> None:
    """Take over another program's list of feeds as a watchlist in YAML."""
    from theodolite.survey.watchlist.importing import imported

    made = imported(file, out)
    told = [f"{len(made.added)} new, {len(made.already)} there before, {len(made.refused)} refused"]
    told += [f"warning: {line}" for line in made.warnings]
    if out is None:
        print(made.written, end="")
    for line in told:
        typer.echo(plain(line), err=out is None)
    finish(made.refused)


@watchlist.command(cls=Command)
def export(
    output: Annotated[str, typer.Option("--format", help="opml or yaml.")] = "opml",
    watchlist: WatchlistOption = None,
    feeds: Annotated[
        bool, typer.Option("--feeds", help="Only feeds: what a feed reader can follow.")
    ] = False,
) -> None:
    """Print the watchlist as OPML for a feed reader, or as YAML to begin one's own from."""
    from theodolite.compose.watchlist import as_opml, as_yaml
    from theodolite.survey.watchlist.meant import listed

    form = chosen_format(output, "opml", "yaml")
    found = listed(watchlist)
    entries = [one for one in found.entries if one.shape == "feed" or not feeds]
    print(as_yaml(entries) if form == "yaml" else as_opml(entries, "theodolite watchlist"), end="")
    finish(found.refused)


@watchlist.command(cls=Command)
def check(
    file: Annotated[Path | None, typer.Argument(help="The watchlist's file; else the one in use.")] = None,
    output: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> None:
    """Whether every entry of a watchlist can be taken; nothing is asked of the network."""
    from theodolite.survey.watchlist.meant import listed

    form = chosen_format(output, "table", "json")
    found = listed(file)
    if form == "json":
        as_json(_report(found))
    else:
        for line in _counts(found):
            print(line)
        print("every entry can be taken" if not found.refused else f"{len(found.refused)} refused")
    finish(found.refused)


def _row(one: Watched) -> dict[str, Any]:
    """Every field, and what is known of the page that confirms the address."""
    from dataclasses import asdict

    from theodolite.catalog.watchlist import answered, confirmed_on

    row: dict[str, Any] = {**asdict(one), "tags": list(one.tags), "about": list(one.about)}
    return {**row, "confirmed_on": confirmed_on(one), "answered": answered(one)}


def _report(found: MeantWatchlist) -> dict[str, Any]:
    return {
        "schema_version": "1",
        "watchlist": str(found.file) if found.file else None,
        "sources": [_row(one) for one in found.entries],
        "counts": {field: dict(_counted(found, field)) for field in ("kind", "language", "shape")},
        "refused": [str(refusal) for refusal in found.refused],
        "warnings": [],
    }


def _counts(found: MeantWatchlist) -> list[str]:
    n = len(found.entries)
    lines = [f"{plain(found.place)}: {n} {'source' if n == 1 else 'sources'}"]
    for field in ("kind", "language", "shape"):
        lines.append(f"  by {field}: " + ", ".join(f"{word} {n}" for word, n in _counted(found, field)))
    return lines


def _counted(found: MeantWatchlist, field: str) -> list[tuple[str, int]]:
    """How many there are of each, the most first; "unknown" where an entry does not say."""
    return Counter(str(getattr(one, field) or "unknown") for one in found.entries).most_common()
