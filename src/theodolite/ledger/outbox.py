"""What a ledger promises of the outbox: watches, what they are told of, and every attempt to deliver it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from theodolite.ledger.base import AsOf
    from theodolite.model.notice import Delivery, Notice, RegisteredWatch


class Outbox(Protocol):
    """The part of a ledger that remembers what was sent, and what is still to be."""

    def put_watch(self, watch: RegisteredWatch) -> bool:
        """Register a watch; True where it is new or another than it was last."""
        ...

    def watches(self, as_of: AsOf = None) -> list[RegisteredWatch]:
        """Every watch as it was last registered, in the order of their first registration."""
        ...

    def put_notice(self, notice: Notice) -> bool:
        """Keep what is to be sent; True where it is new. It counts from the end of its run."""
        ...

    def notices(self, as_of: AsOf = None) -> list[Notice]:
        """Every notice of complete runs, known now or at `as_of`, in the order of their events."""
        ...

    def note_delivery(self, delivery: Delivery) -> None:
        """Note one step of an attempt, on the disk when this returns.

        It belongs to no run and counts at once: it is a fact outside, whatever becomes of the program.
        LedgerError for a notice that is not there or was delivered, for an attempt that was not begun or has
        ended.
        """
        ...

    def deliveries(self) -> dict[str, list[Delivery]]:
        """Every step of every attempt by notice, in the order they were noted."""
        ...
