-- Full-text search over texts, where this SQLite was built with FTS5.
--
-- The index holds no text of its own (content=''): rowid is text.seq. Runs of Han are handed over as
-- overlapping pairs of characters, so that Chinese, which has no spaces, can be found; see search.py.
-- It is an index and no evidence: it can be dropped and is built again at the next run.
CREATE VIRTUAL TABLE IF NOT EXISTS text_search USING fts5 (words, content = '', tokenize = 'unicode61');
