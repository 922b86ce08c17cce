-- The guards: what this file's triggers refuse, no program can write, whatever opens the database.
--
-- 1. Evidence that is not in its text, code point for code point.
-- 2. A change or removal of anything that was ever written, save the end of a run and the closing of a
--    known-time interval. INSERT OR REPLACE removes without a DELETE trigger, so a row whose key is already
--    taken is refused too: callers ask first.
-- 3. Known-time opened or closed by anything but a complete run.

-- A block stands in its text, has its full length and holds no U+0000 (at which length() and substr() stop).
CREATE TRIGGER text_block_fits BEFORE INSERT ON text_block BEGIN
    SELECT RAISE(ABORT, 'text block: holds U+0000') WHERE instr(CAST(NEW.content AS BLOB), x'00') > 0;
    SELECT RAISE(ABORT, 'text block: not of the length it must have in its text')
    WHERE NOT EXISTS (
        SELECT 1 FROM text t
        WHERE t.sha256 = NEW.text AND NEW.n * 4096 < t.length
          AND length(NEW.content) = min(4096, t.length - NEW.n * 4096)
    );
END;

-- The quote is cut where the blocks are cut, and each piece compared with its piece of the block, byte by byte.
-- Conditions are written so that a NULL refuses. Of a long text only the blocks under the quote are read.
CREATE TRIGGER evidence_is_there BEFORE INSERT ON evidence BEGIN
    SELECT RAISE(ABORT, 'evidence: the quote is not text or an offset is not an integer')
    WHERE typeof(NEW.quote) IS NOT 'text'
       OR typeof(NEW."start") IS NOT 'integer' OR typeof(NEW."end") IS NOT 'integer';
    SELECT RAISE(ABORT, 'evidence: the quote holds U+0000')
    WHERE instr(CAST(NEW.quote AS BLOB), x'00') > 0;
    SELECT RAISE(ABORT, 'evidence: the offsets are not a stretch of a stored text')
    WHERE NOT EXISTS (
        SELECT 1 FROM text t
        WHERE t.sha256 = NEW.text AND 0 <= NEW."start" AND NEW."start" < NEW."end" AND NEW."end" <= t.length
    );
    SELECT RAISE(ABORT, 'evidence: the quote has not the length of its offsets')
    WHERE length(NEW.quote) IS NOT NEW."end" - NEW."start";
    SELECT RAISE(ABORT, 'evidence: blocks of the text are missing')
    WHERE (
        SELECT count(*) FROM text_block b
        WHERE b.text = NEW.text AND b.n BETWEEN NEW."start" / 4096 AND (NEW."end" - 1) / 4096
    ) IS NOT (NEW."end" - 1) / 4096 - NEW."start" / 4096 + 1;
    SELECT RAISE(ABORT, 'evidence: the quote is not at its offsets')
    WHERE EXISTS (
        SELECT 1 FROM text_block b
        WHERE b.text = NEW.text AND b.n BETWEEN NEW."start" / 4096 AND (NEW."end" - 1) / 4096
          AND CAST(substr(
                  b.content,
                  max(NEW."start", b.n * 4096) - b.n * 4096 + 1,
                  min(NEW."end", (b.n + 1) * 4096) - max(NEW."start", b.n * 4096)
              ) AS BLOB)
              IS NOT
              CAST(substr(
                  NEW.quote,
                  max(NEW."start", b.n * 4096) - NEW."start" + 1,
                  min(NEW."end", (b.n + 1) * 4096) - max(NEW."start", b.n * 4096)
              ) AS BLOB)
    );
END;

-- What a claim's body prints as its quote is its evidence, and its columns are its body's.
CREATE TRIGGER claim_is_its_body BEFORE INSERT ON claim BEGIN
    SELECT RAISE(ABORT, 'claim: its body says something else than its evidence')
    WHERE NOT EXISTS (
        SELECT 1 FROM item i JOIN evidence e ON e.seq = NEW.evidence
        WHERE i.seq = NEW.item AND i.kind = 'claim' AND i.id = NEW.id
          AND json_extract(i.body, '$.kind') = NEW.kind
          AND json_extract(i.body, '$.saying_id') = NEW.saying_id
          AND json_extract(i.body, '$.start') = e."start"
          AND json_extract(i.body, '$.end') = e."end"
          AND json_extract(i.body, '$.quote') = e.quote
    );
END;

-- A run starts as running and ends once; nothing else of it changes, save its counts.
CREATE TRIGGER run_starts BEFORE INSERT ON run BEGIN
    SELECT RAISE(ABORT, 'run: starts as running') WHERE NEW.status IS NOT 'running';
END;
CREATE TRIGGER run_ends_once BEFORE UPDATE ON run BEGIN
    SELECT RAISE(ABORT, 'run: has ended, or is another')
    WHERE OLD.status IS NOT 'running' OR NEW.id IS NOT OLD.id OR NEW.command IS NOT OLD.command
       OR NEW.arguments IS NOT OLD.arguments OR NEW.started IS NOT OLD.started;
END;

-- Known-time: opened by a complete run at its end, closed once by a complete run at its end.
CREATE TRIGGER known_opens BEFORE INSERT ON known BEGIN
    SELECT RAISE(ABORT, 'known: opened only by a complete run, at its end')
    WHERE NEW.known_to IS NOT NULL OR NEW.superseded_by IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM run r WHERE r.id = NEW.opened_by AND r.status = 'complete' AND r.ended = NEW.known_from
    );
END;
CREATE TRIGGER known_closes_once BEFORE UPDATE ON known BEGIN
    SELECT RAISE(ABORT, 'known: closed only once, by a complete run, at its end')
    WHERE OLD.known_to IS NOT NULL OR NEW.known_to IS NULL OR NEW.seq IS NOT OLD.seq OR NEW.item IS NOT OLD.item
       OR NEW.known_from IS NOT OLD.known_from OR NEW.opened_by IS NOT OLD.opened_by OR NOT EXISTS (
        SELECT 1 FROM run r WHERE r.id = NEW.closed_by AND r.status = 'complete' AND r.ended = NEW.known_to
    );
END;

-- Rows are never replaced.
CREATE TRIGGER run_not_replaced BEFORE INSERT ON run BEGIN
    SELECT RAISE(ABORT, 'run: this row is already there')
    WHERE EXISTS (SELECT 1 FROM run WHERE id = NEW.id);
END;
CREATE TRIGGER origin_not_replaced BEFORE INSERT ON origin BEGIN
    SELECT RAISE(ABORT, 'origin: this row is already there')
    WHERE EXISTS (SELECT 1 FROM origin WHERE seq = NEW.seq)
       OR EXISTS (SELECT 1 FROM origin WHERE id = NEW.id);
END;
CREATE TRIGGER snapshot_not_replaced BEFORE INSERT ON snapshot BEGIN
    SELECT RAISE(ABORT, 'snapshot: this row is already there')
    WHERE EXISTS (SELECT 1 FROM snapshot WHERE seq = NEW.seq)
       OR EXISTS (SELECT 1 FROM snapshot WHERE sha256 = NEW.sha256);
END;
CREATE TRIGGER fetch_not_replaced BEFORE INSERT ON fetch BEGIN
    SELECT RAISE(ABORT, 'fetch: this row is already there')
    WHERE EXISTS (SELECT 1 FROM fetch WHERE seq = NEW.seq);
END;
CREATE TRIGGER text_not_replaced BEFORE INSERT ON text BEGIN
    SELECT RAISE(ABORT, 'text: this row is already there')
    WHERE EXISTS (SELECT 1 FROM text WHERE seq = NEW.seq)
       OR EXISTS (SELECT 1 FROM text WHERE sha256 = NEW.sha256);
END;
CREATE TRIGGER text_block_not_replaced BEFORE INSERT ON text_block BEGIN
    SELECT RAISE(ABORT, 'text_block: this row is already there')
    WHERE EXISTS (SELECT 1 FROM text_block WHERE seq = NEW.seq)
       OR EXISTS (SELECT 1 FROM text_block WHERE text = NEW.text AND n = NEW.n);
END;
CREATE TRIGGER reading_not_replaced BEFORE INSERT ON reading BEGIN
    SELECT RAISE(ABORT, 'reading: this row is already there')
    WHERE EXISTS (SELECT 1 FROM reading WHERE seq = NEW.seq)
       OR EXISTS (SELECT 1 FROM reading WHERE snapshot = NEW.snapshot AND reader = NEW.reader AND run = NEW.run);
END;
CREATE TRIGGER evidence_not_replaced BEFORE INSERT ON evidence BEGIN
    SELECT RAISE(ABORT, 'evidence: this row is already there')
    WHERE EXISTS (SELECT 1 FROM evidence WHERE seq = NEW.seq)
       OR EXISTS (SELECT 1 FROM evidence WHERE text = NEW.text AND "start" = NEW."start" AND "end" = NEW."end");
END;
CREATE TRIGGER item_not_replaced BEFORE INSERT ON item BEGIN
    SELECT RAISE(ABORT, 'item: this row is already there')
    WHERE EXISTS (SELECT 1 FROM item WHERE seq = NEW.seq)
       OR EXISTS (SELECT 1 FROM item WHERE form = NEW.form);
END;
CREATE TRIGGER claim_not_replaced BEFORE INSERT ON claim BEGIN
    SELECT RAISE(ABORT, 'claim: this row is already there')
    WHERE EXISTS (SELECT 1 FROM claim WHERE item = NEW.item);
END;
CREATE TRIGGER observation_not_replaced BEFORE INSERT ON observation BEGIN
    SELECT RAISE(ABORT, 'observation: this row is already there')
    WHERE EXISTS (SELECT 1 FROM observation WHERE item = NEW.item);
END;
CREATE TRIGGER finding_not_replaced BEFORE INSERT ON finding BEGIN
    SELECT RAISE(ABORT, 'finding: this row is already there')
    WHERE EXISTS (SELECT 1 FROM finding WHERE item = NEW.item);
END;
CREATE TRIGGER derivation_not_replaced BEFORE INSERT ON derivation BEGIN
    SELECT RAISE(ABORT, 'derivation: this row is already there')
    WHERE EXISTS (SELECT 1 FROM derivation WHERE seq = NEW.seq);
END;
CREATE TRIGGER derivation_item_not_replaced BEFORE INSERT ON derivation_item BEGIN
    SELECT RAISE(ABORT, 'derivation_item: this row is already there')
    WHERE EXISTS (SELECT 1 FROM derivation_item WHERE derivation = NEW.derivation AND item = NEW.item);
END;
CREATE TRIGGER known_not_replaced BEFORE INSERT ON known BEGIN
    SELECT RAISE(ABORT, 'known: this row is already there')
    WHERE EXISTS (SELECT 1 FROM known WHERE seq = NEW.seq)
       OR EXISTS (SELECT 1 FROM known WHERE item = NEW.item AND known_to IS NULL);
END;
CREATE TRIGGER judgement_not_replaced BEFORE INSERT ON judgement BEGIN
    SELECT RAISE(ABORT, 'judgement: this row is already there')
    WHERE EXISTS (SELECT 1 FROM judgement WHERE seq = NEW.seq)
       OR EXISTS (SELECT 1 FROM judgement WHERE id = NEW.id AND run = NEW.run);
END;

-- Rows never change.
CREATE TRIGGER origin_not_changed BEFORE UPDATE ON origin BEGIN
    SELECT RAISE(ABORT, 'origin: rows never change');
END;
CREATE TRIGGER snapshot_not_changed BEFORE UPDATE ON snapshot BEGIN
    SELECT RAISE(ABORT, 'snapshot: rows never change');
END;
CREATE TRIGGER fetch_not_changed BEFORE UPDATE ON fetch BEGIN
    SELECT RAISE(ABORT, 'fetch: rows never change');
END;
CREATE TRIGGER text_not_changed BEFORE UPDATE ON text BEGIN
    SELECT RAISE(ABORT, 'text: rows never change');
END;
CREATE TRIGGER text_block_not_changed BEFORE UPDATE ON text_block BEGIN
    SELECT RAISE(ABORT, 'text_block: rows never change');
END;
CREATE TRIGGER reading_not_changed BEFORE UPDATE ON reading BEGIN
    SELECT RAISE(ABORT, 'reading: rows never change');
END;
CREATE TRIGGER evidence_not_changed BEFORE UPDATE ON evidence BEGIN
    SELECT RAISE(ABORT, 'evidence: rows never change');
END;
CREATE TRIGGER item_not_changed BEFORE UPDATE ON item BEGIN
    SELECT RAISE(ABORT, 'item: rows never change');
END;
CREATE TRIGGER claim_not_changed BEFORE UPDATE ON claim BEGIN
    SELECT RAISE(ABORT, 'claim: rows never change');
END;
CREATE TRIGGER observation_not_changed BEFORE UPDATE ON observation BEGIN
    SELECT RAISE(ABORT, 'observation: rows never change');
END;
CREATE TRIGGER finding_not_changed BEFORE UPDATE ON finding BEGIN
    SELECT RAISE(ABORT, 'finding: rows never change');
END;
CREATE TRIGGER derivation_not_changed BEFORE UPDATE ON derivation BEGIN
    SELECT RAISE(ABORT, 'derivation: rows never change');
END;
CREATE TRIGGER derivation_item_not_changed BEFORE UPDATE ON derivation_item BEGIN
    SELECT RAISE(ABORT, 'derivation_item: rows never change');
END;
CREATE TRIGGER judgement_not_changed BEFORE UPDATE ON judgement BEGIN
    SELECT RAISE(ABORT, 'judgement: rows never change');
END;

-- Rows are never removed.
CREATE TRIGGER run_not_removed BEFORE DELETE ON run BEGIN
    SELECT RAISE(ABORT, 'run: rows are never removed');
END;
CREATE TRIGGER origin_not_removed BEFORE DELETE ON origin BEGIN
    SELECT RAISE(ABORT, 'origin: rows are never removed');
END;
CREATE TRIGGER snapshot_not_removed BEFORE DELETE ON snapshot BEGIN
    SELECT RAISE(ABORT, 'snapshot: rows are never removed');
END;
CREATE TRIGGER fetch_not_removed BEFORE DELETE ON fetch BEGIN
    SELECT RAISE(ABORT, 'fetch: rows are never removed');
END;
CREATE TRIGGER text_not_removed BEFORE DELETE ON text BEGIN
    SELECT RAISE(ABORT, 'text: rows are never removed');
END;
CREATE TRIGGER text_block_not_removed BEFORE DELETE ON text_block BEGIN
    SELECT RAISE(ABORT, 'text_block: rows are never removed');
END;
CREATE TRIGGER reading_not_removed BEFORE DELETE ON reading BEGIN
    SELECT RAISE(ABORT, 'reading: rows are never removed');
END;
CREATE TRIGGER evidence_not_removed BEFORE DELETE ON evidence BEGIN
    SELECT RAISE(ABORT, 'evidence: rows are never removed');
END;
CREATE TRIGGER item_not_removed BEFORE DELETE ON item BEGIN
    SELECT RAISE(ABORT, 'item: rows are never removed');
END;
CREATE TRIGGER claim_not_removed BEFORE DELETE ON claim BEGIN
    SELECT RAISE(ABORT, 'claim: rows are never removed');
END;
CREATE TRIGGER observation_not_removed BEFORE DELETE ON observation BEGIN
    SELECT RAISE(ABORT, 'observation: rows are never removed');
END;
CREATE TRIGGER finding_not_removed BEFORE DELETE ON finding BEGIN
    SELECT RAISE(ABORT, 'finding: rows are never removed');
END;
CREATE TRIGGER derivation_not_removed BEFORE DELETE ON derivation BEGIN
    SELECT RAISE(ABORT, 'derivation: rows are never removed');
END;
CREATE TRIGGER derivation_item_not_removed BEFORE DELETE ON derivation_item BEGIN
    SELECT RAISE(ABORT, 'derivation_item: rows are never removed');
END;
CREATE TRIGGER known_not_removed BEFORE DELETE ON known BEGIN
    SELECT RAISE(ABORT, 'known: rows are never removed');
END;
CREATE TRIGGER judgement_not_removed BEFORE DELETE ON judgement BEGIN
    SELECT RAISE(ABORT, 'judgement: rows are never removed');
END;
