"""Gathering again and again: looks at sources, what they listed, states of documents, what was missed."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, TypeVar

from theodolite.ledger import clock
from theodolite.ledger.base import AsOf
from theodolite.ledger.sqlite import form
from theodolite.ledger.sqlite.documents import COUNTS
from theodolite.ledger.sqlite.used import UsedStore
from theodolite.model.gathering import Edition, Entry, Missed, Visit
from theodolite.model.watchlist import Watched

_COLUMN = {"text_sha256": "text"}
_FLAGS = ("whole", "lasting")

Row = TypeVar("Row", Visit, Entry, Edition, Missed)


class GatheringStore(UsedStore):
    """The part of a store that remembers looking."""

    def put_watched(self, sources: Sequence[Watched]) -> int:
        """See `Ledger.put_watched`."""
        run = self.writing()
        before = {one.name: one for one in self.watched()}
        new = [one for one in sources if before.get(one.name) != one]
        with self.db.transaction():
            self.db.many(
                "INSERT INTO watched (name, body, run) VALUES (?, ?, ?)",
                ((form.plain(one.name), form.to_json(dataclasses.asdict(one)), run.id) for one in new),
            )
        run.count("gathering: watched", len(new))
        return len(new)

    def watched(self, as_of: AsOf = None) -> list[Watched]:
        """See `Ledger.watched`."""
        rows = self.db.rows(
            f"SELECT x.name, x.body FROM watched x JOIN run r ON r.id = x.run WHERE {COUNTS} ORDER BY x.seq",
            {"at": clock.moment(as_of), "run": self.current_id()},
        )
        latest = {name: form.from_json(body) for name, body in rows}
        return [_watched(body) for body in latest.values()]

    def put_visit(self, visit: Visit) -> None:
        """See `Ledger.put_visit`."""
        with self.db.transaction():
            self._insert("visit", [visit])

    def visits(self, source: str | None = None, as_of: AsOf = None, last: int | None = None) -> list[Visit]:
        """See `Ledger.visits`."""
        return self._found("visit", Visit, "source", source, as_of, last)

    def put_entries(self, items: Sequence[Entry]) -> int:
        """See `Ledger.put_entries`."""
        run = self.writing()
        with self.db.transaction():
            new = 0
            for one in items:
                if not self._says_so(one, run.id):
                    self._insert("entry", [one])
                    new += 1
        return new

    def _says_so(self, one: Entry, run: int) -> bool:
        """Whether the source's last word on the item is this one."""
        last = self.db.value(
            "SELECT x.stated FROM entry x JOIN run r ON r.id = x.run "
            f"WHERE x.document = :document AND x.source = :source AND {COUNTS} ORDER BY x.seq DESC LIMIT 1",
            {"document": one.document, "source": one.source, "at": None, "run": run},
        )
        return bool(last == one.stated)

    def entries(self, source: str | None = None, as_of: AsOf = None) -> list[Entry]:
        """See `Ledger.entries`."""
        return self._found("entry", Entry, "source", source, as_of)

    def put_edition(self, edition: Edition) -> None:
        """See `Ledger.put_edition`."""
        with self.db.transaction():
            self._insert("edition", [edition])

    def editions(self, document: str | None = None, as_of: AsOf = None) -> list[Edition]:
        """See `Ledger.editions`."""
        return self._found("edition", Edition, "document", document, as_of)

    def put_missed_item(self, missed: Missed) -> None:
        """See `Ledger.put_missed_item`."""
        with self.db.transaction():
            self._insert("missed", [missed])

    def missed_items(self, source: str | None = None, as_of: AsOf = None) -> list[Missed]:
        """See `Ledger.missed_items`."""
        return self._found("missed", Missed, "source", source, as_of)

    def _insert(self, table: str, values: Sequence[Visit | Entry | Edition | Missed]) -> None:
        run = self.writing()
        if not values:
            return
        names = [field.name for field in dataclasses.fields(values[0])]
        columns = ", ".join(_COLUMN.get(name, name) for name in names)
        marks = ", ".join("?" * (len(names) + 1))
        rows = [(*(_stored(name, getattr(one, name)) for name in names), run.id) for one in values]
        self.db.many(f"INSERT INTO {table} ({columns}, run) VALUES ({marks})", rows)
        run.count(f"gathering: {table}", len(rows))

    def _found(
        self, table: str, made: type[Row], by: str, wanted: str | None, as_of: AsOf, last: int | None = None
    ) -> list[Row]:
        names = [field.name for field in dataclasses.fields(made)]
        columns = ", ".join(f"x.{_COLUMN.get(name, name)}" for name in names)
        asked = {"at": clock.moment(as_of), "run": self.current_id(), "wanted": wanted, "last": last}
        which = f"{COUNTS} AND x.{by} = :wanted" if wanted is not None else COUNTS
        joined = f"{table} x JOIN run r ON r.id = x.run WHERE {which}"
        if last is not None:
            place = f"row_number() OVER (PARTITION BY x.{by} ORDER BY x.seq DESC)"
            joined += f" AND x.seq IN (SELECT seq FROM (SELECT x.seq, {place} AS place FROM {joined})"
            joined += " WHERE place <= :last)"
        rows = self.db.rows(f"SELECT {columns} FROM {joined} ORDER BY x.seq", asked)
        flags = [n for n, name in enumerate(names) if name in _FLAGS]
        found = []
        for row in rows:
            values = list(row)
            for n in flags:
                values[n] = bool(values[n])
            found.append(made(**dict(zip(names, values, strict=True))))
        return found


def _watched(body: dict[str, Any]) -> Watched:
    values: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in body.items()}
    return Watched(**values)


def _stored(name: str, value: Any) -> Any:
    if name == "at":
        return clock.fetched(value)
    if name in _FLAGS:
        return int(value)
    return form.plain(value) if value is None or isinstance(value, str) else value
