"""The schema's history: numbered SQL files, each applied once, in order, in a transaction of its own."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from theodolite.model.errors import Refusal

APPLICATION_ID = 0x54484C47
"""Marks an SQLite file as a ledger ("THLG")."""

OLDEST_SQLITE = (3, 25, 0)
"""Window functions; the C library under Python's sqlite3 must have them."""

_NUMBERED = re.compile(r"(\d{3})_\w+\.sql\Z")


def files() -> list[tuple[int, str]]:
    """Every migration as (number, SQL), in order."""
    found = []
    for entry in (resources.files("theodolite.ledger") / "sql" / "sqlite").iterdir():
        numbered = _NUMBERED.match(entry.name)
        if numbered:
            found.append((int(numbered[1]), entry.read_text("utf-8")))
    return sorted(found)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, whole: a trigger's body has semicolons of its own."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def newest() -> int:
    """The schema version that this package writes."""
    return files()[-1][0]


def check_is_ledger(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse an SQLite file that is something else, a ledger of a newer version, and an SQLite too old."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        raise Refusal(str(path), f"Python's SQLite is {sqlite3.sqlite_version}", f"use {oldest} or newer")
    # Touching the schema first makes SQLite read the file: a damaged header shows here.
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    if mark != APPLICATION_ID and (mark or tables):
        raise Refusal(
            str(path), "is an SQLite file but not a ledger", "name a ledger, or a path where none is yet"
        )
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > newest():
        raise Refusal(
            str(path),
            f"was written by a newer version of Theodolite (schema {version}, this one knows {newest()})",
            "update Theodolite",
        )


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Apply what is missing. Two processes may do this at once: each asks again under the write lock."""
    for number, script in files():
        if connection.execute("PRAGMA user_version").fetchone()[0] >= number:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] < number:
                for statement in statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            # SQLite has already rolled back where the disk is full: a second time would hide the reason.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
