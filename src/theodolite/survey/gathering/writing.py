"""What a round puts into the ledger, in short runs: a kill costs at most the last few seconds.

The ledger has a writer only while there is something to write: a survey of the same ledger is not held up by
a gathering that waits for hosts, which itself waits while the survey writes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from theodolite.ledger import BusyRefusal
from theodolite.ledger.base import Ledger, Run
from theodolite.model.errors import Refusal

Put = Callable[[Ledger], None]

TOGETHER = 64
"""Puts in one run."""
BYTES = 16 * 2**20
"""Bytes that wait to be written."""
SECONDS = 3.0
"""How long the first of them waits."""
PATIENCE = 3600.0
"""Seconds to wait for another process that writes."""


@dataclass(slots=True)
class Writer:
    """Collects puts and writes them together. `refusals` are puts that the ledger would not take."""

    ledger: Ledger
    refusals: list[Refusal] = field(default_factory=list)
    _waiting: list[Put] = field(default_factory=list)
    _bytes: int = 0
    _first: float = 0.0

    def put(self, put: Put, size: int = 0) -> None:
        """Write soon; at once where enough is waiting."""
        if not self._waiting:
            self._first = time.monotonic()
        self._waiting.append(put)
        self._bytes += size
        if len(self._waiting) >= TOGETHER or self._bytes >= BYTES:
            self.flush()
        self.tick()

    def tick(self) -> None:
        """Write where something has waited long enough."""
        if self._waiting and time.monotonic() - self._first >= SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what waits, in one run. What was put counts for others when this returns."""
        if not self._waiting:
            return
        waiting, self._waiting, self._bytes = self._waiting, [], 0
        with _begun(self.ledger):
            for put in waiting:
                try:
                    put(self.ledger)
                except Refusal as refusal:
                    if refusal.place == str(self.ledger.path):
                        raise  # a full disk: half of what belongs together must not count
                    self.refusals.append(refusal)


def _begun(ledger: Ledger) -> Run:
    """A run, as soon as no other process writes. Refusal after `PATIENCE`."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return ledger.begin("gather")
        except BusyRefusal:
            if time.monotonic() >= until:
                raise
