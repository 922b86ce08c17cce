"""One SQLite file: opening it, short transactions, and errors a reader understands."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from theodolite.ledger.sqlite import migrations
from theodolite.model.errors import Refusal

BUSY_SECONDS = 60.0
"""How long one connection waits for another's short transaction."""

QUICK_CHECK_BYTES = 32 * 2**20
"""Files up to this size are checked for damage each time they are opened; it takes well under a second."""

Values = Sequence[Any] | Mapping[str, Any]
_MAGIC = b"SQLite format 3\x00"


class Database:
    """A connection in write-ahead mode. sqlite3's errors come out as Refusals that name the file."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        _check_place(path, create)
        with self.errors():
            # The path as bytes: a file name that is no UTF-8 is a file name all the same.
            self._connection = sqlite3.connect(os.fsencode(path), timeout=BUSY_SECONDS, isolation_level=None)
        try:
            with self.errors():
                self._set_up()
        except BaseException:
            self._connection.close()
            raise

    def _set_up(self) -> None:
        one = self._connection
        one.execute("PRAGMA foreign_keys = ON")
        one.execute("PRAGMA temp_store = MEMORY")
        migrations.check_is_ledger(one, self.path)
        if self.path.stat().st_size <= QUICK_CHECK_BYTES:
            found = one.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise _damaged(self.path)
        if one.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            one.execute("PRAGMA journal_mode = WAL")
        one.execute("PRAGMA synchronous = NORMAL")
        migrations.migrate(one, self.path)

    def close(self) -> None:
        """Close the connection; a second time does nothing."""
        self._connection.close()

    @contextlib.contextmanager
    def errors(self) -> Iterator[None]:
        """Turn what sqlite3 says about the file into one line with the mend."""
        try:
            yield
        except sqlite3.IntegrityError:
            raise  # a guard has spoken: the caller knows what was refused
        except (sqlite3.DatabaseError, OSError) as error:
            raise _refusal(self.path, error) from error

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Takes the write lock at once, so that it never has to give up half-way."""
        with self.errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def run(self, sql: str, values: Values = ()) -> int:
        """Execute one statement and return the rows it changed."""
        with self.errors():
            return self._connection.execute(sql, values).rowcount

    def insert(self, sql: str, values: Values) -> int:
        """Execute one insert and return its row number."""
        with self.errors():
            return self._connection.execute(sql, values).lastrowid or 0

    def many(self, sql: str, rows: Iterable[Values]) -> None:
        """Execute one statement for each row."""
        with self.errors():
            self._connection.executemany(sql, rows)

    def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """All rows at once: no cursor stays open, so no reader holds back the log or sees a stale state."""
        with self.errors():
            return self._connection.execute(sql, values).fetchall()

    def one(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        with self.errors():
            cursor = self._connection.execute(sql, values)
            try:
                row: tuple[Any, ...] | None = cursor.fetchone()
            finally:
                cursor.close()
            return row

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, values)
        return row[0] if row else None


def _check_place(path: Path, create: bool) -> None:
    """Refuse what cannot be a ledger before SQLite touches it.

    The file itself is not opened: the system would let go of every lock that this process holds on it when
    it is closed again, and another process would then clear away the log under an open connection (SQLite,
    "How To Corrupt An SQLite Database File", section 2.2).
    """
    place = str(path)
    try:
        if "\0" in place:
            raise Refusal(place.replace("\0", "?"), "holds U+0000, as no path can", "name another path")
        if path.is_dir():
            raise Refusal(place, "is a folder, not a ledger", "name a file in it")
        if not path.exists():
            if not create:
                mend = "`theodolite survey` or `theodolite pull` makes one; or name another path"
                raise Refusal(place, "there is no ledger here", mend)
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.is_file():
            raise Refusal(place, "is not a regular file", "name a file on a local disk")
        target = path if path.exists() else path.parent
        if not (os.access(target, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise Refusal(place, "cannot be written", "allow writing to the file and its folder")
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Refusal(place, f"cannot be used: {said}", "name another path") from error


def _begins_as_one(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def _damaged(path: Path) -> Refusal:
    return Refusal(str(path), "the ledger is damaged", "restore it from a copy, or move it away")


def _refusal(path: Path, error: Exception) -> Refusal:
    said = str(error).lower()
    place = str(path)
    if "locked" in said or "busy" in said:
        return Refusal(place, f"another process kept the ledger for {BUSY_SECONDS:.0f} s", "try again")
    if "full" in said:
        return Refusal(place, "the disk is full", "free some space and run it again: nothing stored is lost")
    if "readonly" in said or "unable to open" in said or "read-only" in said:
        return Refusal(place, "cannot be written", "allow writing to the file and its folder")
    if "not a database" in said and not _begins_as_one(path):
        return Refusal(place, "is not a ledger", "name a ledger, or a path where none is yet")
    if "malformed" in said or "not a database" in said or "corrupt" in said:
        return _damaged(path)
    return Refusal(place, f"the store says: {error}", "check the disk, then `theodolite doctor`")
