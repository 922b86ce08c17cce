"""docs/ledger.md: every table is in it, and every query in it runs."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from theodolite import ledger

PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text("utf-8")


def test_every_table_and_no_other_is_described(tmp_path: Path) -> None:
    path = tmp_path / "some.ledger"
    ledger.open(path).close()
    with closing(sqlite3.connect(path)) as raw:
        names = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    tables = {name for name in names if not re.match("sqlite_|text_search_", name)}
    section = PAGE.split("## The tables")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall("`([^`]+)`", row)} >= tables
    assert {name for row in rows for name in re.findall("`([^`]+)`", row)} <= tables | {"text_search"}


def test_the_queries_run(tmp_path: Path) -> None:
    path = tmp_path / "some.ledger"
    ledger.open(path).close()
    section = PAGE.split("## Looking inside")[1].split("\n## ")[0]
    code = "\n".join(line.strip() for line in section.splitlines() if line.startswith("    "))
    queries = re.findall("SELECT[^;]+;", code)
    assert len(queries) >= 7
    with closing(sqlite3.connect(path)) as raw:
        for query in queries:
            raw.execute(query).fetchall()
