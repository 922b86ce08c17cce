"""What is opened, made, moved forward, or refused with one clear line."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from theodolite import ledger
from theodolite.ledger.sqlite import connection, migrations, search
from theodolite.model.errors import Refusal
from theodolite.model.origin import Origin
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text

DAY = "2026-08-11T00:00:00+00:00"


def fill(path: Path, size: int = 3) -> None:
    with ledger.open(path) as store, store.begin("survey"):
        for n in range(size):
            content = f"text {n} " * 2000
            snapshot = Snapshot(content.encode())
            store.put_gathered(Gathered(Origin(location=f"{n}"), snapshot, DAY))
            store.put_text(Text(snapshot=snapshot.sha256, reader="plain/1", content=content))


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE holiday (day TEXT)")


def newer(path: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("PRAGMA user_version = 999")


def cut_short(path: Path) -> None:
    fill(path)
    os.truncate(path, path.stat().st_size // 2)


def overwritten(path: Path) -> None:
    fill(path)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xaa" * 16384)


def head_only(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 500)


def folder(path: Path) -> None:
    path.mkdir()


def under_a_file(path: Path) -> None:
    path.parent.write_text("a file where a folder should be")


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.write_text("Dear diary"), "is not a ledger"),
        (lambda path: path.write_bytes(os.urandom(9000)), "is not a ledger"),
        (foreign, "not a ledger"),
        (newer, "newer version of Theodolite .schema 999, this one knows"),
        (cut_short, "damaged"),
        (overwritten, "damaged"),
        (head_only, "damaged"),
        (folder, "is a folder"),
        (pipe, "not a regular file"),
    ],
)
def test_what_is_no_ledger_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    path = tmp_path / "some.ledger"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(Refusal, match=reason) as refusal:
        ledger.open(path)
    assert refusal.value.place == str(path)
    assert "\n" not in str(refusal.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_second_handle_does_not_let_go_of_the_locks_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "some.ledger"
    with ledger.open(path) as store:
        with store.begin("test"):
            pass
        with ledger.open(path) as second:
            second.runs()
        log = Path(f"{path}-wal").stat().st_ino
        # The last connection to close clears the log away: no other process may think that it is the last.
        script = "import sqlite3, sys; one = sqlite3.connect(sys.argv[1]); one.execute('SELECT 1 FROM run')"
        subprocess.run([sys.executable, "-c", f"{script}; one.close()", str(path)], check=True)
        assert Path(f"{path}-wal").stat().st_ino == log


def test_a_place_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file" / "some.ledger"
    under_a_file(path)
    with pytest.raises(Refusal, match="cannot be used"):
        ledger.open(path)
    with pytest.raises(Refusal):
        ledger.open("nul\x00name")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_what_may_not_be_written_is_refused(tmp_path: Path) -> None:
    fill(tmp_path / "some.ledger")
    (tmp_path / "some.ledger").chmod(0o400)
    with pytest.raises(Refusal, match="cannot be written"):
        ledger.open(tmp_path / "some.ledger")


def test_what_the_system_calls_unwritable_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path / "some.ledger")
    monkeypatch.setattr(connection.os, "access", lambda path, mode: False)
    with pytest.raises(Refusal, match="cannot be written"):
        ledger.open(tmp_path / "some.ledger")


def test_an_absent_ledger_is_made_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "中.ledger"
    with pytest.raises(Refusal, match="no ledger here"):
        ledger.open(path, create=False)
    assert not path.parent.exists()
    ledger.open(path).close()
    ledger.open(path, create=False).close()


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    with ledger.open(path) as store:
        assert store.runs() == []


@pytest.mark.skipif(os.name != "posix", reason="file names are Unicode here")
def test_a_file_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.ledger"))
    fill(path)
    with ledger.open(path, create=False) as store:
        assert len(store.texts()) == 3


def test_migrations_are_numbered_described_and_applied_in_order(tmp_path: Path) -> None:
    files = migrations.files()
    assert [number for number, _ in files] == list(range(1, len(files) + 1))
    assert all(script.startswith("-- ") for _, script in files)
    path = tmp_path / "some.ledger"
    # A ledger that stopped after the first migration is brought up to date when it is opened.
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in migrations.statements(files[0][1]):
            raw.execute(statement)
        raw.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
        raw.execute("PRAGMA user_version = 1")
        raw.execute(
            "INSERT INTO run (command, arguments, started, status, counts) "
            "VALUES ('x', '{}', ?, 'running', '{}')",
            (DAY,),
        )
    fill(path)
    with ledger.open(path) as store:
        assert [run.status for run in store.runs()] == ["abandoned", "complete"]
        assert store.info()["schema"] == migrations.newest() == len(files)


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "some.ledger"
    fill(path)
    broken = [*migrations.files(), (99, "CREATE TABLE half (a);\nCREATE TABLE half (a);\n")]
    monkeypatch.setattr(migrations, "files", lambda: broken)
    with pytest.raises(Refusal, match="already exists"):
        ledger.open(path)
    monkeypatch.undo()
    with ledger.open(path) as store:
        assert len(store.texts()) == 3
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)


def test_statements_keep_a_triggers_body_whole() -> None:
    script = (
        "-- why; with a semicolon\nCREATE TABLE a (b);\n"
        "CREATE TRIGGER t BEFORE INSERT ON a BEGIN\n  SELECT 1;\n  SELECT 2;\nEND;\nSELECT ';';\n"
    )
    assert [one.strip().splitlines()[-1] for one in migrations.statements(script)] == [
        "CREATE TABLE a (b);", "END;", "SELECT ';';",
    ]  # fmt: skip


def test_an_sqlite_too_old_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(Refusal, match="SQLite"):
        ledger.open(tmp_path / "some.ledger")


def test_without_fts5_all_works_but_search_and_the_index_is_made_up_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "some.ledger"
    monkeypatch.setattr(search, "has_fts5", lambda db: False)
    fill(path)
    with ledger.open(path) as store:
        assert store.info()["search"] is False
        with pytest.raises(Refusal, match="FTS5"):
            store.search("text")
    monkeypatch.undo()
    with ledger.open(path) as store:
        if not store.info()["search"]:
            pytest.skip("this Python's SQLite has no FTS5")
        assert len(store.search("text")) == 3
        assert len(store.search("text 2")) == 1


def test_settings_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "some.ledger"
    fill(path)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw.execute("PRAGMA encoding").fetchone() == ("UTF-8",)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_disk_that_is_full_from_the_start_is_named_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite rolls back by itself when the disk is full; a second rollback must not hide why."""
    with closing(sqlite3.connect(tmp_path / "x.sqlite", isolation_level=None)) as one:
        one.execute("PRAGMA max_page_count = 2")
        monkeypatch.setattr(migrations, "statements", _rolled_back_then_full)
        with pytest.raises(sqlite3.OperationalError, match="is full"):
            migrations.migrate(one, tmp_path / "x.sqlite")


def _rolled_back_then_full(script: str) -> list[str]:
    return [
        "CREATE TABLE t (a)",
        "INSERT OR ROLLBACK INTO t VALUES (randomblob(100000))",
    ]
