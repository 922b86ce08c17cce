"""Origins, snapshots, the log of fetches, and what readers made of them."""

from __future__ import annotations

import dataclasses
import zlib
from typing import Any

from theodolite.ledger import clock
from theodolite.ledger.base import MAX_SNAPSHOT_BYTES, AsOf, SnapshotEntry
from theodolite.ledger.errors import LedgerError
from theodolite.ledger.sqlite import form
from theodolite.ledger.sqlite.runs import RunStore
from theodolite.model.errors import Refusal
from theodolite.model.identity import sha256
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot

COUNTS = "(r.status = 'complete' AND (:at IS NULL OR r.ended <= :at) OR (r.id = :run AND :at IS NULL))"
"""A row of a complete run, known at :at where one is given, or of the running run that asks."""


class DocumentStore(RunStore):
    """The part of a store that keeps documents and data files."""

    def put_gathered(self, gathered: Gathered) -> bool:
        """See `Ledger.put_gathered`."""
        run = self.writing()
        content, name = gathered.snapshot.content, gathered.snapshot.sha256
        if len(content) > MAX_SNAPSHOT_BYTES:
            limit = MAX_SNAPSHOT_BYTES // 2**20
            raise Refusal(gathered.origin.location, f"is larger than {limit} MB", "give it in smaller files")
        fetched_at = clock.fetched(gathered.fetched_at)
        # Packing takes seconds for large files: not while the write lock is held.
        known = self.db.one("SELECT 1 FROM snapshot WHERE sha256 = ?", (name,))
        packed = None if known else _pack(content)
        with self.db.transaction():
            if packed is not None:
                self.db.run(
                    "INSERT INTO snapshot (sha256, size, codec, content) VALUES (?, ?, ?, ?)",
                    (name, len(content), *packed),
                )
            self._put_origin(gathered.origin)
            logged = self._log(
                gathered.origin.id, name, fetched_at, gathered.status, gathered.snapshot.media_type, None
            )
        run.count("snapshots", int(packed is not None))
        run.count("fetches", int(logged))
        return packed is not None

    def put_missed(self, origin: Origin, fetched_at: str, reason: str, status: int | None = None) -> None:
        """See `Ledger.put_missed`."""
        run = self.writing()
        moment = clock.fetched(fetched_at)
        with self.db.transaction():
            self._put_origin(origin)
            logged = self._log(origin.id, None, moment, status, None, form.plain(reason))
        run.count("missed", int(logged))

    def _put_origin(self, origin: Origin) -> None:
        if self.db.one("SELECT 1 FROM origin WHERE id = ?", (origin.id,)):
            return
        shown = ("location", "address", "title", "publisher", "published", "version", "licence")
        self.db.run(
            f"INSERT INTO origin (id, body, {', '.join(shown)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                origin.id,
                form.to_json(dataclasses.asdict(origin)),
                *(form.plain(getattr(origin, name)) for name in shown),
            ),
        )

    def _log(
        self,
        origin: str,
        snapshot: str | None,
        at: str,
        status: int | None,
        media: str | None,
        why: str | None,
    ) -> bool:
        """Log a fetch, once; one that only a failed run has logged is logged again under this run."""
        there = self.db.one(
            "SELECT 1 FROM fetch f JOIN run r ON r.id = f.run WHERE f.origin = ? AND f.snapshot IS ? "
            "AND f.fetched_at = ? AND f.status IS ? AND (r.status = 'complete' OR r.id = ?)",
            (origin, snapshot, at, status, self.current_id()),
        )
        if there:
            return False
        self.db.run(
            "INSERT INTO fetch (origin, snapshot, fetched_at, status, media_type, reason, run) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (origin, snapshot, at, status, form.plain(media), why, self.current_id()),
        )
        return True

    def snapshot(self, sha256: str) -> Snapshot | None:
        """See `Ledger.snapshot`."""
        row = self.db.one("SELECT codec, size, content FROM snapshot WHERE sha256 = ?", (sha256,))
        if row is None:
            return None
        content = self._unpack(sha256, *row)
        media = self.db.value(
            "SELECT media_type FROM fetch WHERE snapshot = ? AND media_type IS NOT NULL "
            "ORDER BY seq DESC LIMIT 1",
            (sha256,),
        )
        return Snapshot(content, media)

    def _unpack(self, name: str, codec: str, size: int, stored: bytes) -> bytes:
        try:
            # Never more than the size that was written down, whatever the packed bytes say.
            content = zlib.decompressobj().decompress(stored, size + 1) if codec == "zlib" else bytes(stored)
        except zlib.error:
            content = b""
        if len(content) != size or sha256(content) != name:
            raise Refusal(
                str(self.db.path), f"snapshot {name[:12]} is damaged", "restore the ledger from a copy"
            )
        return content

    def snapshots(self, as_of: AsOf = None) -> list[SnapshotEntry]:
        """See `Ledger.snapshots`."""
        asked = {"at": clock.moment(as_of), "run": self.current_id()}
        rows = self.db.rows(
            "SELECT f.snapshot, f.origin, min(f.fetched_at), max(f.fetched_at), max(f.seq) AS last "
            "FROM fetch f JOIN run r ON r.id = f.run "
            f"WHERE f.snapshot IS NOT NULL AND {COUNTS} GROUP BY f.snapshot, f.origin ORDER BY last DESC",
            asked,
        )
        origins = self._origins_by_id()
        # The rows come latest first: the first snapshot met for a location is its newest.
        newest: dict[str, str] = {}
        grouped: dict[str, list[tuple[Any, ...]]] = {}
        for row in rows:
            newest.setdefault(origins[row[1]].location, row[0])
            grouped.setdefault(row[0], []).append(row)
        media = dict(
            self.db.rows("SELECT snapshot, media_type FROM fetch WHERE media_type IS NOT NULL ORDER BY seq")
        )
        entries = []
        for name, size in self.db.rows("SELECT sha256, size FROM snapshot ORDER BY seq"):
            found = grouped.get(name)
            if found is None:
                continue
            its = tuple(origins[row[1]] for row in found)
            entries.append(
                SnapshotEntry(
                    sha256=name, size=size, media_type=media.get(name), origins=its,
                    first_fetched=min(row[2] for row in found), last_fetched=max(row[3] for row in found),
                    newest=any(newest[origin.location] == name for origin in its),
                )
            )  # fmt: skip
        return entries

    def _origins_by_id(self) -> dict[str, Origin]:
        return {
            row[0]: Origin(**form.from_json(row[1])) for row in self.db.rows("SELECT id, body FROM origin")
        }

    def origins(self, snapshot: str) -> list[Origin]:
        """See `Ledger.origins`."""
        rows = self.db.rows(
            "SELECT o.body FROM fetch f JOIN run r ON r.id = f.run JOIN origin o ON o.id = f.origin "
            f"WHERE f.snapshot = :snapshot AND {COUNTS} GROUP BY o.id ORDER BY max(f.seq) DESC",
            {"snapshot": snapshot, "at": None, "run": self.current_id()},
        )
        return [Origin(**form.from_json(row[0])) for row in rows]

    def must_have_snapshot(self, sha256: str) -> None:
        """LedgerError where the snapshot a text claims to be read from is not stored."""
        if not self.db.one("SELECT 1 FROM snapshot WHERE sha256 = ?", (sha256,)):
            raise LedgerError(f"no snapshot {sha256}: put what was gathered before what was read from it")


def _pack(content: bytes) -> tuple[str, bytes]:
    """("zlib", packed) where that is smaller, else ("raw", content)."""
    packed = zlib.compress(content, 6)
    return ("zlib", packed) if len(packed) < len(content) else ("raw", content)
