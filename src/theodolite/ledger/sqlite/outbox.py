"""The outbox's rows: watches, notices, and every step of every attempt to deliver one."""

from __future__ import annotations

import sqlite3

from theodolite.ledger import clock
from theodolite.ledger.base import AsOf
from theodolite.ledger.errors import LedgerError
from theodolite.ledger.sqlite import form
from theodolite.ledger.sqlite.documents import COUNTS
from theodolite.ledger.sqlite.gathering import GatheringStore
from theodolite.model.notice import Delivery, Notice, RegisteredWatch

_STEP = ("notice", "attempt", "at", "outcome", "status", "reason", "not_before")


class OutboxStore(GatheringStore):
    """The part of a store that remembers what was sent."""

    def put_watch(self, watch: RegisteredWatch) -> bool:
        """See `Outbox.put_watch`."""
        run = self.writing()
        if next((w for w in self.watches() if w.name == watch.name), None) == watch:
            return False
        with self.db.transaction():
            self.db.run(
                "INSERT INTO watch (name, conditions, body, begins, run) VALUES (?, ?, ?, ?, ?)",
                (form.plain(watch.name), watch.conditions, form.plain(watch.body), watch.begins, run.id),
            )
        run.count("watches")
        return True

    def watches(self, as_of: AsOf = None) -> list[RegisteredWatch]:
        """See `Outbox.watches`."""
        rows = self.db.rows(
            "SELECT w.name, w.conditions, w.body, w.begins FROM watch w JOIN run r ON r.id = w.run "
            f"WHERE {COUNTS} ORDER BY w.seq",
            {"at": clock.moment(as_of), "run": self.current_id()},
        )
        latest = {name: (conditions, body, begins) for name, conditions, body, begins in rows}
        return [
            RegisteredWatch(name=name, conditions=conditions, body=body, begins=begins)
            for name, (conditions, body, begins) in latest.items()
        ]

    def put_notice(self, notice: Notice) -> bool:
        """See `Outbox.put_notice`."""
        run = self.writing()
        with self.db.transaction():
            there = self.db.one(
                f"SELECT 1 FROM notice n JOIN run r ON r.id = n.run WHERE n.id = :id AND {COUNTS}",
                {"id": notice.id, "at": None, "run": run.id},
            )
            if there:
                return False
            self.db.run(
                "INSERT INTO notice (id, watch, event, at, body, run) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    notice.id, form.plain(notice.watch), notice.event, clock.fetched(notice.at),
                    form.plain(notice.body), run.id,
                ),
            )  # fmt: skip
        run.count("notices")
        return True

    def notices(self, as_of: AsOf = None) -> list[Notice]:
        """See `Outbox.notices`."""
        rows = self.db.rows(
            "SELECT n.watch, n.event, n.at, n.body FROM notice n JOIN run r ON r.id = n.run "
            f"WHERE {COUNTS} ORDER BY n.at, n.seq",
            {"at": clock.moment(as_of), "run": self.current_id()},
        )
        return [Notice(watch=watch, event=event, at=at, body=body) for watch, event, at, body in rows]

    def note_delivery(self, delivery: Delivery) -> None:
        """See `Outbox.note_delivery`."""
        values = (
            delivery.notice, delivery.attempt, clock.fetched(delivery.at), delivery.outcome, delivery.status,
            form.plain(delivery.reason), delivery.not_before and clock.fetched(delivery.not_before),
        )  # fmt: skip
        # Sending must not begin before its beginning is on the disk, nor its end be lost with the power.
        self.db.run("PRAGMA synchronous = FULL")
        try:
            with self.db.transaction():
                self.db.run(f"INSERT INTO delivery ({', '.join(_STEP)}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        except sqlite3.IntegrityError as error:
            raise LedgerError(f"{error} ({delivery.notice[:12]}, attempt {delivery.attempt})") from error
        finally:
            self.db.run("PRAGMA synchronous = NORMAL")

    def deliveries(self) -> dict[str, list[Delivery]]:
        """See `Outbox.deliveries`."""
        found: dict[str, list[Delivery]] = {}
        for row in self.db.rows(f"SELECT {', '.join(_STEP)} FROM delivery ORDER BY seq"):
            one = Delivery(**dict(zip(_STEP, row, strict=True)))
            found.setdefault(one.notice, []).append(one)
        return found
