-- The tables of the append-only store.
--
-- Three dates never share a column. When a thing holds in the world: observation.holds_on and the periods
-- inside a body. When it was said: claim.said_on, origin.published. When this ledger knew it: the interval
-- known_from, known_to in `known`. Every time of the third kind is ISO 8601 in UTC with microseconds, so that
-- comparing the characters compares the times.
--
-- Only `run` (its end), `known` (its closing) and `derived` (a cache) ever change; 002_guards.sql sees to it.

-- One call of a command that writes. What it adds counts from the moment its status turns `complete`.
CREATE TABLE run (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    command   TEXT NOT NULL,
    arguments TEXT NOT NULL,  -- JSON object
    started   TEXT NOT NULL,
    ended     TEXT,
    status    TEXT NOT NULL CHECK (status IN ('running', 'complete', 'failed', 'abandoned')),
    reason    TEXT,           -- why it failed
    counts    TEXT NOT NULL,  -- JSON object
    CHECK ((status = 'running') = (ended IS NULL))
);

-- Where a document or data file comes from; `body` holds every field, the columns are for looking.
CREATE TABLE origin (
    seq       INTEGER PRIMARY KEY CHECK (seq > 0),
    id        TEXT NOT NULL UNIQUE,
    location  TEXT NOT NULL,
    address   TEXT,
    title     TEXT,
    publisher TEXT,
    published TEXT,
    version   TEXT,
    licence   TEXT,
    body      TEXT NOT NULL
);

-- The bytes as received. codec: 'raw', or 'zlib' where that is smaller; size is that of the bytes themselves.
CREATE TABLE snapshot (
    seq     INTEGER PRIMARY KEY CHECK (seq > 0),
    sha256  TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    size    INTEGER NOT NULL CHECK (size >= 0),
    codec   TEXT NOT NULL CHECK (codec IN ('raw', 'zlib')),
    content BLOB NOT NULL CHECK (typeof(content) = 'blob')
);

-- The log of looking: when, with what status, and which snapshot came of it (NULL where none did).
CREATE TABLE fetch (
    seq        INTEGER PRIMARY KEY CHECK (seq > 0),
    origin     TEXT NOT NULL REFERENCES origin (id),
    snapshot   TEXT REFERENCES snapshot (sha256),
    fetched_at TEXT NOT NULL,
    status     INTEGER,
    media_type TEXT,
    reason     TEXT,  -- why there is no snapshot
    run        INTEGER NOT NULL REFERENCES run (id),
    CHECK (snapshot IS NOT NULL OR reason IS NOT NULL)
);
CREATE INDEX fetch_snapshot ON fetch (snapshot);
CREATE INDEX fetch_origin ON fetch (origin, fetched_at);

-- A canonical text; `length` and every offset elsewhere count Unicode code points.
CREATE TABLE text (
    seq    INTEGER PRIMARY KEY CHECK (seq > 0),
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    length INTEGER NOT NULL CHECK (typeof(length) = 'integer' AND length >= 0)
);

-- The text itself, 4096 code points a block (fewer in the last), so that a quote is compared in its blocks only.
CREATE TABLE text_block (
    seq     INTEGER PRIMARY KEY CHECK (seq > 0),
    text    TEXT NOT NULL REFERENCES text (sha256),
    n       INTEGER NOT NULL CHECK (typeof(n) = 'integer' AND n >= 0),
    content TEXT NOT NULL CHECK (typeof(content) = 'text'),
    UNIQUE (text, n)
);

-- How a text was learned: what a version of a reader made of a snapshot, and what the page says of itself.
CREATE TABLE reading (
    seq      INTEGER PRIMARY KEY CHECK (seq > 0),
    snapshot TEXT NOT NULL REFERENCES snapshot (sha256),
    reader   TEXT NOT NULL,  -- with its version: 'html/1'
    text     TEXT NOT NULL REFERENCES text (sha256),
    metadata TEXT NOT NULL,  -- JSON object: charset, title, author, publisher, published, language, address
    parts    TEXT NOT NULL,  -- JSON array of the stretches with a voice of their own
    run      INTEGER NOT NULL REFERENCES run (id),
    UNIQUE (snapshot, reader, run)  -- again only where no complete run has it yet
);
CREATE INDEX reading_text ON reading (text);

-- A quote that stands in a text, exactly; the trigger `evidence_is_there` refuses any other.
CREATE TABLE evidence (
    seq     INTEGER PRIMARY KEY CHECK (seq > 0),
    text    TEXT NOT NULL REFERENCES text (sha256),
    "start" INTEGER NOT NULL,
    "end"   INTEGER NOT NULL,
    quote   TEXT NOT NULL,
    UNIQUE (text, "start", "end")
);

-- One form of a claim, an observation or a finding. `id` is the identity the model gives it; a better reading
-- of the same id (a speaker found, a date added) is another form beside the first, never a change of it.
CREATE TABLE item (
    seq  INTEGER PRIMARY KEY CHECK (seq > 0),
    kind TEXT NOT NULL CHECK (kind IN ('claim', 'observation', 'finding')),
    id   TEXT NOT NULL,
    form TEXT NOT NULL UNIQUE,  -- hash over kind, id and body
    body TEXT NOT NULL          -- JSON object with every field
);
CREATE INDEX item_id ON item (kind, id);

-- What a claim's body says, in columns for filtering, and the evidence it cannot be without.
CREATE TABLE claim (
    item      INTEGER PRIMARY KEY REFERENCES item (seq),
    id        TEXT NOT NULL,
    saying_id TEXT NOT NULL,
    kind      TEXT NOT NULL,
    evidence  INTEGER NOT NULL REFERENCES evidence (seq),
    source    TEXT NOT NULL,
    speaker   TEXT,
    polarity  TEXT NOT NULL,
    dimension TEXT,
    said_on   TEXT
);
CREATE INDEX claim_evidence ON claim (evidence);
CREATE INDEX claim_saying ON claim (saying_id);
CREATE INDEX claim_id ON claim (id);

CREATE TABLE observation (
    item            INTEGER PRIMARY KEY REFERENCES item (seq),
    id              TEXT NOT NULL,
    indicator       TEXT NOT NULL,
    subject         TEXT NOT NULL,
    counterpart     TEXT,
    definition      TEXT NOT NULL,
    unit            TEXT NOT NULL,
    value           REAL,
    holds_on        TEXT,
    known_on        TEXT,  -- the day of the vintage, as its publisher has it: not this ledger's known-time
    vintage_sha256  TEXT NOT NULL
);
CREATE INDEX observation_indicator ON observation (indicator, subject);

CREATE TABLE finding (
    item         INTEGER PRIMARY KEY REFERENCES item (seq),
    id           TEXT NOT NULL,
    claim_id     TEXT NOT NULL,
    verdict_then TEXT NOT NULL,
    verdict_now  TEXT NOT NULL
);
CREATE INDEX finding_claim ON finding (claim_id);

-- How items were learned: a method (name and version) applied to one input in one run. scope is that input:
-- a text's sha256 for claims, the caller's name of it for observations, a claim's id for findings.
CREATE TABLE derivation (
    seq     INTEGER PRIMARY KEY CHECK (seq > 0),
    kind    TEXT NOT NULL CHECK (kind IN ('claim', 'observation', 'finding')),
    scope   TEXT NOT NULL,
    method  TEXT NOT NULL,
    version TEXT NOT NULL,
    inputs  TEXT NOT NULL,  -- what else the result follows from, as the caller names it
    outcome TEXT NOT NULL,  -- hash over the forms that came of it
    run     INTEGER NOT NULL REFERENCES run (id)
);
CREATE INDEX derivation_scope ON derivation (kind, scope, method);

CREATE TABLE derivation_item (
    derivation INTEGER NOT NULL REFERENCES derivation (seq),
    item       INTEGER NOT NULL REFERENCES item (seq),
    PRIMARY KEY (derivation, item)
) WITHOUT ROWID;
CREATE INDEX derivation_item_item ON derivation_item (item);

-- When this ledger held an item: from known_from up to, and not with, known_to (NULL: still). Opened and
-- closed only by complete runs. superseded_by is the item that took its place, where one did.
CREATE TABLE known (
    seq           INTEGER PRIMARY KEY CHECK (seq > 0),
    item          INTEGER NOT NULL REFERENCES item (seq),
    known_from    TEXT NOT NULL,
    opened_by     INTEGER NOT NULL REFERENCES run (id),
    known_to      TEXT,
    closed_by     INTEGER REFERENCES run (id),
    superseded_by INTEGER REFERENCES item (seq),
    CHECK (known_to IS NULL OR known_to > known_from),
    CHECK ((known_to IS NULL) = (closed_by IS NULL))
);
CREATE UNIQUE INDEX known_open ON known (item) WHERE known_to IS NULL;
CREATE INDEX known_item ON known (item);
CREATE INDEX known_opened ON known (known_from);

-- What somebody decided about items: beside them, never in them.
CREATE TABLE judgement (
    seq     INTEGER PRIMARY KEY CHECK (seq > 0),
    id      TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('same_as', 'accepted', 'rejected', 'corrected')),
    subject TEXT NOT NULL,
    object  TEXT,
    judge   TEXT NOT NULL,
    reason  TEXT NOT NULL,
    made_at TEXT NOT NULL,
    body    TEXT NOT NULL,  -- JSON object: the correction, where there is one
    run     INTEGER NOT NULL REFERENCES run (id),
    UNIQUE (id, run)  -- again only where no complete run has it yet
);
CREATE INDEX judgement_subject ON judgement (subject);

-- Results of steps on identical input: a cache, the one table that may be emptied.
CREATE TABLE derived (
    step  TEXT NOT NULL,
    key   TEXT NOT NULL,
    value BLOB NOT NULL,
    run   INTEGER NOT NULL REFERENCES run (id),
    PRIMARY KEY (step, key)
);

-- For looking with plain sqlite3: what stands now.
CREATE VIEW current_claim AS
    SELECT c.id, c.saying_id, c.kind, c.speaker, c.polarity, c.dimension, c.said_on, e.quote, e.text, e."start",
           e."end", c.source, k.known_from, i.body
    FROM known k JOIN item i ON i.seq = k.item JOIN claim c ON c.item = i.seq JOIN evidence e ON e.seq = c.evidence
    WHERE k.known_to IS NULL;
CREATE VIEW current_observation AS
    SELECT o.id, o.indicator, o.subject, o.counterpart, o.definition, o.value, o.unit, o.holds_on, o.known_on,
           o.vintage_sha256, k.known_from, i.body
    FROM known k JOIN item i ON i.seq = k.item JOIN observation o ON o.item = i.seq
    WHERE k.known_to IS NULL;
CREATE VIEW current_finding AS
    SELECT f.id, f.claim_id, f.verdict_then, f.verdict_now, k.known_from, i.body
    FROM known k JOIN item i ON i.seq = k.item JOIN finding f ON f.item = i.seq
    WHERE k.known_to IS NULL;
