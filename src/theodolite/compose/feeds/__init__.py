"""Feeds of the pages that change, as values and as Atom 1.0, RSS 2.0 and JSON Feed 1.1."""
