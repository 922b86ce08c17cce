"""One round: every source is looked at once, and every item that is still to be had is asked for.

What a source lists is written before the pages are asked for, a look at it when all its items are settled. A
round that is killed leaves items listed and not answered; the next one asks for them, whatever the feed says
by then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from theodolite.gather.files import now
from theodolite.ledger.base import Ledger
from theodolite.model.errors import Refusal
from theodolite.model.watchlist import Watched
from theodolite.survey.archive.pulling import Hosts
from theodolite.survey.gathering.items import Items
from theodolite.survey.gathering.known import Known
from theodolite.survey.gathering.lists import Lists
from theodolite.survey.gathering.local import look_at_data, look_at_folder
from theodolite.survey.gathering.look import Look
from theodolite.survey.gathering.work import Fetching, Work
from theodolite.survey.gathering.writing import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What a round did: the looks in the order they were settled, and what the ledger would not take."""

    looks: tuple[Look, ...]
    refusals: tuple[Refusal, ...]


def go(
    ledger: Ledger,
    sources: Sequence[Watched],
    fetching: Fetching,
    *,
    known: Known | None = None,
    hosts: Hosts | None = None,
    settled: Callable[[Look], None] = lambda look: None,
) -> Gone:
    """Look at all the sources. Nothing is raised for what cannot be had: each look's `refusals` name it.

    `known` is the memory of an earlier round of this process, kept up to date. `settled` is told each look of
    which nothing is waited for any more.
    """
    looks: list[Look] = []

    def done(look: Look) -> None:
        looks.append(look)
        settled(look)

    writer = Writer(ledger)
    anew = _anew(ledger, sources)
    writer.put(lambda store: _note(store, sources))
    work = Work(ledger, known if known is not None else Known.of(ledger), writer, fetching, done)
    items = Items(work)
    lists = Lists(work, items, anew)
    local = [source for source in sources if source.shape in ("folder", "data")]
    for source in sources:
        if source not in local:
            lists.begin(Look(source=source, at=now()))
    for source in local:
        look = Look(source=source, at=now(), waiting=1)
        if source.shape == "folder":
            look_at_folder(look, work)
        else:
            look_at_data(look, work, hosts or Hosts())
    fetching.run(writer.tick)
    writer.flush()
    return Gone(looks=tuple(looks), refusals=tuple(writer.refusals))


def _anew(ledger: Ledger, sources: Sequence[Watched]) -> frozenset[str]:
    """The sources of which something else is to be taken than when they were last looked at."""
    before = {one.name: one for one in ledger.watched()}
    return frozenset(
        one.name for one in sources if one.name in before and _taken_of(one) != _taken_of(before[one.name])
    )


def _taken_of(source: Watched) -> tuple[object, ...]:
    return source.shape, source.full_text, source.most, tuple(source.about)


def _note(store: Ledger, sources: Sequence[Watched]) -> None:
    store.put_watched(sources)
