"""theodolite watches: saved watches, what they match, telling it once, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from theodolite.cli.manners import Command, Commands
from theodolite.cli.options import FormatOption, LedgerOption, chosen_format
from theodolite.cli.refusals import finish
from theodolite.cli.rows import as_csv, as_json
from theodolite.model.errors import Refusal

if TYPE_CHECKING:
    from theodolite.survey.watches.delivering import Delivered

watches = typer.Typer(
    cls=Commands, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Saved watches: a name, a verdict, a gap crossing a line; told to a webhook, a command or a file.",
)  # fmt: skip

SCHEMA_VERSION = "1"
_File = Annotated[Path, typer.Argument(metavar="FILE", help="A YAML file of watches.")]
_FORMATS = ("table", "json", "csv")


@watches.command(cls=Command)
def check(file: _File, ledger: LedgerOption = None, output: FormatOption = "table") -> None:
    """Say what each watch matches in the ledger now; writes nothing, sends nothing."""
    from theodolite import ledger as ledgers
    from theodolite.survey.place import existing_ledger
    from theodolite.survey.watches.checking import check as checked
    from theodolite.survey.watches.reading import read_watches

    form = chosen_format(output, *_FORMATS)
    found, refusals = read_watches(file)
    with ledgers.open(existing_ledger(ledger)) as store:
        rows = checked(store, found)
    _print(form, "watches", rows, "checked")
    finish(refusals)


@watches.command(cls=Command)
def run(
    file: _File,
    ledger: LedgerOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be sent; write nothing, send nothing.")
    ] = False,
    at_once: Annotated[
        bool, typer.Option("--now", help="Try what waits for its time at once, as after mending a target.")
    ] = False,
    output: FormatOption = "table",
) -> None:
    """Look at what became known since the last run, put it into the outbox, and deliver what waits there."""
    from theodolite import ledger as ledgers
    from theodolite.survey.place import existing_ledger
    from theodolite.survey.watches.delivering import deliver
    from theodolite.survey.watches.evaluating import put
    from theodolite.survey.watches.reading import read_watches
    from theodolite.survey.watches.rehearsing import rehearsed

    form = chosen_format(output, *_FORMATS)
    found, refusals = read_watches(file)
    with ledgers.open(existing_ledger(ledger)) as store:
        if dry_run:
            rows = rehearsed(store, found)
        else:
            try:
                put(store, found)
            except Refusal as busy:
                # Another run is writing: what is new waits for the next call; what waits is sent.
                refusals.append(busy)
            made = deliver(store, found, at_once=at_once)
            rows = [_row(one) for one in made]
            refusals += [_refusal(one) for one in made if one.result.outcome != "delivered"]
    _print(form, "notices", rows, "run")
    finish(refusals)


@watches.command(cls=Command)
def status(ledger: LedgerOption = None, output: FormatOption = "table") -> None:
    """Each watch: since when it looks, how many notices were sent, wait or fail, and why."""
    from theodolite import ledger as ledgers
    from theodolite.survey.place import existing_ledger
    from theodolite.survey.watches.status import by_watch

    form = chosen_format(output, *_FORMATS)
    with ledgers.open(existing_ledger(ledger)) as store:
        rows = list(by_watch(store))
    _print(form, "watches", rows, "status")


@watches.command("list", cls=Command)
def list_(
    watch: Annotated[str | None, typer.Option("--watch", help="Of this watch alone.")] = None,
    waiting: Annotated[bool, typer.Option("--waiting", help="Only what is not delivered.")] = False,
    ledger: LedgerOption = None,
    output: FormatOption = "table",
) -> None:
    """Each notice: what it says, whether it was delivered, how often it was tried, and why it failed."""
    from theodolite import ledger as ledgers
    from theodolite.survey.place import existing_ledger
    from theodolite.survey.watches.status import notices

    form = chosen_format(output, *_FORMATS)
    with ledgers.open(existing_ledger(ledger)) as store:
        every = notices(store)
    rows = [
        one.to_json()
        for one in every
        if (watch is None or one.notice.watch == watch) and not (waiting and one.state == "delivered")
    ]
    _print(form, "notices", rows, "list")


def _row(one: Delivered) -> dict[str, Any]:
    from theodolite.survey.watches.telling import in_words

    return {
        "id": one.notice.id, "watch": one.watch.name, "says": in_words(one.notice),
        "to": one.watch.target_words, "outcome": one.result.outcome, "attempt": one.attempt,
        "in_doubt": one.in_doubt, "status": one.result.status, "reason": one.result.reason,
    }  # fmt: skip


def _refusal(one: Delivered) -> Refusal:
    place = f"watch {one.watch.name} to {one.watch.target_words}"
    return Refusal(
        place, one.result.reason or "it failed", "it is tried again by a later `theodolite watches run`"
    )


def _print(form: str, what: str, rows: Sequence[dict[str, Any]], shown: str) -> None:
    if form == "json":
        as_json({"schema_version": SCHEMA_VERSION, what: list(rows), "warnings": []})
    elif form == "csv":
        as_csv(rows)
    else:
        from theodolite.cli.watches_table import show

        show(shown, rows)
