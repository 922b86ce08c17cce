"""The archive's rows: every attempt to take a source's file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from theodolite.ledger import clock
from theodolite.ledger.base import AsOf, Known
from theodolite.ledger.errors import LedgerError
from theodolite.ledger.sqlite import form
from theodolite.ledger.sqlite.documents import COUNTS
from theodolite.ledger.sqlite.items import ItemStore
from theodolite.model.pull import Pull

_COLUMNS = (
    "source", "at", "outcome", "address", "status", "snapshot", "file", "vintage", "rows", "private", "etag",
    "last_modified", "reason",
)  # fmt: skip
_QUOTED = ", ".join(f'p."{name}"' for name in _COLUMNS)


class PullStore(ItemStore):
    """The part of a store that keeps attempts."""

    def put_pull(self, pull: Pull) -> Pull:
        """See `Ledger.put_pull`."""
        run = self.writing()
        if pull.outcome != "missed":
            if pull.snapshot is None:
                raise LedgerError(f"a pull of {pull.source} with bytes and without their hash")
            self.must_have_snapshot(pull.snapshot)
        with self.db.transaction():
            if pull.snapshot and not pull.private and self._is_private(pull.snapshot):
                pull = replace(pull, private=True)
            values = (
                form.plain(pull.source), clock.fetched(pull.at), pull.outcome, form.plain(pull.address),
                pull.status, pull.snapshot, form.plain(pull.file),
                pull.vintage.isoformat() if pull.vintage else None, pull.rows, int(pull.private),
                form.plain(pull.etag), form.plain(pull.last_modified), form.plain(pull.reason), run.id,
            )  # fmt: skip
            names = ", ".join(f'"{name}"' for name in (*_COLUMNS, "run"))
            marks = ", ".join("?" * len(values))
            self.db.run(f"INSERT INTO pull ({names}) VALUES ({marks})", values)
        run.count(f"pulls: {pull.outcome}")
        return pull

    def _is_private(self, snapshot: str) -> bool:
        # Of a failed run too: the bytes were private when they came.
        return bool(self.db.one("SELECT 1 FROM pull WHERE snapshot = ? AND private = 1", (snapshot,)))

    def pulls(self, source: str | None = None, as_of: AsOf = None) -> list[Known[Pull]]:
        """See `Ledger.pulls`."""
        rows = self.db.rows(
            f"SELECT p.seq, r.ended, {_QUOTED} FROM pull p JOIN run r ON r.id = p.run "
            f"WHERE {COUNTS} AND (:source IS NULL OR p.source = :source) ORDER BY p.seq",
            {"at": clock.moment(as_of), "run": self.current_id(), "source": source},
        )
        found = []
        for seq, ended, *values in rows:
            named = dict(zip(_COLUMNS, values, strict=True))
            named["vintage"] = dt.date.fromisoformat(named["vintage"]) if named["vintage"] else None
            named["private"] = bool(named["private"])
            found.append(Known(Pull(**named), str(seq), ended))
        return found
