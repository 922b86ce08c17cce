"""A ledger with thirteen weeks of short reports: one company is in the news for ten days."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

from theodolite import ledger
from theodolite.model.gathering import Edition
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text
from theodolite.model.watchlist import Watched

FIRST, DAYS, A_DAY = dt.date(2026, 1, 5), 91, 6
BURST = range(60, 70)
NAMES = ("OpenAI", "Anthropic", "Nvidia", "Mistral AI", "Alibaba")


def documents() -> list[tuple[str, str, str]]:
    """(name, day, text) of each report; every one has words of its own, so that none is a copy."""
    rng = random.Random(11)
    made = []
    for day in range(DAYS):
        for n in range(A_DAY):
            who = [name for name in NAMES if rng.random() < 0.12]
            if rng.random() < (0.8 if day in BURST else 0.03):
                who.append("Huawei")
            words = ("red", "green", "tall", "slow", "odd", "wide")
            own = " ".join(rng.choice(words) + str(n) for n in range(9))
            text = f"Report {day} {n} {own}. {', '.join(who) or 'Nobody'} met on that day."
            made.append((f"report-{day}-{n}", (FIRST + dt.timedelta(day)).isoformat(), text))
    return made


def make(path: Path) -> Path:
    """The ledger."""
    with ledger.open(path) as store, store.begin("gather"):
        source = Watched(name="wire", shape="feed", address="https://wire.test/feed", publisher="Wire")
        store.put_watched([source])
        for name, day, content in documents():
            snapshot = Snapshot(content.encode(), "text/plain")
            address, at = f"https://wire.test/{name}", f"{day}T08:00:00.000000+00:00"
            store.put_gathered(Gathered(Origin(location=address), snapshot, at))
            text = Text(snapshot=snapshot.sha256, reader="plain/1", content=content, language="en")
            store.put_text(text)
            store.put_edition(
                Edition(
                    document=name, source="wire", at=at, address=address, snapshot=snapshot.sha256,
                    reader="plain/1", text_sha256=text.sha256, title=f"Of {day} <b>[bold]", published=day,
                    basis="feed",
                )
            )  # fmt: skip
    return path
