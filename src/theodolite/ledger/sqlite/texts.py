"""Texts in blocks, readings of snapshots, and the search over them."""

from __future__ import annotations

import dataclasses
from typing import Any

from theodolite.ledger import clock
from theodolite.ledger.base import AsOf, Hit, TextEntry
from theodolite.ledger.sqlite import form, search
from theodolite.ledger.sqlite.connection import Database
from theodolite.ledger.sqlite.documents import COUNTS, DocumentStore
from theodolite.model.errors import Refusal
from theodolite.model.identity import sha256
from theodolite.model.text import Part, Text, canonical

BLOCK = 4096
"""Code points in a block; the triggers of the schema count on the same number."""

_METADATA = ("charset", "title", "author", "publisher", "published", "language", "address")


class TextStore(DocumentStore):
    """The part of a store that keeps texts. `can_search` is False where this SQLite has no FTS5."""

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        search.prepare(db)
        self.can_search = search.possible(db)

    def put_text(self, text: Text) -> bool:
        """See `Ledger.put_text`."""
        run = self.writing()
        if canonical(text.content) != text.content:
            raise Refusal(text.snapshot, f"{text.reader} gave a text with U+0000 or a lone surrogate",
                          "report this: a reader passes its text through `canonical`")  # fmt: skip
        self.must_have_snapshot(text.snapshot)
        name = text.sha256
        metadata = form.to_json({field: getattr(text, field) for field in _METADATA})
        parts = form.to_json([dataclasses.asdict(part) for part in text.parts])
        with self.db.transaction():
            before = self.db.one(
                "SELECT g.text, g.metadata, g.parts FROM reading g JOIN run r ON r.id = g.run "
                f"WHERE g.snapshot = :snapshot AND g.reader = :reader AND {COUNTS}",
                {"snapshot": text.snapshot, "reader": text.reader, "at": None, "run": run.id},
            )
            if before is not None:
                if before != (name, metadata, parts):
                    raise Refusal(
                        text.snapshot, f"{text.reader} once read these bytes differently",
                        "report this: a reader that reads differently needs a new version",
                    )  # fmt: skip
                return False
            self._put_content(name, text.content)
            self.db.run(
                "INSERT INTO reading (snapshot, reader, text, metadata, parts, run) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (text.snapshot, text.reader, name, metadata, parts, run.id),
            )
        run.count("texts")
        return True

    def _put_content(self, name: str, content: str) -> None:
        if self.db.one("SELECT 1 FROM text WHERE sha256 = ?", (name,)):
            return
        seq = self.db.insert("INSERT INTO text (sha256, length) VALUES (?, ?)", (name, len(content)))
        self.db.many(
            "INSERT INTO text_block (text, n, content) VALUES (?, ?, ?)",
            ((name, n, content[at : at + BLOCK]) for n, at in enumerate(range(0, len(content), BLOCK))),
        )
        if self.can_search:
            search.add(self.db, seq, content)

    def content(self, text_sha256: str) -> str | None:
        """The text alone, checked against its hash."""
        if not self.db.one("SELECT 1 FROM text WHERE sha256 = ?", (text_sha256,)):
            return None
        blocks = self.db.rows("SELECT content FROM text_block WHERE text = ? ORDER BY n", (text_sha256,))
        content = "".join(block[0] for block in blocks)
        if sha256(content.encode()) != text_sha256:
            place = str(self.db.path)
            raise Refusal(place, f"text {text_sha256[:12]} is damaged", "restore the ledger from a copy")
        return content

    def is_read(self, text_sha256: str) -> bool:
        """Whether a complete run, or the running one, read some snapshot as this text."""
        found = self.db.one(
            f"SELECT 1 FROM reading g JOIN run r ON r.id = g.run WHERE g.text = :text AND {COUNTS}",
            {"text": text_sha256, "at": None, "run": self.current_id()},
        )
        return found is not None

    def text(self, snapshot: str, reader: str) -> Text | None:
        """See `Ledger.text`."""
        return self._text("g.snapshot = :a AND g.reader = :b", snapshot, reader)

    def text_by_sha(self, text_sha256: str) -> Text | None:
        """See `Ledger.text_by_sha`."""
        return self._text("g.text = :a", text_sha256)

    def _text(self, where: str, a: str, b: str = "") -> Text | None:
        row = self.db.one(
            "SELECT g.snapshot, g.reader, g.text, g.metadata, g.parts FROM reading g "
            f"JOIN run r ON r.id = g.run WHERE {where} AND {COUNTS} ORDER BY g.seq DESC LIMIT 1",
            {"a": a, "b": b, "at": None, "run": self.current_id()},
        )
        if row is None:
            return None
        parts = tuple(Part(**part) for part in form.from_json(row[4]))
        content = self.content(row[2])
        assert content is not None  # the foreign key of reading
        return Text(snapshot=row[0], reader=row[1], content=content, parts=parts, **form.from_json(row[3]))

    def texts(self, as_of: AsOf = None) -> list[TextEntry]:
        """See `Ledger.texts`."""
        rows = self.db.rows(
            "SELECT g.snapshot, g.text, g.reader, t.length, g.metadata FROM reading g "
            "JOIN run r ON r.id = g.run JOIN text t ON t.sha256 = g.text "
            f"WHERE {COUNTS} ORDER BY g.seq",
            {"at": clock.moment(as_of), "run": self.current_id()},
        )
        last: dict[str, tuple[Any, ...]] = {row[0]: row for row in rows}
        entries = []
        for snapshot in self.snapshots(as_of):
            row = last.get(snapshot.sha256)
            if row is None:
                continue
            said = form.from_json(row[4])
            entries.append(
                TextEntry(
                    text_sha256=row[1], reader=row[2], length=row[3], title=said["title"],
                    author=said["author"], publisher=said["publisher"], published=said["published"],
                    language=said["language"], snapshot=snapshot,
                )
            )  # fmt: skip
        return entries

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """See `Ledger.search`."""
        if not self.can_search:
            raise Refusal(
                str(self.db.path), "this Python's SQLite has no full-text search (FTS5)", "use another Python"
            )
        hits = []
        for name, score in search.find(self.db, query, limit):
            content = self.content(name)
            if content is not None:
                start, end, excerpt = search.excerpt(content, query)
                hits.append(Hit(name, score, start, end, excerpt))
        return hits
