"""The network as a round asks it: requests with what is to be done with their answers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from theodolite.gather.exchange import Validators
from theodolite.gather.web.fetcher import Fetcher
from theodolite.gather.web.request import FEED_TYPES, PAGE_TYPES, Request
from theodolite.survey.gathering.work import Taken

_IDLE_SECONDS = 0.5


@dataclass(slots=True)
class Network:
    """A fetcher as `work.Fetching` wants it. `told` hears how many were answered and how many are open."""

    fetcher: Fetcher
    stopping: threading.Event = field(default_factory=threading.Event)
    told: Callable[[int, int], None] = lambda answered, left: None

    def ask(self, address: str, kept: Validators | None, taken: Taken, *, is_list: bool = False) -> None:
        """See `work.Fetching.ask`."""
        accept = FEED_TYPES if is_list else PAGE_TYPES
        self.fetcher.put(Request(address=address, kept=kept, accept=accept, tag=taken))

    def run(self, idle: Callable[[], None]) -> None:
        """See `work.Fetching.run`."""
        answered = 0
        while self.fetcher.open and not self.stopping.is_set():
            result = self.fetcher.take(_IDLE_SECONDS)
            if result is not None:
                outcome = result.answer or result.refusal
                assert outcome is not None, "a result is an answer or a refusal"
                result.request.tag(outcome)
                answered += 1
                self.told(answered, self.fetcher.open)
            idle()
