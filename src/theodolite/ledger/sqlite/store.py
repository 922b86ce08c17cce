"""The SQLite store as a whole: judgements, cached results, export, and looking after the file."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from theodolite.ledger import clock
from theodolite.ledger.base import AsOf, Exported, Judgement, Known
from theodolite.ledger.sqlite import form, migrations
from theodolite.ledger.sqlite.connection import Database
from theodolite.ledger.sqlite.documents import COUNTS
from theodolite.ledger.sqlite.outbox import OutboxStore
from theodolite.model.errors import Refusal

TABLES = (
    "run", "origin", "snapshot", "fetch", "text", "reading", "evidence", "claim", "observation", "finding",
    "derivation", "known", "judgement", "derived", "pull", "used", "watched", "visit",
    "entry", "edition", "missed", "watch", "notice", "delivery",
)  # fmt: skip


class SqliteLedger(OutboxStore):
    """A ledger in one SQLite file; see `base.Ledger`. Each thread opens its own."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        db = Database(path, create=create)
        try:
            super().__init__(db)
        except BaseException:
            db.close()
            raise

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.db.path

    def close(self) -> None:
        """See `Ledger.close`."""
        if self.current_run is not None:
            with contextlib.suppress(Refusal, sqlite3.IntegrityError):
                self.current_run.fail("the ledger was closed while the run was open")
        self.db.close()

    def __enter__(self) -> SqliteLedger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- judgements --------------------------------------------------------------------------------------
    def put_judgement(self, judgement: Judgement) -> bool:
        """See `Ledger.put_judgement`."""
        run = self.writing()
        clock.fetched(judgement.made_at)  # a time without a zone is refused
        with self.db.transaction():
            there = self.db.one(
                f"SELECT 1 FROM judgement j JOIN run r ON r.id = j.run WHERE j.id = :id AND {COUNTS}",
                {"id": judgement.id, "at": None, "run": run.id},
            )
            if there:
                return False
            words = (judgement.subject, judgement.object, judgement.judge, judgement.reason)
            self.db.run(
                "INSERT INTO judgement (id, kind, subject, object, judge, reason, made_at, body, run) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    judgement.id, judgement.kind, *map(form.plain, words), judgement.made_at,
                    form.to_json(dict(judgement.correction)), run.id,
                ),
            )  # fmt: skip
        run.count("judgements")
        return True

    def judgements(self, as_of: AsOf = None) -> list[Judgement]:
        """See `Ledger.judgements`."""
        rows = self.db.rows(
            "SELECT j.kind, j.subject, j.object, j.judge, j.reason, j.made_at, j.body "
            "FROM judgement j JOIN run r ON r.id = j.run "
            f"WHERE {COUNTS} ORDER BY j.made_at, j.id",
            {"at": clock.moment(as_of), "run": self.current_id()},
        )
        return [
            Judgement(
                kind=row[0], subject=row[1], object=row[2], judge=row[3], reason=row[4], made_at=row[5],
                correction=form.from_json(row[6]),
            )
            for row in rows
        ]  # fmt: skip

    # -- results of steps --------------------------------------------------------------------------------
    def derived(self, step: str, key: str) -> bytes | None:
        """See `Ledger.derived`."""
        found = self.db.value(
            "SELECT d.value FROM derived d JOIN run r ON r.id = d.run "
            "WHERE d.step = ? AND d.key = ? AND (r.status = 'complete' OR r.id = ?)",
            (step, key, self.current_id()),
        )
        return None if found is None else bytes(found)

    def put_derived(self, step: str, key: str, value: bytes) -> None:
        """See `Ledger.put_derived`."""
        run = self.writing()
        with self.db.transaction():
            if self.derived(step, key) is None:
                # What a failed run left under this key is replaced: this table is a cache, not a record.
                self.db.run("DELETE FROM derived WHERE step = ? AND key = ?", (step, key))
                self.db.run(
                    "INSERT INTO derived (step, key, value, run) VALUES (?, ?, ?, ?)",
                    (step, key, sqlite3.Binary(value), run.id),
                )

    # -- export ------------------------------------------------------------------------------------------
    def export(self, what: Exported, as_of: AsOf = None) -> Iterator[dict[str, Any]]:
        """See `Ledger.export`."""
        if what == "claims":
            for claim in self.claims(as_of):
                head = {**claim.value.to_json(), "text_sha256": claim.value.text_sha256}
                yield {**head, "extractors": self.methods(claim.form), **_interval(claim)}
        elif what == "observations":
            for one in self.observations(as_of):
                yield {**self._body(one.form), **_interval(one)}
        else:
            for finding in self.findings(current_only=False, as_of=as_of):
                body = {**self._body(finding.form), **_interval(finding)}
                yield {**body, "superseded_by": finding.superseded_by}

    def _body(self, named: str) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(self.db.value("SELECT body FROM item WHERE form = ?", (named,)))
        return body

    # -- looking after it --------------------------------------------------------------------------------
    def check(self) -> list[str]:
        """See `Ledger.check`."""
        wrong = [row[0] for row in self.db.rows("PRAGMA integrity_check") if row[0] != "ok"]
        wrong += [
            f"{row[0]}, row {row[1]}: refers to nothing" for row in self.db.rows("PRAGMA foreign_key_check")
        ]
        for (name,) in self.db.rows("SELECT sha256 FROM snapshot ORDER BY seq"):
            try:
                self.snapshot(name)
            except Refusal as refusal:
                wrong.append(refusal.reason)
        for (name,) in self.db.rows("SELECT sha256 FROM text ORDER BY seq"):
            wrong += self._check_text(name)
        return wrong

    def _check_text(self, name: str) -> list[str]:
        try:
            content = self.content(name) or ""
        except Refusal as refusal:
            return [refusal.reason]
        places = self.db.rows('SELECT "start", "end", quote FROM evidence WHERE text = ?', (name,))
        return [
            f"text {name[:12]}: the quote at {start} to {end} is not there"
            for start, end, quote in places
            if content[start:end] != quote
        ]

    def info(self) -> dict[str, Any]:
        """See `Ledger.info`."""
        size = sum(
            path.stat().st_size
            for path in (self.path, self.path.with_name(self.path.name + "-wal"))
            if path.exists()
        )
        return {
            "store": f"SQLite {sqlite3.sqlite_version}",
            "schema": migrations.newest(),
            "bytes": size,
            "search": self.can_search,
            "rows": {table: self.db.value(f"SELECT count(*) FROM {table}") for table in TABLES},
        }


def _interval(known: Known[Any]) -> dict[str, str | None]:
    return {"known_from": known.known_from, "known_to": known.known_to}
