"""Runs: one writer at a time, and known-time that only a complete run moves."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from theodolite.ledger import clock
from theodolite.ledger.base import RunEntry
from theodolite.ledger.errors import BusyRefusal, LedgerError, NoRunError
from theodolite.ledger.sqlite import form, standing
from theodolite.ledger.sqlite.connection import Database
from theodolite.model.errors import Refusal

WAIT_SECONDS = 2.0
"""How long `begin` waits for another process's run before it refuses."""


class WriterLock:
    """Held by a process for the length of a run; the system lets go of it when the process dies.

    It is an empty SQLite file beside the ledger with an exclusive transaction open on it: the one lock the
    standard library has that works alike on every system.
    """

    def __init__(self, ledger: Path, work: str = "writer", mend: str = "wait for it to end") -> None:
        path = ledger.with_name(f"{ledger.name}-{work}")
        try:
            self._connection = sqlite3.connect(os.fsencode(path), timeout=WAIT_SECONDS, isolation_level=None)
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                what = "writing to" if work == "writer" else f"at work ({work}) on"
                raise BusyRefusal(str(ledger), f"another run is {what} this ledger", mend) from None
            raise Refusal(str(path), f"cannot be locked: {error}", "remove this file") from error

    def release(self) -> None:
        """Let the next run begin."""
        self._connection.close()


class SqliteRun:
    """See `base.Run`."""

    def __init__(self, store: RunStore, number: int, lock: WriterLock) -> None:
        self._store = store
        self._id = number
        self._lock = lock
        self._counts: Counter[str] = Counter()
        self._open = True

    @property
    def id(self) -> int:
        """The run's number."""
        return self._id

    @property
    def counts(self) -> Mapping[str, int]:
        """What this run added."""
        return dict(self._counts)

    def count(self, name: str, n: int = 1) -> None:
        """Add n to a count; nothing is written until the run ends."""
        if n:
            self._counts[name] += n

    def complete(self) -> None:
        """Turn the run complete and move known-time, in one transaction, on the disk when it returns."""
        self._must_be_open()
        db = self._store.db
        db.run("PRAGMA synchronous = FULL")
        try:
            with db.transaction():
                ended = self._end("complete", None)
                standing.move_known_time(db, self._id, ended)
        finally:
            db.run("PRAGMA synchronous = NORMAL")
        self._leave()

    def fail(self, reason: str) -> None:
        """End the run with nothing opened and nothing closed."""
        self._must_be_open()
        try:
            with self._store.db.transaction():
                self._end("failed", form.plain(reason))
        finally:
            self._leave()

    def _end(self, status: str, reason: str | None) -> str:
        ended = clock.now(self._store.latest_moment())
        self._store.db.run(
            "UPDATE run SET status = ?, ended = ?, reason = ?, counts = ? WHERE id = ?",
            (status, ended, reason, form.to_json(dict(self._counts)), self._id),
        )
        return ended

    def _must_be_open(self) -> None:
        if not self._open:
            raise LedgerError(f"run {self._id} has ended")

    def _leave(self) -> None:
        self._open = False
        self._store.current_run = None
        self._lock.release()

    def __enter__(self) -> SqliteRun:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._open:
            return
        if error is not None:
            # The reason the block failed is what the caller must see, even if the ledger cannot note it.
            with contextlib.suppress(Refusal):
                self.fail(f"{type(error).__name__}: {error}")
            return
        try:
            self.complete()
        except BaseException as broken:
            with contextlib.suppress(Refusal, sqlite3.IntegrityError):
                self.fail(f"could not complete: {broken}")
            raise


class RunStore:
    """The part of a store that runs live in; the other parts build on it."""

    db: Database

    def __init__(self, db: Database) -> None:
        self.db = db
        self.current_run: SqliteRun | None = None

    def begin(self, command: str, arguments: Mapping[str, Any] | None = None) -> SqliteRun:
        """See `Ledger.begin`."""
        if self.current_run is not None:
            raise LedgerError(f"run {self.current_run.id} is still open")
        lock = WriterLock(self.db.path)
        try:
            given = form.to_json({name: _plain(value) for name, value in (arguments or {}).items()})
            with self.db.transaction():
                started = clock.now(self.latest_moment())
                # Whoever held the lock before and left its run open was killed.
                self.db.run(
                    "UPDATE run SET status = 'abandoned', ended = ?, reason = ? WHERE status = 'running'",
                    (started, "found open by the next run"),
                )
                number = self.db.insert(
                    "INSERT INTO run (command, arguments, started, status, counts) "
                    "VALUES (?, ?, ?, 'running', '{}')",
                    (command, given, started),
                )
        except BaseException:
            lock.release()
            raise
        self.current_run = SqliteRun(self, number, lock)
        return self.current_run

    @contextlib.contextmanager
    def alone(self, work: str) -> Iterator[None]:
        """See `Ledger.alone`."""
        lock = WriterLock(self.db.path, work, "let that one go on, or stop it first")
        try:
            yield
        finally:
            lock.release()

    def writing(self) -> SqliteRun:
        """The run that what is written belongs to. NoRunError outside one."""
        if self.current_run is None:
            raise NoRunError
        return self.current_run

    def current_id(self) -> int:
        """The running run of this handle, or -1: no run has that number."""
        return self.current_run.id if self.current_run else -1

    def latest_moment(self) -> str | None:
        """The latest moment of known-time: the next must be after it, whatever the clock says."""
        found: str | None = self.db.value("SELECT max(max(started), max(coalesce(ended, ''))) FROM run")
        return found

    def runs(self) -> list[RunEntry]:
        """See `Ledger.runs`."""
        rows = self.db.rows(
            "SELECT id, command, arguments, started, ended, status, reason, counts FROM run ORDER BY id"
        )
        return [
            RunEntry(
                id=row[0], command=row[1], arguments=form.from_json(row[2]), started=row[3], ended=row[4],
                status=row[5], reason=row[6], counts=form.from_json(row[7]),
            )
            for row in rows
        ]  # fmt: skip


def _plain(value: Any) -> Any:
    """An argument as JSON can say it: paths and dates as their words."""
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)
