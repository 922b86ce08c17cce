-- Gathering again and again: looks at sources, what they listed, the states of documents, and what could not be
-- had. Which documents are new, edited or still to be had follows from these rows: nothing is tracked beside them.

-- A watched source as the watchlist had it, written anew each time that changes.
CREATE TABLE watched (
    seq  INTEGER PRIMARY KEY CHECK (seq > 0),
    name TEXT NOT NULL,
    body TEXT NOT NULL,  -- JSON object with every field
    run  INTEGER NOT NULL REFERENCES run (id)
);
CREATE INDEX watched_name ON watched (name, seq);

-- One look at one source, written when everything it listed is settled.
CREATE TABLE visit (
    seq           INTEGER PRIMARY KEY CHECK (seq > 0),
    source        TEXT NOT NULL,
    at            TEXT NOT NULL,
    outcome       TEXT NOT NULL CHECK (outcome IN ('taken', 'unchanged', 'missed')),
    address       TEXT NOT NULL,
    status        INTEGER,
    snapshot      TEXT REFERENCES snapshot (sha256),
    etag          TEXT,
    last_modified TEXT,
    listed        INTEGER NOT NULL,
    new           INTEGER NOT NULL,
    edited        INTEGER NOT NULL,
    refused       INTEGER NOT NULL,
    reason        TEXT,  -- why it was missed
    run           INTEGER NOT NULL REFERENCES run (id),
    CHECK (outcome <> 'missed' OR reason IS NOT NULL)
);
CREATE INDEX visit_source ON visit (source, seq);

-- An item that a source lists, written before its page is asked for, so that a kill loses none. Another row of the
-- same document and source is written where what the source says of it has changed.
CREATE TABLE entry (
    seq       INTEGER PRIMARY KEY CHECK (seq > 0),
    document  TEXT NOT NULL,
    source    TEXT NOT NULL,
    at        TEXT NOT NULL,
    address   TEXT,
    title     TEXT,
    author    TEXT,
    published TEXT,
    updated   TEXT,
    stated    TEXT NOT NULL,  -- hash over all that the source says of it
    feed      TEXT NOT NULL REFERENCES snapshot (sha256),
    number    INTEGER NOT NULL CHECK (number > 0),  -- its place in the feed
    run       INTEGER NOT NULL REFERENCES run (id)
);
CREATE INDEX entry_document ON entry (document, source);

-- A state of a document. A second one of the same document is an edit, never a new item.
CREATE TABLE edition (
    seq       INTEGER PRIMARY KEY CHECK (seq > 0),
    document  TEXT NOT NULL,
    source    TEXT NOT NULL,
    at        TEXT NOT NULL,
    address   TEXT,
    snapshot  TEXT NOT NULL REFERENCES snapshot (sha256),
    reader    TEXT NOT NULL,
    text      TEXT NOT NULL REFERENCES text (sha256),
    title     TEXT,
    author    TEXT,
    published TEXT,
    basis     TEXT NOT NULL CHECK (basis IN ('feed', 'page', 'text', 'fetch')),
    whole     INTEGER NOT NULL CHECK (whole IN (0, 1)),
    reason    TEXT,  -- why only what the feed says could be had
    stated    TEXT,  -- the listing this state answers to
    etag          TEXT,
    last_modified TEXT,
    run       INTEGER NOT NULL REFERENCES run (id),
    CHECK (whole = 1 OR reason IS NOT NULL)
);
CREATE INDEX edition_document ON edition (document, seq);
CREATE INDEX edition_text ON edition (text);

-- One attempt at a document that brought nothing.
CREATE TABLE missed (
    seq      INTEGER PRIMARY KEY CHECK (seq > 0),
    document TEXT NOT NULL,
    source   TEXT NOT NULL,
    at       TEXT NOT NULL,
    address  TEXT NOT NULL,
    status   INTEGER,
    reason   TEXT NOT NULL,
    lasting  INTEGER NOT NULL CHECK (lasting IN (0, 1)),
    stated   TEXT,
    run      INTEGER NOT NULL REFERENCES run (id)
);
CREATE INDEX missed_document ON missed (document, seq);

CREATE TRIGGER watched_not_replaced BEFORE INSERT ON watched BEGIN
    SELECT RAISE(ABORT, 'watched: this row is already there')
    WHERE EXISTS (SELECT 1 FROM watched WHERE seq = NEW.seq);
END;
CREATE TRIGGER watched_not_changed BEFORE UPDATE ON watched BEGIN
    SELECT RAISE(ABORT, 'watched: rows never change');
END;
CREATE TRIGGER watched_not_removed BEFORE DELETE ON watched BEGIN
    SELECT RAISE(ABORT, 'watched: rows are never removed');
END;
CREATE TRIGGER visit_not_replaced BEFORE INSERT ON visit BEGIN
    SELECT RAISE(ABORT, 'visit: this row is already there')
    WHERE EXISTS (SELECT 1 FROM visit WHERE seq = NEW.seq);
END;
CREATE TRIGGER visit_not_changed BEFORE UPDATE ON visit BEGIN
    SELECT RAISE(ABORT, 'visit: rows never change');
END;
CREATE TRIGGER visit_not_removed BEFORE DELETE ON visit BEGIN
    SELECT RAISE(ABORT, 'visit: rows are never removed');
END;
CREATE TRIGGER entry_not_replaced BEFORE INSERT ON entry BEGIN
    SELECT RAISE(ABORT, 'entry: this row is already there')
    WHERE EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq);
END;
CREATE TRIGGER entry_not_changed BEFORE UPDATE ON entry BEGIN
    SELECT RAISE(ABORT, 'entry: rows never change');
END;
CREATE TRIGGER entry_not_removed BEFORE DELETE ON entry BEGIN
    SELECT RAISE(ABORT, 'entry: rows are never removed');
END;
CREATE TRIGGER edition_not_replaced BEFORE INSERT ON edition BEGIN
    SELECT RAISE(ABORT, 'edition: this row is already there')
    WHERE EXISTS (SELECT 1 FROM edition WHERE seq = NEW.seq);
END;
CREATE TRIGGER edition_not_changed BEFORE UPDATE ON edition BEGIN
    SELECT RAISE(ABORT, 'edition: rows never change');
END;
CREATE TRIGGER edition_not_removed BEFORE DELETE ON edition BEGIN
    SELECT RAISE(ABORT, 'edition: rows are never removed');
END;
CREATE TRIGGER missed_not_replaced BEFORE INSERT ON missed BEGIN
    SELECT RAISE(ABORT, 'missed: this row is already there')
    WHERE EXISTS (SELECT 1 FROM missed WHERE seq = NEW.seq);
END;
CREATE TRIGGER missed_not_changed BEFORE UPDATE ON missed BEGIN
    SELECT RAISE(ABORT, 'missed: rows never change');
END;
CREATE TRIGGER missed_not_removed BEFORE DELETE ON missed BEGIN
    SELECT RAISE(ABORT, 'missed: rows are never removed');
END;

-- So that a run that only gathered knows at once that it moves no known-time.
CREATE INDEX derivation_run ON derivation (run);
CREATE INDEX reading_run ON reading (run);
