"""The default store: one SQLite file, with nothing but the standard library."""
