"""A ledger with thirteen weeks of short reports: one company is in the news for ten days."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

from gathered import put_document

from theodolite import ledger

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
        for name, day, content in documents():
            put_document(
                store, name, content, publisher="Wire", at=f"{day}T08:00:00.000000+00:00",
                title=f"Of {day} <b>[bold]", published=day,
            )  # fmt: skip
    return path
