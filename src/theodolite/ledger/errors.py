"""What goes wrong in the code that uses a ledger (what goes wrong with a ledger's file is a Refusal)."""

from __future__ import annotations

from theodolite.model.errors import Refusal, TheodoliteError


class LedgerError(TheodoliteError):
    """The ledger was called in a way that cannot be right; the message says which. The mend is in code."""


class NoRunError(LedgerError):
    """Something was to be written outside a run: wrap the calls in `with ledger.begin(...):`."""

    def __init__(self) -> None:
        super().__init__("nothing is written outside a run: begin one first")


class BusyRefusal(Refusal):
    """Another process writes, or does the same work: it may be asked again."""
