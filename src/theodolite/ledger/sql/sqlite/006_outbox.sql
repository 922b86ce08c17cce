-- Saved watches: what each looks for and from when, what it is told of, and every attempt to deliver it.

-- A watch as its file had it, written anew each time that changes.
CREATE TABLE watch (
    seq        INTEGER PRIMARY KEY CHECK (seq > 0),
    name       TEXT NOT NULL,
    conditions TEXT NOT NULL,  -- hash over what it looks for
    body       TEXT NOT NULL,  -- JSON object: the definition, without any secret
    begins     TEXT,           -- what became known up to this moment is not for it; NULL: everything is
    run        INTEGER NOT NULL REFERENCES run (id)
);
CREATE INDEX watch_name ON watch (name, seq);

-- One event told to one watch. `body` is what is sent, to the byte, each time.
CREATE TABLE notice (
    seq   INTEGER PRIMARY KEY CHECK (seq > 0),
    id    TEXT NOT NULL CHECK (length(id) = 64),  -- hash over the watch's name and the event
    watch TEXT NOT NULL,
    event TEXT NOT NULL,
    at    TEXT NOT NULL,  -- when the event became known
    body  TEXT NOT NULL,
    run   INTEGER NOT NULL REFERENCES run (id),
    UNIQUE (id, run)  -- again only where no complete run has it yet
);
CREATE INDEX notice_id ON notice (id);

-- One step of one attempt: begun before anything is sent, then what came of it. A step is a fact of the world
-- outside: it belongs to no run and counts at once.
CREATE TABLE delivery (
    seq        INTEGER PRIMARY KEY CHECK (seq > 0),
    notice     TEXT NOT NULL,
    attempt    INTEGER NOT NULL CHECK (attempt > 0),
    at         TEXT NOT NULL,
    outcome    TEXT NOT NULL CHECK (outcome IN ('begun', 'delivered', 'failed', 'unclear')),
    status     INTEGER,
    reason     TEXT,
    not_before TEXT,
    CHECK (outcome IN ('begun', 'delivered') OR reason IS NOT NULL)
);
CREATE INDEX delivery_notice ON delivery (notice, seq);

-- An attempt is begun once, one after the other, never after one that delivered, and ends once.
CREATE TRIGGER delivery_in_order BEFORE INSERT ON delivery BEGIN
    SELECT RAISE(ABORT, 'delivery: no notice has this name')
    WHERE NOT EXISTS (SELECT 1 FROM notice n JOIN run r ON r.id = n.run
                      WHERE n.id = NEW.notice AND r.status = 'complete');
    SELECT RAISE(ABORT, 'delivery: this notice was delivered')
    WHERE EXISTS (SELECT 1 FROM delivery WHERE notice = NEW.notice AND outcome = 'delivered');
    SELECT RAISE(ABORT, 'delivery: attempts are begun one after the other')
    WHERE NEW.outcome = 'begun'
      AND NEW.attempt IS NOT (SELECT coalesce(max(attempt), 0) + 1 FROM delivery WHERE notice = NEW.notice);
    SELECT RAISE(ABORT, 'delivery: this attempt was not begun, or has ended')
    WHERE NEW.outcome <> 'begun'
      AND 'begun' IS NOT (SELECT outcome FROM delivery WHERE notice = NEW.notice ORDER BY seq DESC LIMIT 1);
    SELECT RAISE(ABORT, 'delivery: this attempt was not begun, or has ended')
    WHERE NEW.outcome <> 'begun'
      AND NEW.attempt IS NOT (SELECT max(attempt) FROM delivery WHERE notice = NEW.notice);
END;

CREATE TRIGGER watch_not_replaced BEFORE INSERT ON watch BEGIN
    SELECT RAISE(ABORT, 'watch: this row is already there')
    WHERE EXISTS (SELECT 1 FROM watch WHERE seq = NEW.seq);
END;
CREATE TRIGGER watch_not_changed BEFORE UPDATE ON watch BEGIN
    SELECT RAISE(ABORT, 'watch: rows never change');
END;
CREATE TRIGGER watch_not_removed BEFORE DELETE ON watch BEGIN
    SELECT RAISE(ABORT, 'watch: rows are never removed');
END;
CREATE TRIGGER notice_not_replaced BEFORE INSERT ON notice BEGIN
    SELECT RAISE(ABORT, 'notice: this row is already there')
    WHERE EXISTS (SELECT 1 FROM notice WHERE seq = NEW.seq)
       OR EXISTS (SELECT 1 FROM notice WHERE id = NEW.id AND run = NEW.run);
END;
CREATE TRIGGER notice_not_changed BEFORE UPDATE ON notice BEGIN
    SELECT RAISE(ABORT, 'notice: rows never change');
END;
CREATE TRIGGER notice_not_removed BEFORE DELETE ON notice BEGIN
    SELECT RAISE(ABORT, 'notice: rows are never removed');
END;
CREATE TRIGGER delivery_not_replaced BEFORE INSERT ON delivery BEGIN
    SELECT RAISE(ABORT, 'delivery: this row is already there')
    WHERE EXISTS (SELECT 1 FROM delivery WHERE seq = NEW.seq);
END;
CREATE TRIGGER delivery_not_changed BEFORE UPDATE ON delivery BEGIN
    SELECT RAISE(ABORT, 'delivery: rows never change');
END;
CREATE TRIGGER delivery_not_removed BEFORE DELETE ON delivery BEGIN
    SELECT RAISE(ABORT, 'delivery: rows are never removed');
END;
