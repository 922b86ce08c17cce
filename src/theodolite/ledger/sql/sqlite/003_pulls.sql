-- The archive of vintages: every attempt to take a source's file. The bytes stand in `snapshot`, the looking in
-- `fetch`; this says whether the source's reader took them, for which day, and on what terms. Which vintage is in
-- force on a day follows from these rows alone (the latest day, then the latest row): nothing is tracked.
CREATE TABLE pull (
    seq           INTEGER PRIMARY KEY CHECK (seq > 0),
    source        TEXT NOT NULL,
    at            TEXT NOT NULL,
    outcome       TEXT NOT NULL CHECK (outcome IN ('vintage', 'unchanged', 'quarantined', 'missed')),
    address       TEXT NOT NULL,  -- what was asked: an address or a path
    status        INTEGER,
    snapshot      TEXT REFERENCES snapshot (sha256),
    file          TEXT,
    vintage       TEXT CHECK (vintage IS NULL OR length(vintage) = 10),  -- the day the file stands for
    "rows"        INTEGER,
    private       INTEGER NOT NULL CHECK (private IN (0, 1)),
    etag          TEXT,
    last_modified TEXT,
    reason        TEXT,  -- why there is nothing, or nothing to be used
    run           INTEGER NOT NULL REFERENCES run (id),
    CHECK (outcome = 'missed' OR (snapshot IS NOT NULL AND file IS NOT NULL)),
    CHECK (outcome NOT IN ('vintage', 'unchanged') OR vintage IS NOT NULL),
    CHECK (outcome IN ('vintage', 'unchanged') OR reason IS NOT NULL)
);
CREATE INDEX pull_source ON pull (source, seq);
CREATE INDEX pull_snapshot ON pull (snapshot);

-- What was taken as private stays private, whoever takes the same bytes again.
CREATE TRIGGER pull_private_for_ever BEFORE INSERT ON pull BEGIN
    SELECT RAISE(ABORT, 'pull: these bytes are private')
    WHERE NEW.private = 0 AND EXISTS (SELECT 1 FROM pull WHERE snapshot = NEW.snapshot AND private = 1);
END;
CREATE TRIGGER pull_not_replaced BEFORE INSERT ON pull BEGIN
    SELECT RAISE(ABORT, 'pull: this row is already there')
    WHERE EXISTS (SELECT 1 FROM pull WHERE seq = NEW.seq);
END;
CREATE TRIGGER pull_not_changed BEFORE UPDATE ON pull BEGIN
    SELECT RAISE(ABORT, 'pull: rows never change');
END;
CREATE TRIGGER pull_not_removed BEFORE DELETE ON pull BEGIN
    SELECT RAISE(ABORT, 'pull: rows are never removed');
END;
