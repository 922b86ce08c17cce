"""Full-text search over texts with FTS5; Chinese by overlapping pairs of characters.

A run of n Han characters is indexed as its n - 1 pairs and its last character: 人工智能 as 人工 工智 智能 能.
A query of two or more is the phrase of its pairs; of one, every pair that begins with it, or the last.
"""

from __future__ import annotations

import contextlib
import re
from importlib import resources

from theodolite.ledger.sqlite import migrations
from theodolite.ledger.sqlite.connection import Database
from theodolite.model.errors import Refusal

AROUND = 80
"""Code points of context on each side of a hit."""

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(f"(?P<han>[{_HAN}]+)|(?P<word>[^\\W_{_HAN}]+)")


def possible(db: Database) -> bool:
    """True where the index is there and this SQLite can use it."""
    if not db.one("SELECT 1 FROM sqlite_master WHERE name = 'text_search'"):
        return False
    return has_fts5(db)


def has_fts5(db: Database) -> bool:
    """Whether this SQLite was built with FTS5."""
    with contextlib.suppress(Refusal):
        db.rows("SELECT fts5_source_id()")
        return True
    return False


def prepare(db: Database) -> None:
    """Make the index where it can be made, and add texts that a SQLite without FTS5 has left out."""
    if not has_fts5(db):
        return
    if not possible(db):
        script = (resources.files("theodolite.ledger") / "sql" / "sqlite" / "search.sql").read_text("utf-8")
        with db.transaction():
            for statement in migrations.statements(script):
                db.run(statement)
    left_out = db.rows(
        "SELECT seq, sha256 FROM text WHERE seq NOT IN (SELECT id FROM text_search_docsize) ORDER BY seq"
    )
    for seq, name in left_out:
        blocks = db.rows("SELECT content FROM text_block WHERE text = ? ORDER BY n", (name,))
        with db.transaction():
            # Another process may have done it since.
            if not db.one("SELECT 1 FROM text_search_docsize WHERE id = ?", (seq,)):
                add(db, seq, "".join(block[0] for block in blocks))


def add(db: Database, seq: int, content: str) -> None:
    """Index one text under its row number."""
    db.run("INSERT INTO text_search (rowid, words) VALUES (?, ?)", (seq, " ".join(_indexed(content))))


def find(db: Database, query: str, limit: int) -> list[tuple[str, float]]:
    """(text's sha256, score) of texts that hold every word, best (highest) first."""
    asked = _asked(query)
    if not asked:
        return []
    rows = db.rows(
        "SELECT t.sha256, -bm25(text_search) FROM text_search JOIN text t ON t.seq = text_search.rowid "
        "WHERE text_search MATCH ? ORDER BY bm25(text_search), t.sha256 LIMIT ?",
        (asked, limit),
    )
    return [(row[0], row[1]) for row in rows]


def excerpt(content: str, query: str) -> tuple[int, int, str]:
    """Where the query's first word found stands (code points), and the words around it.

    (0, 0, the beginning) where the index folds letters that a plain comparison does not (accents).
    """
    for token in _TOKEN.finditer(query):
        word = re.escape(token[0])
        found = re.search(word if token["han"] else rf"(?<!\w){word}(?!\w)", content, re.IGNORECASE)
        if found:
            start, end = found.span()
            return start, end, " ".join(content[max(0, start - AROUND) : end + AROUND].split())
    return 0, 0, " ".join(content[: 2 * AROUND].split())


def _indexed(content: str) -> list[str]:
    tokens: list[str] = []
    for token in _TOKEN.finditer(content):
        run = token["han"]
        tokens.extend([*_pairs(run), run[-1]] if run else [token[0]])
    return tokens


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]


def _asked(query: str) -> str:
    """The query in FTS5's grammar. Tokens are letters and digits only: nothing in them can be an operator."""
    asked = []
    for token in _TOKEN.finditer(query):
        run = token["han"]
        if run and len(run) == 1:
            asked.append(f'"{run}"*')
        elif run:
            asked.append('"' + " ".join(_pairs(run)) + '"')
        else:
            asked.append(f'"{token[0]}"')
    return " AND ".join(asked)
