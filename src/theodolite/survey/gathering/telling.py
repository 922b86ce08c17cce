"""The health page, written where somebody looks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from theodolite import ledger as ledgers
from theodolite.compose.health import html
from theodolite.model.errors import Refusal
from theodolite.model.health import Health
from theodolite.model.watchlist import Watched
from theodolite.survey.gathering.health import health


def health_of(ledger: Path, watched: Sequence[Watched] = ()) -> Health:
    """How the sources are at this moment. Refusal where the ledger cannot be read."""
    with ledgers.open(ledger) as store:
        return health(store, dt.datetime.now(dt.UTC), watched)


def write_health(ledger: Path, page: Path) -> None:
    """Write the page whole or not at all: who reads it meanwhile sees the one before."""
    content = html(health_of(ledger))
    beside = page.with_name(f".{page.name}.new")
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(content, encoding="utf-8")
        beside.replace(page)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refusal(
            str(page), f"the health page cannot be written ({reason})", "name another place"
        ) from None
