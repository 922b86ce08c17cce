"""`theodolite gather`: look at the sources of the watchlist, once or again and again."""

from __future__ import annotations

import shlex
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from theodolite.cli.after_round import After
from theodolite.cli.options import LedgerOption, WatchlistOption, chosen_format
from theodolite.cli.refusals import finish, say
from theodolite.cli.rows import as_json
from theodolite.model.errors import Misuse, Refusal
from theodolite.survey.place import default_ledger

if TYPE_CHECKING:
    from theodolite.model.watchlist import Watched
    from theodolite.survey.gathering.round import Gone
    from theodolite.survey.gathering.rounds import Gathering


def gather(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Only these sources of the watchlist.")
    ] = None,
    watchlist: WatchlistOption = None,
    every: Annotated[
        str | None, typer.Option("--every", help="Go on as a service: each source again after 30m, 1h, 1d.")
    ] = None,
    page: Annotated[
        Path | None, typer.Option("--page", help="Write the health page here after each round.")
    ] = None,
    then: Annotated[
        list[str] | None,
        typer.Option(
            "--then", help="A command to run after a round that brought something; repeat for more."
        ),
    ] = None,
    ledger: LedgerOption = None,
    output: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> None:
    """Look at every source: what is new or edited goes into the ledger, what fails is named with a reason."""
    from theodolite.survey.gathering.rounds import Gathering
    from theodolite.survey.gathering.service import LastGood, interval

    chosen = chosen_format(output, "table", "json")
    again = interval(every) if every is not None else None
    if again is not None and chosen == "json":
        raise Misuse("--format json: not with --every, which never ends; `theodolite health` has it as JSON")
    commands = [_command(one) for one in then or []]
    sources, refusals = _sources(watchlist, names or [])
    place = ledger or default_ledger()
    with _told(quiet=chosen == "json") as told:
        work = Gathering(place, **told)
        _stop_when_told(work)
        after = After(place, page, commands, work.stopping, aside=chosen == "json")
        if again is not None:
            _say_all(refusals)
            said = frozenset(map(str, refusals))
            listed = LastGood(lambda: _sources(watchlist, names or []), say, sources, said)
            work.every(listed, again, lambda gone: _say_all(after.done(gone)))
            return
        gone = work.once(sources)
    refusals += [*gone.refusals, *(r for look in gone.looks for r in look.refusals)]
    refusals += after.done(gone)
    if chosen == "json":
        as_json(_report(gone, place, refusals))
    finish(refusals)


def _say_all(refusals: list[Refusal]) -> None:
    for refusal in refusals:
        say(refusal)


def _sources(place: Path | None, names: list[str]) -> tuple[list[Watched], list[Refusal]]:
    """The watchlist's sources, or those of them that are named. Misuse for a name that is not on it."""
    from theodolite.model.nearness import do_you_mean
    from theodolite.survey.watchlist.meant import watchlist

    found, refusals = watchlist(place)
    known = {one.name: one for one in found}
    for name in names:
        if name not in known:
            raise Misuse(f"{name}: not on the watchlist{do_you_mean(name, known)}")
    return [known[name] for name in dict.fromkeys(names)] if names else list(found), list(refusals)


def _stop_when_told(work: Gathering) -> None:
    """SIGTERM ends the round as Ctrl-C does: what was had is kept, the rest is asked for the next time. Told
    twice, it ends at once, as a kill does, which costs the last seconds."""

    def stop(number: int, frame: Any) -> None:
        work.stopping.set()
        signal.signal(number, signal.SIG_DFL)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)


@contextmanager
def _told(*, quiet: bool) -> Iterator[dict[str, Any]]:
    """A line for each source; at a terminal a bar under them as well."""
    if not sys.stderr.isatty():
        yield {} if quiet else {"settled": lambda look: print(look.line(), flush=True)}
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.text import Text

    console = Console(stderr=True)
    columns = (TextColumn("asking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("asking", total=None)

        def told(answered: int, left: int) -> None:
            bar.update(task, completed=answered, total=answered + left)

        def settled(look: Any) -> None:
            if not quiet:
                bar.console.print(Text(look.line()))

        yield {"settled": settled, "told": told}


def _command(written: str) -> list[str]:
    """The words of a command. No shell reads them."""
    try:
        words = shlex.split(written)
    except ValueError as error:
        raise Misuse(f"--then {written[:60]}: {error}") from None
    if not words:
        raise Misuse("--then: name a command")
    return words


def _report(gone: Gone, ledger: Path, refusals: list[Refusal]) -> dict[str, Any]:
    from theodolite import ledger as ledgers
    from theodolite.model.health import RoundReport

    with ledgers.open(ledger) as store:
        documents = len({edition.document for edition in store.editions()})
    return RoundReport(
        looks=tuple(look.visit() for look in gone.looks),
        documents=documents,
        refusals=tuple(str(refusal) for refusal in refusals),
    ).to_json()
