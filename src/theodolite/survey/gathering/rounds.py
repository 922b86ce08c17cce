"""`theodolite gather`, once or as a service: the ledger, the fetcher and the rounds together."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from theodolite import ledger as ledgers
from theodolite.gather.web.fetcher import Fetcher
from theodolite.gather.web.manners import Manners
from theodolite.gather.web.robots import Robots
from theodolite.ledger.base import Ledger
from theodolite.model.watchlist import Watched
from theodolite.survey.archive.pulling import Hosts
from theodolite.survey.gathering.known import Known
from theodolite.survey.gathering.look import Look
from theodolite.survey.gathering.network import Network
from theodolite.survey.gathering.round import Gone, go
from theodolite.survey.gathering.service import serve


@dataclass(slots=True)
class Gathering:
    """Who asks and who is told. `settled` hears each look as it is done, `told` how far a round is.

    `allow_private` names endpoints ("127.0.0.1:8000") that may be reached although they are not public; it is
    for tests and is set by nothing outside the code.
    """

    ledger: Path
    manners: Manners = field(default_factory=Manners)
    allow_private: frozenset[str] = frozenset()
    settled: Callable[[Look], None] = lambda look: None
    told: Callable[[int, int], None] = lambda answered, left: None
    stopping: threading.Event = field(default_factory=threading.Event)
    _robots: Robots = field(default_factory=Robots)

    def once(self, sources: Sequence[Watched]) -> Gone:
        """One round over all the sources. Refusal where another process gathers into this ledger."""
        with ledgers.open(self.ledger) as store, store.alone("gather"):
            return self._round(store, sources, Known.of(store))

    def every(
        self,
        sources: Callable[[], Sequence[Watched]],
        interval: dt.timedelta,
        after: Callable[[Gone], None] = lambda gone: None,
    ) -> None:
        """Rounds until told to stop, each source again after its time. `after` hears what each round did."""
        with ledgers.open(self.ledger) as store, store.alone("gather"):
            known = Known.of(store)

            def round_(due: Sequence[Watched]) -> Mapping[str, str]:
                after(self._round(store, due, known))
                return known.looked

            serve(sources, known.looked, interval, round_, self.stopping)

    def _round(self, store: Ledger, sources: Sequence[Watched], known: Known) -> Gone:
        hosts = Hosts(allow_private=self.allow_private)
        with Fetcher(self.manners, robots=self._robots, allow_private=self.allow_private) as fetcher:
            network = Network(fetcher, self.stopping, self.told)
            return go(store, sources, network, known=known, hosts=hosts, settled=self.settled)
