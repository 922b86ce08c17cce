"""What stands: the items that the latest derivations gave, a pure function of the rows of complete runs.

Nothing is tracked while a run goes on. When it completes, what stands is worked out afresh, compared with
what is open in `known`, and the difference is opened and closed at one moment.
"""

from __future__ import annotations

from theodolite.ledger.sqlite.connection import Database

STANDING = """
WITH counted AS (
    -- Derivations of complete runs, and of the running one that asks (:run).
    SELECT d.seq, d.kind, d.scope, d.method
    FROM derivation d JOIN run r ON r.id = d.run
    WHERE r.status = 'complete' OR r.id = :run
),
read AS (
    SELECT DISTINCT g.snapshot, g.text FROM reading g JOIN run r ON r.id = g.run
    WHERE r.status = 'complete' OR r.id = :run
),
latest AS (
    -- A method's last word on one snapshot: a later reader's text of the same bytes takes the place of an
    -- earlier one's. A text of several snapshots stands while it is the last of any of them.
    SELECT max(c.seq) AS seq FROM counted c JOIN read g ON g.text = c.scope
    WHERE c.kind = 'claim' GROUP BY g.snapshot, c.method
    UNION
    SELECT max(c.seq) FROM counted c WHERE c.kind <> 'claim' GROUP BY c.kind, c.scope, c.method
),
ranked AS (
    -- One form for an id: the one derived last.
    SELECT m.seq AS item, m.kind, m.id,
           row_number() OVER (PARTITION BY m.kind, m.id ORDER BY i.derivation DESC, m.seq DESC) AS place
    FROM latest JOIN derivation_item i ON i.derivation = latest.seq JOIN item m ON m.seq = i.item
),
one_form AS (SELECT item, kind, id FROM ranked WHERE place = 1),
standing AS (
    -- A finding stands with its claim.
    SELECT item, kind, id FROM one_form WHERE kind <> 'finding'
    UNION ALL
    SELECT o.item, o.kind, o.id FROM one_form o JOIN finding f ON f.item = o.item
    WHERE f.claim_id IN (SELECT id FROM one_form WHERE kind = 'claim')
)
"""
"""Defines the table `standing (item, kind, id)`; begins a SELECT."""

LAST_WORD = """
SELECT d.seq, d.version, d.inputs, d.outcome
FROM derivation d JOIN run r ON r.id = d.run
WHERE (r.status = 'complete' OR r.id = :run) AND d.kind = :kind AND d.scope = :scope AND d.method = :method
ORDER BY d.seq DESC LIMIT 1
"""

OVERTAKEN = """
WITH counted AS (SELECT id FROM run WHERE status = 'complete' OR id = :run)
SELECT NOT EXISTS (
    SELECT 1 FROM reading g
    WHERE g.text = :scope AND g.run IN counted AND NOT EXISTS (
        SELECT 1 FROM reading other JOIN derivation d ON d.scope = other.text
        WHERE other.snapshot = g.snapshot AND other.run IN counted AND d.kind = 'claim'
          AND d.method = :method AND d.seq > :seq AND d.run IN counted
    )
)
"""


def last_word(db: Database, run: int, kind: str, scope: str, method: str) -> tuple[str, str, str] | None:
    """(version, inputs, outcome) of the derivation that stands for a scope, or None where none does."""
    asked = {"run": run, "kind": kind, "scope": scope, "method": method}
    found = db.one(LAST_WORD, asked)
    if found is None or (kind == "claim" and db.value(OVERTAKEN, {**asked, "seq": found[0]})):
        return None
    return found[1], found[2], found[3]


MOVES = """
SELECT EXISTS (SELECT 1 FROM derivation WHERE run = :run) OR EXISTS (
    SELECT 1 FROM reading g WHERE g.run = :run AND (
        EXISTS (SELECT 1 FROM derivation d WHERE d.kind = 'claim' AND d.scope = g.text)
        OR EXISTS (SELECT 1 FROM reading other WHERE other.snapshot = g.snapshot AND other.run <> g.run)))
"""
"""Whether a run can have changed what stands: it derived something, or read again what was read before."""


def move_known_time(db: Database, run: int, ended: str) -> None:
    """Open and close intervals at `ended`. Runs inside the transaction that has just completed the run.

    A run that only gathered costs nothing here, however much the ledger holds.
    """
    if not db.value(MOVES, {"run": run}):
        return
    db.run("DROP TABLE IF EXISTS temp.stands")
    db.run("CREATE TEMP TABLE stands (item INTEGER PRIMARY KEY, kind TEXT, id TEXT)")
    db.run(f"INSERT INTO temp.stands {STANDING} SELECT item, kind, id FROM standing", {"run": run})
    db.run("DROP TABLE IF EXISTS temp.goes")
    db.run(
        "CREATE TEMP TABLE goes AS SELECT k.seq AS known, m.seq AS item, m.kind, m.id FROM known k "
        "JOIN item m ON m.seq = k.item "
        "WHERE k.known_to IS NULL AND k.item NOT IN (SELECT item FROM temp.stands)"
    )
    _close(db, run, ended)
    db.run(
        "INSERT INTO known (item, known_from, opened_by) SELECT item, ?, ? FROM temp.stands "
        "WHERE item NOT IN (SELECT item FROM known WHERE known_to IS NULL) ORDER BY item",
        (ended, run),
    )
    db.run("DROP TABLE temp.stands")
    db.run("DROP TABLE temp.goes")


def _close(db: Database, run: int, ended: str) -> None:
    """Close what no longer stands, naming what took its place: the same id's form, or the claim's finding."""
    closing = db.rows(
        "SELECT g.known, coalesce("
        "  (SELECT s.item FROM temp.stands s WHERE s.kind = g.kind AND s.id = g.id),"
        "  (SELECT s.item FROM finding old JOIN finding new ON new.claim_id = old.claim_id"
        "   JOIN temp.stands s ON s.item = new.item WHERE g.kind = 'finding' AND old.item = g.item)) "
        "FROM temp.goes g"
    )
    if closing:
        db.run("CREATE INDEX IF NOT EXISTS temp.stands_id ON stands (kind, id)")
    db.many(
        "UPDATE known SET known_to = ?, closed_by = ?, superseded_by = ? WHERE seq = ?",
        ((ended, run, successor, known) for known, successor in closing),
    )
