"""What the parts of a round share: the ledger, the memory of it, the writer, and the door to the network."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from theodolite.gather.exchange import Answer, Validators
from theodolite.ledger.base import Ledger
from theodolite.model.errors import Refusal
from theodolite.model.gathering import Entry, Missed
from theodolite.survey.gathering.known import Known
from theodolite.survey.gathering.look import Look
from theodolite.survey.gathering.states import State
from theodolite.survey.gathering.writing import Writer

Taken = Callable[[Answer | Refusal], None]
"""What is done with what came of a request, as soon as it came."""


class Fetching(Protocol):
    """What a round needs of the network: requests in, each answered once, in whatever order."""

    def ask(self, address: str, kept: Validators | None, taken: Taken, *, is_list: bool = False) -> None:
        """Ask for an address soon; `taken` is called with what came, by `run`."""

    def run(self, idle: Callable[[], None]) -> None:
        """Go on until nothing more is asked for, or it was told to stop. `idle` is called now and then."""


@dataclass(slots=True)
class Work:
    """`settled` is told each look of which nothing is waited for any more."""

    ledger: Ledger
    known: Known
    writer: Writer
    fetching: Fetching
    settled: Callable[[Look], None]

    def put_state(self, state: State) -> None:
        """Write a state soon, and remember it now."""
        self.known.got(state.edition)
        self.writer.put(state.put, state.size)

    def put_missed(self, missed: Missed) -> None:
        """Write soon that an item was not had, and remember it now."""
        self.known.failed(missed)
        self.writer.put(lambda store: store.put_missed_item(missed))

    def put_entries(self, entries: Iterable[Entry]) -> None:
        """Write soon what a source lists, and remember it now."""
        kept = list(entries)
        for entry in kept:
            self.known.heard(entry)
        if kept:
            self.writer.put(lambda store: _put_entries(store, kept))

    def release(self, look: Look) -> None:
        """One thing less is waited for; the look is written once nothing is."""
        look.waiting -= 1
        if look.waiting:
            return
        visit = look.visit()
        self.known.saw(visit)
        self.writer.put(lambda store: store.put_visit(visit))
        self.settled(look)


def _put_entries(store: Ledger, entries: list[Entry]) -> None:
    store.put_entries(entries)
