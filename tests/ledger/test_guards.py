"""What the database refuses to anybody who opens the file."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from theodolite import ledger
from theodolite.ledger import Judgement, Ledger
from theodolite.model.claim import Lag
from theodolite.model.errors import Refusal
from theodolite.model.finding import Finding
from theodolite.model.gathering import Edition, Entry, Missed, Visit
from theodolite.model.notice import Delivery, Notice, RegisteredWatch
from theodolite.model.observation import Observation
from theodolite.model.origin import Origin
from theodolite.model.pull import Pull
from theodolite.model.snapshot import Gathered, Snapshot
from theodolite.model.text import Text
from theodolite.model.used import UsedData
from theodolite.model.watchlist import Watched

NOTICE = Notice(watch="w", event="e", at="2026-08-11T00:00:00Z", body="{}")
CONTENT = "China is 12 months behind. " * 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with a row, at least, in every table: two runs, one closed interval."""
    path = tmp_path / "some.ledger"
    with ledger.open(path) as store:
        for version in ("1", "2"):
            with store.begin("survey"):
                put(store, version)
        store.note_delivery(Delivery(notice=NOTICE.id, attempt=1, at=NOTICE.at, outcome="begun"))
        store.begin("survey")  # failed on closing
    return path


def put(store: Ledger, version: str) -> None:
    snapshot = Snapshot(CONTENT.encode(), "text/plain")
    store.put_gathered(Gathered(Origin(location="a"), snapshot, "2026-08-11T00:00:00Z"))
    text = Text(snapshot=snapshot.sha256, reader="plain/1", content=CONTENT)
    store.put_text(text)
    pulled_at = "2026-08-11T00:00:00Z"
    store.put_pull(
        Pull(
            source="s", at=pulled_at, outcome="vintage", address="a", snapshot=snapshot.sha256, file="a",
            vintage=dt.date(2026, 8, 11), private=True,
        )
    )  # fmt: skip
    claims = [
        Lag(text_sha256=text.sha256, document="d", source="a", quote=CONTENT[n : n + 5], start=n, end=n + 5)
        for n in ((0, 27) if version == "1" else (0,))
    ]
    store.put_claims(text.sha256, f"rules/{version}", claims)
    observation = Observation(
        indicator="gap", subject="China", counterpart=None, definition="d", unit="point", value=1.0, low=None,
        high=None, censored=None, holds_on=None, known_on=None, source="s", vintage_file="f",
        vintage_sha256="0" * 64,
    )  # fmt: skip
    store.put_observations("gap", "gap/1", [observation])
    finding = Finding(
        claim_id=claims[0].id, saying_id=claims[0].saying_id, definitions_version="1", binding=None,
        verdict_then="mixed", verdict_then_basis="now", verdict_now="mixed", outdated=False,
        stance_agrees=None, reason=None, sentence="S.",
    )  # fmt: skip
    store.put_findings("reconcile/1", [finding])
    store.put_used([UsedData(role="scores", file="a", snapshot=snapshot.sha256)])
    made_at = "2026-08-11T00:00:00Z"
    store.put_watch(RegisteredWatch(name=version, conditions="c", body="{}", begins=None))
    store.put_notice(NOTICE)
    store.put_watched([Watched(name=version, shape="feed", address="https://lab.test/feed")])
    seen = {"document": "d", "source": "s", "at": made_at, "address": "https://lab.test/"}
    store.put_entries([Entry(**seen, feed=snapshot.sha256, number=1, stated="x")])
    store.put_edition(Edition(**seen, snapshot=snapshot.sha256, reader=text.reader, text_sha256=text.sha256))
    store.put_missed_item(Missed(**seen, reason="gone"))
    store.put_visit(Visit(source="s", at=made_at, outcome="taken", address="https://lab.test/feed"))
    store.put_judgement(Judgement(kind="accepted", subject="s", judge="j", reason="r", made_at=made_at))


@pytest.fixture
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


TABLES = (
    "run", "origin", "snapshot", "fetch", "text", "text_block", "reading", "evidence", "item", "claim",
    "observation", "finding", "derivation", "derivation_item", "known", "judgement", "pull",
    "used", "watched", "visit", "entry", "edition", "missed", "watch", "notice",
    "delivery",
)  # fmt: skip


def test_every_table_but_the_cache_is_guarded(raw: sqlite3.Connection) -> None:
    tables = {
        row[0]
        for row in raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'text_search%' AND name NOT LIKE 'sqlite_%'"
        )
    }
    assert tables == {*TABLES, "derived"}


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_never_changed_removed_or_replaced(raw: sqlite3.Connection, table: str) -> None:
    before = raw.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
    for column in columns:
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(f'UPDATE {table} SET "{column}" = "{column}"')
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(f'UPDATE OR REPLACE {table} SET "{column}" = "{column}" || \'x\'')
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(f"DELETE FROM {table}")
    # The same row again, under every conflict policy; then with each single column altered.
    for how in ("INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE", "REPLACE"):
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(f"{how} INTO {table} SELECT * FROM {table} LIMIT 1")
    for column in columns:
        altered = ", ".join(f"'x' || \"{c}\"" if c == column else f'"{c}"' for c in columns)
        with LegalOrRefused(), closing(raw.cursor()) as cursor:
            cursor.execute(f"INSERT OR REPLACE INTO {table} SELECT {altered} FROM {table} LIMIT 1")
    assert set(before) <= set(raw.execute(f"SELECT * FROM {table}"))


class LegalOrRefused:
    """Some of the altered rows are legal new ones, the others are refused: neither may touch an old row."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        return error is None or isinstance(error, sqlite3.IntegrityError)


def test_only_a_complete_run_opens_and_closes_known_time(raw: sqlite3.Connection) -> None:
    statuses = dict(raw.execute("SELECT id, status FROM run"))
    assert statuses == {1: "complete", 2: "complete", 3: "failed"}
    ended = dict(raw.execute("SELECT id, ended FROM run"))
    opened = "INSERT INTO known (item, known_from, opened_by, known_to, closed_by) VALUES (?, ?, ?, ?, ?)"
    gone = raw.execute("SELECT item FROM known WHERE known_to IS NOT NULL").fetchone()[0]
    for wrong in [
        (gone, ended[3], 3, None, None),
        (gone, "2001-01-01T00:00:00.000000+00:00", 2, None, None),
        (gone, ended[1], 1, ended[2], 2),
        (gone, ended[1], 99, None, None),
        (gone, None, None, None, None),
    ]:
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(opened, wrong)
    close = "UPDATE known SET known_to = ?, closed_by = ? WHERE known_to IS NULL"
    for wrong_close in [(ended[3], 3), ("2030-01-01T00:00:00.000000+00:00", 2), (None, 2), (ended[2], None)]:
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(close, wrong_close)
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute("UPDATE known SET known_to = NULL, closed_by = NULL WHERE known_to IS NOT NULL")


def test_a_run_cannot_start_ended_or_end_twice(raw: sqlite3.Connection) -> None:
    row = (
        "INSERT INTO run (command, arguments, started, ended, status, counts) "
        "VALUES ('x', '{}', 'a', ?, ?, '{}')"
    )
    for ended, status in [("b", "complete"), (None, "complete"), ("b", "running"), (None, "odd")]:
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(row, (ended, status))
    for status in ("running", "complete"):
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute("UPDATE run SET status = ? WHERE id = 3", (status,))


def test_a_claims_body_says_what_its_evidence_says(raw: sqlite3.Connection) -> None:
    item = "INSERT INTO item (kind, id, form, body) VALUES ('claim', 'i', ?, json_set(?, ?, ?))"
    claim = (
        "INSERT INTO claim (item, id, saying_id, kind, evidence, source, polarity) "
        "VALUES (?, 'i', ?, 'lag', 1, 'a', 'asserted')"
    )
    body, saying = raw.execute(
        "SELECT i.body, c.saying_id FROM item i JOIN claim c ON c.item = i.seq WHERE c.evidence = 1"
    ).fetchone()
    for n, (field, value) in enumerate(
        [("$.quote", "Chine"), ("$.quote", None), ("$.start", 1), ("$.end", 6), ("$.kind", "event")]
    ):
        seq = raw.execute(item, (f"f{n}", body, field, value)).lastrowid
        with pytest.raises(sqlite3.IntegrityError, match="something else than its evidence"):
            raw.execute(claim, (seq, saying))
    seq = raw.execute(item, ("f", body, "$.speaker", "Ma")).lastrowid
    raw.execute(claim, (seq, saying))


def test_the_evidence_guard_reads_only_the_blocks_under_the_quote(tmp_path: Path) -> None:
    """Counted, not timed: steps of SQLite's machine for one insert do not grow with the text."""
    steps = {}
    for size in (50_000, 2_000_000):
        path = tmp_path / f"{size}.ledger"
        content = "𝔸bc déf " * (size // 8)
        with ledger.open(path) as store, store.begin("survey"):
            snapshot = Snapshot(content.encode())
            store.put_gathered(Gathered(Origin(location="a"), snapshot, "2026-08-11T00:00:00Z"))
            text = Text(snapshot=snapshot.sha256, reader="plain/1", content=content)
            store.put_text(text)
        with closing(sqlite3.connect(path)) as raw:
            count = [0]
            raw.set_progress_handler(lambda count=count: count.__setitem__(0, count[0] + 1), 1)
            raw.execute(
                'INSERT INTO evidence (text, "start", "end", quote) VALUES (?, ?, ?, ?)',
                (text.sha256, size - 300, size - 100, content[size - 300 : size - 100]),
            )
            steps[size] = count[0]
    assert 50 < steps[2_000_000] < 2 * steps[50_000]


def test_damage_behind_the_guards_back_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        for table in ("snapshot", "text_block"):
            raw.execute(f"DROP TRIGGER {table}_not_changed")
        raw.execute("UPDATE snapshot SET content = zeroblob(length(content))")
        raw.execute("UPDATE text_block SET content = 'c' || substr(content, 2) WHERE n = 0")
    with ledger.open(path) as store:
        said = store.check()
        assert any("snapshot" in line and "damaged" in line for line in said)
        assert any(line.startswith("text ") and "damaged" in line for line in said)
        sha = Snapshot(CONTENT.encode()).sha256
        with pytest.raises(Refusal, match="damaged"):
            store.snapshot(sha)
        with pytest.raises(Refusal, match="damaged"):
            store.text(sha, "plain/1")
