"""What was worked out, kept for the next time where nobody else writes."""

from __future__ import annotations

from collections.abc import Iterable

from theodolite.ledger.base import Ledger
from theodolite.ledger.errors import NoRunError
from theodolite.model.errors import Refusal


def keep(store: Ledger, command: str, made: Iterable[tuple[str, str, bytes]]) -> None:
    """Put (step, key, value) rows, in the run that is open, else in one of their own under `command`.

    Where another process writes, or nobody may, nothing is kept: a cache is not worth waiting for.
    """
    rows = list(made)
    try:
        _put(store, rows)
    except NoRunError:
        try:
            with store.begin(command, {}):
                _put(store, rows)
        except Refusal:
            return


def _put(store: Ledger, rows: Iterable[tuple[str, str, bytes]]) -> None:
    for step, key, value in rows:
        store.put_derived(step, key, value)
